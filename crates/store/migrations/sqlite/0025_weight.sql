-- How much a procedure weighs; what a unit saw itself, without a visit; and to whom a matter was handed over.
drop index finding_visit;
alter table finding add column seen integer references visit (id);
update finding set seen = visit;
alter table finding drop column visit;
alter table finding rename column seen to visit;
create index finding_visit on finding (visit);

alter table finding add column weight text not null default 'county';
alter table finding add column instead_of integer references unit (id);
alter table finding add column handed_because text not null default '';

alter table accountability add column instead_of integer references unit (id);
alter table accountability add column handed_because text not null default '';
