-- Entries of the red and the black list; every objection is kept.
create table list_entry (
    id bigint primary key,
    board text not null,
    unit bigint not null references unit (id),
    person bigint references person (id),
    decision bigint references accountability (id),
    stage text not null,
    reason text not null,
    consent text not null,
    proposed_on text not null,
    statement_length text,
    statement_due text,
    statement_waits bigint,
    statement text not null,
    office bigint references unit (id),
    verified text not null,
    purpose text not null,
    effect text not null,
    safeguard text not null,
    noticed_on text,
    notice_length text,
    notice_due text,
    notice_waits bigint,
    expiry_length text,
    expiry_due text,
    expiry_waits bigint,
    objected_on text,
    held_until text,
    removed_on text,
    removal text not null,
    latest_on text not null,
    version bigint not null
);

create index list_entry_board on list_entry (board, stage);

create index list_entry_unit on list_entry (unit);

create index list_entry_decision on list_entry (decision);

create table list_objection (
    id bigint primary key,
    list_entry bigint not null references list_entry (id),
    raised_on text not null,
    reason text not null,
    answer_length text not null,
    answer_due text not null,
    answer_waits bigint,
    outcome text,
    answer text not null,
    answered_on text
);

create index list_objection_of on list_objection (list_entry, id);

create table list_entry_part (
    list_entry bigint not null references list_entry (id),
    part text not null,
    person bigint not null references person (id),
    keyed bigint not null,
    absent bigint not null,
    primary key (list_entry, part, person)
);

create index list_entry_part_person on list_entry_part (person);
