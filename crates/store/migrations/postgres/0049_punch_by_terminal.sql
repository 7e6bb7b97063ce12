-- Punches are found by terminal, in the order of what its clock showed, by the key that refuses a repeat. Which terminals
-- ever read a number is remembered, so that the punches of one person are not looked for at all.
drop index punch_at;

create table pin_terminal (
    pin text not null,
    terminal bigint not null references terminal (id),
    primary key (pin, terminal)
);

insert into pin_terminal (pin, terminal)
select distinct pin, terminal from punch;
