-- Holiday notices that the county brought in itself, after those that come with the product.
create table holiday_notice (
    id integer primary key,
    year integer not null,
    body text not null,
    hash text not null
) strict;
