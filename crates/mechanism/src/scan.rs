//! A look at the text before it is parsed: its size, its depth, and the traps of KDL.

use crate::Diagnostic;

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
    ('（', '('),
    ('）', ')'),
];

/// Refuses what the parser should not see.
pub(crate) fn scan(text: &str) -> Result<(), Diagnostic> {
    if text.len() > LARGEST {
        let what = format!("the file has {} bytes, more than {LARGEST}", text.len());
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
            let what = format!("blocks are nested deeper than {DEEPEST}");
            return Err(Diagnostic::at(text, at, what));
        }
        if let Some((_, meant)) = LOOKALIKES.iter().find(|(looks, _)| *looks == sign) {
            let what = format!("the full-width sign {sign} is a letter here");
            return Err(Diagnostic::at(text, at, what).help(format!("write {meant}")));
        }
    }
    Ok(())
}

/// The signs outside of strings and comments, with where they stand.
fn bare(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut inside = Inside::Nothing;
    let mut before = ' ';
    text.char_indices().filter(move |&(_, sign)| {
        let was = inside;
        inside = inside.next(before, sign);
        // A sign that ends an escape or a comment begins nothing.
        let is_spent = matches!((was, before, sign), (Inside::Text, '\\', '\\'))
            || (matches!(was, Inside::Block) && matches!(inside, Inside::Nothing));
        before = if is_spent { ' ' } else { sign };
        matches!((was, inside), (Inside::Nothing, Inside::Nothing))
    })
}

#[derive(Debug, Clone, Copy)]
enum Inside {
    Nothing,
    Text,
    Line,
    Block,
}

impl Inside {
    fn next(self, before: char, sign: char) -> Self {
        match (self, before, sign) {
            (Self::Nothing, _, '"') | (Self::Text, '\\', _) => Self::Text,
            (Self::Nothing, '/', '/') => Self::Line,
            (Self::Nothing, '/', '*') => Self::Block,
            (Self::Text, _, '"') | (Self::Line, _, '\n') | (Self::Block, '*', '/') => Self::Nothing,
            (inside, ..) => inside,
        }
    }
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
