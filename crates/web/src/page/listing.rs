//! The lists of the desk: search, filter, sort, page, export, print. Each family says what may be asked of its
//! own and how a line of it reads.

mod file;
mod screen;

pub(in crate::page) use file::{day, export, file, links, of_lines, sheet, whole};
pub(in crate::page) use screen::{draw, show};

/// Which part of a list is asked for.
pub(in crate::page) use qz_acts::record::view::Page;

use super::at::At;
use crate::part::{Choice, FilterField, Light, Link};
use crate::words::Words;
use qz_acts::ActError;
use qz_document::sheet::Cell;
use qz_domain::field::FieldError;

/// How many rows a page of a list has.
pub(in crate::page) const PER_PAGE: u64 = 50;
/// How many characters of a long text a row shows.
const SHORT: usize = 40;

/// The list of a family: what a visitor asks of it, and how a line of it reads.
pub(in crate::page) trait Listed: Send + Sync {
    /// A line, as the act gives it.
    type Line: Send;

    /// The family in keys.
    const FAMILY: &'static str;
    /// Where it is.
    const HOME: &'static str;
    /// The name of its files, without the ending.
    const STEM: &'static str;
    /// Names of the columns after name and stage, in keys.
    const COLUMNS: &'static [&'static str];

    /// Where the one that is asked for is, when there are several.
    fn home(&self) -> &'static str {
        Self::HOME
    }

    /// Which page is asked for, as it came.
    fn page(&self) -> &str;

    /// What of it could not be read: then nothing is listed, and there is no file.
    fn faults(&self) -> Vec<FieldError> {
        vec![]
    }

    /// Whether anything is looked for.
    fn is_filtered(&self) -> bool;

    /// What may be asked, with what was.
    fn fields(&self, at: &At) -> Vec<FilterField>;

    /// The lines of one page, and how many there are in all.
    fn lines(
        &self,
        at: &At,
        page: Page,
    ) -> impl Future<Output = Result<(Vec<Self::Line>, i64), ActError>> + Send;

    /// What may be begun from here.
    fn ways(&self, _: &At) -> Vec<Link> {
        vec![]
    }

    /// A line on the screen.
    fn row(&self, at: &At, line: &Self::Line) -> Row;

    /// A line in a file.
    fn cells(&self, at: &At, line: &Self::Line) -> Vec<Cell>;
}

/// A row as it is shown: its name leads to the record.
#[derive(Debug, Clone)]
pub(in crate::page) struct Row {
    pub name: Link,
    pub light: Light,
    pub cells: Vec<String>,
}

/// One page of what an act gives whole, and how many there are in all.
pub(in crate::page) fn cut<T>(whole: Vec<T>, page: Page) -> (Vec<T>, i64) {
    let total = i64::try_from(whole.len()).unwrap_or(i64::MAX);
    let many = |number: i64| usize::try_from(number).unwrap_or(usize::MAX);
    (whole.into_iter().skip(many(page.skip)).take(many(page.size)).collect(), total)
}

/// The beginning of a long text, as much as a row has room for.
pub(in crate::page) fn short(text: &str) -> String {
    match text.char_indices().nth(SHORT) {
        Some((end, _)) => format!("{}……", &text[..end]),
        None => text.to_owned(),
    }
}

/// The orders of a list as choices.
pub(in crate::page) fn orders(
    words: Words,
    family: &str,
    names: &[&str],
    chosen: &str,
) -> FilterField {
    let order =
        |name: &&str| Choice::new(*name, words.say(&format!("{family}-sort-{name}")), chosen);
    FilterField::Choice {
        name: "sort",
        label: words.say("matter-sort"),
        choices: names.iter().map(order).collect(),
    }
}

/// The heads of the columns: name and stage first.
fn header(words: Words, family: &str, columns: &[&str]) -> Vec<String> {
    let of_family = |column: &&str| words.say(&format!("{family}-column-{column}"));
    ["name", "stage"].iter().chain(columns).map(of_family).collect()
}
