//! The whole table behind a figure (明细): every visited unit, every inspecting organ, each with its
//! visits.

use super::counts::Counts;
use super::download::links;
use super::furniture::{Furniture, home_link};
use super::period::Period;
use super::statistics::{Asked, file_notes, form, typed};
use super::years::{Years, by_period};
use super::{data_years, fault, today, unit_name, usual};
use crate::app::WebState;
use crate::error::WebError;
use crate::page::download;
use crate::part::{ExportLinks, FieldError, Filter, Link};
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use qz_acts::visit::public::PublicFigures;
use qz_document::sheet::{Cell, Sheet};
use qz_domain::unit::Unit;

/// Which table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    Units,
    Organs,
}

impl Of {
    fn path(self) -> &'static str {
        match self {
            Self::Units => "/statistics/units",
            Self::Organs => "/statistics/organs",
        }
    }

    /// The parameter of the list of visits.
    fn parameter(self) -> &'static str {
        match self {
            Self::Units => "unit",
            Self::Organs => "organ",
        }
    }

    /// The key of the column's head.
    fn column(self) -> &'static str {
        match self {
            Self::Units => "portal-unit",
            Self::Organs => "portal-organ",
        }
    }

    fn title(self, words: Words) -> String {
        words.say(match self {
            Self::Units => "portal-units",
            Self::Organs => "portal-organs",
        })
    }

    fn sentence(self, words: Words, scope: &str, figures: &PublicFigures) -> String {
        let said = [
            ("scope", scope.into()),
            ("count", self.lines(figures).len().into()),
            ("visits", figures.visits.into()),
        ];
        words.say_with(
            match self {
                _ if figures.visits == 0 => "portal-statistics-none",
                Self::Units => "portal-units-sentence",
                Self::Organs => "portal-organs-sentence",
            },
            &said,
        )
    }

    fn meaning(self, words: Words) -> String {
        words.say(match self {
            Self::Units => "portal-define-units",
            Self::Organs => "portal-define-organs",
        })
    }

    fn lines(self, figures: &PublicFigures) -> &[(Unit, i64)] {
        match self {
            Self::Units => &figures.by_unit,
            Self::Organs => &figures.by_organ,
        }
    }
}

/// What there is to show for a period that could be read.
struct Matter {
    sentence: String,
    scope: String,
    meaning: String,
    table: Counts,
    export: ExportLinks,
    any: bool,
}

#[derive(Template)]
#[template(path = "portal/breakdown.html")]
struct BreakdownPage {
    shell: Shell,
    furniture: Furniture,
    title: String,
    form: Filter,
    years: Years,
    faults: Vec<FieldError>,
    matter: Option<Matter>,
}

/// `GET /statistics/units?from=&to=&format=`
pub(super) async fn show_units(
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    show(&state, shell, &asked, Of::Units).await
}

/// `GET /statistics/organs?from=&to=&format=`
pub(super) async fn show_organs(
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    show(&state, shell, &asked, Of::Organs).await
}

async fn show(state: &WebState, shell: Shell, asked: &Asked, of: Of) -> Result<Response, WebError> {
    let words = shell.words;
    let known = data_years(&state.acts).await?;
    let format = asked.format(words)?;
    let usual = usual(known, today(&state.acts));
    let period = match asked.period().read(words, usual) {
        Ok(period) => period,
        Err(faults) if format.is_some() => return Err(WebError::Invalid(faults)),
        Err(faults) => {
            let form = form(words, of.path(), asked.period().typed());
            let page =
                page(shell, of, form, by_period(words, known, None, of.path()), faults, None);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response());
        }
    };
    let figures = state.acts.filed_figures((period.from, period.to), None).await.map_err(fault)?;
    let scope = period.words(words, today(&state.acts));
    if let Some(format) = format {
        let stem = format!("{}s-{}-{}", of.parameter(), period.from, period.to);
        return download::sheet(&sheet(&shell, of, &scope, &figures), &stem, format);
    }
    let matter = build(words, of, period, scope, &figures);
    let years = by_period(words, known, Some(period), of.path());
    let form = form(words, of.path(), typed(period));
    Ok(Html(page(shell, of, form, years, vec![], Some(matter)).render()?).into_response())
}

fn page(
    shell: Shell,
    of: Of,
    form: Filter,
    years: Years,
    faults: Vec<FieldError>,
    matter: Option<Matter>,
) -> BreakdownPage {
    let title = of.title(shell.words);
    let above = vec![home_link(&shell), Link::new("/statistics", shell.say("nav-statistics"))];
    let about = matter.as_ref().map_or(title.clone(), |matter| matter.sentence.clone());
    let furniture = Furniture::below(&shell, above, &title).about(about);
    BreakdownPage { shell, furniture, title, form, years, faults, matter }
}

fn build(words: Words, of: Of, period: Period, scope: String, figures: &PublicFigures) -> Matter {
    let lines = of.lines(figures);
    let what = words.say(of.column());
    let here = period.link(of.path());
    Matter {
        sentence: of.sentence(words, &scope, figures),
        meaning: of.meaning(words),
        table: Counts::of_units(words, what, lines, of.parameter(), period),
        export: links(words, &here, lines.len()),
        any: !lines.is_empty(),
        scope,
    }
}

fn sheet(shell: &Shell, of: Of, scope: &str, figures: &PublicFigures) -> Sheet {
    let words = shell.words;
    let line = |(unit, count): &(Unit, i64)| {
        vec![
            Cell::Text(unit.code.clone()),
            Cell::Text(unit_name(words, unit)),
            Cell::Text(words.term(unit.kind)),
            Cell::Number(*count),
        ]
    };
    let rows: Vec<_> = of.lines(figures).iter().map(line).collect();
    let header = ["portal-code", "portal-name", "portal-kind", "portal-visits"];
    Sheet {
        title: of.title(words),
        header: header.map(|key| words.say(key)).into(),
        notes: file_notes(shell, scope, rows.len()),
        rows,
    }
}
