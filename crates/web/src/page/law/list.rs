//! The list of the county's changes of its own law, on the screen and as a file.

use super::terms;
use super::{CHANGES, PROPOSE};
use crate::page::at::At;
use crate::page::listing::{self, Listed, Page, Row};
use crate::page::matter::forms::any_of;
use crate::part::{Choice, FilterField, Light, LightState, Link};
use crate::words::Words;
use qz_acts::ActError;
use qz_acts::law::view::{LawChangeFilter, LawChangeSort};
use qz_document::sheet::Cell;
use qz_domain::action::Action;
use qz_domain::law::CountyLaw;
use qz_domain::law::change::{LawChange, Stage};
use qz_domain::spelled::Spelled;
use serde::Deserialize;

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
}

impl Listed for Asked {
    type Line = LawChange;

    const FAMILY: &'static str = "law";
    const HOME: &'static str = CHANGES;
    const STEM: &'static str = "law-changes";
    const COLUMNS: &'static [&'static str] =
        &["length", "holds-from", "document", "proposed-on", "latest-on"];

    fn page(&self) -> &str {
        &self.page
    }

    fn is_filtered(&self) -> bool {
        self.filter() != LawChangeFilter::default()
    }

    fn fields(&self, at: &At) -> Vec<FilterField> {
        let (words, today) = (at.shell.words, at.today());
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
            listing::orders(words, "law", &ORDERS, &self.sort),
        ]
    }

    async fn lines(&self, at: &At, page: Page) -> Result<(Vec<LawChange>, i64), ActError> {
        at.state.acts.law_changes(&self.filter(), self.order(), page).await
    }

    fn ways(&self, at: &At) -> Vec<Link> {
        at.begin(Action::LawPropose, PROPOSE, "law-propose-title")
    }

    fn row(&self, at: &At, change: &LawChange) -> Row {
        let words = at.shell.words;
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

    fn cells(&self, at: &At, change: &LawChange) -> Vec<Cell> {
        let words = at.shell.words;
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
