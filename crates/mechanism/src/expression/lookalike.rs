//! Signs that look like those of an expression and are others: full-width ones, and those of print.

use super::fault::Fault;
use std::ops::Range;

/// What full-width signs and letters are moved by in Unicode.
const FULL_WIDTH: u32 = 0xFEE0;

/// Signs of print and of Chinese text, with what is written instead.
const PRINTED: [(char, &str); 22] = [
    ('“', "\""),
    ('”', "\""),
    ('‘', "'"),
    ('’', "'"),
    ('「', "\""),
    ('」', "\""),
    ('、', ","),
    ('【', "["),
    ('】', "]"),
    ('〔', "("),
    ('〕', ")"),
    ('×', "*"),
    ('÷', "/"),
    ('−', "-"),
    ('–', "-"),
    ('—', "-"),
    ('≤', "<="),
    ('≥', ">="),
    ('≠', "!="),
    ('∧', "&&"),
    ('∨', "||"),
    ('¬', "!"),
];

/// A sign of the text, as it is and as it was meant.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sign {
    /// What stands there.
    pub written: char,
    /// What it is read as.
    pub meant: char,
    /// The byte it begins at.
    pub from: usize,
    /// The byte after it.
    pub to: usize,
}

/// The signs of a text, each as it was meant; one that is meant as two is there twice.
pub(super) fn signs(text: &str) -> Vec<Sign> {
    let mut signs = Vec::with_capacity(text.len());
    for (from, written) in text.char_indices() {
        let sign = Sign { written, meant: written, from, to: from + written.len_utf8() };
        let code = u32::from(written);
        if let Some((_, meant)) = PRINTED.iter().find(|(looks, _)| *looks == written) {
            signs.extend(meant.chars().map(|meant| Sign { meant, ..sign }));
        } else if ('！'..='～').contains(&written) {
            let meant = char::from_u32(code - FULL_WIDTH).unwrap_or(written);
            signs.push(Sign { meant, ..sign });
        } else {
            signs.push(sign);
        }
    }
    signs
}

/// The fault of signs that look like others: `written` stands there, `meant` is to be written.
pub(super) fn fault(at: Range<usize>, written: &str, meant: &str) -> Fault {
    let is_wide = |sign: char| ('！'..='～').contains(&sign);
    let quoted = if "“”".contains(written) {
        format!("「{written}」")
    } else {
        format!("“{written}”")
    };
    let (zh, en) = if written.chars().all(is_wide) {
        (format!("{quoted}是全角符号"), format!("{written} is a full-width sign"))
    } else if written.chars().any(is_wide) {
        (format!("{quoted}里有全角符号"), format!("{written} has full-width signs in it"))
    } else {
        (format!("{quoted}不是表达式的符号"), format!("{written} is no sign of expressions"))
    };
    let fault = Fault::new(at, zh, en);
    match meant {
        ";" => fault.help("两个条件之间写“且”或“或”", "write && or || between two conditions"),
        // One of them alone means nothing either.
        "&" => fault.help("请写 &&", "write &&"),
        "|" => fault.help("请写 ||", "write ||"),
        meant => fault.help(format!("请写 {meant}"), format!("write {meant}")),
    }
}
