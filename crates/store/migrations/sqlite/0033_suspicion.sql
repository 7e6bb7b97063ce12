-- Suspicions that an unfounded finding came of a false accusation, and the findings registered from them.
create table suspicion (
    id integer primary key,
    finding integer not null unique references finding (id),
    stage text not null,
    facts text not null,
    intent text not null,
    noted_by integer references person (id),
    noted_on text not null,
    answer text not null,
    version integer not null
) strict;

create table finding_root (
    finding integer primary key references finding (id),
    suspicion integer not null unique references suspicion (id)
) strict;
