//! The text of a scheme (全文): the file as it runs, in the language that is asked for, with the way to the other and to both
//! files.

use super::shipped::language;
use crate::part::Link;
use crate::query;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use qz_mechanism::Mechanism;
use qz_mechanism::grammar::Node;
use qz_mechanism::language::Language;

/// What our default carries, in either language.
const DEFAULTS: [&str; 2] = ["默认=是", "default=yes"];

/// A piece of the text and how it stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Run<'a> {
    Plain(&'a str),
    /// The word that an element begins with.
    Word(&'a str),
    /// A comment, what is switched off, the mark of our defaults.
    Quiet(&'a str),
}

/// The part of the page.
#[derive(Template)]
#[template(path = "portal/mechanism/text.html")]
pub(super) struct Text<'a> {
    words: Words,
    runs: Vec<Run<'a>>,
    tag: &'static str,
    other: Link,
    files: Vec<Link>,
}

impl askama::filters::HtmlSafe for Text<'_> {}

/// The language that an address asks for: `zh` or `en`, else the visitor's own.
pub(super) fn asked(words: Words, given: &str) -> Language {
    Language::ALL.into_iter().find(|one| code(*one) == given).unwrap_or_else(|| language(words))
}

const fn code(language: Language) -> &'static str {
    match language {
        Language::Chinese => "zh",
        Language::English => "en",
    }
}

/// The links to the file of a scheme in both languages.
pub(super) fn files(words: Words, address: &str) -> Vec<Link> {
    let link = |language: Language| {
        let key = format!("mechanism-file-{}", code(language));
        let (path, rest) = address.split_once('?').unwrap_or((address, ""));
        let file = format!("{path}.kdl{}{rest}", if rest.is_empty() { "" } else { "?" });
        Link::new(query::with(&file, "lang", code(language)), words.say(&key))
    };
    Language::ALL.map(link).into()
}

impl<'a> Text<'a> {
    /// The text of a scheme at an address, as its file says it in a language.
    pub fn new(shell: &Shell, address: &str, (of, language): (&'a Mechanism, Language)) -> Self {
        let (tag, other) = match language {
            Language::Chinese => ("zh-CN", Language::English),
            Language::English => ("en", Language::Chinese),
        };
        let switch = query::with(address, "text", code(other));
        let say = shell.say(&format!("mechanism-text-{}", code(other)));
        Self {
            words: shell.words,
            runs: runs(of),
            tag,
            other: Link::new(format!("{switch}#m-text"), say),
            files: files(shell.words, address),
        }
    }
}

/// The text in pieces; put together they are the text.
fn runs(mechanism: &Mechanism) -> Vec<Run<'_>> {
    let own = mechanism.own_words();
    let is_word = |word: &str| {
        own.iter().any(|(one, _)| one == word) || Node::of(word).is_some_and(|node| !node.is_line())
    };
    let mut runs = vec![];
    for line in mechanism.text().split_inclusive('\n') {
        let (indent, rest) = line.split_at(line.len() - line.trim_start().len());
        runs.push(Run::Plain(indent));
        if ["//", "/-", "/*"].iter().any(|mark| rest.starts_with(mark)) {
            runs.push(Run::Quiet(rest));
            continue;
        }
        let (word, rest) = rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len()));
        runs.push(if is_word(word) { Run::Word(word) } else { Run::Plain(word) });
        marked(rest, &mut runs);
    }
    runs.retain(|run| !matches!(run, Run::Plain("") | Run::Word("") | Run::Quiet("")));
    runs
}

/// The rest of a line, with the marks of our defaults apart.
fn marked<'a>(mut rest: &'a str, runs: &mut Vec<Run<'a>>) {
    let next = |text: &'a str| {
        let found = DEFAULTS.iter().filter_map(|mark| Some((text.find(mark)?, mark.len())));
        found.min()
    };
    while let Some((at, length)) = next(rest) {
        runs.push(Run::Plain(&rest[..at]));
        runs.push(Run::Quiet(&rest[at..at + length]));
        rest = &rest[at + length..];
    }
    runs.push(Run::Plain(rest));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::portal::mechanism::shipped::all;

    #[test]
    fn the_pieces_put_together_are_the_text() {
        for (code, both) in all() {
            for language in Language::ALL {
                let mechanism = both.within(language);
                let runs = runs(mechanism);
                let text = |run: &Run<'_>| match *run {
                    Run::Plain(text) | Run::Word(text) | Run::Quiet(text) => text.to_owned(),
                };
                assert_eq!(runs.iter().map(text).collect::<String>(), mechanism.text(), "{code}");
                assert!(runs.iter().any(|run| matches!(run, Run::Word(_))), "{code}");
            }
        }
    }
}
