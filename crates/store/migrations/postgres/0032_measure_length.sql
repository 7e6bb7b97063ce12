-- How long a measure that lasts is imposed, as its decision states it; null where it does not last.
alter table accountability add column lasts text;
