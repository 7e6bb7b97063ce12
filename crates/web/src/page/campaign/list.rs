//! The list of campaigns, on the screen and as a file.

use super::HOME;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::download::Format;
use crate::page::matter::forms::any_of;
use crate::page::matter::list::{self, Listing, PER_PAGE, Row};
use crate::page::matter::wrong::refuse;
use crate::page::matter::{day_text, search};
use crate::page::person::either;
use crate::part::{FilterField, Light, LightState, Link};
use crate::shell::Shell;
use crate::words::Words;
use axum::extract::{Query, State};
use axum::response::Response;
use jiff::civil::Date;
use qz_acts::campaign::view::{CampaignFilter, CampaignLine, CampaignSort, Page};
use qz_document::sheet::Cell;
use qz_domain::action::Action;
use qz_domain::campaign::{Progress, Stage};
use qz_domain::instant;
use qz_domain::spelled::Spelled;
use serde::Deserialize;

const COLUMNS: [&str; 8] =
    ["organ", "doc-number", "progress", "starts", "ends", "issued-on", "members", "duties"];
const ORDERS: [&str; 4] = ["latest", "earliest", "ends", "title"];

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    stage: String,
    organ: String,
    sort: String,
    page: String,
}

impl Asked {
    async fn filter(&self, state: &WebState) -> Result<CampaignFilter, WebError> {
        let words = self.q.trim();
        Ok(CampaignFilter {
            stage: Stage::from_code(&self.stage),
            organ: search::unit(state, &self.organ).await?,
            words: (!words.is_empty()).then(|| words.to_owned()),
            ..CampaignFilter::default()
        })
    }

    fn is_filtered(&self) -> bool {
        Stage::from_code(&self.stage).is_some()
            || [&self.q, &self.organ].iter().any(|asked| !asked.trim().is_empty())
    }

    fn order(&self) -> CampaignSort {
        match self.sort.as_str() {
            "earliest" => CampaignSort::Earliest,
            "ends" => CampaignSort::Ends,
            "title" => CampaignSort::Title,
            _ => CampaignSort::Latest,
        }
    }

    fn fields(&self, words: Words) -> Vec<FilterField> {
        let column = |name: &str| words.say(&format!("campaign-column-{name}"));
        let choices = any_of::<Stage>(words, &self.stage);
        let word = |name, label: String, value: &str| FilterField::Word {
            name,
            label,
            value: value.to_owned(),
        };
        vec![
            word("q", words.say("campaign-words"), &self.q),
            FilterField::Choice { name: "stage", label: column("stage"), choices },
            word("organ", column("organ"), &self.organ),
            list::orders(words, "campaign", &ORDERS, &self.sort),
        ]
    }
}

/// Where a plan stands, as a light.
pub(super) fn stage_light(words: Words, stage: Stage) -> Light {
    let light = match stage {
        Stage::Issued => LightState::Ok,
        Stage::Replaced | Stage::CalledOff => LightState::None,
        Stage::Drafted => LightState::Warn,
    };
    Light::new(light, words.term(stage))
}

/// `GET /desk/campaigns`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let page = search::page(&asked.page);
    let number = Page::number(page.cast_signed(), PER_PAGE.cast_signed());
    let (lines, total) = read(&state, &granted, &shell, (&asked, number)).await?;
    let (words, today) = (shell.words, instant::day(state.acts.now()));
    let begin = granted.may_somewhere(Action::CampaignDraft);
    let way = begin.then(|| Link::new(format!("{HOME}/draft"), words.say("campaign-draft-title")));
    let listing = Listing {
        family: "campaign",
        home: HOME,
        columns: &COLUMNS,
        rows: lines.iter().map(|line| row(words, line, today)).collect(),
        fields: asked.fields(words),
        faults: vec![],
        is_filtered: asked.is_filtered(),
        page,
        total: total.unsigned_abs(),
        ways: way.into_iter().collect(),
    };
    list::show(shell, listing)
}

/// `GET /desk/campaigns/export.csv`, `export.xlsx`
pub(super) async fn export(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    format: Format,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let (lines, _) = read(&state, &granted, &shell, (&asked, Page::all())).await?;
    let today = instant::day(state.acts.now());
    let rows = lines.iter().map(|line| cells(shell.words, line, today)).collect();
    list::export(&shell, ("campaign", "campaigns"), &COLUMNS, rows, format)
}

async fn read(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
    (asked, page): (&Asked, Page),
) -> Result<(Vec<CampaignLine>, i64), WebError> {
    let filter = asked.filter(state).await?;
    let found = state.acts.campaigns(granted.account(), &filter, asked.order(), page).await;
    found.map_err(|fault| refuse(shell, HOME, fault))
}

fn row(words: Words, line: &CampaignLine, today: Date) -> Row {
    Row {
        name: Link::new(format!("{HOME}/{}", line.id), line.title.clone()),
        light: stage_light(words, line.stage),
        cells: vec![
            either(words, &line.organ.name, &line.organ.name_en),
            line.doc_number.clone(),
            words.term(Progress::of((line.starts, line.ends), today)),
            words.date(line.starts),
            words.date(line.ends),
            day_text(words, &line.issued_on),
            words.number(line.members),
            words.number(line.duties),
        ],
    }
}

fn cells(words: Words, line: &CampaignLine, today: Date) -> Vec<Cell> {
    let text = |text: String| Cell::Text(text);
    vec![
        text(line.title.clone()),
        text(words.term(line.stage)),
        text(either(words, &line.organ.name, &line.organ.name_en)),
        text(line.doc_number.clone()),
        text(words.term(Progress::of((line.starts, line.ends), today))),
        Cell::Day(line.starts),
        Cell::Day(line.ends),
        list::day(&line.issued_on),
        Cell::Number(line.members),
        Cell::Number(line.duties),
    ]
}
