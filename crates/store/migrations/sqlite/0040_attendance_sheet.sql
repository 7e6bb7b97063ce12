-- What people said of a day, and the months of units with their kept copies.
create table attendance_exception (
    id integer primary key,
    person integer not null references person (id),
    unit integer not null references unit (id),
    day text not null,
    stage text not null,
    judged text not null,
    halves integer not null,
    said text not null,
    outcome text,
    because text not null,
    settled_by integer references person (id),
    settled_on text,
    contested text not null,
    version integer not null,
    unique (person, day)
) strict;

create index attendance_exception_unit on attendance_exception (unit, day);

create table attendance_sheet (
    id integer primary key,
    unit integer not null references unit (id),
    month text not null,
    stage text not null,
    digest text not null,
    agreed_by integer references person (id),
    returned text not null,
    copies integer not null,
    version integer not null,
    unique (month, unit)
) strict;

create table attendance_copy (
    sheet integer not null references attendance_sheet (id),
    number integer not null,
    digest text not null,
    because text not null,
    figures text not null,
    body text not null,
    primary key (sheet, number)
) strict;

create trigger attendance_copy_stays before update on attendance_copy
begin select raise(abort, 'a kept month is never changed'); end;
create trigger attendance_copy_remains before delete on attendance_copy
begin select raise(abort, 'a kept month is never removed'); end;
