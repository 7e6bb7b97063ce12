//! The list of draws, on the screen and as a file.

use super::HOME;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::download::Format;
use crate::page::matter::forms::any_of;
use crate::page::matter::list::{self, Listing, PER_PAGE, Row};
use crate::page::matter::search;
use crate::page::matter::wrong::refuse;
use crate::page::person::either;
use crate::part::{FilterField, Light, LightState, Link};
use crate::shell::Shell;
use crate::words::Words;
use axum::extract::{Query, State};
use axum::response::Response;
use qz_acts::draw::view::{DrawFilter, DrawLine, DrawSort, Page};
use qz_document::sheet::Cell;
use qz_domain::action::Action;
use qz_domain::draw::Stage;
use qz_domain::spelled::Spelled;
use serde::Deserialize;

const COLUMNS: [&str; 6] = ["organ", "purpose", "drawn", "announced-on", "latest-on", "reason"];
const ORDERS: [&str; 3] = ["latest", "earliest", "number"];

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    stage: String,
    year: String,
    sort: String,
    page: String,
}

impl Asked {
    fn filter(&self) -> DrawFilter {
        DrawFilter { stage: Stage::from_code(&self.stage), year: self.year.trim().parse().ok() }
    }

    fn order(&self) -> DrawSort {
        match self.sort.as_str() {
            "earliest" => DrawSort::Earliest,
            "number" => DrawSort::Number,
            _ => DrawSort::Latest,
        }
    }

    fn fields(&self, words: Words) -> Vec<FilterField> {
        let choices = any_of::<Stage>(words, &self.stage);
        let column = |name: &str| words.say(&format!("draw-column-{name}"));
        vec![
            FilterField::Choice { name: "stage", label: column("stage"), choices },
            FilterField::Word { name: "year", label: column("year"), value: self.year.clone() },
            list::orders(words, "draw", &ORDERS, &self.sort),
        ]
    }
}

/// Where a draw stands, as a light.
pub(in crate::page) fn stage_light(words: Words, stage: Stage) -> Light {
    let light = match stage {
        Stage::Drawn => LightState::Ok,
        Stage::CalledOff => LightState::None,
        Stage::Announced | Stage::EnteredOnce | Stage::Entered => LightState::Warn,
    };
    Light::new(light, words.term(stage))
}

/// `GET /desk/draws`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let page = search::page(&asked.page);
    let number = Page::number(page.cast_signed(), PER_PAGE.cast_signed());
    let (lines, total) = read(&state, &granted, &shell, (&asked, number)).await?;
    let words = shell.words;
    let begin = granted.may_somewhere(Action::DrawAnnounce);
    let way =
        begin.then(|| Link::new(format!("{HOME}/announce"), words.say("draw-announce-title")));
    let listing = Listing {
        family: "draw",
        home: HOME,
        columns: &COLUMNS,
        rows: lines.iter().map(|line| row(words, line)).collect(),
        fields: asked.fields(words),
        faults: vec![],
        is_filtered: asked.filter() != DrawFilter::default(),
        page,
        total: total.unsigned_abs(),
        ways: way.into_iter().collect(),
    };
    list::show(shell, listing)
}

/// `GET /desk/draws/export.csv`, `export.xlsx`
pub(super) async fn export(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    format: Format,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let (lines, _) = read(&state, &granted, &shell, (&asked, Page::all())).await?;
    let rows = lines.iter().map(|line| cells(shell.words, line)).collect();
    list::export(&shell, ("draw", "draws"), &COLUMNS, rows, format)
}

async fn read(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
    (asked, page): (&Asked, Page),
) -> Result<(Vec<DrawLine>, i64), WebError> {
    let found = state.acts.draws(granted.account(), &asked.filter(), asked.order(), page).await;
    found.map_err(|fault| refuse(shell, HOME, fault))
}

/// What a draw is for; of a sealed one that it is.
pub(in crate::page) fn purpose(words: Words, line: &DrawLine) -> String {
    match &line.told {
        Some(told) => told.purpose.clone(),
        None => words.say("draw-sealed"),
    }
}

/// How many of how many; of a sealed draw nothing.
pub(in crate::page) fn of(words: Words, line: &DrawLine) -> String {
    line.told.as_ref().map_or_else(String::new, |told| {
        let said = [("take", told.take.into()), ("pool", told.pool.into())];
        words.say_with("draw-of", &said)
    })
}

fn row(words: Words, line: &DrawLine) -> Row {
    let day = |text: &str| crate::page::matter::day_text(words, text);
    Row {
        name: Link::new(format!("{HOME}/{}", line.id), line.number.to_string()),
        light: stage_light(words, line.stage),
        cells: vec![
            either(words, &line.organ.name, &line.organ.name_en),
            purpose(words, line),
            of(words, line),
            day(&line.announced_on),
            day(&line.latest_on),
            line.reason.clone(),
        ],
    }
}

fn cells(words: Words, line: &DrawLine) -> Vec<Cell> {
    let text = |text: String| Cell::Text(text);
    vec![
        text(line.number.to_string()),
        text(words.term(line.stage)),
        text(either(words, &line.organ.name, &line.organ.name_en)),
        text(purpose(words, line)),
        text(of(words, line)),
        list::day(&line.announced_on),
        list::day(&line.latest_on),
        text(line.reason.clone()),
    ]
}
