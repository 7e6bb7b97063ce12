-- The ledger: acts, one leaf each, the full tiles' roots, the head, the checkpoints kept.
create table ledger_head (
    id bigint primary key check (id = 1),
    size bigint not null check (size >= 0),
    frontier text not null,
    next_id bigint not null check (next_id > 0),
    signed_size bigint not null,
    signed_root text not null
);

insert into ledger_head (id, size, frontier, next_id, signed_size, signed_root)
values (1, 0, '', 1, 0, '');

create table act (
    id bigint primary key,
    request text not null unique,
    kind text not null,
    subject_kind text not null,
    subject bigint not null,
    by_person bigint,
    by_account bigint,
    at bigint not null,
    paper_number text,
    paper_day text,
    paper_hash text,
    remark text not null,
    receipt text not null,
    salt text not null
);

create index act_subject on act (subject_kind, subject, id);
create index act_at on act (at, id);

create table ledger_leaf (
    idx bigint primary key,
    act bigint not null unique references act (id),
    entry text not null,
    hash text not null
);

create table ledger_node (
    level bigint not null check (level > 0),
    idx bigint not null,
    hash text not null,
    primary key (level, idx)
);

create table checkpoint (
    size bigint primary key,
    root text not null,
    note text not null,
    signed_at bigint not null
);
