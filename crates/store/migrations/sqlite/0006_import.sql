-- Imported files, uploads on their way to one, and work that waits.
create table import (
    id integer primary key,
    kind text not null,
    file_name text not null,
    hash text not null,
    row_count integer not null,
    person integer references person (id)
) strict;

create table upload (
    id integer primary key,
    account integer not null references account (id),
    kind text not null,
    file_name text not null,
    hash text not null,
    body blob not null,
    state text not null,
    done integer not null,
    total integer not null,
    report text not null,
    created_at integer not null
) strict;

create table job (
    id integer primary key,
    kind text not null,
    payload text not null,
    run_at integer not null,
    attempts integer not null,
    state text not null,
    fault text not null
) strict;

create index job_due on job (state, run_at, id);
