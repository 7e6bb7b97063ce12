-- Imported files, uploads on their way to one, and work that waits.
create table import (
    id bigint primary key,
    kind text not null,
    file_name text not null,
    hash text not null,
    row_count bigint not null,
    person bigint references person (id)
);

create table upload (
    id bigint primary key,
    account bigint not null references account (id),
    kind text not null,
    file_name text not null,
    hash text not null,
    body bytea not null,
    state text not null,
    done bigint not null,
    total bigint not null,
    report text not null,
    created_at bigint not null
);

create table job (
    id bigint primary key,
    kind text not null,
    payload text not null,
    run_at bigint not null,
    attempts bigint not null,
    state text not null,
    fault text not null
);

create index job_due on job (state, run_at, id);
