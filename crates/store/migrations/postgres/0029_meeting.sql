-- Meetings: who was called and came, the agenda, the ballot on each matter; and of a decision, the meeting and
-- the place on its agenda that it was carried out from.
create table meeting (
    id bigint primary key,
    organ bigint not null references unit (id),
    stage text not null,
    held_on text not null,
    called_on text not null,
    minutes text not null,
    signed_on text,
    year bigint,
    serial bigint,
    reason text not null,
    version bigint not null
);

create index meeting_organ on meeting (organ, stage, held_on);
create unique index meeting_number on meeting (organ, year, serial);

create table meeting_attendee (
    meeting bigint not null references meeting (id),
    place bigint not null,
    person bigint not null references person (id),
    present bigint not null,
    primary key (meeting, place)
);

create index meeting_attendee_person on meeting_attendee (person);

create table meeting_item (
    meeting bigint not null references meeting (id),
    place bigint not null,
    accountability bigint not null references accountability (id),
    proposal text,
    measure text not null,
    response text not null,
    because text not null,
    primary key (meeting, place)
);

create index meeting_item_accountability on meeting_item (accountability);

create table meeting_ballot (
    meeting bigint not null references meeting (id),
    accountability bigint not null references accountability (id),
    place bigint not null,
    person bigint not null references person (id),
    vote text not null,
    words text not null,
    primary key (meeting, accountability, place)
);

create table accountability_meeting (
    accountability bigint primary key references accountability (id),
    meeting bigint not null references meeting (id),
    item bigint not null
);

create index accountability_meeting_of on accountability_meeting (meeting);
