-- Other ways in than the push protocol: how a terminal's punches reach us, the key of those that come in by one (its
-- SHA-256 alone), and which numbers of a door controller's events came, in runs without a gap.
alter table terminal add column kind text not null default 'iclock';

create table terminal_key (
    terminal bigint primary key references terminal (id),
    hash text not null unique,
    made_at bigint not null
);

create table terminal_run (
    terminal bigint not null references terminal (id),
    began bigint not null,
    ended bigint not null,
    primary key (terminal, began)
);
