-- Rectifications: what a unit is to put right, on a finding or on a promise; every check is kept.
create table rectification (
    id integer primary key,
    organ integer not null references unit (id),
    unit integer not null references unit (id),
    finding integer references finding (id),
    bulletin integer references bulletin (id),
    promise integer,
    stage text not null,
    item text not null,
    standard text not null,
    ordered_on text not null,
    plan_length text not null,
    plan_due text not null,
    plan_waits integer,
    due_length text not null,
    due_on text not null,
    due_waits integer,
    plan text not null,
    extension text not null,
    extended_to text,
    extension_reason text not null,
    claim text not null,
    claimed_on text,
    recheck_length text,
    recheck_due text,
    recheck_waits integer,
    closed_on text,
    revisit_length text,
    revisit_due text,
    revisit_waits integer,
    returns integer not null,
    latest_on text not null,
    version integer not null,
    unique (bulletin, promise)
) strict;

create index rectification_unit on rectification (unit, stage);

create index rectification_finding on rectification (finding);

create table rectification_check (
    id integer primary key,
    rectification integer not null references rectification (id),
    checked_on text not null,
    outcome text not null,
    result text not null,
    affected text not null
) strict;

create index rectification_check_of on rectification_check (rectification, id);

create table rectification_part (
    rectification integer not null references rectification (id),
    part text not null,
    person integer not null references person (id),
    keyed integer not null,
    absent integer not null,
    primary key (rectification, part, person)
) strict;

create index rectification_part_person on rectification_part (person);
