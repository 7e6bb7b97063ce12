-- A visit planned beyond the cap of its quarter: how many there were, how many the law of the day had at
-- most, why one more, and which leader approved it.
create table visit_over_cap (
    visit integer primary key references visit (id),
    planned integer not null,
    most integer not null,
    reason text not null,
    approver integer not null references person (id)
) strict;

create index visit_unit_planned on visit (unit, planned_from);
