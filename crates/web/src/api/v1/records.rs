//! What findings, decisions and bulletins are asked for by: what their pages are asked for by.

use super::paging::{AskedSize, Paging};
use crate::app::WebState;
use crate::error::WebError;
use crate::page::portal::hidden::must_be_shown;
use crate::page::portal::{AskedRecords, Wanted};
use crate::words::Words;

/// Reads what is looked for on the page of a path, and which rows of it.
///
/// # Errors
/// A parameter cannot be used, or the page is hidden.
pub(super) async fn read(
    (state, words): (&WebState, Words),
    (path, sorts): (&str, &[&'static str]),
    (asked, size): (&AskedRecords, &AskedSize),
) -> Result<(Wanted, Paging), WebError> {
    must_be_shown(state, path).await?;
    let unread = asked.unread(words);
    match (asked.read(&state.acts, words, sorts).await?, size.read(words)) {
        (Ok(wanted), Ok(per_page)) if unread.is_empty() => {
            let page = wanted.page;
            Ok((wanted, Paging { page, per_page }))
        }
        (wanted, per_page) => {
            let faults = wanted.err().into_iter().flatten().chain(unread).chain(per_page.err());
            Err(WebError::Invalid(faults.collect()))
        }
    }
}
