-- Changes of terms that the county sets itself, with everybody whose hands they went through.
create table law_change (
    id bigint primary key,
    code text not null,
    length text not null,
    from_day text not null,
    source text not null,
    reason text not null,
    stage text not null,
    answer text not null,
    proposed_on text not null,
    latest_on text not null,
    ordinal bigint,
    version bigint not null
);

create unique index law_change_ordinal on law_change (ordinal);
create index law_change_stage on law_change (stage, id);

create table law_change_part (
    law_change bigint not null references law_change (id),
    part text not null,
    person bigint not null references person (id),
    keyed bigint not null,
    absent bigint not null,
    primary key (law_change, part, person)
);

create index law_change_part_person on law_change_part (person);
