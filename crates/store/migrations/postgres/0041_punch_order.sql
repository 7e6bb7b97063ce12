-- Punches kept in the order in which terminals send them. A unique key that begins with the number writes in as many
-- places as there are people; one that begins with the time writes at the end.
alter table punch add constraint punch_once unique (terminal, shown, pin, status, verify);

alter table punch drop constraint punch_terminal_pin_shown_status_verify_key;
