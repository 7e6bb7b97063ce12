-- Campaigns: the plan with its phases and the duties of its member units, and everybody whose hands it
-- went through. That a plan was replaced follows from the issued one that names it: its own row stays as
-- its last act left it.
create table campaign (
    id integer primary key,
    organ integer not null references unit (id),
    stage text not null,
    title text not null,
    doc_number text not null,
    purpose text not null,
    body text not null,
    starts text not null,
    ends text not null,
    report_days integer not null,
    replaces integer references campaign (id),
    drafted_on text not null,
    issued_on text,
    latest_on text not null,
    reason text not null,
    version integer not null
) strict;

create index campaign_organ on campaign (organ, stage, id);
create index campaign_days on campaign (starts, ends, id);
create index campaign_replaces on campaign (replaces);

create table campaign_phase (
    campaign_id integer not null references campaign (id),
    seq integer not null,
    title text not null,
    starts text not null,
    ends text not null,
    primary key (campaign_id, seq)
) strict;

create table campaign_duty (
    campaign_id integer not null references campaign (id),
    seq integer not null,
    unit_id integer not null references unit (id),
    text text not null,
    due text,
    primary key (campaign_id, seq)
) strict;

create index campaign_duty_unit on campaign_duty (unit_id);

create table campaign_part (
    campaign_id integer not null references campaign (id),
    part text not null,
    person integer not null references person (id),
    keyed integer not null,
    absent integer not null,
    primary key (campaign_id, part, person)
) strict;

create index campaign_part_person on campaign_part (person);
