//! Files of what a page shows (导出): which kind was asked for, and the links to them.

use crate::error::WebError;
use crate::page::download::Format;
use crate::part::{ExportLinks, FieldError, Link};
use crate::query;
use crate::words::Words;

/// The most rows of one file.
pub(super) const MOST_ROWS: i64 = 200_000;

/// Reads the parameter `format`; nothing is the page itself.
pub(super) fn asked(words: Words, given: Option<&str>) -> Result<Option<Format>, WebError> {
    match given.map(str::trim).unwrap_or_default() {
        "" => Ok(None),
        "csv" => Ok(Some(Format::Csv)),
        "xlsx" => Ok(Some(Format::Xlsx)),
        other => {
            let said = words.say_with("portal-format-unknown", &[("found", other.into())]);
            Err(WebError::Invalid(vec![FieldError::new("format", said)]))
        }
    }
}

/// The links to the rows of the page at `here` as files.
pub(super) fn links(words: Words, here: &str, rows: usize) -> ExportLinks {
    let address = query::without(here, "page");
    let link =
        |format: &str, label: &str| Link::new(query::with(&address, "format", format), label);
    let total = u64::try_from(rows).unwrap_or(u64::MAX);
    ExportLinks::new(words, total, vec![link("csv", "CSV"), link("xlsx", "Excel")])
}
