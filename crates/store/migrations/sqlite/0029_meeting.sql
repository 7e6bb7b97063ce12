-- Meetings: who was called and came, the agenda, the ballot on each matter; and of a decision, the meeting and
-- the place on its agenda that it was carried out from.
create table meeting (
    id integer primary key,
    organ integer not null references unit (id),
    stage text not null,
    held_on text not null,
    called_on text not null,
    minutes text not null,
    signed_on text,
    year integer,
    serial integer,
    reason text not null,
    version integer not null
) strict;

create index meeting_organ on meeting (organ, stage, held_on);
create unique index meeting_number on meeting (organ, year, serial);

create table meeting_attendee (
    meeting integer not null references meeting (id),
    place integer not null,
    person integer not null references person (id),
    present integer not null,
    primary key (meeting, place)
) strict;

create index meeting_attendee_person on meeting_attendee (person);

create table meeting_item (
    meeting integer not null references meeting (id),
    place integer not null,
    accountability integer not null references accountability (id),
    proposal text,
    measure text not null,
    response text not null,
    because text not null,
    primary key (meeting, place)
) strict;

create index meeting_item_accountability on meeting_item (accountability);

create table meeting_ballot (
    meeting integer not null references meeting (id),
    accountability integer not null references accountability (id),
    place integer not null,
    person integer not null references person (id),
    vote text not null,
    words text not null,
    primary key (meeting, accountability, place)
) strict;

create table accountability_meeting (
    accountability integer primary key references accountability (id),
    meeting integer not null references meeting (id),
    item integer not null
) strict;

create index accountability_meeting_of on accountability_meeting (meeting);
