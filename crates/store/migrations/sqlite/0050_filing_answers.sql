-- What is filed because something else was: an answer to an entry of a register, or to what was asked about a prompt; and
-- whom that asks, where it is one person.
alter table filing add column answers integer references filing (id);
alter table filing add column asked integer references person (id);

create index filing_answers on filing (answers);
create index filing_asked on filing (asked);
