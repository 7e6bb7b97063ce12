-- Who told of what became a finding, apart from it, and the openings by two.
create table sealed_source (
    id bigint primary key,
    finding bigint not null unique references finding (id),
    words text not null,
    sealed_by bigint references person (id),
    sealed_on text not null
);

create table source_opening (
    id bigint primary key,
    source bigint not null references sealed_source (id),
    stage text not null,
    purpose text not null,
    reason text not null,
    asker bigint references person (id),
    asked_on text not null,
    answer text not null,
    second bigint references person (id),
    opened_at bigint,
    version bigint not null
);

create index source_opening_of on source_opening (source, stage);

create index source_opening_stage on source_opening (stage, opened_at);
