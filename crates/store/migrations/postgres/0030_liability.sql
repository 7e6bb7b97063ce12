-- Chains of responsibility: who of those a finding passed through answers for it. Laid anew, it is a new row; the
-- earlier ones stay beside it.
create table chain (
    id bigint primary key,
    finding bigint not null references finding (id),
    organ bigint not null references unit (id),
    laying bigint not null,
    laid_on text not null,
    way text not null,
    laid_by bigint references person (id),
    keyed_by bigint references person (id),
    laid_for bigint references person (id),
    unique (finding, laying)
);

create table chain_link (
    chain bigint not null references chain (id),
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
    staffing bigint,
    staffing_known text not null,
    instruction bigint,
    instruction_known text not null,
    resources bigint,
    resources_known text not null,
    primary key (chain, place)
);

create index chain_link_person on chain_link (person);
