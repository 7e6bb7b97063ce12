-- Attendance terminals, whose their numbers are, what they sent at once, and what is ordered of them. No column for
-- body data or for where somebody is: what a camera saw is dropped before anything is kept.
create table terminal (
    id integer primary key,
    serial text not null unique,
    name text not null,
    unit integer not null references unit (id),
    place text not null,
    numbering text not null,
    zone text not null,
    stage text not null,
    version integer not null
) strict;

create table terminal_pin (
    id integer primary key,
    numbering text not null,
    pin text not null,
    person integer not null references person (id),
    since text not null,
    until text
) strict;

create index terminal_pin_of on terminal_pin (numbering, pin);
create index terminal_pin_person on terminal_pin (person);

-- One upload: its lines are its punches, those set aside, and repeats of what came before.
create table terminal_batch (
    id integer primary key,
    terminal integer not null references terminal (id),
    source text not null,
    stamp text not null,
    hash text not null,
    line_count integer not null,
    received_at integer not null,
    drift integer,
    drift_at integer
) strict;

create index terminal_batch_of on terminal_batch (terminal, received_at);

create table punch (
    batch integer not null references terminal_batch (id),
    line integer not null,
    terminal integer not null references terminal (id),
    pin text not null,
    shown text not null,
    status integer not null,
    verify integer not null,
    at integer not null,
    clock text not null,
    primary key (batch, line),
    unique (terminal, pin, shown, status, verify)
) strict;

create index punch_at on punch (at);

create table punch_aside (
    batch integer not null references terminal_batch (id),
    line integer not null,
    reason text not null,
    body text not null,
    primary key (batch, line)
) strict;

create trigger punch_stays before update on punch
begin select raise(abort, 'a punch is never changed'); end;
create trigger punch_remains before delete on punch
begin select raise(abort, 'a punch is never removed'); end;
create trigger punch_aside_stays before update on punch_aside
begin select raise(abort, 'what was set aside is never changed'); end;
create trigger punch_aside_remains before delete on punch_aside
begin select raise(abort, 'what was set aside is never removed'); end;
