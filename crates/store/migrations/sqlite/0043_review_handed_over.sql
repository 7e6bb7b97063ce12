-- A review that another organ has: in whose stead, and why.
alter table review add column instead_of integer references unit (id);
alter table review add column handed_because text not null default '';
