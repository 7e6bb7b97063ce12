-- How a decision reached its subject, and before whom.
create table accountability_service (
    accountability bigint primary key references accountability (id),
    manner text not null,
    witnesses text not null
);
