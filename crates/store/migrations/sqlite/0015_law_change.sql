-- Changes of terms that the county sets itself, with everybody whose hands they went through.
create table law_change (
    id integer primary key,
    code text not null,
    length text not null,
    from_day text not null,
    source text not null,
    reason text not null,
    stage text not null,
    answer text not null,
    proposed_on text not null,
    latest_on text not null,
    ordinal integer,
    version integer not null
) strict;

create unique index law_change_ordinal on law_change (ordinal);
create index law_change_stage on law_change (stage, id);

create table law_change_part (
    law_change integer not null references law_change (id),
    part text not null,
    person integer not null references person (id),
    keyed integer not null,
    absent integer not null,
    primary key (law_change, part, person)
) strict;

create index law_change_part_person on law_change_part (person);
