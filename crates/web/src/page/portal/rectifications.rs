//! The rectifications (整改) for anybody: what was promised in public, and by unit what was ordered, with the
//! counts of how it went. What rests on a finding stands without its words, which may name somebody.

use super::download::{MOST_ROWS, asked as asked_format, links};
use super::records::{self, Asking, Kind, PER_PAGE, Shown, none_of};
use super::{fault, unit_link, unit_name};
use crate::app::WebState;
use crate::error::WebError;
use crate::page::download::{self, Format};
use crate::page::matter::forms::any_of;
use crate::page::matter::search;
use crate::page::rectification::due_text;
use crate::part::{Choice, FieldError, Filter, FilterField, Link};
use crate::shell::Shell;
use crate::words::Words;
use axum::extract::{Query, State};
use axum::response::Response;
use qz_acts::rectification::public::Told;
use qz_acts::rectification::view::RectificationLine;
use qz_document::sheet::{Cell, Sheet};
use qz_domain::rectification::Stage;
use qz_domain::spelled::Spelled;
use serde::Deserialize;

/// Where the list is.
pub(crate) const PATH: &str = "/rectifications";

const KIND: Kind = Kind {
    path: PATH,
    title: "nav-rectifications",
    sentence: "rectification-public-sentence",
    none: "rectification-public-none",
    scope: "rectification-public-scope",
    define: "rectification-public-scope",
    columns: &[
        ("rectification-column-unit", Some("unit")),
        ("rectification-column-name", None),
        ("rectification-column-ordered-on", Some("earliest")),
        ("rectification-column-due", None),
        ("rectification-column-where", None),
        ("rectification-column-stage", None),
        ("rectification-column-closed-on", None),
    ],
};

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    pub q: String,
    pub told: String,
    pub stage: String,
    pub source: String,
    pub sort: String,
    page: String,
    format: Option<String>,
}

impl Asked {
    fn told(&self) -> Told {
        let found = Told::ALL.into_iter().find(|told| told.code() == self.told);
        found.unwrap_or_default()
    }

    /// What is none of the choices there are.
    pub fn faults(&self, words: Words) -> Vec<FieldError> {
        let stages: Vec<_> = Stage::ALL.iter().map(|stage| stage.code()).collect();
        let told = Told::ALL.map(Told::code);
        let choices: [(&str, &str, &[&str]); 4] = [
            ("told", &self.told, &told),
            ("stage", &self.stage, &stages),
            ("source", &self.source, &["promise", "finding"]),
            ("sort", &self.sort, &["earliest", "unit"]),
        ];
        let wrong =
            |(name, given, allowed): (&str, &str, &[&str])| none_of(words, (name, given), allowed);
        choices.into_iter().filter_map(wrong).collect()
    }

    fn is_filtered(&self) -> bool {
        let Self { q, told, stage, source, .. } = self;
        [q, told, stage, source].iter().any(|field| !field.trim().is_empty())
    }

    /// Whether a rectification is looked for.
    pub fn fits(&self, line: &RectificationLine) -> bool {
        let (unit, word) = (&line.unit, self.q.trim());
        let is_named = word.is_empty()
            || unit.code == word
            || unit.name.contains(word)
            || unit.name_en.to_lowercase().contains(&word.to_lowercase());
        let stage = Stage::from_code(&self.stage);
        let is_promise = line.promise().is_some();
        is_named
            && self.told().holds(line)
            && stage.is_none_or(|stage| stage == line.rectification.stage)
            && match self.source.as_str() {
                "promise" => is_promise,
                "finding" => !is_promise,
                _ => true,
            }
    }

    /// Puts them in the order that is asked for, and names it.
    pub fn sorted(&self, lines: &mut [RectificationLine]) -> &'static str {
        match self.sort.as_str() {
            "earliest" => {
                lines.sort_by_key(|line| line.rectification.ordered_on);
                "earliest"
            }
            "unit" => {
                lines.sort_by(|a, b| a.unit.code.cmp(&b.unit.code));
                "unit"
            }
            _ => "",
        }
    }

    fn fields(&self, words: Words) -> Vec<FilterField> {
        let column = |name: &str| words.say(&format!("rectification-column-{name}"));
        let choice =
            |code: &str, key: &str, chosen: &str| Choice::new(code, words.say(key), chosen);
        let all = |chosen: &str| choice("", "matter-all", chosen);
        let told = Told::ALL.into_iter().skip(1);
        let told = told.map(|one| {
            choice(
                one.code(),
                &format!("rectification-told-{}", one.code().replace('_', "-")),
                &self.told,
            )
        });
        let source = |code: &str| choice(code, &format!("rectification-by-{code}"), &self.source);
        vec![
            FilterField::Word { name: "q", label: column("unit"), value: self.q.clone() },
            FilterField::Choice {
                name: "told",
                label: words.say("rectification-told"),
                choices: std::iter::once(all(&self.told)).chain(told).collect(),
            },
            FilterField::Choice {
                name: "stage",
                label: column("where"),
                choices: any_of::<Stage>(words, &self.stage),
            },
            FilterField::Choice {
                name: "source",
                label: words.say("rectification-source"),
                choices: vec![all(&self.source), source("promise"), source("finding")],
            },
        ]
    }
}

/// `GET /rectifications?q=&told=&stage=&source=&sort=&page=&format=`
pub(super) async fn show(
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let words = shell.words;
    let format = asked_format(words, asked.format.as_deref())?;
    let mut lines = state.acts.told_rectifications().await.map_err(fault)?;
    let counts = counts(words, &lines);
    lines.retain(|line| asked.fits(line));
    let sorted = asked.sorted(&mut lines);
    if let Some(format) = format {
        return file(&shell, &lines, format);
    }
    let (page, per_page) = (search::page(&asked.page), PER_PAGE.unsigned_abs());
    let most = usize::try_from(PER_PAGE).unwrap_or(usize::MAX);
    let first = usize::try_from((page - 1) * per_page).unwrap_or(usize::MAX);
    let asking = Asking {
        form: Filter::new(words, PATH, asked.fields(words), asked.is_filtered()),
        scope: words.say("portal-all-years"),
        sorted,
        page: page.cast_signed(),
        files: links(words, &shell.here, lines.len().min(usize::try_from(MOST_ROWS).unwrap_or(0))),
        counts,
    };
    let rows = lines.iter().skip(first).take(most).map(|line| row(words, line)).collect();
    let total = i64::try_from(lines.len()).unwrap_or(i64::MAX);
    records::listed(shell, KIND, asking, (rows, total))
}

/// How it went with all of them; each count leads to exactly its rows.
fn counts(words: Words, lines: &[RectificationLine]) -> Vec<Link> {
    let count = |told: Told| {
        let found = lines.iter().filter(|line| told.holds(line)).count();
        let key = format!("rectification-told-{}", told.code().replace('_', "-"));
        let label = format!("{} {found}", words.say(&key));
        Link::new(format!("{PATH}?told={}", told.code()), label)
    };
    Told::ALL.map(count).into()
}

/// What is to be put right, as far as anybody may read it, and where.
fn item(words: Words, line: &RectificationLine) -> (String, Option<String>) {
    match line.told_item() {
        Some((id, item)) => (item.to_owned(), Some(format!("/bulletins/{id}"))),
        None => (words.say("rectification-of-a-finding"), None),
    }
}

fn row(words: Words, line: &RectificationLine) -> Vec<Shown> {
    let one = &line.rectification;
    let closed = one.closed_on.map_or_else(String::new, |day| words.date(day));
    let item = match item(words, line) {
        (text, Some(href)) => Shown::wide_link(href, text),
        (text, None) => Shown::text(text),
    };
    vec![
        Shown::link(unit_link(&line.unit.code), unit_name(words, &line.unit)),
        item,
        Shown::text(words.date(one.ordered_on)),
        Shown::text(due_text(words, one.due.due)),
        Shown::text(words.term(one.stage)),
        Shown::text(words.term(line.lamp)),
        Shown::text(closed),
    ]
}

fn cells(words: Words, line: &RectificationLine) -> Vec<Cell> {
    let one = &line.rectification;
    vec![
        Cell::Text(unit_name(words, &line.unit)),
        Cell::Text(item(words, line).0),
        Cell::Day(one.ordered_on),
        Cell::Text(due_text(words, one.due.due)),
        Cell::Text(words.term(one.stage)),
        Cell::Text(words.term(line.lamp)),
        one.closed_on.map_or(Cell::Empty, Cell::Day),
    ]
}

fn file(shell: &Shell, lines: &[RectificationLine], format: Format) -> Result<Response, WebError> {
    let now = super::now_text(shell);
    let note = shell.say_with("rectification-public-scope", &[("now", now.into())]);
    let sheet = Sheet {
        title: shell.say(KIND.title),
        header: KIND.columns.iter().map(|(key, _)| shell.say(key)).collect(),
        notes: vec![shell.site_name(), note, shell.say("portal-licence")],
        rows: lines.iter().map(|line| cells(shell.words, line)).collect(),
    };
    download::sheet(&sheet, "rectifications", format)
}
