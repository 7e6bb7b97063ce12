-- What a bulletin's reviewer weighed before it shows who somebody is.
create table bulletin_assessment (
    bulletin integer primary key references bulletin (id),
    purpose text not null,
    effect text not null,
    safeguard text not null
) strict;
