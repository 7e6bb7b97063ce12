-- Punches kept by terminal, in the order of what its clock showed: one tree finds them, refuses a repeat, and grows at its
-- end. Which terminals ever read a number is remembered, so that the punches of one person are not looked for at all.
create table punch_by_terminal (
    batch integer not null references terminal_batch (id),
    line integer not null,
    terminal integer not null references terminal (id),
    pin text not null,
    shown text not null,
    status integer not null,
    verify integer not null,
    at integer not null,
    clock text not null,
    primary key (terminal, shown, pin, status, verify)
) strict, without rowid;

insert into punch_by_terminal (batch, line, terminal, pin, shown, status, verify, at, clock)
select batch, line, terminal, pin, shown, status, verify, at, clock
  from punch
 order by terminal, shown, pin, status, verify;

create table pin_terminal (
    pin text not null,
    terminal integer not null references terminal (id),
    primary key (pin, terminal)
) strict, without rowid;

insert into pin_terminal (pin, terminal)
select distinct pin, terminal from punch;

drop table punch;

alter table punch_by_terminal rename to punch;

create unique index punch_line on punch (batch, line);

create trigger punch_stays before update on punch
begin select raise(abort, 'a punch is never changed'); end;
create trigger punch_remains before delete on punch
begin select raise(abort, 'a punch is never removed'); end;
