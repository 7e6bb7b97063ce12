-- What a visit saw, looked into: findings, who answers for them, and the bulletins that tell it.
create table finding (
    id integer primary key,
    year integer not null,
    serial integer not null,
    visit integer not null references visit (id),
    organ integer not null references unit (id),
    unit integer not null references unit (id),
    stage text not null,
    facts text not null,
    screening text not null,
    established text not null,
    in_favour text not null,
    ground text not null,
    reason text not null,
    registered_on text not null,
    screened_on text,
    verified_on text,
    adjudicated_on text,
    version integer not null,
    unique (year, serial)
) strict;

create index finding_visit on finding (visit);
create index finding_unit on finding (unit, id);
create index finding_organ on finding (organ, stage, id);
create index finding_adjudicated on finding (stage, adjudicated_on, id);

create table finding_part (
    finding integer not null references finding (id),
    part text not null,
    person integer not null references person (id),
    keyed integer not null,
    primary key (finding, part, person)
) strict;

create index finding_part_person on finding_part (person);

create table accountability (
    id integer primary key,
    finding integer not null references finding (id),
    organ integer not null references unit (id),
    unit integer not null references unit (id),
    person integer references person (id),
    rank text,
    footing text,
    stage text not null,
    conduct text not null,
    ground text not null,
    proposed text not null,
    noticed_on text not null,
    answer_length text not null,
    answer_due text not null,
    answer_waits integer,
    statement text not null,
    answered_on text,
    response text not null,
    measure text not null,
    because text not null,
    decided_on text,
    year integer,
    serial integer,
    served_on text,
    remedy_length text,
    remedy_due text,
    remedy_waits integer,
    version integer not null,
    unique (organ, year, serial)
) strict;

create index accountability_finding on accountability (finding);
create index accountability_person on accountability (person);
create index accountability_unit on accountability (unit, id);
create index accountability_organ on accountability (organ, stage, id);
create index accountability_served on accountability (stage, served_on, id);

create table accountability_part (
    accountability integer not null references accountability (id),
    part text not null,
    person integer not null references person (id),
    keyed integer not null,
    primary key (accountability, part, person)
) strict;

create index accountability_part_person on accountability_part (person);

create table bulletin (
    id integer primary key,
    organ integer not null references unit (id),
    kind text not null,
    scope text not null,
    stage text not null,
    title text not null,
    lead text not null,
    close text not null,
    requester integer references person (id),
    year integer,
    serial integer,
    drafted_on text not null,
    latest_on text not null,
    signed_on text,
    published_on text,
    expiry_length text,
    expires_on text,
    expiry_waits integer,
    version integer not null,
    unique (organ, kind, year, serial)
) strict;

create index bulletin_published on bulletin (stage, published_on, id);

create table bulletin_item (
    bulletin integer not null references bulletin (id),
    place integer not null,
    accountability integer not null references accountability (id),
    naming text not null,
    primary key (bulletin, place)
) strict;

create index bulletin_item_accountability on bulletin_item (accountability);

create table bulletin_fault (
    bulletin integer not null references bulletin (id),
    place integer not null,
    body text not null,
    primary key (bulletin, place)
) strict;

create table bulletin_promise (
    bulletin integer not null references bulletin (id),
    place integer not null,
    item text not null,
    standard text not null,
    due text not null,
    primary key (bulletin, place)
) strict;

create table bulletin_part (
    bulletin integer not null references bulletin (id),
    part text not null,
    person integer not null references person (id),
    keyed integer not null,
    primary key (bulletin, part, person)
) strict;

create index bulletin_part_person on bulletin_part (person);
