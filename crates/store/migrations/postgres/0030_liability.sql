-- Chains of responsibility: who of those a finding passed through answers for it; every laying is kept.
create table chain (
    id bigint primary key,
    finding bigint not null references finding (id),
    organ bigint not null references unit (id),
    stage text not null,
    version bigint not null,
    unique (finding)
);

create table chain_laying (
    chain bigint not null references chain (id),
    laying bigint not null,
    laid_on text not null,
    way text not null,
    primary key (chain, laying)
);

create table chain_link (
    chain bigint not null references chain (id),
    laying bigint not null,
    place bigint not null,
    person bigint not null references person (id),
    unit bigint not null references unit (id),
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
);

create index chain_link_person on chain_link (person);

create table chain_asked (
    chain bigint not null references chain (id),
    laying bigint not null,
    place bigint not null,
    provision text not null,
    given bigint not null,
    known text not null,
    primary key (chain, laying, place, provision)
);

create table chain_part (
    chain bigint not null references chain (id),
    part text not null,
    person bigint not null references person (id),
    keyed bigint not null,
    absent bigint not null,
    primary key (chain, part, person)
);

create index chain_part_person on chain_part (person);
