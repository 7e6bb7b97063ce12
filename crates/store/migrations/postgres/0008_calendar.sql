-- Holiday notices that the county brought in itself, after those that come with the product.
create table holiday_notice (
    id bigint primary key,
    year bigint not null,
    body text not null,
    hash text not null
);
