-- Records of sanctions that other organs decided.
create table sanction (
    id bigint primary key,
    subject bigint not null references person (id),
    unit bigint not null references unit (id),
    kind text not null,
    imposer text not null,
    organ text not null,
    number text not null,
    hash text not null,
    decided_on text not null,
    heard_on text not null,
    stated bigint,
    stage text not null,
    ended_on text,
    ended_by text not null,
    ended_number text not null,
    corrected text not null,
    version bigint not null
);

create index sanction_subject on sanction (subject);
