-- Suspicions that an unfounded finding came of a false accusation, the findings registered from them,
-- and who is asked in writing.
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

alter table finding add column suspicion bigint references suspicion (id);
alter table finding add column asked bigint references person (id);

create unique index finding_suspicion on finding (suspicion);
