//! Keeping text from being run as a formula when a file is opened in a spreadsheet program.
//!
//! A text that a program may take for a formula gets an apostrophe in front; the reader takes one
//! off again. Texts that already look so guarded get one more, so nothing is lost on the way.

use std::borrow::Cow;

/// Half- and full-width signs that start a formula.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// The text as it may stand in a CSV file; one of white space alone is left out.
pub(super) fn guard(text: &str) -> Cow<'_, str> {
    match text.trim_end_matches(blank) {
        "" => Cow::Borrowed(""),
        _ if runs(text) => Cow::Owned(format!("'{text}")),
        _ => Cow::Borrowed(text),
    }
}

/// The text as it may stand in a cell that is typed as text: only what [`release`] would take off
/// needs the guard.
pub(super) fn guard_typed(text: &str) -> Cow<'_, str> {
    if text.trim_start_matches(blank).starts_with('\'') { guard(text) } else { Cow::Borrowed(text) }
}

/// The text of a cell that was read: trimmed, and without the apostrophe an export put in front.
pub(super) fn tidy(text: &str) -> &str {
    release(text.trim_matches(blank)).trim_matches(blank)
}

/// The text as it was before it was guarded.
fn release(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if runs(text) => rest,
        _ => text,
    }
}

/// Whether the text begins like a formula, looking past apostrophes and white space; a tab or line
/// break in that white space is enough. White space at the end decides nothing: a reader trims it.
fn runs(text: &str) -> bool {
    let text = text.trim_end_matches(blank);
    let body = text.trim_start_matches(|c| c == '\'' || blank(c));
    let lead = &text[..text.len() - body.len()];
    body.starts_with(SIGNS) || lead.contains(['\t', '\r', '\n'])
}

/// White space as people leave it in cells, full-width spaces and zero-width marks included.
fn blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{blank, guard, guard_typed, release, runs, tidy};

    #[test]
    fn every_sign_and_its_full_width_form_is_guarded() {
        for text in ["=1+1", "+86", "-", "@sum", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠a"]
        {
            assert_eq!(guard(text), format!("'{text}"));
        }
        for text in [" =1", "\u{3000}＝1", "'=1", "''=1", "\u{feff}=1"] {
            assert_eq!(guard(text), format!("'{text}"), "{text:?}");
        }
    }

    #[test]
    fn plain_text_is_left_alone() {
        for text in ["", "a=1", "'tis", "2015-06-18", "1+1", "（＋）", "' "] {
            assert_eq!(guard(text), text);
            assert_eq!(release(text), text);
        }
    }

    proptest! {
        /// Guarding loses nothing, and no guarded text begins like a formula.
        #[test]
        fn a_guarded_text_is_read_as_it_was(text in "[ '\t\r=+@＝－\u{3000}\u{200b}a甲-]{0,8}") {
            let (guarded, typed) = (guard(&text), guard_typed(&text));
            prop_assert!(release(&guarded) == text || text.trim_matches(blank).is_empty());
            prop_assert_eq!(tidy(&guarded), text.trim_matches(blank));
            prop_assert_eq!(tidy(&typed), text.trim_matches(blank));
            prop_assert!(!runs(&text) || guarded.starts_with('\''));
        }
    }
}
