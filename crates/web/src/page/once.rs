//! A form sent twice does nothing twice: its hidden field names the request.

use crate::app::WebState;
use crate::door::Granted;

/// The name of a request: the form's own, kept apart from other accounts' requests. A name that no
/// form of ours carries is replaced by a fresh one.
pub(crate) fn once(state: &WebState, granted: &Granted, given: &str) -> String {
    named(state, &granted.account().to_string(), given)
}

/// As [`once`], for whoever has no account.
pub(crate) fn once_for_anybody(state: &WebState, given: &str) -> String {
    named(state, "anybody", given)
}

fn named(state: &WebState, whose: &str, given: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if given.is_empty() || given.len() > 64 || !given.chars().all(plain) {
        return state.acts.new_request();
    }
    format!("{whose} {given}")
}
