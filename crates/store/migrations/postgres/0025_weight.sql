-- How much a procedure weighs; what a unit saw itself, without a visit; and to whom a matter was handed over.
alter table finding alter column visit drop not null;

alter table finding add column weight text not null default 'county';
alter table finding add column instead_of bigint references unit (id);
alter table finding add column handed_because text not null default '';

alter table accountability add column instead_of bigint references unit (id);
alter table accountability add column handed_because text not null default '';
