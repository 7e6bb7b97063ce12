-- The four ways of screening: what was asked and answered in writing, the term that runs, the one request for
-- more time to verify, and the receipt of the organ a finding was transferred to.
alter table finding add column inquiry text not null default '';
alter table finding add column reply text not null default '';
alter table finding add column term_from text;
alter table finding add column term_length text;
alter table finding add column term_due text;
alter table finding add column term_waits integer;
alter table finding add column extension text not null default 'none';
alter table finding add column extension_reason text not null default '';
alter table finding add column receipt_organ text;
alter table finding add column receipt_number text;
alter table finding add column receipt_on text;
alter table finding add column handled_on text;
