//! A look at the text before it is parsed: its size, its depth, and the traps of KDL.

use crate::Diagnostic;
use crate::language::Said;

/// The most bytes of a file.
const LARGEST: usize = 256 * 1024;
/// The deepest nesting; far below what the parser bears.
const DEEPEST: usize = 16;
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

/// Refuses what the parser should not see.
pub(crate) fn scan(text: &str) -> Result<(), Diagnostic> {
    if text.len() > LARGEST {
        let what = Said::new(
            format!("文件有{}字节，最多{LARGEST}字节", text.len()),
            format!("the file has {} bytes, more than {LARGEST}", text.len()),
        );
        return Err(Diagnostic::at(text, 0, what));
    }
    let mut depth = 0_usize;
    for (at, sign) in bare(text) {
        match sign {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            let what = Said::new(
                format!("花括号套得太深，最多{DEEPEST}层"),
                format!("blocks are nested deeper than {DEEPEST}"),
            );
            return Err(Diagnostic::at(text, at, what));
        }
        if let Some((_, meant)) = LOOKALIKES.iter().find(|(looks, _)| *looks == sign) {
            let what = Said::new(
                format!("全角的{sign}在这里只是一个字"),
                format!("the full-width sign {sign} is a letter here"),
            );
            let help = Said::new(format!("写成半角的 {meant}"), format!("write {meant}"));
            return Err(Diagnostic::over(text, at..at + sign.len_utf8(), what).with_help(help));
        }
    }
    Ok(())
}

/// The signs outside of strings and comments, with where they stand.
pub(crate) fn bare(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut ends = 0;
    text.char_indices().filter(move |&(at, _)| {
        if at < ends {
            return false;
        }
        ends = at + closed(&text[at..]);
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

/// How many bytes a string or a comment takes that begins here; 0 where none begins.
fn closed(rest: &str) -> usize {
    let until = |from: usize, end: &str| {
        rest[from..].find(end).map_or(rest.len(), |found| from + found + end.len())
    };
    if rest.starts_with("//") {
        return rest.find('\n').unwrap_or(rest.len());
    }
    if rest.starts_with("/*") {
        return until(2, "*/");
    }
    let hashes = rest.len() - rest.trim_start_matches('#').len();
    let quotes = if rest[hashes..].starts_with("\"\"\"") { 3 } else { 1 };
    if !rest[hashes..].starts_with('"') {
        return 0;
    }
    let end = format!("{}{}", &"\"\"\""[..quotes], "#".repeat(hashes));
    if hashes > 0 {
        return until(hashes + quotes, &end);
    }
    quoted(rest, &end)
}

/// How many bytes a string takes in which a backslash takes the sign after it away.
fn quoted(rest: &str, end: &str) -> usize {
    let mut at = end.len();
    while at < rest.len() {
        let here = &rest[at..];
        if here.starts_with(end) {
            return at + end.len();
        }
        let mut signs = here.chars();
        let taken = match signs.next() {
            Some('\\') => 1 + signs.next().map_or(0, char::len_utf8),
            sign => sign.map_or(1, char::len_utf8),
        };
        at += taken;
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::{DEEPEST, scan};

    fn fault(text: &str) -> String {
        scan(text).unwrap_err().to_string()
    }

    #[test]
    fn full_width_signs_are_named_outside_of_strings_and_comments() {
        assert_eq!(
            fault("rule \"甲\"\n  宽限 late＝5"),
            "2:10: the full-width sign ＝ is a letter here; write ="
        );
        assert_eq!(fault("rule “R1”"), "1:6: the full-width sign “ is a letter here; write \"");
        for text in ["a \"；“”\"", "a // （甲）\nb", "a /* ｛ */ b", r#"a "\"；" b"#, r#"a "\\" b"#]
        {
            assert_eq!(scan(text), Ok(()), "{text}");
        }
        assert!(scan("a \"\\\\\" ；").is_err());
    }

    #[test]
    fn depth_and_size_are_bounded() {
        let deep = "a {".repeat(DEEPEST + 1);
        assert_eq!(fault(&deep), "1:51: blocks are nested deeper than 16");
        assert_eq!(scan(&"a {".repeat(DEEPEST)), Ok(()));
        let long = "甲".repeat(90_000);
        assert_eq!(fault(&long), "1:1: the file has 270000 bytes, more than 262144");
    }
}
