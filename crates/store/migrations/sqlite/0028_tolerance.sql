-- What the questions of tolerance were answered with before a notice was given, in the order of the law.
create table accountability_tolerance (
    accountability integer not null references accountability (id),
    place integer not null,
    question text not null,
    answer text not null,
    because text not null,
    primary key (accountability, place)
) strict;
