-- Other ways in than the push protocol: how a terminal's punches reach us, the key of those that come in by one (its
-- SHA-256 alone), and which numbers of a door controller's events came, in runs without a gap.
alter table terminal add column kind text not null default 'iclock';

create table terminal_key (
    terminal integer primary key references terminal (id),
    hash text not null unique,
    made_at integer not null
) strict;

create table terminal_run (
    terminal integer not null references terminal (id),
    began integer not null,
    ended integer not null,
    primary key (terminal, began)
) strict;
