-- The ledger: acts, one leaf each, the full tiles' roots, the head, the checkpoints kept.
create table ledger_head (
    id integer primary key check (id = 1),
    size integer not null check (size >= 0),
    frontier text not null,
    next_id integer not null check (next_id > 0),
    signed_size integer not null,
    signed_root text not null
) strict;

insert into ledger_head (id, size, frontier, next_id, signed_size, signed_root)
values (1, 0, '', 1, 0, '');

create table act (
    id integer primary key,
    request text not null unique,
    kind text not null,
    subject_kind text not null,
    subject integer not null,
    by_person integer,
    by_account integer,
    at integer not null,
    paper_number text,
    paper_day text,
    paper_hash text,
    remark text not null,
    receipt text not null,
    salt text not null
) strict;

create index act_subject on act (subject_kind, subject, id);
create index act_at on act (at, id);

create table ledger_leaf (
    idx integer primary key,
    act integer not null unique references act (id),
    entry text not null,
    hash text not null
) strict;

create table ledger_node (
    level integer not null check (level > 0),
    idx integer not null,
    hash text not null,
    primary key (level, idx)
) strict;

create table checkpoint (
    size integer primary key,
    root text not null,
    note text not null,
    signed_at integer not null
) strict;
