//! From text to KDL, with the traps of KDL named as what they are.

use crate::language::Said;
use crate::{Diagnostic, scan};
use kdl::KdlDocument;

/// Parses a file.
///
/// # Errors
/// Everything the parser stumbled over, at most ten.
pub(crate) fn parse(text: &str) -> Result<KdlDocument, Vec<Diagnostic>> {
    const MOST: usize = 10;
    scan::scan(text).map_err(|fault| vec![fault])?;
    KdlDocument::parse(text).map_err(|fault| {
        let mut found = traps(text);
        if found.is_empty() {
            found = fault.diagnostics.iter().map(|one| named(text, one)).collect();
        }
        found.truncate(MOST);
        if found.is_empty() {
            found.push(Diagnostic::at(
                text,
                0,
                Said::new("这个文件不是 KDL", "the file is not KDL"),
            ));
        }
        found.dedup_by_key(|one| (one.line, one.what().clone()));
        found
    })
}

/// The first thing that is wrong.
pub(crate) fn parse_first(text: &str) -> Result<KdlDocument, Diagnostic> {
    parse(text).map_err(|mut all| all.swap_remove(0))
}

/// A fault of the parser.
fn named(text: &str, fault: &kdl::KdlDiagnostic) -> Diagnostic {
    let english = fault.message.clone().unwrap_or_else(|| "this is not KDL".to_owned());
    let what = Said::new(format!("这里写法不对（{english}）"), english);
    let pairs = ("看看引号、花括号是不是成对", "see whether quotes and braces are in pairs");
    let help = Said::new(pairs.0, fault.help.as_deref().unwrap_or(pairs.1));
    let at = fault.span.offset();
    Diagnostic::over(text, at..at + fault.span.len(), what).with_help(help)
}

/// Words that KDL does not take as they are, each with what to write.
fn traps(text: &str) -> Vec<Diagnostic> {
    let trap = |(at, word): (usize, &str)| {
        let (what, help) = trap(word)?;
        Some(Diagnostic::over(text, at..at + word.len(), what).with_help(help))
    };
    words(text).into_iter().filter_map(trap).collect()
}

fn trap(word: &str) -> Option<(Said, Said)> {
    let begins_with_digit = word.starts_with(|sign: char| sign.is_ascii_digit());
    if begins_with_digit && !word.is_ascii() {
        let what = Said::new(
            format!("“{word}”以数字开头，要加引号"),
            format!("`{word}` begins with a digit and needs quotes"),
        );
        return Some((what, Said::new(format!("写成：\"{word}\""), format!("write \"{word}\""))));
    }
    matches!(word, "true" | "false" | "null" | "inf" | "nan").then(|| {
        let what = Said::new(format!("“{word}”前面要有 #"), format!("`{word}` needs # before it"));
        let help =
            Said::new(format!("写成：是、否，或者 #{word}"), format!("write yes, no, or #{word}"));
        (what, help)
    })
}

/// The words outside of strings and comments, with where each begins.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut words: Vec<(usize, usize)> = vec![];
    for (at, sign) in scan::bare(text) {
        if sign.is_whitespace() || "={};".contains(sign) {
            continue;
        }
        match words.last_mut() {
            Some((_, end)) if *end == at => *end = at + sign.len_utf8(),
            _ => words.push((at, at + sign.len_utf8())),
        }
    }
    words.into_iter().map(|(start, end)| (start, &text[start..end])).collect()
}
