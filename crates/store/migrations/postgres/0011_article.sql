-- Articles of the portal, with everybody whose hands they went through.
create table article (
    id bigint primary key,
    organ bigint not null references unit (id),
    section text not null,
    stage text not null,
    title text not null,
    body text not null,
    source text not null,
    authors text not null,
    editor bigint not null references person (id),
    drafted_on text not null,
    latest_on text not null,
    published_at bigint,
    reason text not null,
    version bigint not null
);

create index article_published on article (published_at, id);
create index article_organ on article (organ, stage, id);

create table article_part (
    article bigint not null references article (id),
    part text not null,
    person bigint not null references person (id),
    keyed bigint not null,
    primary key (article, part, person)
);

create index article_part_person on article_part (person);
