-- Attendance terminals, whose their numbers are, what they sent at once, and what is ordered of them. No column for
-- body data or for where somebody is: what a camera saw is dropped before anything is kept.
create table terminal (
    id bigint primary key,
    serial text not null unique,
    name text not null,
    unit bigint not null references unit (id),
    place text not null,
    numbering text not null,
    zone text not null,
    stage text not null,
    version bigint not null
);

create table terminal_pin (
    id bigint primary key,
    numbering text not null,
    pin text not null,
    person bigint not null references person (id),
    since text not null,
    until text
);

create index terminal_pin_of on terminal_pin (numbering, pin);
create index terminal_pin_person on terminal_pin (person);

-- One upload: its lines are its punches, those set aside, and repeats of what came before.
create table terminal_batch (
    id bigint primary key,
    terminal bigint not null references terminal (id),
    source text not null,
    stamp text not null,
    hash text not null,
    line_count bigint not null,
    received_at bigint not null,
    drift bigint,
    drift_at bigint
);

create index terminal_batch_of on terminal_batch (terminal, received_at);

create table punch (
    batch bigint not null references terminal_batch (id),
    line bigint not null,
    terminal bigint not null references terminal (id),
    pin text not null,
    shown text not null,
    status bigint not null,
    verify bigint not null,
    at bigint not null,
    clock text not null,
    primary key (batch, line),
    unique (terminal, pin, shown, status, verify)
);

create index punch_at on punch (at);

create table punch_aside (
    batch bigint not null references terminal_batch (id),
    line bigint not null,
    reason text not null,
    body text not null,
    primary key (batch, line)
);

create trigger punch_stays before update or delete on punch
for each row execute function refuse_change();
create trigger punch_aside_stays before update or delete on punch_aside
for each row execute function refuse_change();
