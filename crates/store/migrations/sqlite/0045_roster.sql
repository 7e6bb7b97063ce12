-- Duty posts, the rosters of units' months with their changes, and turns that were handed over.
create table duty_post (
    id integer primary key,
    unit integer not null references unit (id),
    name text not null,
    kind text not null,
    rule text not null,
    needed integer not null,
    closed_on text
) strict;

create index duty_post_unit on duty_post (unit);

create table roster (
    id integer primary key,
    unit integer not null references unit (id),
    month text not null,
    stage text not null,
    published_on text,
    changes integer not null,
    version integer not null,
    unique (month, unit)
) strict;

create index roster_unit on roster (unit, month);

create table roster_line (
    roster integer not null references roster (id),
    post integer not null references duty_post (id),
    turns text not null,
    primary key (roster, post)
) strict;

create table roster_change (
    roster integer not null references roster (id),
    number integer not null,
    changed_on text not null,
    reason text not null,
    turns text not null,
    primary key (roster, number)
) strict;

create table duty_swap (
    id integer primary key,
    roster integer not null references roster (id),
    post integer not null references duty_post (id),
    day text not null,
    giver integer not null references person (id),
    taker integer not null references person (id),
    reason text not null,
    stage text not null,
    asked_on text not null,
    decided_by integer references person (id),
    decided_on text,
    answer text not null,
    is_late integer not null,
    version integer not null
) strict;

create index duty_swap_roster on duty_swap (roster);
create index duty_swap_stage on duty_swap (stage);
