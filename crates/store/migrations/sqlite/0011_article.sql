-- Articles of the portal, with everybody whose hands they went through.
create table article (
    id integer primary key,
    organ integer not null references unit (id),
    section text not null,
    stage text not null,
    title text not null,
    body text not null,
    source text not null,
    authors text not null,
    editor integer not null references person (id),
    drafted_on text not null,
    latest_on text not null,
    published_at integer,
    reason text not null,
    version integer not null
) strict;

create index article_published on article (published_at, id);
create index article_organ on article (organ, stage, id);

create table article_part (
    article integer not null references article (id),
    part text not null,
    person integer not null references person (id),
    keyed integer not null,
    primary key (article, part, person)
) strict;

create index article_part_person on article_part (person);
