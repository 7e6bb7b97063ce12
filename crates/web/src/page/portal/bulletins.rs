//! The published bulletins (通报): number, day, title, how many decisions, the highest rank, until
//! when names are shown.

use super::download::asked as asked_format;
use super::records::{self, AskedRecords, Kind, PER_PAGE, Shown, Wanted};
use super::{fault, named, today, unit_link};
use crate::app::WebState;
use crate::error::WebError;
use crate::shell::Shell;
use crate::words::Words;
use axum::extract::{Query, State};
use axum::response::Response;
use jiff::civil::Date;
use qz_acts::bulletin::public::{BulletinFilter, BulletinLine, BulletinSort, Page, highest_rank};
use qz_document::sheet::Cell;
use qz_domain::bulletin;

/// Where the list is; the archive has those of all years by number and organ.
pub(crate) const PATH: &str = "/bulletins";
/// In which orders it is listed.
pub(crate) const SORTS: &[&str] = &["latest", "earliest"];

const KIND: Kind = Kind {
    path: PATH,
    title: "nav-bulletins",
    sentence: "portal-bulletins-sentence",
    none: "portal-bulletins-none",
    scope: "portal-bulletins-scope",
    define: "portal-define-bulletins",
    columns: &[
        ("portal-bulletin-number", None),
        ("portal-published-on", Some("earliest")),
        ("portal-bulletin-title", None),
        ("portal-bulletin-decisions", None),
        ("portal-bulletin-highest", None),
        ("portal-bulletin-names", None),
    ],
};

/// `GET /bulletins?from=&to=&unit=&sort=&page=&format=`
pub(super) async fn show(
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<AskedRecords>,
) -> Result<Response, WebError> {
    let words = shell.words;
    let format = asked_format(words, asked.format())?;
    let wanted = match asked.read(&state.acts, words, SORTS).await? {
        Ok(wanted) => wanted,
        Err(faults) if format.is_some() => return Err(WebError::Invalid(faults)),
        Err(faults) => return records::mistaken(shell, KIND, &asked, faults),
    };
    let page = match format {
        Some(_) => Page::all(),
        None => Page::number(wanted.page, PER_PAGE),
    };
    let found = state.acts.published(&filter(&wanted), sort(wanted.sort), page).await;
    let (lines, total) = found.map_err(fault)?;
    let today = today(&state.acts);
    if let Some(format) = format {
        let rows = lines.iter().map(|line| cells(words, line, today)).collect();
        let scope = wanted.scope(words);
        return records::file(&shell, (KIND, "bulletins"), (&scope, format), (HEADER, rows));
    }
    let rows = lines.iter().map(|line| row(words, line, today)).collect();
    records::found(shell, KIND, (&asked, &wanted), (rows, total))
}

/// What of the bulletins is looked for.
pub(crate) fn filter(wanted: &Wanted) -> BulletinFilter {
    BulletinFilter {
        published: wanted.days(),
        kind: wanted.kind,
        organ: wanted.unit.as_ref().map(|unit| unit.id),
        ..BulletinFilter::default()
    }
}

/// The order of a name.
pub(crate) fn sort(name: &str) -> BulletinSort {
    match name {
        "earliest" => BulletinSort::Earliest,
        _ => BulletinSort::Latest,
    }
}

/// The number with its organ: `县纪委〔2015〕1号`.
pub(super) fn number(words: Words, line: &BulletinLine) -> String {
    let organ = named(words, &line.organ);
    line.number.map_or_else(String::new, |number| format!("{organ}{number}"))
}

/// What a bulletin of a kind is called beside its title.
pub(super) fn kind(words: Words, line: &BulletinLine) -> String {
    match line.kind {
        bulletin::Kind::Ordinary => String::new(),
        bulletin::Kind::SelfRequested => words.say("portal-bulletin-own"),
    }
}

/// That it was corrected or withdrawn.
pub(super) fn corrected(words: Words, line: &BulletinLine) -> String {
    line.correction.map_or_else(String::new, |kind| words.term(kind))
}

/// Until when names are shown, or that they are not.
pub(super) fn names(words: Words, line: &BulletinLine, today: Date) -> String {
    match line.expires_on.parse::<Date>() {
        _ if line.scope == bulletin::Scope::County => words.say("portal-names-county"),
        Ok(until) if today <= until => {
            words.say_with("portal-names-until", &[("day", words.date(until).into())])
        }
        _ => words.say("portal-names-gone"),
    }
}

/// The highest rank among those it names, while it names them.
fn highest(words: Words, line: &BulletinLine, today: Date) -> String {
    match highest_rank(line, today) {
        Some(rank) => words.term(rank),
        None => words.say("portal-not-shown"),
    }
}

fn row(words: Words, line: &BulletinLine, today: Date) -> Vec<Shown> {
    let title = [kind(words, line), corrected(words, line)]
        .into_iter()
        .filter(|part| !part.is_empty())
        .fold(line.title.clone(), |title, part| format!("{title}（{part}）"));
    vec![
        Shown::link(unit_link(&line.organ.code), number(words, line)),
        Shown::text(&line.published_on),
        Shown::wide_link(format!("{PATH}/{}", line.id), title),
        Shown::text(words.number(line.decisions)),
        Shown::text(highest(words, line, today)),
        Shown::text(names(words, line, today)),
    ]
}

const HEADER: &[&str] = &[
    "portal-bulletin-number",
    "portal-published-on",
    "portal-bulletin-title",
    "portal-bulletin-kind",
    "portal-bulletin-decisions",
    "portal-bulletin-highest",
    "portal-bulletin-names",
    "portal-bulletin-correction",
];

fn cells(words: Words, line: &BulletinLine, today: Date) -> Vec<Cell> {
    let text = |text: String| Cell::Text(text);
    vec![
        text(number(words, line)),
        text(line.published_on.clone()),
        text(line.title.clone()),
        text(words.term_of("bulletin-kind", qz_domain::spelled::Spelled::code(line.kind))),
        Cell::Number(line.decisions),
        text(highest(words, line, today)),
        text(names(words, line, today)),
        text(corrected(words, line)),
    ]
}
