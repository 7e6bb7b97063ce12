-- Schemes that units put into force, what was filed for their items, and the prompts somebody dismissed; one that became a
-- finding is part of that. Which items there are, and what is prompted, is worked out from the text in force.
create table adoption (
    id integer primary key,
    unit integer not null references unit (id),
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
    version integer not null
) strict;

create index adoption_unit on adoption (unit, code, id);
create index adoption_code on adoption (code, since, id);

create table adoption_part (
    adoption integer not null references adoption (id),
    part text not null,
    person integer not null references person (id),
    keyed integer not null,
    absent integer not null,
    primary key (adoption, part, person)
) strict;

create index adoption_part_person on adoption_part (person);

create table filing (
    id integer primary key,
    adoption integer not null references adoption (id),
    element text not null,
    cycle text not null,
    unit integer not null references unit (id),
    kind text not null,
    reason text not null,
    corrects integer unique references filing (id),
    person integer not null references person (id),
    filed_on text not null
) strict;

create index filing_item on filing (adoption, element, cycle, unit, id);
create index filing_unit on filing (unit, filed_on, id);

create table filing_field (
    filing integer not null references filing (id),
    seq integer not null,
    title text not null,
    value text not null,
    primary key (filing, seq)
) strict;

create table prompt (
    id integer primary key,
    adoption integer not null references adoption (id),
    element text not null,
    cycle text not null,
    last_day text not null,
    subject text not null,
    person integer references person (id),
    unit integer references unit (id),
    trace text not null,
    records text not null,
    reason text not null,
    dealt_by integer references person (id),
    dealt_on text not null
) strict;

create index prompt_item on prompt (adoption, element, cycle, subject);
create index prompt_dealt on prompt (dealt_on, id);

create table finding_prompt (
    finding integer primary key references finding (id),
    adoption integer not null references adoption (id),
    element text not null,
    cycle text not null,
    last_day text not null,
    subject text not null,
    trace text not null,
    records text not null
) strict;

create index finding_prompt_item on finding_prompt (adoption, element, cycle, subject);
