-- Monthly reports of the members of a campaign: every confirmation is kept.
create table monthly_report (
    id bigint primary key,
    campaign bigint not null references campaign (id),
    unit bigint not null references unit (id),
    month text not null,
    stage text not null,
    due_length text not null,
    due_on text not null,
    due_waits bigint,
    first_on text not null,
    latest_on text not null,
    confirmation bigint not null,
    reason text not null,
    version bigint not null,
    unique (campaign, unit, month)
);

create index monthly_report_month on monthly_report (month, unit);

create table monthly_report_confirmation (
    id bigint primary key,
    report bigint not null references monthly_report (id),
    confirmed_on text not null,
    cutoff_at bigint not null,
    visits_made bigint not null,
    visits_had bigint not null,
    findings bigint not null,
    unit_decisions bigint not null,
    person_decisions bigint not null,
    bulletins bigint not null,
    words text not null
);

create index monthly_report_confirmation_report on monthly_report_confirmation (report, id);

create table monthly_report_part (
    report bigint not null references monthly_report (id),
    part text not null,
    person bigint not null references person (id),
    keyed bigint not null,
    absent bigint not null,
    primary key (report, part, person)
);

create index monthly_report_part_person on monthly_report_part (person);
