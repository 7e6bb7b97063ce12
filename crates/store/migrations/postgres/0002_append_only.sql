-- A guard, not the proof: what was appended is neither changed nor removed.
create function refuse_change() returns trigger language plpgsql as $$
begin raise exception 'what was appended is neither changed nor removed: %', tg_table_name; end $$;
create trigger act_stays before update or delete on act
for each row execute function refuse_change();
create trigger ledger_leaf_stays before update or delete on ledger_leaf
for each row execute function refuse_change();
create trigger ledger_node_stays before update or delete on ledger_node
for each row execute function refuse_change();
create trigger checkpoint_stays before update or delete on checkpoint
for each row execute function refuse_change();
