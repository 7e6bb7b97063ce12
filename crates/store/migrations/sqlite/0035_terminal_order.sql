-- What is ordered of a terminal, and what is known of a terminal besides the acts.
create table terminal_order (
    id integer primary key,
    terminal integer not null references terminal (id),
    body text not null,
    ordered_at integer not null
) strict;

create index terminal_order_of on terminal_order (terminal);

-- When an order went out and what came of it.
create table terminal_answer (
    of integer primary key references terminal_order (id),
    sent_at integer,
    answered_at integer,
    result integer
) strict;

-- How far a terminal has sent, in its own words, table by table.
create table terminal_stamp (
    terminal integer not null references terminal (id),
    source text not null,
    stamp text not null,
    primary key (terminal, source)
) strict;

-- When a terminal was heard last, and how far its clock was off.
create table terminal_heard (
    terminal integer primary key references terminal (id),
    heard_at integer not null,
    sent_at integer,
    drift integer,
    drift_at integer
) strict;

-- Boxes that knock and are not registered.
create table terminal_caller (
    serial text primary key,
    first_at integer not null,
    last_at integer not null,
    calls integer not null
) strict;
