-- Who told of what became a finding, apart from it, and the openings by two.
create table sealed_source (
    id integer primary key,
    finding integer not null unique references finding (id),
    words text not null,
    sealed_by integer references person (id),
    sealed_on text not null
) strict;

create table source_opening (
    id integer primary key,
    source integer not null references sealed_source (id),
    stage text not null,
    purpose text not null,
    reason text not null,
    asker integer references person (id),
    asked_on text not null,
    answer text not null,
    second integer references person (id),
    opened_at integer,
    version integer not null
) strict;

create index source_opening_of on source_opening (source, stage);

create index source_opening_stage on source_opening (stage, opened_at);
