//! A source as a statement: its columns are named once, for the table and for the text.

use qz_domain::fact::FactColumn;

/// A source that one statement fills.
#[derive(Debug, Clone, Copy)]
pub struct Feed {
    /// The fields, in their order.
    pub columns: &'static [FactColumn],
    pub(super) sql: &'static str,
    pub(super) binds: &'static [Bind],
}

/// A value that a statement is given, in the order of its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bind {
    /// The first day of the period.
    From,
    /// Its last day.
    To,
    /// The instant at which the first day begins.
    FromMs,
    /// The instant at which the last day is over.
    UntilMs,
    /// Its last day, or today where it is not over.
    End,
    /// The day on which it is asked.
    Today,
    /// What is seen, for `seen!`.
    Sight,
    /// Who reads; 0 for nobody.
    Viewer,
}

/// Declares a feed. `Flag` makes 1 of what holds and 0 of what does not; every other kind is that of the column.
macro_rules! feed {
    ($(#[$doc:meta])* $feed:ident, [$($bind:ident),+]:
        select($($key:expr),+) { $($name:ident: $kind:ident = $sql:expr;)+ } from $($from:expr),+) => {
        $(#[$doc])*
        pub const $feed: $crate::fact::Feed = $crate::fact::Feed {
            columns: &[$(qz_domain::fact::FactColumn {
                name: stringify!($name),
                kind: $crate::fact::feed::kind!($kind),
            }),+],
            sql: concat!(
                "select ", $($key),+,
                $("\n, ", $crate::fact::feed::selected!($kind $sql), " as ", stringify!($name)),+,
                "\nfrom ", $($from),+
            ),
            binds: &[$($crate::fact::feed::Bind::$bind),+],
        };
    };
}

macro_rules! kind {
    (Flag) => {
        qz_domain::fact::FactKind::Whole
    };
    ($kind:ident) => {
        qz_domain::fact::FactKind::$kind
    };
}

macro_rules! selected {
    (Flag $sql:expr) => {
        concat!("cast(case when ", $sql, " then 1 else 0 end as bigint)")
    };
    ($kind:ident $sql:expr) => {
        $sql
    };
}

pub(super) use {feed, kind, selected};
