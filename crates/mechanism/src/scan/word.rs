//! Words without quotes (词): which of them the parser takes as a name, and which as a number.

use super::{KEYWORDS, Wrong};
use crate::language::Said;

/// The most digits of a number: the parser holds 128 bits.
const DIGITS_MOST: usize = 30;

/// Whether a word may be the name of a property: it is no number.
pub(super) fn is_name(word: &str) -> bool {
    is_letters(word)
}

/// What is wrong with a word that is neither a name nor a number.
pub(super) fn neither(word: &str) -> Option<Wrong> {
    if KEYWORDS.contains(&word) {
        let what = Said::new(format!("“{word}”前面要有 #"), format!("`{word}` needs # before it"));
        let help = (format!("写成：是、否，或者 #{word}"), format!("write yes, no, or #{word}"));
        return Some((what, Said::new(help.0, help.1)));
    }
    if is_letters(word) || is_number(word) {
        return None;
    }
    let (zh, en) = if word.starts_with(|sign: char| sign.is_ascii_digit()) {
        ("以数字开头，要加引号", "begins with a digit and needs quotes")
    } else {
        ("既不是词也不是数，要加引号", "is neither a word nor a number and needs quotes")
    };
    let what = Said::new(format!("“{word}”{zh}"), format!("`{word}` {en}"));
    Some((what, Said::new(format!("写成：\"{word}\""), format!("write \"{word}\""))))
}

/// Whether a word begins like a word: a digit stands neither first nor after a sign or a point.
fn is_letters(word: &str) -> bool {
    let rest = word.strip_prefix(['+', '-']).unwrap_or(word);
    let rest = rest.strip_prefix('.').unwrap_or(rest);
    !rest.starts_with(|sign: char| sign.is_ascii_digit())
}

/// Whether a word is a plain number, such as 30, -2.5 or `1_000`.
fn is_number(word: &str) -> bool {
    let is_digits = |digits: &str| {
        digits.starts_with(|sign: char| sign.is_ascii_digit())
            && digits.bytes().all(|sign| sign.is_ascii_digit() || sign == b'_')
    };
    let plain = word.strip_prefix(['+', '-']).unwrap_or(word);
    let (whole, part) = plain.split_once('.').unwrap_or((plain, "0"));
    is_digits(whole) && is_digits(part) && plain.len() <= DIGITS_MOST
}

#[cfg(test)]
mod tests {
    use super::{is_name, neither};

    #[test]
    fn a_word_is_a_name_a_number_or_neither() {
        for name in ["甲", "a1", "-", "+a", ".", "-.a", "_", "--1", "..1", "a.1"] {
            assert!(is_name(name) && neither(name).is_none(), "{name}");
        }
        for number in ["0", "30", "-2.5", "+1", "1_000", "0.125", "123456789012345678901234567890"]
        {
            assert!(!is_name(number) && neither(number).is_none(), "{number}");
        }
        for wrong in
            ["20日", "1.", "1e5", ".5", "-.5", "0x1f", "1.2.3", "2015-06-27", "1._5", "+1a"]
        {
            assert!(!is_name(wrong) && neither(wrong).is_some(), "{wrong}");
        }
        assert!(neither(&"9".repeat(31)).is_some());
        assert!(neither("true").is_some() && neither("truth").is_none());
    }
}
