-- Reviews of served decisions, and what a published bulletin says of decisions that were changed.
create table review (
    id integer primary key,
    accountability integer not null references accountability (id),
    organ integer not null references unit (id),
    origin text not null,
    stage text not null,
    grounds text not null,
    late_reason text not null,
    lodged_on text not null,
    accept_length text,
    accept_due text,
    accept_waits integer,
    taken_on text,
    answer text not null,
    decide_length text,
    decide_due text,
    decide_waits integer,
    outcome text,
    measure text not null,
    because text not null,
    decided_on text,
    year integer,
    serial integer,
    served_on text,
    next_length text,
    next_due text,
    next_waits integer,
    latest_on text not null,
    version integer not null,
    unique (organ, year, serial)
) strict;

create index review_accountability on review (accountability, stage);

create index review_organ on review (organ, stage);

create table review_part (
    review integer not null references review (id),
    part text not null,
    person integer not null references person (id),
    keyed integer not null,
    absent integer not null,
    primary key (review, part, person)
) strict;

create index review_part_person on review_part (person);

create table bulletin_correction (
    id integer primary key,
    bulletin integer not null references bulletin (id),
    kind text not null,
    corrected_on text not null,
    reason text not null
) strict;

create index bulletin_correction_of on bulletin_correction (bulletin, id);
