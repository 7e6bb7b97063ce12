-- Duty posts, the rosters of units' months with their changes, and turns that were handed over.
create table duty_post (
    id bigint primary key,
    unit bigint not null references unit (id),
    name text not null,
    kind text not null,
    rule text not null,
    needed bigint not null,
    closed_on text
);

create index duty_post_unit on duty_post (unit);

create table roster (
    id bigint primary key,
    unit bigint not null references unit (id),
    month text not null,
    stage text not null,
    published_on text,
    changes bigint not null,
    version bigint not null,
    unique (month, unit)
);

create index roster_unit on roster (unit, month);

create table roster_line (
    roster bigint not null references roster (id),
    post bigint not null references duty_post (id),
    turns text not null,
    primary key (roster, post)
);

create table roster_change (
    roster bigint not null references roster (id),
    number bigint not null,
    changed_on text not null,
    reason text not null,
    turns text not null,
    primary key (roster, number)
);

create table duty_swap (
    id bigint primary key,
    roster bigint not null references roster (id),
    post bigint not null references duty_post (id),
    day text not null,
    giver bigint not null references person (id),
    taker bigint not null references person (id),
    reason text not null,
    stage text not null,
    asked_on text not null,
    decided_by bigint references person (id),
    decided_on text,
    answer text not null,
    is_late bigint not null,
    version bigint not null
);

create index duty_swap_roster on duty_swap (roster);
create index duty_swap_stage on duty_swap (stage);
