-- Inspection visits: the record, its team, the unit's reply, corrections, evidence.
create table visit (
    id bigint primary key,
    year bigint not null,
    serial bigint not null,
    organ bigint not null references unit (id),
    unit bigint not null references unit (id),
    manner text not null,
    planned_from text not null,
    planned_until text not null,
    purpose text not null,
    stage text not null,
    visited_at bigint,
    observed text not null,
    outcome text,
    told text not null,
    version bigint not null,
    filed_at bigint,
    unique (year, serial)
);

create index visit_visited on visit (stage, visited_at, id);
create index visit_unit on visit (unit, visited_at);
create index visit_organ on visit (organ, visited_at);

create table visit_inspector (
    visit bigint not null references visit (id),
    place bigint not null,
    person bigint not null references person (id),
    signed_at bigint,
    primary key (visit, place)
);

create index visit_inspector_person on visit_inspector (person);

create table visit_reply (
    visit bigint primary key references visit (id),
    person bigint references person (id),
    position text,
    body text not null,
    replied_at bigint not null
);

create table visit_correction (
    visit bigint not null references visit (id),
    version bigint not null,
    field text not null,
    was text not null,
    became text not null,
    reason text not null,
    corrects bigint not null references act (id) deferrable initially deferred,
    primary key (visit, version, field)
);

create table evidence (
    id bigint primary key,
    visit bigint not null references visit (id),
    name text not null,
    media_type text not null,
    hash text not null,
    size bigint not null,
    added_at bigint not null
);

create index evidence_visit on evidence (visit);
create index evidence_hash on evidence (hash);

create table evidence_body (
    hash text primary key,
    body bytea not null
);
