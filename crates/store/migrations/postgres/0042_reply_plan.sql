-- How the visited unit means to put right what was seen, and by when.
alter table visit_reply add column plan text not null default '';
alter table visit_reply add column plan_by text;
