-- Outages of terminals, and when people began to work.
create table outage (
    id bigint primary key,
    unit bigint not null references unit (id),
    terminal bigint references terminal (id),
    begins_at bigint not null,
    ends_at bigint not null,
    reason text not null,
    taken_back text not null
);

create index outage_unit on outage (unit, begins_at);
create index outage_ends on outage (ends_at);

create table work_start (
    id bigint primary key,
    person bigint not null unique references person (id),
    since text not null
);
