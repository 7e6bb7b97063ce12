-- On what footing somebody is in a post, when it is expected to end, and who takes over open work.
alter table appointment add column kind text not null default 'full';
alter table appointment add column due text;

create index appointment_post on appointment (post, since);

create table handover (
    id integer primary key,
    appointment integer not null references appointment (id),
    person integer not null references person (id),
    what text not null,
    record integer not null,
    taker integer not null references person (id)
) strict;

create index handover_person on handover (person);
create index handover_taker on handover (taker);
