-- A guard, not the proof: what was appended is neither changed nor removed.
create trigger act_stays before update on act
begin select raise(abort, 'an act is never changed'); end;
create trigger act_remains before delete on act
begin select raise(abort, 'an act is never removed'); end;
create trigger ledger_leaf_stays before update on ledger_leaf
begin select raise(abort, 'a leaf is never changed'); end;
create trigger ledger_leaf_remains before delete on ledger_leaf
begin select raise(abort, 'a leaf is never removed'); end;
create trigger ledger_node_stays before update on ledger_node
begin select raise(abort, 'a node is never changed'); end;
create trigger ledger_node_remains before delete on ledger_node
begin select raise(abort, 'a node is never removed'); end;
create trigger checkpoint_stays before update on checkpoint
begin select raise(abort, 'a checkpoint is never changed'); end;
create trigger checkpoint_remains before delete on checkpoint
begin select raise(abort, 'a checkpoint is never removed'); end;
