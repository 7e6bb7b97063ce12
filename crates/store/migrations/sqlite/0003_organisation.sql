-- Units, posts, people and what ties them.
create table unit (
    id integer primary key,
    code text not null unique,
    name text not null,
    name_en text not null,
    kind text not null,
    parent integer references unit (id),
    line text not null,
    since text not null
) strict;

create index unit_parent on unit (parent);

create table post (
    id integer primary key,
    code text not null unique,
    unit integer not null references unit (id),
    name text not null,
    name_en text not null,
    rank text not null,
    leads integer not null check (leads in (0, 1)),
    authorised integer not null check (authorised > 0)
) strict;

create index post_unit on post (unit);

create table person (
    id integer primary key,
    number text not null unique,
    name text not null,
    kind text not null
) strict;

create table appointment (
    id integer primary key,
    person integer not null references person (id),
    unit integer not null references unit (id),
    post integer not null references post (id),
    since text not null,
    until text
) strict;

create index appointment_person on appointment (person, since);
create index appointment_unit on appointment (unit, since);

create table kin (
    id integer primary key,
    person integer not null references person (id),
    relative integer not null references person (id),
    relation text not null,
    declared_on text not null
) strict;

create index kin_person on kin (person);
create index kin_relative on kin (relative);

create table training (
    id integer primary key,
    person integer not null references person (id),
    course text not null,
    since text not null,
    until text not null
) strict;

create index training_person on training (person, course);
