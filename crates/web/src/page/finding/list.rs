//! The list of findings, on the screen and as a file.

use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::download::Format;
use crate::page::matter::forms::any_of;
use crate::page::matter::list::{self, Listing, PER_PAGE, Row};
use crate::page::matter::wrong::refuse;
use crate::page::matter::{day_text, search};
use crate::part::{FilterField, Light, LightState, Link};
use crate::shell::Shell;
use crate::words::Words;
use axum::extract::{Query, State};
use axum::response::Response;
use jiff::civil::Date;
use qz_acts::finding::view::{FindingFilter, FindingLine, FindingSort, Page};
use qz_document::sheet::Cell;
use qz_domain::action::Action;
use qz_domain::field::FieldError;
use qz_domain::finding::Stage;
use qz_domain::instant;
use qz_domain::number::FindingNumber;
use qz_domain::spelled::Spelled;
use serde::Deserialize;

const HOME: &str = "/desk/findings";
const COLUMNS: [&str; 7] =
    ["unit", "facts", "organ", "visit", "registered-on", "due-on", "adjudicated-on"];
const ORDERS: [&str; 5] = ["latest", "number", "unit", "stage", "adjudicated"];
/// How many characters of the facts a row shows.
const SHORT: usize = 40;

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    stage: String,
    unit: String,
    organ: String,
    from: String,
    to: String,
    sort: String,
    page: String,
}

impl Asked {
    async fn filter(&self, state: &WebState) -> Result<(FindingFilter, Vec<FieldError>), WebError> {
        let (adjudicated, faults) = search::span(&self.from, &self.to);
        let words = self.q.trim();
        let number: Option<FindingNumber> = words.parse().ok();
        let filter = FindingFilter {
            stage: Stage::from_code(&self.stage),
            due_until: None,
            is_borne_out: self.stage == "borne_out",
            adjudicated,
            organ: search::unit(state, &self.organ).await?,
            unit: search::unit(state, &self.unit).await?,
            number,
            words: (!words.is_empty() && number.is_none()).then(|| words.to_owned()),
        };
        Ok((filter, faults))
    }

    fn order(&self) -> FindingSort {
        match self.sort.as_str() {
            "number" => FindingSort::Number,
            "unit" => FindingSort::Unit,
            "stage" => FindingSort::Stage,
            "adjudicated" => FindingSort::Adjudicated,
            _ => FindingSort::Latest,
        }
    }

    fn is_filtered(&self) -> bool {
        let Self { q, stage, unit, organ, from, to, .. } = self;
        [q, stage, unit, organ, from, to].iter().any(|field| !field.is_empty())
    }

    fn fields(&self, words: Words) -> Vec<FilterField> {
        let word = |name: &'static str, value: &str| FilterField::Word {
            name,
            label: words.say(&format!("finding-filter-{name}")),
            value: value.to_owned(),
        };
        let day = |name: &'static str, value: &str| FilterField::Day {
            name,
            label: words.say(&format!("finding-filter-{name}")),
            value: value.to_owned(),
        };
        let mut stages = any_of::<Stage>(words, &self.stage);
        let borne_out = words.say("finding-filter-borne-out");
        stages.insert(1, crate::part::Choice::new("borne_out", borne_out, &self.stage));
        vec![
            word("q", &self.q),
            FilterField::Choice {
                name: "stage",
                label: words.say("finding-column-stage"),
                choices: stages,
            },
            word("unit", &self.unit),
            word("organ", &self.organ),
            day("from", &self.from),
            day("to", &self.to),
            list::orders(words, "finding", &ORDERS, &self.sort),
        ]
    }
}

/// Where a finding stands, as a light.
pub(in crate::page) fn stage_light(words: Words, stage: Stage) -> Light {
    let light = match stage {
        Stage::Registered | Stage::Replied | Stage::Verifying | Stage::Verified => LightState::Warn,
        Stage::Upheld | Stage::Partly => LightState::Ok,
        Stage::Asked
        | Stage::Held
        | Stage::Unfounded
        | Stage::PutRight
        | Stage::Closed
        | Stage::Transferred => LightState::None,
    };
    Light::new(light, words.term(stage))
}

/// As [`stage_light`], red once the term that runs is over.
fn lamp(words: Words, line: &FindingLine, today: Date) -> Light {
    match line.due_on.parse::<Date>() {
        Ok(due) if due < today => Light::new(LightState::Stop, words.term(line.stage)),
        _ => stage_light(words, line.stage),
    }
}

/// `GET /desk/findings`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let (filter, faults) = asked.filter(&state).await?;
    let page = search::page(&asked.page);
    let part = Page::number(page.cast_signed(), PER_PAGE.cast_signed());
    let found = state.acts.findings(granted.account(), &filter, asked.order(), part).await;
    let (lines, total) = found.map_err(|fault| refuse(&shell, "/desk", fault))?;
    let (words, today) = (shell.words, instant::day(state.acts.now()));
    let mut ways = vec![];
    if granted.may_somewhere(Action::FindingRegister) {
        ways.push(Link::new("/desk/findings/register", words.say("finding-register-title")));
    }
    let listing = Listing {
        family: "finding",
        home: HOME,
        columns: &COLUMNS,
        rows: lines.iter().map(|line| row(words, line, today)).collect(),
        fields: asked.fields(words),
        faults,
        is_filtered: asked.is_filtered(),
        page,
        total: total.unsigned_abs(),
        ways,
    };
    list::show(shell, listing)
}

fn row(words: Words, line: &FindingLine, today: Date) -> Row {
    Row {
        name: Link::new(format!("{HOME}/{}", line.id), line.number.to_string()),
        light: lamp(words, line, today),
        cells: vec![
            words.unit(&line.unit.name, &line.unit.name_en).to_owned(),
            short(&line.facts),
            words.unit(&line.organ.name, &line.organ.name_en).to_owned(),
            line.visit.to_string(),
            day_text(words, &line.registered_on),
            day_text(words, &line.due_on),
            day_text(words, &line.adjudicated_on),
        ],
    }
}

/// The beginning of a text.
fn short(text: &str) -> String {
    match text.char_indices().nth(SHORT) {
        Some((end, _)) => format!("{}……", &text[..end]),
        None => text.to_owned(),
    }
}

/// `GET /desk/findings/export.csv` and `.xlsx`
pub(super) async fn export(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    format: Format,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let (filter, faults) = asked.filter(&state).await?;
    search::readable(shell.words, &faults)?;
    let found = state.acts.findings(granted.account(), &filter, asked.order(), Page::all()).await;
    let (lines, _) = found.map_err(|fault| refuse(&shell, HOME, fault))?;
    let words = shell.words;
    let rows = lines.iter().map(|line| {
        vec![
            Cell::Text(line.number.to_string()),
            Cell::Text(words.term(line.stage)),
            Cell::Text(words.unit(&line.unit.name, &line.unit.name_en).to_owned()),
            Cell::Text(line.facts.clone()),
            Cell::Text(words.unit(&line.organ.name, &line.organ.name_en).to_owned()),
            Cell::Text(line.visit.to_string()),
            list::day(&line.registered_on),
            list::day(&line.due_on),
            list::day(&line.adjudicated_on),
        ]
    });
    list::export(&shell, ("finding", "findings"), &COLUMNS, rows.collect(), format)
}
