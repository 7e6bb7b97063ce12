-- Chains of responsibility: who of those a finding passed through answers for it; every laying is kept.
create table chain (
    id integer primary key,
    finding integer not null references finding (id),
    organ integer not null references unit (id),
    stage text not null,
    version integer not null,
    unique (finding)
) strict;

create table chain_laying (
    chain integer not null references chain (id),
    laying integer not null,
    laid_on text not null,
    way text not null,
    primary key (chain, laying)
) strict;

create table chain_link (
    chain integer not null references chain (id),
    laying integer not null,
    place integer not null,
    person integer not null references person (id),
    unit integer not null references unit (id),
    rank text not null,
    footing text not null,
    position text not null,
    duty text not null,
    duty_source text not null,
    fault text,
    exculpation text,
    facts text not null,
    share text,
    share_because text not null,
    primary key (chain, laying, place)
) strict;

create index chain_link_person on chain_link (person);

create table chain_asked (
    chain integer not null references chain (id),
    laying integer not null,
    place integer not null,
    provision text not null,
    given integer not null,
    known text not null,
    primary key (chain, laying, place, provision)
) strict;

create table chain_part (
    chain integer not null references chain (id),
    part text not null,
    person integer not null references person (id),
    keyed integer not null,
    absent integer not null,
    primary key (chain, part, person)
) strict;

create index chain_part_person on chain_part (person);
