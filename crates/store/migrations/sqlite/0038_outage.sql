-- Outages of terminals, and when people began to work.
create table outage (
    id integer primary key,
    unit integer not null references unit (id),
    terminal integer references terminal (id),
    begins_at integer not null,
    ends_at integer not null,
    reason text not null,
    taken_back text not null
) strict;

create index outage_unit on outage (unit, begins_at);
create index outage_ends on outage (ends_at);

create table work_start (
    id integer primary key,
    person integer not null unique references person (id),
    since text not null
) strict;
