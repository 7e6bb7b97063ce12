-- Draws: the terms with their pool, the commitment to them, what the parties typed, and what was drawn.
-- Which names follow is worked out by rule; here stands what they follow from.
create table draw (
    id integer primary key,
    organ integer not null references unit (id),
    year integer not null,
    serial integer not null,
    purpose text not null,
    sealed integer not null,
    stage text not null,
    take integer not null,
    salt text not null,
    commitment text not null,
    checkpoint text not null,
    seed text not null,
    called_off integer not null,
    counts_from integer,
    announced_on text not null,
    latest_on text not null,
    reason text not null,
    version integer not null
) strict;

create unique index draw_number on draw (organ, year, serial);
create index draw_stage on draw (stage, id);

create table draw_unit (
    draw integer not null references draw (id),
    place integer not null,
    unit integer not null references unit (id),
    code text not null,
    name text not null,
    primary key (draw, place)
) strict;

create table draw_entry (
    draw integer not null references draw (id),
    place integer not null,
    person integer not null references person (id),
    party text not null,
    body text not null,
    primary key (draw, place)
) strict;

create table draw_pick (
    draw integer not null references draw (id),
    turn integer not null,
    place integer not null,
    primary key (draw, turn)
) strict;
