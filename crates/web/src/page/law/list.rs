//! The list of the county's changes of its own law, on the screen and as a file.

use super::terms;
use super::{CHANGES, PROPOSE};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::download::Format;
use crate::page::matter::forms::any_of;
use crate::page::matter::list::{self, Listing, PER_PAGE, Row};
use crate::page::matter::search;
use crate::page::matter::wrong::refuse;
use crate::part::{Choice, FilterField, Light, LightState, Link};
use crate::shell::Shell;
use crate::words::Words;
use axum::extract::{Query, State};
use axum::response::Response;
use qz_acts::law::view::{LawChangeFilter, LawChangeSort, Page};
use qz_document::sheet::Cell;
use qz_domain::action::Action;
use qz_domain::law::CountyLaw;
use qz_domain::law::change::{LawChange, Stage};
use qz_domain::spelled::Spelled;
use serde::Deserialize;

const COLUMNS: [&str; 5] = ["length", "holds-from", "document", "proposed-on", "latest-on"];
const ORDERS: [&str; 3] = ["latest", "first-day", "term"];

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    stage: String,
    term: String,
    sort: String,
    page: String,
}

impl Asked {
    fn filter(&self) -> LawChangeFilter {
        let given = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        LawChangeFilter {
            stage: Stage::from_code(&self.stage),
            code: given(&self.term),
            words: given(&self.q),
        }
    }

    fn order(&self) -> LawChangeSort {
        match self.sort.as_str() {
            "first-day" => LawChangeSort::FirstDay,
            "term" => LawChangeSort::Term,
            _ => LawChangeSort::Latest,
        }
    }

    fn fields(&self, words: Words, today: jiff::civil::Date) -> Vec<FilterField> {
        let column = |name: &str| words.say(&format!("law-column-{name}"));
        let nothing = CountyLaw::default();
        let all = Choice::new("", words.say("matter-all"), &self.term);
        let terms = terms::settable(&nothing, today).into_iter().map(|one| {
            let term = one.now.term;
            Choice::new(term.code.clone(), terms::name(words, term), &self.term)
        });
        let terms = std::iter::once(all).chain(terms).collect();
        let stages = any_of::<Stage>(words, &self.stage);
        vec![
            FilterField::Word { name: "q", label: words.say("law-words"), value: self.q.clone() },
            FilterField::Choice { name: "term", label: column("name"), choices: terms },
            FilterField::Choice { name: "stage", label: column("stage"), choices: stages },
            list::orders(words, "law", &ORDERS, &self.sort),
        ]
    }
}

/// Where a change stands, as a light.
pub(super) fn stage_light(words: Words, stage: Stage) -> Light {
    let light = match stage {
        Stage::Confirmed => LightState::Ok,
        Stage::Proposed => LightState::Warn,
        Stage::Refused | Stage::Withdrawn => LightState::None,
    };
    Light::new(light, words.term(stage))
}

/// `GET /desk/law/changes`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let page = search::page(&asked.page);
    let number = Page::number(page.cast_signed(), PER_PAGE.cast_signed());
    let (changes, total) = read(&state, &shell, (&asked, number)).await?;
    let words = shell.words;
    let begin = granted.may_somewhere(Action::LawPropose);
    let way = begin.then(|| Link::new(PROPOSE, words.say("law-propose-title")));
    let listing = Listing {
        family: "law",
        home: CHANGES,
        columns: &COLUMNS,
        rows: changes.iter().map(|change| row(words, change)).collect(),
        fields: asked.fields(words, qz_domain::instant::day(state.acts.now())),
        faults: vec![],
        is_filtered: asked.filter() != LawChangeFilter::default(),
        page,
        total: total.unsigned_abs(),
        ways: way.into_iter().collect(),
    };
    list::show(shell, listing)
}

/// `GET /desk/law/changes/export.csv`, `export.xlsx`
pub(super) async fn export(
    _: Granted,
    State(state): State<WebState>,
    shell: Shell,
    format: Format,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let (changes, _) = read(&state, &shell, (&asked, Page::all())).await?;
    let rows = changes.iter().map(|change| cells(shell.words, change)).collect();
    list::export(&shell, ("law", "law-changes"), &COLUMNS, rows, format)
}

async fn read(
    state: &WebState,
    shell: &Shell,
    (asked, page): (&Asked, Page),
) -> Result<(Vec<LawChange>, i64), WebError> {
    let found = state.acts.law_changes(&asked.filter(), asked.order(), page).await;
    found.map_err(|fault| refuse(shell, CHANGES, fault))
}

fn row(words: Words, change: &LawChange) -> Row {
    let name = terms::name_of(words, &change.code, change.from);
    Row {
        name: Link::new(format!("{CHANGES}/{}", change.id), name),
        light: stage_light(words, change.stage),
        cells: vec![
            words.length(change.length),
            words.date(change.from),
            change.source.clone(),
            words.date(change.proposed_on),
            words.date(change.latest_on),
        ],
    }
}

fn cells(words: Words, change: &LawChange) -> Vec<Cell> {
    vec![
        Cell::Text(terms::name_of(words, &change.code, change.from)),
        Cell::Text(words.term(change.stage)),
        Cell::Text(words.length(change.length)),
        Cell::Day(change.from),
        Cell::Text(change.source.clone()),
        Cell::Day(change.proposed_on),
        Cell::Day(change.latest_on),
    ]
}
