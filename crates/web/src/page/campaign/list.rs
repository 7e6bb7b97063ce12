//! The list of campaigns, on the screen and as a file.

use super::HOME;
use crate::app::WebState;
use crate::page::at::At;
use crate::page::listing::{self, Listed, Page, Row};
use crate::page::matter::forms::any_of;
use crate::page::matter::{day_text, search};
use crate::page::person::either;
use crate::part::{FilterField, Light, LightState, Link};
use crate::words::Words;
use qz_acts::ActError;
use qz_acts::campaign::view::{CampaignFilter, CampaignLine, CampaignSort};
use qz_document::sheet::Cell;
use qz_domain::action::Action;
use qz_domain::campaign::{Progress, Stage};
use qz_domain::spelled::Spelled;
use serde::Deserialize;

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
    async fn filter(&self, state: &WebState) -> Result<CampaignFilter, ActError> {
        let words = self.q.trim();
        Ok(CampaignFilter {
            stage: Stage::from_code(&self.stage),
            organ: search::unit(state, &self.organ).await?,
            words: (!words.is_empty()).then(|| words.to_owned()),
            ..CampaignFilter::default()
        })
    }

    fn order(&self) -> CampaignSort {
        match self.sort.as_str() {
            "earliest" => CampaignSort::Earliest,
            "ends" => CampaignSort::Ends,
            "title" => CampaignSort::Title,
            _ => CampaignSort::Latest,
        }
    }
}

impl Listed for Asked {
    type Line = CampaignLine;

    const FAMILY: &'static str = "campaign";
    const HOME: &'static str = HOME;
    const STEM: &'static str = "campaigns";
    const COLUMNS: &'static [&'static str] =
        &["organ", "doc-number", "progress", "starts", "ends", "issued-on", "members", "duties"];

    fn page(&self) -> &str {
        &self.page
    }

    fn is_filtered(&self) -> bool {
        Stage::from_code(&self.stage).is_some()
            || [&self.q, &self.organ].iter().any(|asked| !asked.trim().is_empty())
    }

    fn fields(&self, at: &At) -> Vec<FilterField> {
        let words = at.shell.words;
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
            listing::orders(words, "campaign", &ORDERS, &self.sort),
        ]
    }

    async fn lines(&self, at: &At, page: Page) -> Result<(Vec<CampaignLine>, i64), ActError> {
        let filter = self.filter(&at.state).await?;
        at.state.acts.campaigns(at.account(), &filter, self.order(), page).await
    }

    fn ways(&self, at: &At) -> Vec<Link> {
        at.begin(Action::CampaignDraft, &format!("{HOME}/draft"), "campaign-draft-title")
    }

    fn row(&self, at: &At, line: &CampaignLine) -> Row {
        let (words, today) = (at.shell.words, at.today());
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

    fn cells(&self, at: &At, line: &CampaignLine) -> Vec<Cell> {
        let (words, today) = (at.shell.words, at.today());
        let text = |text: String| Cell::Text(text);
        vec![
            text(line.title.clone()),
            text(words.term(line.stage)),
            text(either(words, &line.organ.name, &line.organ.name_en)),
            text(line.doc_number.clone()),
            text(words.term(Progress::of((line.starts, line.ends), today))),
            Cell::Day(line.starts),
            Cell::Day(line.ends),
            listing::day(&line.issued_on),
            Cell::Number(line.members),
            Cell::Number(line.duties),
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
