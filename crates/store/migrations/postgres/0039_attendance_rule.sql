-- The rules of attendance that the county adopted, and whom each binds.
create table attendance_rule (
    id bigint primary key,
    code text not null,
    since text not null,
    body text not null,
    document text not null,
    unique (code, since)
);

create table attendance_assignment (
    id bigint primary key,
    unit bigint not null references unit (id),
    person bigint references person (id),
    code text not null,
    since text not null,
    until text,
    reason text not null,
    document text not null
);
