-- Who stands in for a post, who is away, for whom an act was done; ties of kin that were wrong.
create table deputy (
    id bigint primary key,
    post bigint not null references post (id),
    person bigint not null references person (id),
    since text not null,
    until text
);

create index deputy_post on deputy (post, since);
create index deputy_person on deputy (person, since);

create table away (
    id bigint primary key,
    person bigint not null references person (id),
    since text not null,
    until text not null,
    back_on text,
    kind text not null,
    note text not null
);

create index away_person on away (person, since);
create index away_until on away (until, since);

create table stand_in (
    account bigint primary key references account (id),
    person bigint not null references person (id)
);

alter table act add column on_behalf_of bigint;

alter table finding_part add column absent bigint not null default 0;
alter table accountability_part add column absent bigint not null default 0;
alter table bulletin_part add column absent bigint not null default 0;
alter table article_part add column absent bigint not null default 0;

alter table kin add column withdrawn_on text;
alter table kin add column withdrawn_because text;
