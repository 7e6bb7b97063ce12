-- Schemes that units put into force, what was filed for their items, and the prompts somebody dismissed; one that became a
-- finding is part of that. Which items there are, and what is prompted, is worked out from the text in force.
create table adoption (
    id bigint primary key,
    unit bigint not null references unit (id),
    covers text not null,
    stage text not null,
    code text not null,
    title text not null,
    text text not null,
    drafted_on text not null,
    since text,
    until text,
    latest_on text not null,
    reason text not null,
    version bigint not null
);

create index adoption_unit on adoption (unit, code, id);
create index adoption_code on adoption (code, since, id);

create table adoption_part (
    adoption bigint not null references adoption (id),
    part text not null,
    person bigint not null references person (id),
    keyed bigint not null,
    absent bigint not null,
    primary key (adoption, part, person)
);

create index adoption_part_person on adoption_part (person);

create table filing (
    id bigint primary key,
    adoption bigint not null references adoption (id),
    element text not null,
    cycle text not null,
    unit bigint not null references unit (id),
    kind text not null,
    reason text not null,
    corrects bigint unique references filing (id),
    person bigint not null references person (id),
    filed_on text not null
);

create index filing_item on filing (adoption, element, cycle, unit, id);
create index filing_unit on filing (unit, filed_on, id);

create table filing_field (
    filing bigint not null references filing (id),
    seq bigint not null,
    title text not null,
    value text not null,
    primary key (filing, seq)
);

create table prompt (
    id bigint primary key,
    adoption bigint not null references adoption (id),
    element text not null,
    cycle text not null,
    last_day text not null,
    subject text not null,
    person bigint references person (id),
    unit bigint references unit (id),
    trace text not null,
    records text not null,
    reason text not null,
    dealt_by bigint references person (id),
    dealt_on text not null
);

create index prompt_item on prompt (adoption, element, cycle, subject);
create index prompt_dealt on prompt (dealt_on, id);

create table finding_prompt (
    finding bigint primary key references finding (id),
    adoption bigint not null references adoption (id),
    element text not null,
    cycle text not null,
    last_day text not null,
    subject text not null,
    trace text not null,
    records text not null
);

create index finding_prompt_item on finding_prompt (adoption, element, cycle, subject);
