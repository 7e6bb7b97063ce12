-- Monthly reports of the members of a campaign: every confirmation is kept.
create table monthly_report (
    id integer primary key,
    campaign integer not null references campaign (id),
    unit integer not null references unit (id),
    month text not null,
    stage text not null,
    due_length text not null,
    due_on text not null,
    due_waits integer,
    first_on text not null,
    latest_on text not null,
    confirmation integer not null,
    reason text not null,
    version integer not null,
    unique (campaign, unit, month)
) strict;

create index monthly_report_month on monthly_report (month, unit);

create table monthly_report_confirmation (
    id integer primary key,
    report integer not null references monthly_report (id),
    confirmed_on text not null,
    cutoff_at integer not null,
    visits_made integer not null,
    visits_had integer not null,
    findings integer not null,
    unit_decisions integer not null,
    person_decisions integer not null,
    bulletins integer not null,
    words text not null
) strict;

create index monthly_report_confirmation_report on monthly_report_confirmation (report, id);

create table monthly_report_part (
    report integer not null references monthly_report (id),
    part text not null,
    person integer not null references person (id),
    keyed integer not null,
    absent integer not null,
    primary key (report, part, person)
) strict;

create index monthly_report_part_person on monthly_report_part (person);
