-- One's own record: who read it, what one objects to, and the messages that acts put in.
create table objection (
    id bigint primary key,
    person bigint not null references person (id),
    entry_kind text not null,
    entry bigint not null,
    organ bigint references unit (id),
    stage text not null,
    wrong text not null,
    rightly text not null,
    proof text not null,
    raised_on text not null,
    answer_length text not null,
    answer_due text not null,
    answer_waits bigint,
    answer text not null,
    answered_by bigint references person (id),
    answered_on text,
    version bigint not null
);

create index objection_person on objection (person, id);
create index objection_organ on objection (organ, stage, id);

create table read_log (
    person bigint not null references person (id),
    reader bigint not null references account (id),
    kind text not null,
    subject bigint not null,
    day text not null,
    at bigint not null,
    primary key (person, day, reader, kind, subject)
);

create index read_log_day on read_log (day);

create table outbox (
    person bigint not null references person (id),
    kind text not null,
    about bigint not null,
    details text not null,
    created_at bigint not null,
    channel text not null,
    state text not null,
    read_at bigint,
    primary key (person, kind, about)
);

create index outbox_created on outbox (created_at);
