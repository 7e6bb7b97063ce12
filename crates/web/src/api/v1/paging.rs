//! Pages of rows: how many a page has, which page, and where the next one is.

use crate::error::WebError;
use crate::part::FieldError;
use crate::query;
use crate::refusal::told;
use crate::shell::Shell;
use crate::words::Words;
use axum::http::{HeaderMap, HeaderValue, header};
use qz_domain::field;
use qz_domain::refusal::Worded;
use serde::Deserialize;

/// How many rows a page has when nothing is said.
const USUAL: i64 = 50;
/// The most rows of a page.
const MOST: i64 = 200;
/// The last page anybody may ask for.
const LAST_PAGE: i64 = 1_000_000;

/// How many rows a page shall have.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct AskedSize {
    per_page: Option<String>,
}

/// Which page, of a list that asks for nothing else.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct AskedPage {
    page: Option<String>,
}

/// Which page of how many rows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paging {
    /// The page, counted from 1.
    pub page: i64,
    /// How many rows a page has.
    pub per_page: i64,
}

impl AskedSize {
    /// How many rows, or what is wrong with it.
    pub(super) fn read(&self, words: Words) -> Result<i64, FieldError> {
        number(words, ("per_page", self.per_page.as_ref()), (USUAL, MOST))
    }
}

impl AskedPage {
    /// Which page, or what is wrong with it.
    pub(super) fn read(&self, words: Words) -> Result<i64, FieldError> {
        number(words, ("page", self.page.as_ref()), (1, LAST_PAGE))
    }

    /// Both, or what is wrong with them.
    pub(super) fn with(&self, size: &AskedSize, words: Words) -> Result<Paging, Vec<FieldError>> {
        match (self.read(words), size.read(words)) {
            (Ok(page), Ok(per_page)) => Ok(Paging { page, per_page }),
            (page, size) => Err(page.err().into_iter().chain(size.err()).collect()),
        }
    }
}

impl Paging {
    /// The rows of the page, of all there are.
    pub(super) fn cut<T>(self, rows: impl Iterator<Item = T>) -> Vec<T> {
        let count = |rows: i64| usize::try_from(rows).unwrap_or(usize::MAX);
        let before = count((self.page - 1).saturating_mul(self.per_page));
        rows.skip(before).take(count(self.per_page)).collect()
    }

    /// The page after it, while there is one.
    pub(super) fn next(self, total: i64) -> Option<i64> {
        (self.page.saturating_mul(self.per_page) < total).then_some(self.page + 1)
    }
}

/// The header that leads to the next page.
pub(super) fn links(shell: &Shell, next: Option<i64>) -> Result<HeaderMap, WebError> {
    let Some(next) = next else { return Ok(HeaderMap::new()) };
    let address = query::with(&shell.here, "page", &next.to_string());
    let link = HeaderValue::from_str(&format!("<{address}>; rel=\"next\""));
    Ok(HeaderMap::from_iter([(header::LINK, link.map_err(WebError::internal)?)]))
}

/// How many rows there are, as a total.
pub(super) fn count<T>(rows: &[T]) -> i64 {
    i64::try_from(rows.len()).unwrap_or(i64::MAX)
}

fn number(
    words: Words,
    (name, given): (&'static str, Option<&String>),
    (usual, most): (i64, i64),
) -> Result<i64, FieldError> {
    let given = given.map(|given| given.trim()).filter(|given| !given.is_empty());
    let Some(given) = given else { return Ok(usual) };
    field::number(name, given, 1, most).map_err(|wrong| {
        let said = told(words, wrong.fault.key(), &wrong.fault.args());
        FieldError::new(wrong.field, said)
    })
}
