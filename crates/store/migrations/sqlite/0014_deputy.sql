-- Who stands in for a post, who is away, for whom an act was done; ties of kin that were wrong.
create table deputy (
    id integer primary key,
    post integer not null references post (id),
    person integer not null references person (id),
    since text not null,
    until text
) strict;

create index deputy_post on deputy (post, since);
create index deputy_person on deputy (person, since);

create table away (
    id integer primary key,
    person integer not null references person (id),
    since text not null,
    until text not null,
    back_on text,
    kind text not null,
    note text not null
) strict;

create index away_person on away (person, since);
create index away_until on away (until, since);

create table stand_in (
    account integer primary key references account (id),
    person integer not null references person (id)
) strict;

alter table act add column on_behalf_of integer;

alter table finding_part add column absent integer not null default 0;
alter table accountability_part add column absent integer not null default 0;
alter table bulletin_part add column absent integer not null default 0;
alter table article_part add column absent integer not null default 0;

alter table kin add column withdrawn_on text;
alter table kin add column withdrawn_because text;
