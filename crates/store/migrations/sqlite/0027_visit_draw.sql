-- The draw that a visit comes of: whoever was drawn is visited once, and the draw shows it.
alter table visit add column draw integer references draw (id);

create index visit_draw on visit (draw);
