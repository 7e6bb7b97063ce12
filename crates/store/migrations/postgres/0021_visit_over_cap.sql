-- A visit planned beyond the cap of its quarter: how many there were, how many the law of the day had at
-- most, why one more, and which leader approved it.
create table visit_over_cap (
    visit bigint primary key references visit (id),
    planned bigint not null,
    most bigint not null,
    reason text not null,
    approver bigint not null references person (id)
);

create index visit_unit_planned on visit (unit, planned_from);
