-- Requests of attendance: leave, trips, field work, overtime, forgotten punches.
create table request (
    id bigint primary key,
    person bigint not null references person (id),
    unit bigint not null references unit (id),
    kind text not null,
    subtype text not null,
    begins_at text not null,
    ends_at text not null,
    weekdays text not null,
    daily_from text not null,
    daily_to text not null,
    place text not null,
    reason text not null,
    asked_on text not null,
    is_late bigint not null,
    stage text not null,
    decided_by bigint references person (id),
    decided_on text,
    answer text not null,
    ended_at text,
    version bigint not null
);

create index request_person on request (person, begins_at);
create index request_stage on request (stage, ends_at);
create index request_unit on request (unit, begins_at);
