//! Fields of sources, put together from a few kinds.

use super::words::{Fold, Measure, Pair, named};
use crate::language::Names;
use qz_domain::fact::FactKind as Kind;
use qz_domain::spelled::Spelled;

/// Tells a closed list: the code of each word, which is the value of the field, and its Chinese word.
pub type Words = fn() -> Vec<(&'static str, &'static str)>;

/// A field of a source (字段).
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its names.
    pub names: Names<'static>,
    /// What its values are.
    pub kind: Kind,
    /// What they count.
    pub measure: Measure,
    /// How the rows of one subject are put together.
    pub fold: Fold,
    /// Its values, where they are a closed list.
    pub words: Option<Words>,
    /// What it means, in one sentence.
    pub means: Names<'static>,
}

const fn field(names: Pair, (kind, measure): (Kind, Measure), fold: Fold, means: Pair) -> Field {
    Field { names: named(names), kind, measure, fold, words: None, means: named(means) }
}

/// A count that is added up: of one record 0 or 1 where it says whether.
pub(super) const fn count(names: Pair, measure: Measure, means: Pair) -> Field {
    field(names, (Kind::Whole, measure), Fold::Sum, means)
}

/// A whole number of which the mean is of interest.
pub(super) const fn mean(names: Pair, measure: Measure, means: Pair) -> Field {
    field(names, (Kind::Whole, measure), Fold::Mean, means)
}

/// A whole number of which the least is of interest.
pub(super) const fn least(names: Pair, measure: Measure, means: Pair) -> Field {
    field(names, (Kind::Whole, measure), Fold::Min, means)
}

/// Yes or no.
pub(super) const fn truth(names: Pair, means: Pair) -> Field {
    field(names, (Kind::Truth, Measure::None), Fold::Any, means)
}

/// A decimal number.
pub(super) const fn decimal(names: Pair, (measure, fold): (Measure, Fold), means: Pair) -> Field {
    field(names, (Kind::Decimal, measure), fold, means)
}

/// A text.
pub(super) const fn text(names: Pair, means: Pair) -> Field {
    field(names, (Kind::Text, Measure::None), Fold::Latest, means)
}

/// A word of a closed list.
pub(super) const fn word<S: Spelled>(names: Pair, means: Pair) -> Field {
    Field { words: Some(words::<S>), ..text(names, means) }
}

/// A day.
pub(super) const fn day(names: Pair, means: Pair) -> Field {
    field(names, (Kind::Day, Measure::None), Fold::Latest, means)
}

/// An instant.
pub(super) const fn instant(names: Pair, means: Pair) -> Field {
    field(names, (Kind::Instant, Measure::None), Fold::Latest, means)
}

fn words<S: Spelled>() -> Vec<Pair> {
    S::ALL.iter().map(|word| (word.code(), word.chinese())).collect()
}

/// Declares the fields of a source of which a value is worked out in code, each with a name in code: whoever works them out
/// matches on it, so that none is left out.
macro_rules! typed_fields {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $make:ident $(of $words:ident)? ($english:literal $chinese:literal, $($rest:expr),+);)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $(#[doc = concat!("`", $english, "`, ", $chinese, ".")] $variant,)+ }

        impl $name {
            /// Every field, in the order of the columns.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// How each of them is declared, in the same order.
            pub const FIELDS: &'static [Field] = &[$($make $(::<$words>)? (($english, $chinese), $($rest),+),)+];
        }
    };
}

pub(super) use typed_fields;
