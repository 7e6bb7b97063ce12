//! The list of visits: search, filter, sort, page, export, print.

use super::forms::choices;
use super::wrong::refuse;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::search;
use crate::part::{
    Choice, EmptyState, ExportLinks, Filter, FilterField, Light, LightState, Link, Pager,
};
use crate::query;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use qz_acts::visit::view::{Page, Span, VisitFilter, VisitLine, VisitSort};
use qz_domain::action::Action;
use qz_domain::field;
use qz_domain::spelled::Spelled;
use qz_domain::visit::{Manner, Outcome, Stage};
use serde::Deserialize;

/// How many rows a page of the list has.
const PER_PAGE: u64 = 50;

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    pub q: String,
    pub from: String,
    pub to: String,
    pub stage: String,
    pub manner: String,
    pub outcome: String,
    pub organ: String,
    pub unit: String,
    pub unreplied: String,
    pub sort: String,
    pub page: String,
}

impl Asked {
    /// The filter, and the fields that could not be read.
    pub async fn filter(
        &self,
        state: &WebState,
    ) -> Result<(VisitFilter, Vec<field::FieldError>), WebError> {
        let (days, faults) = search::span(&self.from, &self.to);
        let words = self.q.trim();
        let unit = |code: &str| {
            let (code, state) = (code.trim().to_owned(), state.clone());
            async move {
                if code.is_empty() {
                    return Ok(None);
                }
                let found = state.acts.unit(&code).await.map_err(WebError::internal)?;
                Ok::<_, WebError>(Some(found.map_or(qz_domain::id::UnitId(-1), |unit| unit.id)))
            }
        };
        let filter = VisitFilter {
            span: days.map(|(from, to)| Span::days(from, to)),
            stage: Stage::from_code(&self.stage),
            manner: Manner::from_code(&self.manner),
            outcome: Outcome::from_code(&self.outcome),
            organ: unit(&self.organ).await?,
            unit: unit(&self.unit).await?,
            number: words.parse().ok(),
            words: (!words.is_empty() && words.parse::<qz_domain::visit::VisitNumber>().is_err())
                .then(|| words.to_owned()),
            unreplied: !self.unreplied.is_empty(),
            open_in: None,
        };
        Ok((filter, faults))
    }

    /// The order that was asked for.
    pub fn order(&self) -> VisitSort {
        match self.sort.as_str() {
            "earliest" => VisitSort::Earliest,
            "number" => VisitSort::Number,
            "unit" => VisitSort::Unit,
            "organ" => VisitSort::Organ,
            _ => VisitSort::Latest,
        }
    }

    fn page(&self) -> u64 {
        self.page.parse().unwrap_or(1).max(1)
    }

    fn is_filtered(&self) -> bool {
        let Self { q, from, to, stage, manner, outcome, organ, unit, unreplied, .. } = self;
        [q, from, to, stage, manner, outcome, organ, unit, unreplied].iter().any(|f| !f.is_empty())
    }
}

/// The page.
#[derive(Debug, Clone, Template)]
#[template(path = "visit/list.html")]
pub struct ListPage {
    shell: Shell,
    sentence: String,
    filter: Filter,
    rows: Vec<Row>,
    empty: Option<EmptyState>,
    pager: Pager,
    export: ExportLinks,
    may_plan: bool,
    may_key: bool,
}

/// A row as it is shown.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    href: String,
    number: String,
    light: Light,
    when: String,
    manner: String,
    unit: String,
    organ: String,
    outcome: String,
    team: String,
    replied: Option<String>,
}

/// `GET /desk/visits`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let (filter, faults) = asked.filter(&state).await?;
    let page = Page::number(asked.page().cast_signed(), PER_PAGE.cast_signed());
    let listed = state.acts.visits(granted.account(), &filter, asked.order(), page).await;
    let (lines, total) = listed.map_err(|fault| refuse(&shell, fault))?;
    let (status, shown) = if faults.is_empty() {
        (StatusCode::OK, (lines.as_slice(), total.unsigned_abs()))
    } else {
        (StatusCode::UNPROCESSABLE_ENTITY, (&[][..], 0))
    };
    let page = draw(shell, &granted, &asked, &faults, shown);
    Ok((status, Html(page.render()?)).into_response())
}

fn draw(
    shell: Shell,
    granted: &Granted,
    asked: &Asked,
    faults: &[field::FieldError],
    (lines, total): (&[VisitLine], u64),
) -> ListPage {
    let words = shell.words;
    let address = shell.here.clone();
    let query = address.split_once('?').map_or("", |(_, query)| query);
    let file = |ending: &str| format!("/desk/visits/export.{ending}?{query}");
    let files = vec![Link::new(file("xlsx"), "XLSX"), Link::new(file("csv"), "CSV")];
    let may_plan = granted.may_somewhere(Action::VisitPlan);
    let may_export = granted.may_somewhere(Action::VisitExport);
    let sentence = match (total, asked.is_filtered()) {
        (0, _) => String::new(),
        (total, true) => words.say_with("visit-list-found", &[("count", total.into())]),
        (total, false) => words.say_with("visit-list-all", &[("count", total.into())]),
    };
    let mut empty = EmptyState::new(words.say(if asked.is_filtered() {
        "visit-list-none-found"
    } else {
        "visit-list-none"
    }));
    if may_plan && !asked.is_filtered() {
        empty = empty.way(Link::new("/desk/visits/plan", words.say("visit-plan-title")));
    }
    ListPage {
        filter: filter_part(words, asked).with_faults(faults),
        sentence,
        rows: lines.iter().map(|line| row(words, line)).collect(),
        empty: faults.is_empty().then_some(empty),
        pager: Pager::new(words, &query::without(&address, "page"), asked.page(), PER_PAGE, total),
        export: ExportLinks::new(
            words,
            total,
            if total > 0 && may_export { files } else { vec![] },
        ),
        may_plan,
        may_key: granted.may_somewhere(Action::VisitFilePaper),
        shell,
    }
}

/// A unit's name in the visitor's language.
pub(super) fn unit_name(words: Words, unit: &qz_acts::visit::view::NamedUnit) -> String {
    words.unit(&unit.name, &unit.name_en).to_owned()
}

fn row(words: Words, line: &VisitLine) -> Row {
    let when = match line.visited_at {
        Some(at) => words.date_time(qz_domain::instant::civil(at)),
        None => words.say_with("visit-planned-for", &[("day", (&line.planned_from).into())]),
    };
    Row {
        href: format!("/desk/visits/{}", line.id),
        number: line.number.to_string(),
        light: stage_light(words, line.stage),
        when,
        manner: words.term(line.manner),
        unit: unit_name(words, &line.unit),
        organ: unit_name(words, &line.organ),
        outcome: line.outcome.map_or_else(String::new, |end| words.term(end)),
        team: line.team.clone(),
        replied: (line.stage == Stage::Filed)
            .then(|| words.say(if line.is_replied { "visit-replied" } else { "visit-unreplied" })),
    }
}

/// Where a visit stands, as a light.
pub(in crate::page) fn stage_light(words: Words, stage: Stage) -> Light {
    let light = match stage {
        Stage::Filed => LightState::Ok,
        Stage::Reported => LightState::Warn,
        Stage::Planned | Stage::CalledOff => LightState::None,
    };
    Light::new(light, words.term(stage))
}

fn filter_part(words: Words, asked: &Asked) -> Filter {
    let all = words.say("visit-filter-all");
    let label = |key: &str| words.say(&format!("visit-filter-{key}"));
    let orders = ["latest", "earliest", "number", "unit", "organ"]
        .map(|order| Choice::new(order, words.say(&format!("visit-sort-{order}")), &asked.sort));
    let unreplied = vec![
        Choice::new("", all.clone(), &asked.unreplied),
        Choice::new("1", label("unreplied-only"), &asked.unreplied),
    ];
    let fields = vec![
        FilterField::Word { name: "q", label: label("q"), value: asked.q.clone() },
        FilterField::Day { name: "from", label: label("from"), value: asked.from.clone() },
        FilterField::Day { name: "to", label: label("to"), value: asked.to.clone() },
        FilterField::Choice {
            name: "stage",
            label: label("stage"),
            choices: choices::<Stage>(words, &asked.stage, Some(&all)),
        },
        FilterField::Choice {
            name: "manner",
            label: label("manner"),
            choices: choices::<Manner>(words, &asked.manner, Some(&all)),
        },
        FilterField::Choice {
            name: "outcome",
            label: label("outcome"),
            choices: choices::<Outcome>(words, &asked.outcome, Some(&all)),
        },
        FilterField::Choice { name: "unreplied", label: label("unreplied"), choices: unreplied },
        FilterField::Choice { name: "sort", label: label("sort"), choices: orders.into() },
    ];
    Filter::new(words, "/desk/visits", fields, asked.is_filtered())
}
