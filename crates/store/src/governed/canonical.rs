//! From a row's text to the canonical form.
//!
//! The database gives a row as one text: for every column its length in characters, `:`, the
//! value, or `:` alone where there is none. It needs no quoting and can be read in one way only.
//! From it comes the JCS form, whose object keys stand in order because the column lists do.

use super::{ACT_COLUMNS, Kind, Table};
use std::fmt::Write as _;

/// A row's text that cannot be read: somebody wrote the row who is not the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the row's text cannot be read at byte {0}")]
pub struct RowTextError(pub usize);

/// The JCS form of an object from the texts of its rows, one text per table of its kind.
pub fn canonical_object(kind: &Kind, texts: &[&str]) -> Result<String, RowTextError> {
    let mut order: Vec<usize> = (0..kind.tables.len()).collect();
    order.sort_unstable_by_key(|&at| kind.tables[at].name);
    let mut out =
        String::with_capacity(64 + texts.iter().map(|text| text.len() * 2).sum::<usize>());
    out.push('{');
    for (nth, at) in order.into_iter().enumerate() {
        if nth > 0 {
            out.push(',');
        }
        let Table { name, columns, .. } = kind.tables[at];
        let _ = write!(out, "\"{name}\":");
        push_rows(&mut out, columns, texts.get(at).copied().unwrap_or_default())?;
    }
    out.push('}');
    Ok(out)
}

/// The JCS form of an act from the text of its row.
pub(crate) fn canonical_act(text: &str) -> Result<String, RowTextError> {
    let mut out = String::with_capacity(64 + text.len() * 2);
    out.push_str("{\"act\":");
    push_rows(&mut out, ACT_COLUMNS, text)?;
    out.push('}');
    Ok(out)
}

/// The text of a row whose values are at hand, as the database would give it.
pub(crate) fn row_text_of(values: &[Option<&str>]) -> String {
    let mut out = String::with_capacity(values.len() * 16);
    for value in values {
        match value {
            Some(value) => {
                let _ = write!(out, "{}:{value}", value.chars().count());
            }
            None => out.push(':'),
        }
    }
    out
}

/// Adds a number to a row's text, as the database would give it.
pub(crate) fn push_number(out: &mut String, number: i64) {
    let digits = number.unsigned_abs().checked_ilog10().map_or(1, |log| log + 1);
    let _ = write!(out, "{}:{number}", digits + u32::from(number < 0));
}

/// Adds a text to a row's text.
pub(crate) fn push_text(out: &mut String, text: &str) {
    let _ = write!(out, "{}:{text}", text.chars().count());
}

/// Adds what may be missing.
pub(crate) fn push_maybe(out: &mut String, number: Option<i64>) {
    match number {
        Some(number) => push_number(out, number),
        None => out.push(':'),
    }
}

fn push_rows(out: &mut String, columns: &[&str], text: &str) -> Result<(), RowTextError> {
    out.push('[');
    let mut at = 0;
    while at < text.len() {
        if at > 0 {
            out.push(',');
        }
        at = push_row(out, columns, text, at)?;
    }
    out.push(']');
    Ok(())
}

fn push_row(
    out: &mut String,
    columns: &[&str],
    text: &str,
    mut at: usize,
) -> Result<usize, RowTextError> {
    for (nth, column) in columns.iter().enumerate() {
        out.push_str(if nth == 0 { "{\"" } else { ",\"" });
        out.push_str(column);
        out.push_str("\":");
        let (value, next) = read_value(text, at)?;
        match value {
            Some(value) => push_string(out, value),
            None => out.push_str("null"),
        }
        at = next;
    }
    out.push('}');
    Ok(at)
}

/// The most digits of a length: no text of a database has more characters.
const LONGEST: usize = 10;

/// Reads one value of a row's text: the value, and where the next begins.
pub(crate) fn read_value(text: &str, at: usize) -> Result<(Option<&str>, usize), RowTextError> {
    let fault = RowTextError(at);
    let (mut length, mut digits) = (0_usize, 0);
    for byte in text.as_bytes().get(at..).ok_or(fault)? {
        match byte {
            b'0'..=b'9' if digits < LONGEST => length = length * 10 + usize::from(byte - b'0'),
            b':' => break,
            _ => return Err(fault),
        }
        digits += 1;
    }
    let start = at + digits + 1;
    let value = text.get(start..).ok_or(fault)?;
    if digits == 0 {
        return Ok((None, start));
    }
    let end = end_of(value, length).ok_or(fault)?;
    Ok((Some(&value[..end]), start + end))
}

/// The byte at which `length` characters end.
fn end_of(text: &str, length: usize) -> Option<usize> {
    if text.len() >= length && text.as_bytes()[..length].is_ascii() {
        return Some(length);
    }
    let mut characters = text.char_indices();
    match length.checked_sub(1) {
        None => Some(0),
        Some(last) => characters.nth(last).map(|(at, c)| at + c.len_utf8()),
    }
}

/// A JSON string as RFC 8785 writes it.
fn push_string(out: &mut String, value: &str) {
    out.push('"');
    let plain = |byte: u8| byte >= 0x20 && byte != b'"' && byte != b'\\';
    if value.bytes().all(plain) {
        out.push_str(value);
    } else {
        value.chars().for_each(|c| push_char(out, c));
    }
    out.push('"');
}

fn push_char(out: &mut String, c: char) {
    match c {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\u{8}' => out.push_str("\\b"),
        '\t' => out.push_str("\\t"),
        '\n' => out.push_str("\\n"),
        '\u{c}' => out.push_str("\\f"),
        '\r' => out.push_str("\\r"),
        c if u32::from(c) < 0x20 => {
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        }
        c => out.push(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::governed::kind;

    #[test]
    fn the_form_is_the_one_of_the_ledgers_own_canonical_writer() {
        let person = kind("person").unwrap();
        let nasty = "引\"号\\ \n\t\u{1}é🙂";
        let rows = [
            row_text_of(&[Some("7"), Some("civil_servant"), Some(nasty), Some("G0007")]),
            row_text_of(&[
                None,
                Some("8"),
                Some("full"),
                Some("7"),
                Some("3"),
                Some("2015-01-01"),
                Some("2"),
                None,
            ]) + &row_text_of(&[
                Some("2015-12-31"),
                Some("9"),
                Some("secondment"),
                Some("7"),
                Some("4"),
                Some("2015-02-01"),
                Some("2"),
                Some(""),
            ]),
            String::new(),
            String::new(),
        ];
        let texts: Vec<_> = rows.iter().map(String::as_str).collect();
        let ours = canonical_object(person, &texts).unwrap();
        let value: serde_json::Value = serde_json::from_str(&ours).unwrap();
        assert_eq!(qz_ledger::jcs::canonical(&value).unwrap(), ours);
        assert_eq!(value["person"][0]["name"], nasty);
        assert_eq!(value["appointment"][1]["until"], "");
        assert_eq!(value["appointment"][0]["until"], serde_json::Value::Null);
    }

    #[test]
    fn a_text_nobody_of_ours_wrote_is_an_error_and_no_panic() {
        let person = kind("person").unwrap();
        for text in ["1:7", "9:7", "x", "1:7-", "99999999999999999999:7", ":", "2:七"] {
            assert!(canonical_object(person, &[text]).is_err(), "{text}");
        }
    }
}
