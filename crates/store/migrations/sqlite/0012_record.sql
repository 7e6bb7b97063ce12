-- One's own record: who read it, what one objects to, and the messages that acts put in.
create table objection (
    id integer primary key,
    person integer not null references person (id),
    entry_kind text not null,
    entry integer not null,
    organ integer references unit (id),
    stage text not null,
    wrong text not null,
    rightly text not null,
    proof text not null,
    raised_on text not null,
    answer_length text not null,
    answer_due text not null,
    answer_waits integer,
    answer text not null,
    answered_by integer references person (id),
    answered_on text,
    version integer not null
) strict;

create index objection_person on objection (person, id);
create index objection_organ on objection (organ, stage, id);

create table read_log (
    person integer not null references person (id),
    reader integer not null references account (id),
    kind text not null,
    subject integer not null,
    day text not null,
    at integer not null,
    primary key (person, day, reader, kind, subject)
) strict;

create index read_log_day on read_log (day);

create table outbox (
    person integer not null references person (id),
    kind text not null,
    about integer not null,
    details text not null,
    created_at integer not null,
    channel text not null,
    state text not null,
    read_at integer,
    primary key (person, kind, about)
) strict;

create index outbox_created on outbox (created_at);
