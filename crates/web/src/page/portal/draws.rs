//! The draws (随机抽取): those that are open, sealed and called off alike, so that none can be passed over.

use super::download::{MOST_ROWS, asked as asked_format, links};
use super::records::{self, Asking, Kind, PER_PAGE, Shown};
use super::{fault, named};
use crate::app::WebState;
use crate::error::WebError;
use crate::page::download::{self, Format};
use crate::page::draw::{of, purpose};
use crate::page::listing::day;
use crate::page::matter::forms::any_of;
use crate::page::matter::search;
use crate::part::{Filter, FilterField};
use crate::shell::Shell;
use crate::words::Words;
use axum::extract::{Query, State};
use axum::response::Response;
use qz_acts::draw::public::{DrawFilter, DrawLine, DrawSort, Page};
use qz_document::sheet::{Cell, Sheet};
use qz_domain::draw::Stage;
use qz_domain::spelled::Spelled;
use serde::Deserialize;

/// Where the list is.
pub(super) const PATH: &str = "/draws";

const KIND: Kind = Kind {
    path: PATH,
    title: "nav-draws",
    sentence: "portal-draws-sentence",
    none: "portal-draws-none",
    scope: "portal-draws-scope",
    define: "portal-draws-scope",
    columns: &[
        ("draw-column-name", None),
        ("draw-column-organ", Some("number")),
        ("draw-column-announced-on", Some("earliest")),
        ("draw-column-stage", None),
        ("draw-column-purpose", None),
        ("draw-column-drawn", None),
        ("draw-column-reason", None),
    ],
};

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    stage: String,
    year: String,
    sort: String,
    page: String,
    format: Option<String>,
}

impl Asked {
    fn filter(&self) -> DrawFilter {
        DrawFilter { stage: Stage::from_code(&self.stage), year: self.year.trim().parse().ok() }
    }

    fn order(&self) -> (DrawSort, &'static str) {
        match self.sort.as_str() {
            "earliest" => (DrawSort::Earliest, "earliest"),
            "number" => (DrawSort::Number, "number"),
            _ => (DrawSort::Latest, ""),
        }
    }

    fn fields(&self, words: Words) -> Vec<FilterField> {
        let choices = any_of::<Stage>(words, &self.stage);
        let (stage, year) = (words.say("draw-column-stage"), words.say("draw-column-year"));
        vec![
            FilterField::Choice { name: "stage", label: stage, choices },
            FilterField::Word { name: "year", label: year, value: self.year.clone() },
        ]
    }
}

/// `GET /draws?stage=&year=&sort=&page=&format=`
pub(super) async fn show(
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let words = shell.words;
    let format = asked_format(words, asked.format.as_deref())?;
    let (page, filter) = (search::page(&asked.page).cast_signed(), asked.filter());
    let (sort, sorted) = asked.order();
    let rows = match format {
        Some(_) => Page::all(),
        None => Page::number(page, PER_PAGE),
    };
    let (lines, total) = state.acts.public_draws(&filter, sort, rows).await.map_err(fault)?;
    if let Some(format) = format {
        return file(&shell, &lines, format);
    }
    let most = usize::try_from(total.min(MOST_ROWS)).unwrap_or_default();
    let is_active = filter != DrawFilter::default();
    let asking = Asking {
        form: Filter::new(words, PATH, asked.fields(words), is_active),
        scope: words.say("portal-all-years"),
        sorted,
        page,
        files: links(words, &shell.here, most),
        counts: vec![],
    };
    let rows = lines.iter().map(|line| row(words, line)).collect();
    records::listed(shell, KIND, asking, (rows, total))
}

fn row(words: Words, line: &DrawLine) -> Vec<Shown> {
    let announced = line
        .announced_on
        .parse()
        .map_or_else(|_| line.announced_on.clone(), |day: jiff::civil::Date| words.date(day));
    vec![
        Shown::link(format!("{PATH}/{}", line.id), line.number.to_string()),
        Shown::text(named(words, &line.organ)),
        Shown::text(announced),
        Shown::text(words.term(line.stage)),
        Shown::text(purpose(words, line)),
        Shown::text(of(words, line)),
        Shown::text(&line.reason),
    ]
}

fn cells(words: Words, line: &DrawLine) -> Vec<Cell> {
    let text = |text: String| Cell::Text(text);
    vec![
        text(line.number.to_string()),
        text(named(words, &line.organ)),
        day(&line.announced_on),
        text(words.term(line.stage)),
        text(purpose(words, line)),
        text(of(words, line)),
        text(line.reason.clone()),
    ]
}

fn file(shell: &Shell, lines: &[DrawLine], format: Format) -> Result<Response, WebError> {
    let now = super::now_text(shell);
    let note = shell.say_with("portal-draws-scope", &[("now", now.into())]);
    let sheet = Sheet {
        title: shell.say(KIND.title),
        header: KIND.columns.iter().map(|(key, _)| shell.say(key)).collect(),
        notes: vec![shell.site_name(), note, shell.say("portal-licence")],
        rows: lines.iter().map(|line| cells(shell.words, line)).collect(),
    };
    download::sheet(&sheet, "draws", format)
}
