-- The rules of attendance that the county adopted, and whom each binds.
create table attendance_rule (
    id integer primary key,
    code text not null,
    since text not null,
    body text not null,
    document text not null,
    unique (code, since)
) strict;

create table attendance_assignment (
    id integer primary key,
    unit integer not null references unit (id),
    person integer references person (id),
    code text not null,
    since text not null,
    until text,
    reason text not null,
    document text not null
) strict;
