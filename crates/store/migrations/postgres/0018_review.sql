-- Reviews of served decisions, and what a published bulletin says of decisions that were changed.
create table review (
    id bigint primary key,
    accountability bigint not null references accountability (id),
    organ bigint not null references unit (id),
    origin text not null,
    stage text not null,
    grounds text not null,
    late_reason text not null,
    lodged_on text not null,
    accept_length text,
    accept_due text,
    accept_waits bigint,
    taken_on text,
    answer text not null,
    decide_length text,
    decide_due text,
    decide_waits bigint,
    outcome text,
    measure text not null,
    because text not null,
    decided_on text,
    year bigint,
    serial bigint,
    served_on text,
    next_length text,
    next_due text,
    next_waits bigint,
    latest_on text not null,
    version bigint not null,
    unique (organ, year, serial)
);

create index review_accountability on review (accountability, stage);

create index review_organ on review (organ, stage);

create table review_part (
    review bigint not null references review (id),
    part text not null,
    person bigint not null references person (id),
    keyed bigint not null,
    absent bigint not null,
    primary key (review, part, person)
);

create index review_part_person on review_part (person);

create table bulletin_correction (
    id bigint primary key,
    bulletin bigint not null references bulletin (id),
    kind text not null,
    corrected_on text not null,
    reason text not null
);

create index bulletin_correction_of on bulletin_correction (bulletin, id);
