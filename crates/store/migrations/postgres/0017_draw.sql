-- Draws: the terms with their pool, the commitment to them, what the parties typed, and what was drawn.
-- Which names follow is worked out by rule; here stands what they follow from.
create table draw (
    id bigint primary key,
    organ bigint not null references unit (id),
    year bigint not null,
    serial bigint not null,
    purpose text not null,
    sealed bigint not null,
    stage text not null,
    take bigint not null,
    salt text not null,
    commitment text not null,
    checkpoint text not null,
    seed text not null,
    called_off bigint not null,
    counts_from bigint,
    announced_on text not null,
    latest_on text not null,
    reason text not null,
    version bigint not null
);

create unique index draw_number on draw (organ, year, serial);
create index draw_stage on draw (stage, id);

create table draw_unit (
    draw bigint not null references draw (id),
    place bigint not null,
    unit bigint not null references unit (id),
    code text not null,
    name text not null,
    primary key (draw, place)
);

create table draw_entry (
    draw bigint not null references draw (id),
    place bigint not null,
    person bigint not null references person (id),
    party text not null,
    body text not null,
    primary key (draw, place)
);

create table draw_pick (
    draw bigint not null references draw (id),
    turn bigint not null,
    place bigint not null,
    primary key (draw, turn)
);
