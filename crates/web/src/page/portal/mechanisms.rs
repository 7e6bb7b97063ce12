//! The schemes that ship (制度): found by words and kind, with how each name reads and what it is made of.

use super::download::{asked as asked_format, links};
use super::mechanism::shipped::{Both, all, language};
use super::mechanism::{contents, reading};
use super::records::{self, Asking, PER_PAGE, Shown};
use crate::error::WebError;
use crate::page::download::{self, Format};
use crate::page::matter::search;
use crate::part::{Choice, Filter, FilterField};
use crate::shell::Shell;
use crate::words::Words;
use axum::extract::Query;
use axum::response::Response;
use qz_document::sheet::{Cell, Sheet};
use qz_mechanism::Mechanism;
use qz_mechanism::grammar::{Key, Kind};
use qz_mechanism::language::Language;
use serde::Deserialize;

/// Where the list is.
pub(super) const PATH: &str = "/mechanisms";

const KIND: records::Kind = records::Kind {
    path: PATH,
    title: "nav-mechanisms",
    sentence: "mechanism-list-sentence",
    none: "mechanism-list-none",
    scope: "mechanism-list-scope",
    define: "mechanism-list-scope",
    columns: &[
        ("mechanism-column-title", Some("title")),
        ("mechanism-column-code", Some("code")),
        ("mechanism-column-reading", None),
        ("mechanism-column-elements", Some("elements")),
        ("mechanism-column-kinds", None),
        ("mechanism-column-verbatim", Some("verbatim")),
    ],
};

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    words: String,
    kind: String,
    sort: String,
    page: String,
    format: Option<String>,
}

/// A scheme as a line of the list.
struct Line {
    code: &'static str,
    title: &'static str,
    reading: String,
    elements: usize,
    /// How many elements of each kind there are.
    kinds: Vec<(Kind, usize)>,
    /// How many of its elements the source states.
    verbatim: usize,
}

/// `GET /mechanisms?words=&kind=&sort=&page=&format=`
pub(super) async fn show(shell: Shell, Query(asked): Query<Asked>) -> Result<Response, WebError> {
    let words = shell.words;
    let format = asked_format(words, asked.format.as_deref())?;
    let lines = asked.lines(words);
    if let Some(format) = format {
        return file(&shell, &lines, format);
    }
    let (total, size) = (lines.len(), usize::try_from(PER_PAGE).unwrap_or(usize::MAX));
    let last = total.div_ceil(size).max(1);
    let page = usize::try_from(search::page(&asked.page)).unwrap_or(last).min(last);
    let shown = lines.iter().skip((page - 1) * size).take(size);
    let rows = shown.map(|line| row(words, line)).collect();
    let asking = Asking {
        form: asked.form(words),
        scope: String::new(),
        sorted: asked.order(),
        page: i64::try_from(page).unwrap_or(1),
        files: links(words, &shell.here, total),
        counts: vec![],
    };
    records::listed(shell, KIND, asking, (rows, i64::try_from(total).unwrap_or(i64::MAX)))
}

impl Asked {
    /// The schemes that fit, in the order that is asked for.
    fn lines(&self, words: Words) -> Vec<Line> {
        let kind = self.kind();
        let fitting = all().iter().filter(|(_, both)| self.fits(both));
        let lines = fitting.map(|(code, both)| line(words, code, both.read_by(words)));
        let has_kind =
            |line: &Line| kind.is_none_or(|kind| line.kinds.iter().any(|(one, _)| *one == kind));
        let mut lines: Vec<_> = lines.filter(has_kind).collect();
        match self.order() {
            "title" => lines.sort_by_key(|line| line.title),
            "elements" => lines.sort_by_key(|line| std::cmp::Reverse(line.elements)),
            "verbatim" => lines.sort_by_key(|line| std::cmp::Reverse(line.verbatim)),
            _ => lines.sort_by_key(|line| line.code),
        }
        lines
    }

    /// Whether each word is among the names of a scheme, in whichever language.
    fn fits(&self, both: &Both) -> bool {
        let names = Language::ALL.map(|language| names(both.within(language))).concat();
        self.words.to_lowercase().split_whitespace().all(|word| names.contains(word))
    }

    fn kind(&self) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.names().1 == self.kind)
    }

    fn order(&self) -> &'static str {
        let mut sorts = KIND.columns.iter().filter_map(|(_, sort)| *sort);
        sorts.find(|sort| *sort == self.sort).unwrap_or("code")
    }

    fn form(&self, words: Words) -> Filter {
        let mut choices = vec![Choice::new("", words.say("portal-all"), &self.kind)];
        let of_kind = |kind: Kind| Choice::new(kind.names().1, named(words, kind), &self.kind);
        choices.extend(Kind::ALL.map(of_kind));
        let label = words.say("mechanism-list-words");
        let fields = vec![
            FilterField::Word { name: "words", label, value: self.words.clone() },
            FilterField::Choice { name: "kind", label: words.say("mechanism-list-kind"), choices },
        ];
        let is_active = !self.words.trim().is_empty() || self.kind().is_some();
        Filter::new(words, PATH, fields, is_active)
    }
}

/// Everything in a scheme that is called something, in small letters.
fn names(mechanism: &Mechanism) -> String {
    let blocks = mechanism.root().all().into_iter();
    let all = blocks.flat_map(|block| {
        [block.word.as_str(), block.title(), block.text(Key::SourceUnit).unwrap_or_default()]
    });
    let all = all.chain([mechanism.code()]).collect::<Vec<_>>();
    all.join("\n").to_lowercase() + "\n"
}

fn line(words: Words, code: &'static str, mechanism: &'static Mechanism) -> Line {
    Line {
        code,
        title: mechanism.title(),
        reading: reading(words, mechanism).unwrap_or_default(),
        elements: contents(mechanism).count(),
        kinds: mechanism.counts().into_iter().collect(),
        verbatim: contents(mechanism).filter(|block| block.is(Key::Verbatim)).count(),
    }
}

fn named(words: Words, kind: Kind) -> String {
    language(words).of(kind.names()).to_owned()
}

fn row(words: Words, line: &Line) -> Vec<Shown> {
    let kinds = line.kinds.iter().map(|(kind, count)| {
        let said = [("kind", named(words, *kind).into()), ("count", (*count).into())];
        words.say_with("mechanism-list-count", &said)
    });
    let kinds: Vec<_> = kinds.collect();
    vec![
        Shown::wide_link(format!("{PATH}/{}", line.code), line.title),
        Shown::text(line.code),
        Shown::text(line.reading.as_str()),
        Shown::text(line.elements.to_string()),
        Shown::wide(kinds.join(" · ")),
        Shown::text(line.verbatim.to_string()),
    ]
}

/// The same rows as a file, each kind a column of its own.
fn file(shell: &Shell, lines: &[Line], format: Format) -> Result<Response, WebError> {
    let words = shell.words;
    let first = ["mechanism-column-title", "mechanism-column-code", "mechanism-column-reading"];
    let last = ["mechanism-column-elements", "mechanism-column-verbatim"];
    let kinds = Kind::ALL.map(|kind| named(words, kind));
    let header = first.map(|key| words.say(key)).into_iter().chain(kinds);
    let sheet = Sheet {
        title: words.say(KIND.title),
        header: header.chain(last.map(|key| words.say(key))).collect(),
        rows: lines.iter().map(cells).collect(),
        notes: vec![shell.site_name(), words.say(KIND.scope), words.say("portal-licence")],
    };
    download::sheet(&sheet, "mechanisms", format)
}

fn cells(line: &Line) -> Vec<Cell> {
    let count = |kind: Kind| {
        let found = line.kinds.iter().find(|(one, _)| *one == kind);
        found.map_or(0, |(_, count)| *count)
    };
    let number = |count: usize| Cell::Number(i64::try_from(count).unwrap_or(i64::MAX));
    let texts = [line.title, line.code, &line.reading];
    let texts = texts.into_iter().map(|text| Cell::Text(text.to_owned()));
    let counts = Kind::ALL.map(|kind| number(count(kind)));
    texts.chain(counts).chain([number(line.elements), number(line.verbatim)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(words: &str, kind: &str) -> Vec<&'static str> {
        let (words, kind) = (words.to_owned(), kind.to_owned());
        let asked = Asked { words, kind, ..Asked::default() };
        asked.lines(Words::default()).iter().map(|line| line.code).collect()
    }

    #[test]
    fn a_scheme_is_found_by_its_names_in_either_language_and_by_kind() {
        assert_eq!(found("三问", ""), ["three-asks"]);
        assert_eq!(found("THREE-ASKS", ""), ["three-asks"]);
        assert_eq!(found("神河 工作部署", ""), ["three-asks"]);
        let mut codes: Vec<_> = all().iter().map(|(code, _)| *code).collect();
        codes.sort_unstable();
        assert_eq!(found("", ""), codes);
        assert!(found("", "draw").contains(&"five-checks"));
        assert!(found("没有这样的办法", "").is_empty());
    }

    #[test]
    fn an_order_that_nobody_has_is_the_usual_one() {
        let asked = |sort: &str| Asked { sort: sort.to_owned(), ..Asked::default() };
        assert_eq!((asked("elements").order(), asked("x").order()), ("elements", "code"));
        let lines = asked("elements").lines(Words::default());
        assert!(lines.windows(2).all(|two| two[0].elements >= two[1].elements));
    }
}
