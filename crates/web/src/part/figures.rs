//! The figures: big numbers, each a link to its rows.

use askama::Template;

/// One figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What is counted.
    pub label: String,
    /// How many, as written by [`crate::words::Words::number`].
    pub value: String,
    /// Where its rows are.
    pub href: String,
    /// The change, in words; may be empty.
    pub note: String,
}

/// The figures of a page: three to five.
#[derive(Debug, Clone, Template)]
#[template(path = "part/figures.html")]
pub struct Figures {
    /// The figures, in order.
    pub figures: Vec<Figure>,
}
