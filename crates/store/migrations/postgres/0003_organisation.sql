-- Units, posts, people and what ties them.
create table unit (
    id bigint primary key,
    code text not null unique,
    name text not null,
    name_en text not null,
    kind text not null,
    parent bigint references unit (id),
    line text not null,
    since text not null
);

create index unit_parent on unit (parent);

create table post (
    id bigint primary key,
    code text not null unique,
    unit bigint not null references unit (id),
    name text not null,
    name_en text not null,
    rank text not null,
    leads bigint not null check (leads in (0, 1)),
    authorised bigint not null check (authorised > 0)
);

create index post_unit on post (unit);

create table person (
    id bigint primary key,
    number text not null unique,
    name text not null,
    kind text not null
);

create table appointment (
    id bigint primary key,
    person bigint not null references person (id),
    unit bigint not null references unit (id),
    post bigint not null references post (id),
    since text not null,
    until text
);

create index appointment_person on appointment (person, since);
create index appointment_unit on appointment (unit, since);

create table kin (
    id bigint primary key,
    person bigint not null references person (id),
    relative bigint not null references person (id),
    relation text not null,
    declared_on text not null
);

create index kin_person on kin (person);
create index kin_relative on kin (relative);

create table training (
    id bigint primary key,
    person bigint not null references person (id),
    course text not null,
    since text not null,
    until text not null
);

create index training_person on training (person, course);
