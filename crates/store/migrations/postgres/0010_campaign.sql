-- Campaigns: the plan with its phases and the duties of its member units, and everybody whose hands it
-- went through. That a plan was replaced follows from the issued one that names it: its own row stays as
-- its last act left it.
create table campaign (
    id bigint primary key,
    organ bigint not null references unit (id),
    stage text not null,
    title text not null,
    doc_number text not null,
    purpose text not null,
    body text not null,
    starts text not null,
    ends text not null,
    report_days bigint not null,
    replaces bigint references campaign (id),
    drafted_on text not null,
    issued_on text,
    latest_on text not null,
    reason text not null,
    version bigint not null
);

create index campaign_organ on campaign (organ, stage, id);
create index campaign_days on campaign (starts, ends, id);
create index campaign_replaces on campaign (replaces);

create table campaign_phase (
    campaign_id bigint not null references campaign (id),
    seq bigint not null,
    title text not null,
    starts text not null,
    ends text not null,
    primary key (campaign_id, seq)
);

create table campaign_duty (
    campaign_id bigint not null references campaign (id),
    seq bigint not null,
    unit_id bigint not null references unit (id),
    text text not null,
    due text,
    primary key (campaign_id, seq)
);

create index campaign_duty_unit on campaign_duty (unit_id);

create table campaign_part (
    campaign_id bigint not null references campaign (id),
    part text not null,
    person bigint not null references person (id),
    keyed bigint not null,
    absent bigint not null,
    primary key (campaign_id, part, person)
);

create index campaign_part_person on campaign_part (person);
