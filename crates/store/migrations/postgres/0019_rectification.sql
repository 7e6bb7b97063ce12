-- Rectifications: what a unit is to put right, on a finding or on a promise; every check is kept.
create table rectification (
    id bigint primary key,
    organ bigint not null references unit (id),
    unit bigint not null references unit (id),
    finding bigint references finding (id),
    bulletin bigint references bulletin (id),
    promise bigint,
    stage text not null,
    item text not null,
    standard text not null,
    ordered_on text not null,
    plan_length text not null,
    plan_due text not null,
    plan_waits bigint,
    due_length text not null,
    due_on text not null,
    due_waits bigint,
    plan text not null,
    extension text not null,
    extended_to text,
    extension_reason text not null,
    claim text not null,
    claimed_on text,
    recheck_length text,
    recheck_due text,
    recheck_waits bigint,
    closed_on text,
    revisit_length text,
    revisit_due text,
    revisit_waits bigint,
    returns bigint not null,
    latest_on text not null,
    version bigint not null,
    unique (bulletin, promise)
);

create index rectification_unit on rectification (unit, stage);

create index rectification_finding on rectification (finding);

create table rectification_check (
    id bigint primary key,
    rectification bigint not null references rectification (id),
    checked_on text not null,
    outcome text not null,
    result text not null,
    affected text not null
);

create index rectification_check_of on rectification_check (rectification, id);

create table rectification_part (
    rectification bigint not null references rectification (id),
    part text not null,
    person bigint not null references person (id),
    keyed bigint not null,
    absent bigint not null,
    primary key (rectification, part, person)
);

create index rectification_part_person on rectification_part (person);
