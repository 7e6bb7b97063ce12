-- Suspicions that an unfounded finding came of a false accusation, and the findings registered from them.
create table suspicion (
    id bigint primary key,
    finding bigint not null unique references finding (id),
    stage text not null,
    facts text not null,
    intent text not null,
    noted_by bigint references person (id),
    noted_on text not null,
    answer text not null,
    version bigint not null
);

create table finding_root (
    finding bigint primary key references finding (id),
    suspicion bigint not null unique references suspicion (id)
);
