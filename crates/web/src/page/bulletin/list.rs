//! The list of bulletins, on the screen and as a file.

use super::HOME;
use crate::app::WebState;
use crate::page::at::At;
use crate::page::listing::{self, Listed, Page, Row};
use crate::page::matter::forms::any_of;
use crate::page::matter::{day_text, search};
use crate::part::{FilterField, Light, LightState, Link};
use crate::words::Words;
use qz_acts::ActError;
use qz_acts::bulletin::view::{BulletinFilter, BulletinLine, BulletinSort};
use qz_document::sheet::Cell;
use qz_domain::action::Action;
use qz_domain::bulletin::{Kind, Stage};
use qz_domain::field::FieldError;
use qz_domain::spelled::Spelled;
use serde::Deserialize;

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
    async fn filter(&self, state: &WebState) -> Result<BulletinFilter, ActError> {
        let (published, _) = search::span(&self.from, &self.to);
        let words = self.q.trim();
        Ok(BulletinFilter {
            stage: Stage::from_code(&self.stage),
            kind: Kind::from_code(&self.kind),
            organ: search::unit(state, &self.organ).await?,
            published,
            words: (!words.is_empty()).then(|| words.to_owned()),
            ..BulletinFilter::default()
        })
    }

    fn order(&self) -> BulletinSort {
        match self.sort.as_str() {
            "earliest" => BulletinSort::Earliest,
            "rank" => BulletinSort::Rank,
            _ => BulletinSort::Latest,
        }
    }
}

impl Listed for Asked {
    type Line = BulletinLine;

    const FAMILY: &'static str = "bulletin";
    const HOME: &'static str = HOME;
    const STEM: &'static str = "bulletins";
    const COLUMNS: &'static [&'static str] = &[
        "number",
        "kind",
        "scope",
        "organ",
        "decisions",
        "latest-on",
        "published-on",
        "expires-on",
    ];

    fn page(&self) -> &str {
        &self.page
    }

    fn faults(&self) -> Vec<FieldError> {
        search::span(&self.from, &self.to).1
    }

    fn is_filtered(&self) -> bool {
        let Self { q, stage, kind, organ, from, to, .. } = self;
        [q, stage, kind, organ, from, to].iter().any(|field| !field.is_empty())
    }

    fn fields(&self, at: &At) -> Vec<FilterField> {
        let words = at.shell.words;
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
            listing::orders(words, "bulletin", &ORDERS, &self.sort),
        ]
    }

    async fn lines(&self, at: &At, page: Page) -> Result<(Vec<BulletinLine>, i64), ActError> {
        let filter = self.filter(&at.state).await?;
        at.state.acts.bulletins(at.account(), &filter, self.order(), page).await
    }

    fn ways(&self, at: &At) -> Vec<Link> {
        at.begin(Action::BulletinDraft, "/desk/bulletins/draft", "bulletin-draft-title")
    }

    fn row(&self, at: &At, line: &BulletinLine) -> Row {
        let words = at.shell.words;
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

    fn cells(&self, at: &At, line: &BulletinLine) -> Vec<Cell> {
        let words = at.shell.words;
        vec![
            Cell::Text(line.title.clone()),
            Cell::Text(words.term(line.stage)),
            Cell::Text(number(line)),
            Cell::Text(words.term(line.kind)),
            Cell::Text(words.term(line.scope)),
            Cell::Text(words.unit(&line.organ.name, &line.organ.name_en).to_owned()),
            Cell::Number(line.decisions),
            listing::day(&line.latest_on),
            listing::day(&line.published_on),
            listing::day(&line.expires_on),
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

fn number(line: &BulletinLine) -> String {
    line.number.map_or_else(String::new, |number| number.to_string())
}
