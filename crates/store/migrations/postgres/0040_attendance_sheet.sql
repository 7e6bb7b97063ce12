-- What people said of a day, and the months of units with their kept copies.
create table attendance_exception (
    id bigint primary key,
    person bigint not null references person (id),
    unit bigint not null references unit (id),
    day text not null,
    stage text not null,
    judged text not null,
    halves bigint not null,
    said text not null,
    outcome text,
    because text not null,
    settled_by bigint references person (id),
    settled_on text,
    contested text not null,
    version bigint not null,
    unique (person, day)
);

create index attendance_exception_unit on attendance_exception (unit, day);

create table attendance_sheet (
    id bigint primary key,
    unit bigint not null references unit (id),
    month text not null,
    stage text not null,
    digest text not null,
    agreed_by bigint references person (id),
    returned text not null,
    copies bigint not null,
    version bigint not null,
    unique (month, unit)
);

create table attendance_copy (
    sheet bigint not null references attendance_sheet (id),
    number bigint not null,
    digest text not null,
    because text not null,
    figures text not null,
    body text not null,
    primary key (sheet, number)
);

create trigger attendance_copy_stays before update or delete on attendance_copy
for each row execute function refuse_change();
