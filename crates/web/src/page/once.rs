//! A form sent twice does nothing twice: its hidden field names the request.

use crate::app::WebState;
use crate::door::Granted;

/// The name of a request: the form's own, kept apart from other accounts' requests. A name that no
/// form of ours carries is replaced by a fresh one.
pub(crate) fn once(state: &WebState, granted: &Granted, given: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if given.is_empty() || given.len() > 64 || !given.chars().all(plain) {
        return state.acts.new_request();
    }
    format!("{} {given}", granted.account())
}
