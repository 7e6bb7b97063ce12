//! A look at the text before it is parsed: its size, its depth, the traps of KDL, and whatever the parser stumbles over. At a
//! fault the parser guesses where to go on, by calls within calls: enough faults, or one before deep blocks, end the program.
//! What passes here has quotes, comments, escapes and braces in order, so that both see the same blocks.

mod enclosed;
mod order;
mod word;

use crate::Diagnostic;
use crate::language::Said;
use enclosed::{Enclosed, enclosed};
use order::{Order, Piece};
use std::ops::Range;

/// The most bytes of a file.
const LARGEST: usize = 256 * 1024;
/// The deepest nesting; far below what the parser bears.
const DEEPEST: usize = 16;
/// How deep blocks may be switched off within one another: the parser reads each of them twice.
const DEEPEST_OFF: usize = 3;
/// The most lines and nodes of a file; the time of the parser grows with their square.
const LINES_MOST: usize = 5_000;
/// Signs that look like KDL's own and are letters to it, with the one that was meant.
const LOOKALIKES: [(char, char); 9] = [
    ('“', '"'),
    ('”', '"'),
    ('＂', '"'),
    ('｛', '{'),
    ('｝', '}'),
    ('；', ';'),
    ('＝', '='),
    ('‘', '"'),
    ('’', '"'),
];
/// What may stand after `#`.
const KEYWORDS: [&str; 6] = ["true", "false", "null", "nan", "inf", "-inf"];

/// What is wrong, and what to write instead.
type Wrong = (Said, Said);

/// Refuses what the parser should not see.
pub(crate) fn scan(text: &str) -> Result<(), Diagnostic> {
    if text.len() > LARGEST {
        let what = Said::new(
            format!("文件有{}字节，最多{LARGEST}字节", text.len()),
            format!("the file has {} bytes, more than {LARGEST}", text.len()),
        );
        return Err(Diagnostic::at(text, 0, what));
    }
    let found = hidden(text).map_or_else(|| Scan::new(text).walk(), |at| Err((at, no_hidden())));
    found.map_err(|(at, (what, help))| Diagnostic::over(text, at, what).with_help(help))
}

/// The first sign that nobody sees, where it does not belong.
fn hidden(text: &str) -> Option<Range<usize>> {
    let stands = |at: usize, sign: char| match sign {
        '\r' => text[at + 1..].starts_with('\n'),
        '\u{feff}' => at == 0,
        _ => false,
    };
    let is_wrong = |at: usize, sign: char| is_hidden(sign) && !stands(at, sign);
    let (at, sign) = text.char_indices().find(|(at, sign)| is_wrong(*at, *sign))?;
    Some(at..at + sign.len_utf8())
}

/// Whether nobody sees a sign: a control but tab and newline, a change of direction, a newline of another kind.
pub(crate) fn is_hidden(sign: char) -> bool {
    match sign {
        '\t' | '\n' => false,
        '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => true,
        _ => sign.is_control(),
    }
}

fn no_hidden() -> Wrong {
    wrong(
        ("这里有一个看不见的符号", "there is a sign here that nobody sees"),
        ("把它删掉", "take it out"),
    )
}

fn wrong((zh, en): (&str, &str), (zh_help, en_help): (&str, &str)) -> Wrong {
    (Said::new(zh, en), Said::new(zh_help, en_help))
}

/// How far a text was looked at.
struct Scan<'t> {
    text: &'t str,
    /// Where each block begins that is open, and whether it may be switched off.
    open: Vec<(usize, bool)>,
    order: Order,
    /// Whether the next newline ends nothing.
    goes_on: bool,
    /// Where the last mark ends that switches something off.
    off_ends: usize,
    lines: usize,
}

type Found<T = ()> = Result<T, (Range<usize>, Wrong)>;

impl<'t> Scan<'t> {
    const fn new(text: &'t str) -> Self {
        Self { text, open: vec![], order: Order::new(), goes_on: false, off_ends: 0, lines: 0 }
    }

    fn walk(mut self) -> Found {
        let mut at = 0;
        while let Some(sign) = self.text[at..].chars().next() {
            at += match enclosed(&self.text[at..]) {
                None => self.sign(at, sign)?,
                Some(Enclosed::Comment(length)) => length,
                Some(Enclosed::Text(length)) => {
                    self.stands_apart(at..at + length)?;
                    self.take(at..at + length, Piece::Text)?
                }
                Some(Enclosed::Broken(broken)) => {
                    let place = at + broken.at.start..at + broken.at.end;
                    return Err((place, broken.wrong));
                }
            };
        }
        if let Some((at, _)) = self.open.last() {
            return Err((*at..at + 1, not_closed()));
        }
        self.take(at..at, Piece::End).map(drop)
    }

    /// A piece outside of comments, by its first sign; gives its length.
    fn sign(&mut self, at: usize, sign: char) -> Found<usize> {
        let rest = &self.text[at + sign.len_utf8()..];
        let one = at..at + sign.len_utf8();
        match sign {
            '{' => self.opens(at),
            '}' if self.open.pop().is_none() => Err((one, closed_twice())),
            '}' => self.take(one, Piece::Close),
            ';' => self.ends(one, Piece::Semicolon),
            '\n' if std::mem::take(&mut self.goes_on) => Ok(1),
            '\n' => self.ends(one, Piece::Newline),
            '=' => self.take(one, Piece::Equals),
            '/' if rest.starts_with('-') && self.begins(at) => {
                self.off_ends = at + 2;
                self.take(at..at + 2, Piece::Off)
            }
            '#' if keyword(rest) > 0 && self.begins(at) => {
                self.take(at..at + 1 + keyword(rest), Piece::Keyword)
            }
            '\\' if goes_on(rest) => {
                self.goes_on = true;
                Ok(1)
            }
            '(' | ')' | '[' | ']' | '/' | '#' | '\\' => Err((one, quoted(sign))),
            sign if sign.is_whitespace() || sign == '\u{feff}' => Ok(sign.len_utf8()),
            _ => self.word(at),
        }
    }

    fn word(&mut self, at: usize) -> Found<usize> {
        let ends = |sign: char| sign.is_whitespace() || "={};()[]/\\\"#".contains(sign);
        let rest = &self.text[at..];
        let word = &rest[..rest.find(ends).unwrap_or(rest.len())];
        for (within, sign) in word.char_indices() {
            if let Some((_, meant)) = LOOKALIKES.iter().find(|(looks, _)| *looks == sign) {
                let at = at + within;
                return Err((at..at + sign.len_utf8(), lookalike(sign, *meant)));
            }
        }
        let place = at..at + word.len();
        match word::neither(word) {
            Some(wrong) => Err((place, wrong)),
            None => self.take(place, Piece::Word(word)),
        }
    }

    fn take(&mut self, at: Range<usize>, piece: Piece<'_>) -> Found<usize> {
        let length = at.len();
        self.order.take(piece).map(|()| length).map_err(|wrong| (at, wrong))
    }

    fn opens(&mut self, at: usize) -> Found<usize> {
        self.open.push((at, self.order.switches_off()));
        let off = self.open.iter().filter(|(_, is_off)| *is_off).count();
        if self.open.len() > DEEPEST || off > DEEPEST_OFF {
            let most = if off > DEEPEST_OFF { DEEPEST_OFF } else { DEEPEST };
            let what = Said::new(
                format!("花括号套得太深，最多{most}层"),
                format!("blocks are nested deeper than {most}"),
            );
            return Err((at..at, (what, Said::default())));
        }
        self.take(at..at + 1, Piece::Open)
    }

    /// The end of a line or of a node.
    fn ends(&mut self, at: Range<usize>, piece: Piece<'_>) -> Found<usize> {
        self.lines += 1;
        if self.lines <= LINES_MOST {
            return self.take(at, piece);
        }
        let what = Said::new(
            format!("一个文件最多{LINES_MOST}行"),
            format!("a file has at most {LINES_MOST} lines"),
        );
        Err((at.start..at.start, (what, Said::default())))
    }

    /// Whether nothing sticks to a string.
    fn stands_apart(&self, at: Range<usize>) -> Found {
        let after = &self.text[at.end..];
        let begins = self.off_ends == at.start || self.begins(at.start);
        if begins && ends_value(after) { Ok(()) } else { Err((at, sticks())) }
    }

    /// Whether a value ended before a place.
    fn begins(&self, at: usize) -> bool {
        let before = &self.text[..at];
        let ends = |sign: char| sign.is_whitespace() || "={;\u{feff}".contains(sign);
        before.ends_with("*/") || before.chars().next_back().is_none_or(ends)
    }
}

/// Whether a value ends before a text.
fn ends_value(rest: &str) -> bool {
    let ends = |sign: char| sign.is_whitespace() || "={};\\".contains(sign);
    rest.starts_with("//") || rest.starts_with("/*") || rest.chars().next().is_none_or(ends)
}

/// How long the word of KDL is that follows `#`; 0 where none does.
fn keyword(rest: &str) -> usize {
    let is_it = |word: &&&str| rest.strip_prefix(**word).is_some_and(ends_value);
    KEYWORDS.iter().find(is_it).map_or(0, |word| word.len())
}

/// Whether a line goes on after a backslash: nothing but blanks and a comment stands before its end.
fn goes_on(rest: &str) -> bool {
    let rest =
        rest.trim_start_matches(|sign: char| sign.is_whitespace() && sign != '\n' && sign != '\r');
    rest.is_empty() || rest.starts_with(['\n', '\r']) || rest.starts_with("//")
}

fn lookalike(sign: char, meant: char) -> Wrong {
    let what = Said::new(
        format!("全角的{sign}在这里只是一个字"),
        format!("the full-width sign {sign} is a letter here"),
    );
    (what, Said::new(format!("写成半角的 {meant}"), format!("write {meant}")))
}

fn quoted(sign: char) -> Wrong {
    let what = Said::new(format!("这里不能有 {sign}"), format!("there is no {sign} here"));
    (what, Said::new("名称和文字里有它的，加引号", "put a title or a text that has it in quotes"))
}

fn sticks() -> Wrong {
    wrong(
        ("引号前后还粘着别的字", "something sticks to the quotes"),
        ("空一格，或者都写进引号里", "put a blank between, or everything within the quotes"),
    )
}

fn not_closed() -> Wrong {
    wrong(("这个花括号没有关上", "this brace is not closed"), ("补上 }", "close it with }"))
}

fn closed_twice() -> Wrong {
    wrong(
        ("这里多了一个 }", "there is one } too many"),
        ("去掉它，或者补上前面的 {", "take it out, or open one before"),
    )
}

/// The signs outside of strings and comments, with where they stand.
pub(crate) fn bare(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut ends = 0;
    text.char_indices().filter(move |&(at, _)| {
        if at < ends {
            return false;
        }
        let rest = &text[at..];
        ends = at
            + match enclosed(rest) {
                None => 0,
                Some(Enclosed::Comment(length) | Enclosed::Text(length)) => length,
                Some(Enclosed::Broken(_)) => rest.len(),
            };
        ends == at
    })
}

/// Where the marks stand that switch a node off (`/-`); one before a value is none.
pub(crate) fn switched_off(text: &str) -> impl Iterator<Item = usize> {
    let bare: Vec<(usize, char)> = bare(text).collect();
    let begins_node = |at: usize| {
        let before = text[..at].rsplit(['\n', '{', ';']).next();
        before.is_some_and(|before| before.trim().is_empty())
    };
    let marks = bare.windows(2).filter(|two| two[0].1 == '/' && two[1] == (two[0].0 + 1, '-'));
    let at: Vec<usize> = marks.map(|two| two[0].0).filter(|at| begins_node(*at)).collect();
    at.into_iter()
}

#[cfg(test)]
mod tests;
