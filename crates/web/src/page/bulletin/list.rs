//! The list of bulletins, on the screen and as a file.

use super::HOME;
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
use qz_acts::bulletin::view::{BulletinFilter, BulletinLine, BulletinSort, Page};
use qz_document::sheet::Cell;
use qz_domain::action::Action;
use qz_domain::bulletin::{Kind, Stage};
use qz_domain::field::FieldError;
use qz_domain::spelled::Spelled;
use serde::Deserialize;

const COLUMNS: [&str; 8] =
    ["number", "kind", "scope", "organ", "decisions", "latest-on", "published-on", "expires-on"];
const ORDERS: [&str; 3] = ["latest", "earliest", "rank"];

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    stage: String,
    kind: String,
    organ: String,
    from: String,
    to: String,
    sort: String,
    page: String,
}

impl Asked {
    async fn filter(
        &self,
        state: &WebState,
    ) -> Result<(BulletinFilter, Vec<FieldError>), WebError> {
        let (published, faults) = search::span(&self.from, &self.to);
        let words = self.q.trim();
        let filter = BulletinFilter {
            stage: Stage::from_code(&self.stage),
            kind: Kind::from_code(&self.kind),
            organ: search::unit(state, &self.organ).await?,
            published,
            words: (!words.is_empty()).then(|| words.to_owned()),
            ..BulletinFilter::default()
        };
        Ok((filter, faults))
    }

    fn order(&self) -> BulletinSort {
        match self.sort.as_str() {
            "earliest" => BulletinSort::Earliest,
            "rank" => BulletinSort::Rank,
            _ => BulletinSort::Latest,
        }
    }

    fn is_filtered(&self) -> bool {
        let Self { q, stage, kind, organ, from, to, .. } = self;
        [q, stage, kind, organ, from, to].iter().any(|field| !field.is_empty())
    }

    fn fields(&self, words: Words) -> Vec<FilterField> {
        let label = |name: &str| words.say(&format!("bulletin-filter-{name}"));
        let column = |name: &str| words.say(&format!("bulletin-column-{name}"));
        vec![
            FilterField::Word { name: "q", label: label("q"), value: self.q.clone() },
            FilterField::Choice {
                name: "stage",
                label: column("stage"),
                choices: any_of::<Stage>(words, &self.stage),
            },
            FilterField::Choice {
                name: "kind",
                label: column("kind"),
                choices: any_of::<Kind>(words, &self.kind),
            },
            FilterField::Word { name: "organ", label: label("organ"), value: self.organ.clone() },
            FilterField::Day { name: "from", label: label("from"), value: self.from.clone() },
            FilterField::Day { name: "to", label: label("to"), value: self.to.clone() },
            list::orders(words, "bulletin", &ORDERS, &self.sort),
        ]
    }
}

/// Where a bulletin stands, as a light.
pub(super) fn stage_light(words: Words, stage: Stage) -> Light {
    let light = match stage {
        Stage::Published => LightState::Ok,
        Stage::CalledOff => LightState::None,
        _ => LightState::Warn,
    };
    Light::new(light, words.term(stage))
}

/// `GET /desk/bulletins`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let (filter, faults) = asked.filter(&state).await?;
    let page = search::page(&asked.page);
    let part = Page::number(page.cast_signed(), PER_PAGE.cast_signed());
    let found = state.acts.bulletins(granted.account(), &filter, asked.order(), part).await;
    let (lines, total) = found.map_err(|fault| refuse(&shell, "/desk", fault))?;
    let words = shell.words;
    let mut ways = vec![];
    if granted.may_somewhere(Action::BulletinDraft) {
        ways.push(Link::new("/desk/bulletins/draft", words.say("bulletin-draft-title")));
    }
    let listing = Listing {
        family: "bulletin",
        home: HOME,
        columns: &COLUMNS,
        rows: lines.iter().map(|line| row(words, line)).collect(),
        fields: asked.fields(words),
        faults,
        is_filtered: asked.is_filtered(),
        page,
        total: total.unsigned_abs(),
        ways,
    };
    list::show(shell, listing)
}

fn number(line: &BulletinLine) -> String {
    line.number.map_or_else(String::new, |number| number.to_string())
}

fn row(words: Words, line: &BulletinLine) -> Row {
    Row {
        name: Link::new(format!("{HOME}/{}", line.id), line.title.clone()),
        light: stage_light(words, line.stage),
        cells: vec![
            number(line),
            words.term(line.kind),
            words.term(line.scope),
            words.unit(&line.organ.name, &line.organ.name_en).to_owned(),
            words.number(line.decisions),
            day_text(words, &line.latest_on),
            day_text(words, &line.published_on),
            day_text(words, &line.expires_on),
        ],
    }
}

/// `GET /desk/bulletins/export.csv` and `.xlsx`
pub(super) async fn export(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    format: Format,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let (filter, faults) = asked.filter(&state).await?;
    search::readable(shell.words, &faults)?;
    let found = state.acts.bulletins(granted.account(), &filter, asked.order(), Page::all()).await;
    let (lines, _) = found.map_err(|fault| refuse(&shell, HOME, fault))?;
    let words = shell.words;
    let rows = lines.iter().map(|line| {
        vec![
            Cell::Text(line.title.clone()),
            Cell::Text(words.term(line.stage)),
            Cell::Text(number(line)),
            Cell::Text(words.term(line.kind)),
            Cell::Text(words.term(line.scope)),
            Cell::Text(words.unit(&line.organ.name, &line.organ.name_en).to_owned()),
            Cell::Number(line.decisions),
            list::day(&line.latest_on),
            list::day(&line.published_on),
            list::day(&line.expires_on),
        ]
    });
    list::export(&shell, ("bulletin", "bulletins"), &COLUMNS, rows.collect(), format)
}
