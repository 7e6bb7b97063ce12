-- Suspicions that an unfounded finding came of a false accusation, the findings registered from them,
-- and who is asked in writing.
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

alter table finding add column suspicion integer references suspicion (id);
alter table finding add column asked integer references person (id);

create unique index finding_suspicion on finding (suspicion);
