//! Pieces of statements that several sources share.

/// Of a record with year and serial the number that people know, as `number.rs` of the domain writes it.
macro_rules! numbered {
    ($record:literal) => {
        concat!(
            "cast(",
            $record,
            ".year as text) || '-'
               || case when ",
            $record,
            ".serial < 10 then '000' when ",
            $record,
            ".serial < 100 then '00'
                       when ",
            $record,
            ".serial < 1000 then '0' else '' end
               || cast(",
            $record,
            ".serial as text) as record"
        )
    };
}

/// The columns of a row that is about the unit `u` and nobody in it.
macro_rules! of_unit {
    () => {
        "cast(null as bigint) as person, cast(null as text) as person_number
             , u.id as unit, u.code as unit_code"
    };
}

/// The columns of a row that is about the person `p`, if there is one, and the unit `u`.
macro_rules! of_person {
    () => {
        "p.id as person, p.number as person_number, u.id as unit, u.code as unit_code"
    };
}

/// Whether a unit is among those that a sight names.
macro_rules! among {
    ($sight:literal, $unit:literal) => {
        concat!("replace(", $sight, ", ',' || cast(", $unit, " as text) || ',', '') <> ", $sight)
    };
}

/// Whether what concerns some units is seen.
macro_rules! seen {
    ($sight:literal; $($unit:literal),+) => {
        concat!(
            "(", $sight, " = '*'", $(" or ", $crate::fact::text::among!($sight, $unit)),+, ")"
        )
    };
}

/// Whether a finding stands: it is borne out, and not every served decision on it fell.
macro_rules! finding_stands {
    ($finding:literal) => {
        concat!(
            $finding,
            ".stage in ('upheld', 'partly')
             and (not exists (select 1 from accountability x
                               where x.finding = ",
            $finding,
            ".id and x.stage = 'served' and ",
            $crate::review::standing::fallen!("x"),
            ") or exists (select 1 from accountability y
                           where y.finding = ",
            $finding,
            ".id and y.stage = 'served' and not ",
            $crate::review::standing::fallen!("y"),
            "))"
        )
    };
}

/// The number of a day in the count of Julian days, of a text that begins with the day: the Gregorian calendar in whole
/// numbers, so that days lie as far apart in a statement as in a calendar.
macro_rules! day_number {
    ($day:literal) => {
        concat!(
            "(cast(substr(",
            $day,
            ", 9, 2) as bigint)
              + (153 * (cast(substr(",
            $day,
            ", 6, 2) as bigint)
                        + 12 * ((14 - cast(substr(",
            $day,
            ", 6, 2) as bigint)) / 12) - 3) + 2) / 5
              + 365 * ",
            $crate::fact::text::shifted_year!($day),
            " + ",
            $crate::fact::text::shifted_year!($day),
            " / 4
              - ",
            $crate::fact::text::shifted_year!($day),
            " / 100
              + ",
            $crate::fact::text::shifted_year!($day),
            " / 400 - 32045)"
        )
    };
}

/// The year of a day, counted from March and from 4801 BC.
macro_rules! shifted_year {
    ($day:literal) => {
        concat!(
            "(cast(substr(",
            $day,
            ", 1, 4) as bigint) + 4800
              - (14 - cast(substr(",
            $day,
            ", 6, 2) as bigint)) / 12)"
        )
    };
}

pub(super) use {
    among, day_number, finding_stands, numbered, of_person, of_unit, seen, shifted_year,
};
