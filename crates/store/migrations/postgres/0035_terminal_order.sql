-- What is ordered of a terminal, and what is known of a terminal besides the acts.
create table terminal_order (
    id bigint primary key,
    terminal bigint not null references terminal (id),
    body text not null,
    ordered_at bigint not null
);

create index terminal_order_of on terminal_order (terminal);

-- When an order went out and what came of it.
create table terminal_answer (
    of bigint primary key references terminal_order (id),
    sent_at bigint,
    answered_at bigint,
    result bigint
);

-- How far a terminal has sent, in its own words, table by table.
create table terminal_stamp (
    terminal bigint not null references terminal (id),
    source text not null,
    stamp text not null,
    primary key (terminal, source)
);

-- When a terminal was heard last, and how far its clock was off.
create table terminal_heard (
    terminal bigint primary key references terminal (id),
    heard_at bigint not null,
    sent_at bigint,
    drift bigint,
    drift_at bigint
);

-- Boxes that knock and are not registered.
create table terminal_caller (
    serial text primary key,
    first_at bigint not null,
    last_at bigint not null,
    calls bigint not null
);
