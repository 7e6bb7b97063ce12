-- Who signs in, with which roles; what proves it is kept apart and is not governed.
create table account (
    id bigint primary key,
    name text not null unique,
    person bigint unique references person (id),
    status text not null
);

create table role_grant (
    id bigint primary key,
    account bigint not null references account (id),
    role text not null,
    unit bigint not null references unit (id),
    stage text not null,
    proposed_by bigint references account (id),
    confirmed_by bigint references account (id),
    changed_at bigint not null
);

create index role_grant_account on role_grant (account);

create table credential (
    account bigint primary key references account (id),
    phc text not null,
    changed_at bigint not null
);

create table one_time_code (
    account bigint primary key references account (id),
    hash text not null,
    expires_at bigint not null
);

create table access_token (
    id bigint primary key,
    hash text not null unique,
    account bigint not null references account (id),
    label text not null,
    actions text not null,
    made_at bigint not null,
    expires_at bigint not null
);

create index access_token_account on access_token (account);

create table session (
    id bigint primary key,
    hash text not null unique,
    account bigint not null references account (id),
    csrf text not null,
    started_at bigint not null,
    used_at bigint not null
);

create index session_account on session (account);
create index session_used on session (used_at);

create table sign_in_failure (
    name text not null,
    address text not null,
    network text not null,
    at bigint not null
);

create index sign_in_failure_name on sign_in_failure (name, at);
create index sign_in_failure_network on sign_in_failure (network, at);
create index sign_in_failure_at on sign_in_failure (at);

create table familiar_address (
    name text not null,
    address text not null,
    at bigint not null,
    primary key (name, address)
);
