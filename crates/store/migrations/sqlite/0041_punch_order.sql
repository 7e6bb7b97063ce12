-- Punches kept in the order in which terminals send them. A unique key that begins with the number writes in as many
-- places as there are people; one that begins with the time writes at the end. Without a row number of its own the table
-- is one tree less.
create table punch_in_order (
    batch integer not null references terminal_batch (id),
    line integer not null,
    terminal integer not null references terminal (id),
    pin text not null,
    shown text not null,
    status integer not null,
    verify integer not null,
    at integer not null,
    clock text not null,
    primary key (batch, line),
    unique (terminal, shown, pin, status, verify)
) strict, without rowid;

insert into punch_in_order (batch, line, terminal, pin, shown, status, verify, at, clock)
select batch, line, terminal, pin, shown, status, verify, at, clock
  from punch
 order by batch, line;

drop table punch;

alter table punch_in_order rename to punch;

create index punch_at on punch (at);

create trigger punch_stays before update on punch
begin select raise(abort, 'a punch is never changed'); end;
create trigger punch_remains before delete on punch
begin select raise(abort, 'a punch is never removed'); end;
