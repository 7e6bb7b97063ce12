//! The figures of tickets: how many came, were answered, in time, corrected a page, were reopened. Each
//! opens to its rows, which hold no word of what was told.

use super::furniture;
use crate::app::WebState;
use crate::error::WebError;
use crate::page::matter::forms::any_of;
use crate::page::matter::search;
use crate::page::portal::download::{self, MOST_ROWS};
use crate::page::portal::furniture::Furniture;
use crate::page::portal::records::{self, Asking, Kind as Records, PER_PAGE, Shown};
use crate::page::portal::{fault, named, unit_link};
use crate::part::{Choice, Figure, Figures, Filter, FilterField};
use crate::query;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Response};
use qz_acts::ticket::public::{CountedFilter, CountedTicket, Figure as Counted, Page};
use qz_document::sheet::Cell;
use qz_domain::spelled::Spelled;
use qz_domain::ticket::Kind;
use serde::Deserialize;

/// Where the figures are.
pub(super) const PATH: &str = "/tickets/statistics";
/// Where their rows are.
pub(super) const ROWS: &str = "/tickets/statistics/rows";

const KIND: Records = Records {
    path: ROWS,
    title: "ticket-rows-title",
    sentence: "ticket-rows-sentence",
    none: "ticket-rows-none",
    scope: "ticket-rows-scope",
    define: "ticket-rows-define",
    columns: &[
        ("ticket-column-name", None),
        ("ticket-column-kind", None),
        ("ticket-column-unit", None),
        ("ticket-column-stage", None),
        ("ticket-column-submitted-on", None),
        ("ticket-column-due", None),
        ("ticket-column-answered-on", None),
        ("ticket-column-outcome", None),
    ],
};

/// What a visitor asks.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    figure: String,
    kind: String,
    year: String,
    page: String,
    format: String,
}

impl Asked {
    fn filter(&self) -> CountedFilter {
        let figure = Counted::ALL.into_iter().find(|one| code(*one) == self.figure);
        CountedFilter {
            figure: figure.unwrap_or_default(),
            kind: Kind::from_code(&self.kind),
            year: self.year.trim().parse().ok(),
        }
    }
}

fn code(figure: Counted) -> &'static str {
    match figure {
        Counted::Received => "received",
        Counted::Answered => "answered",
        Counted::InTime => "in-time",
        Counted::Corrected => "corrected",
        Counted::Reopened => "reopened",
    }
}

#[derive(Template)]
#[template(path = "portal/ticket_figures.html")]
struct FiguresPage {
    shell: Shell,
    furniture: Furniture,
    form: Filter,
    groups: Vec<(&'static str, String, Figures)>,
}

/// `GET /tickets/statistics?year=`
pub(super) async fn show(
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let words = shell.words;
    let year = asked.filter().year;
    let mut groups = vec![];
    for kind in Kind::ALL {
        let counted = state.acts.ticket_figures(*kind, year).await.map_err(fault)?;
        let one = |(figure, count): (Counted, i64)| {
            let rows = query::with(ROWS, "figure", code(figure));
            let rows = query::with(&rows, "kind", kind.code());
            Figure {
                label: words.say(&format!("ticket-figure-{}", code(figure))),
                value: words.number(count),
                href: year
                    .map_or(rows.clone(), |year| query::with(&rows, "year", &year.to_string())),
                note: String::new(),
            }
        };
        // Only a page is corrected.
        let fits = |figure: &Counted| *kind == Kind::Correction || *figure != Counted::Corrected;
        let figures = counted.into_iter().filter(|(figure, _)| fits(figure)).map(one).collect();
        groups.push((kind.code(), words.term(*kind), Figures { figures }));
    }
    let fields = vec![years(&state, words, &asked).await?];
    let form = Filter::new(words, PATH, fields, year.is_some());
    let furniture = furniture(&shell, &shell.say("ticket-figures-title"));
    Ok(Html(FiguresPage { shell, furniture, form, groups }.render()?).into_response())
}

/// The years in which any came, or all of them.
async fn years(state: &WebState, words: Words, asked: &Asked) -> Result<FilterField, WebError> {
    let extent = state.acts.ticket_years().await.map_err(fault)?;
    let all = Choice::new("", words.say("portal-all-years"), &asked.year);
    let each = extent.into_iter().flat_map(|(first, last)| (first..=last).rev());
    let each = each.map(|year| Choice::new(year.to_string(), year.to_string(), &asked.year));
    Ok(FilterField::Choice {
        name: "year",
        label: words.say("ticket-filter-year"),
        choices: std::iter::once(all).chain(each).collect(),
    })
}

/// `GET /tickets/statistics/rows?figure=&kind=&year=&page=&format=`
pub(super) async fn rows(
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let words = shell.words;
    let format = download::asked(words, Some(&asked.format))?;
    let page = search::page(&asked.page).cast_signed();
    let wanted = if format.is_some() { Page::all() } else { Page::number(page, PER_PAGE) };
    let filter = asked.filter();
    let (lines, total) = state.acts.counted_tickets(filter, wanted).await.map_err(fault)?;
    let scope = words.say(&format!("ticket-figure-{}", code(filter.figure)));
    if let Some(format) = format {
        let header: Vec<_> = KIND.columns.iter().map(|(key, _)| *key).collect();
        let rows = lines.iter().map(|line| cells(words, line)).collect();
        return records::file(&shell, (KIND, "tickets"), (&scope, format), (&header, rows));
    }
    let fields = vec![
        FilterField::Choice {
            name: "figure",
            label: words.say("ticket-filter-figure"),
            choices: figures(words, code(filter.figure)),
        },
        FilterField::Choice {
            name: "kind",
            label: words.say("ticket-filter-kind"),
            choices: any_of::<Kind>(words, &asked.kind),
        },
        years(&state, words, &asked).await?,
    ];
    let most = usize::try_from(total.min(MOST_ROWS)).unwrap_or_default();
    let asking = Asking {
        form: Filter::new(words, ROWS, fields, filter != CountedFilter::default()),
        scope,
        sorted: "",
        page,
        files: download::links(words, &shell.here, most),
        counts: vec![],
    };
    let shown = lines.iter().map(|line| row(words, line)).collect();
    records::listed(shell, KIND, asking, (shown, total))
}

fn figures(words: Words, chosen: &str) -> Vec<Choice> {
    let one = |figure: Counted| {
        Choice::new(code(figure), words.say(&format!("ticket-figure-{}", code(figure))), chosen)
    };
    Counted::ALL.map(one).to_vec()
}

fn texts(words: Words, line: &CountedTicket) -> [String; 8] {
    let unit = line.unit.as_ref().map(|unit| named(words, unit)).unwrap_or_default();
    [
        line.number.to_string(),
        words.term(line.kind),
        unit,
        words.term(line.stage),
        line.submitted_on.clone(),
        line.answer_due.clone(),
        line.answered_on.clone(),
        line.outcome.map(|outcome| words.term(outcome)).unwrap_or_default(),
    ]
}

fn row(words: Words, line: &CountedTicket) -> Vec<Shown> {
    let mut shown: Vec<_> = texts(words, line).into_iter().map(Shown::text).collect();
    if let Some(unit) = &line.unit {
        shown[2] = Shown::link(unit_link(&unit.code), named(words, unit));
    }
    shown
}

fn cells(words: Words, line: &CountedTicket) -> Vec<Cell> {
    texts(words, line).map(Cell::Text).to_vec()
}
