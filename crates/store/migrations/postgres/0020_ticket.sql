-- Tickets that anybody sends, what was said in them, and apart from both how to reach whoever sent one.
create table ticket (
    id bigint primary key,
    year bigint not null,
    serial bigint not null,
    kind text not null,
    stage text not null,
    page text not null,
    passage text not null,
    private bigint not null,
    hidden bigint not null,
    unit bigint references unit (id),
    service text not null,
    body text not null,
    code text not null,
    submitted_on text not null,
    accept_from text not null,
    accept_length text not null,
    accept_due text not null,
    accept_waits bigint,
    handler bigint references person (id),
    accepted_on text,
    answer_length text,
    answer_due text,
    answer_waits bigint,
    handed_on text,
    outcome text,
    was text not null,
    became text not null,
    answered_on text,
    unsolved_length text,
    unsolved_due text,
    unsolved_waits bigint,
    reopened bigint not null,
    closed_on text,
    erase_on text,
    erased bigint not null,
    version bigint not null,
    unique (year, serial)
);

create index ticket_stage on ticket (stage, id);
create index ticket_page on ticket (page, stage);
create index ticket_unit on ticket (unit, stage, id);
create index ticket_day on ticket (submitted_on);

create table ticket_message (
    ticket bigint not null references ticket (id),
    place bigint not null,
    voice text not null,
    body text not null,
    said_at bigint not null,
    primary key (ticket, place)
);

create table ticket_reach (
    ticket bigint primary key references ticket (id),
    way text not null,
    until text
);

create index ticket_reach_until on ticket_reach (until);

create table ticket_arrival (
    day text not null,
    connection text not null,
    seen bigint not null,
    primary key (day, connection)
);
