-- The day somebody was asked what happened on a day; from then on the days to explain count.
alter table attendance_exception add column asked_on text;
