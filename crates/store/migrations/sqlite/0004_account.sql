-- Who signs in, with which roles; what proves it is kept apart and is not governed.
create table account (
    id integer primary key,
    name text not null unique,
    person integer unique references person (id),
    status text not null
) strict;

create table role_grant (
    id integer primary key,
    account integer not null references account (id),
    role text not null,
    unit integer not null references unit (id),
    stage text not null,
    proposed_by integer references account (id),
    confirmed_by integer references account (id),
    changed_at integer not null
) strict;

create index role_grant_account on role_grant (account);

create table credential (
    account integer primary key references account (id),
    phc text not null,
    changed_at integer not null
) strict;

create table one_time_code (
    account integer primary key references account (id),
    hash text not null,
    expires_at integer not null
) strict;

create table access_token (
    id integer primary key,
    hash text not null unique,
    account integer not null references account (id),
    label text not null,
    actions text not null,
    made_at integer not null,
    expires_at integer not null
) strict;

create index access_token_account on access_token (account);

create table session (
    id integer primary key,
    hash text not null unique,
    account integer not null references account (id),
    csrf text not null,
    started_at integer not null,
    used_at integer not null
) strict;

create index session_account on session (account);
create index session_used on session (used_at);

create table sign_in_failure (
    name text not null,
    address text not null,
    network text not null,
    at integer not null
) strict;

create index sign_in_failure_name on sign_in_failure (name, at);
create index sign_in_failure_network on sign_in_failure (network, at);
create index sign_in_failure_at on sign_in_failure (at);

create table familiar_address (
    name text not null,
    address text not null,
    at integer not null,
    primary key (name, address)
) strict;
