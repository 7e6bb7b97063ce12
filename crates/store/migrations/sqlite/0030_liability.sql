-- Chains of responsibility: who of those a finding passed through answers for it. Laid anew, it is a new row; the
-- earlier ones stay beside it.
create table chain (
    id integer primary key,
    finding integer not null references finding (id),
    organ integer not null references unit (id),
    laying integer not null,
    laid_on text not null,
    way text not null,
    laid_by integer references person (id),
    keyed_by integer references person (id),
    laid_for integer references person (id),
    unique (finding, laying)
) strict;

create table chain_link (
    chain integer not null references chain (id),
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
    staffing integer,
    staffing_known text not null,
    instruction integer,
    instruction_known text not null,
    resources integer,
    resources_known text not null,
    primary key (chain, place)
) strict;

create index chain_link_person on chain_link (person);
