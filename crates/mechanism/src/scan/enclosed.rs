//! Strings and comments of KDL, as its parser reads them: how long they are, and what is wrong in them.

use super::{Wrong, wrong};
use std::ops::Range;

/// The most stars and slashes within a comment: the parser goes a call deeper at each.
const MARKS_MOST: usize = 100;
/// The most `#` before a raw string.
const HASHES_MOST: usize = 8;

/// What begins at a place, with its length in bytes.
pub(super) enum Enclosed {
    /// A comment; one to the end of the line without its newline.
    Comment(usize),
    /// A string with its quotes.
    Text(usize),
    /// One of them that is not in order.
    Broken(Broken),
}

/// What is wrong in a string or a comment.
pub(super) struct Broken {
    /// The bytes that are wrong, from where it begins.
    pub at: Range<usize>,
    /// What is wrong, and what to write.
    pub wrong: Wrong,
}

/// The string or comment that a text begins with; none where it begins with something else.
pub(super) fn enclosed(rest: &str) -> Option<Enclosed> {
    if rest.starts_with("//") {
        return Some(Enclosed::Comment(rest.find('\n').unwrap_or(rest.len())));
    }
    let found = if rest.starts_with("/*") {
        block(rest).map(Enclosed::Comment)
    } else {
        let hashes = rest.len() - rest.trim_start_matches('#').len();
        if !rest[hashes..].starts_with('"') {
            return None;
        }
        text(rest, hashes).map(Enclosed::Text)
    };
    Some(found.unwrap_or_else(Enclosed::Broken))
}

fn broken<T>(at: Range<usize>, wrong: Wrong) -> Result<T, Broken> {
    Err(Broken { at, wrong })
}

/// A comment within `/*` and `*/`, with others inside.
fn block(rest: &str) -> Result<usize, Broken> {
    let (mut at, mut depth, mut marks) = (2, 1_usize, 0);
    while depth > 0 {
        let Some(found) = rest[at..].find(['*', '/']) else { return broken(0..2, never_ends()) };
        at += found;
        marks += 1;
        if marks > MARKS_MOST {
            return broken(0..2, too_many_marks());
        }
        let here = &rest[at..];
        if here.starts_with("*/") {
            depth -= 1;
        } else if here.starts_with("/*") {
            depth += 1;
        } else {
            at += 1;
            continue;
        }
        at += 2;
    }
    Ok(at)
}

/// A string: in quotes, in three of them over several lines, or either with `#` around it.
fn text(rest: &str, hashes: usize) -> Result<usize, Broken> {
    if hashes > HASHES_MOST {
        return broken(0..hashes, too_many_hashes());
    }
    let body = &rest[hashes..];
    let opens_lines = body.starts_with("\"\"\"\n") || body.starts_with("\"\"\"\r\n");
    match (opens_lines, hashes) {
        (true, _) => lines(rest, hashes),
        (false, _) if body.starts_with("\"\"\"") => broken(0..hashes + 3, not_lines()),
        (false, 0) => quoted(rest),
        (false, _) => {
            let (from, end) = (hashes + 1, format!("\"{}", "#".repeat(hashes)));
            let line = rest[from..].split('\n').next().unwrap_or_default();
            match line.find(&end) {
                Some(found) => Ok(from + found + end.len()),
                None => broken(0..from, never_closed()),
            }
        }
    }
}

/// A string in quotes, on one line but where a backslash ends it.
fn quoted(rest: &str) -> Result<usize, Broken> {
    let mut at = 1;
    loop {
        let Some(sign) = rest[at..].chars().next() else { return broken(0..1, never_closed()) };
        match sign {
            '"' => return Ok(at + 1),
            '\n' => return broken(0..1, never_closed()),
            '\\' => {
                let blanks = blanks(&rest[at + 1..]);
                at += if blanks > 0 { 1 + blanks } else { escape(rest, at)? };
            }
            _ => at += sign.len_utf8(),
        }
    }
}

/// How many bytes of blanks and newlines a text begins with.
fn blanks(rest: &str) -> usize {
    rest.len() - rest.trim_start().len()
}

/// How many bytes an escape takes.
fn escape(rest: &str, at: usize) -> Result<usize, Broken> {
    let after = &rest[at + 1..];
    if after.starts_with(['\\', '"', 'b', 'f', 'n', 'r', 't', 's']) {
        return Ok(2);
    }
    let code = after.strip_prefix("u{").and_then(|code| code.split('}').next());
    let is_sign = |code: &&str| {
        let is_hex =
            (1..=6).contains(&code.len()) && code.bytes().all(|sign| sign.is_ascii_hexdigit());
        is_hex && u32::from_str_radix(code, 16).is_ok_and(|code| char::from_u32(code).is_some())
    };
    match code.filter(is_sign) {
        Some(code) if after[2 + code.len()..].starts_with('}') => Ok(4 + code.len()),
        _ => broken(at..at + 1, no_escape()),
    }
}

/// A string over several lines: the quotes that close it stand on a line of their own, and every line that is not empty begins
/// with the blanks before them.
fn lines(rest: &str, hashes: usize) -> Result<usize, Broken> {
    let end = format!("\"\"\"{}", "#".repeat(hashes));
    let mut at = rest.find('\n').map_or(rest.len(), |at| at + 1);
    let mut whole = vec![];
    for line in rest[at..].split_inclusive('\n') {
        let indent = line.len() - line.trim_start().len();
        if line[indent..].starts_with(&end) {
            let is_even = whole
                .iter()
                .all(|one: &&str| one.starts_with(&line[..indent]) || one.trim().is_empty());
            return if is_even {
                Ok(at + indent + end.len())
            } else {
                broken(0..hashes + 3, not_lines())
            };
        }
        if line.contains(&end) {
            return broken(0..hashes + 3, not_lines());
        }
        if hashes == 0 {
            escapes(rest, at..at + line.len())?;
        }
        whole.push(line);
        at += line.len();
    }
    broken(0..hashes + 3, never_closed())
}

/// Holds the escapes of a line to what there is.
fn escapes(rest: &str, line: Range<usize>) -> Result<(), Broken> {
    let mut at = line.start;
    while let Some(found) = rest[at..line.end].find('\\') {
        at += found;
        at += escape(rest, at)?;
    }
    Ok(())
}

fn never_ends() -> Wrong {
    wrong(("这段注释没有结束", "this comment does not end"), ("补上 */", "close it with */"))
}

fn too_many_marks() -> Wrong {
    wrong(
        ("这段注释里的星号和斜线太多", "this comment has too many stars and slashes"),
        ("每行用 // 写注释", "begin each line of it with // instead"),
    )
}

fn too_many_hashes() -> Wrong {
    wrong(("这里的 # 太多", "there are too many # here"), ("一个就够", "one is enough"))
}

fn never_closed() -> Wrong {
    wrong(
        ("这段文字没有结束", "this text does not end"),
        ("补上引号；一段文字写在一行里", "close it with a quote; a text stands on one line"),
    )
}

fn not_lines() -> Wrong {
    wrong(
        ("三个引号的文字要另起一行", "a text in three quotes begins on a line of its own"),
        (
            "写成一行，用一对引号；要分行的，结尾的三个引号单独一行，各行的缩进和它一样",
            "write it on one line in plain quotes; else the closing quotes stand on a line of their own, and each line is indented \
             as they are",
        ),
    )
}

fn no_escape() -> Wrong {
    wrong(
        ("\\ 后面不能是这个", "this does not follow \\"),
        ("反斜线本身写成 \\\\", "a backslash itself is written \\\\"),
    )
}
