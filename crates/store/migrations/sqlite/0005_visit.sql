-- Inspection visits: the record, its team, the unit's reply, corrections, evidence.
create table visit (
    id integer primary key,
    year integer not null,
    serial integer not null,
    organ integer not null references unit (id),
    unit integer not null references unit (id),
    manner text not null,
    planned_from text not null,
    planned_until text not null,
    purpose text not null,
    stage text not null,
    visited_at integer,
    observed text not null,
    outcome text,
    told text not null,
    version integer not null,
    filed_at integer,
    unique (year, serial)
) strict;

create index visit_visited on visit (stage, visited_at, id);
create index visit_unit on visit (unit, visited_at);
create index visit_organ on visit (organ, visited_at);

create table visit_inspector (
    visit integer not null references visit (id),
    place integer not null,
    person integer not null references person (id),
    signed_at integer,
    primary key (visit, place)
) strict;

create index visit_inspector_person on visit_inspector (person);

create table visit_reply (
    visit integer primary key references visit (id),
    person integer references person (id),
    position text,
    body text not null,
    replied_at integer not null
) strict;

create table visit_correction (
    visit integer not null references visit (id),
    version integer not null,
    field text not null,
    was text not null,
    became text not null,
    reason text not null,
    corrects integer not null references act (id) deferrable initially deferred,
    primary key (visit, version, field)
) strict;

create table evidence (
    id integer primary key,
    visit integer not null references visit (id),
    name text not null,
    media_type text not null,
    hash text not null,
    size integer not null,
    added_at integer not null
) strict;

create index evidence_visit on evidence (visit);
create index evidence_hash on evidence (hash);

create table evidence_body (
    hash text primary key,
    body blob not null
) strict;
