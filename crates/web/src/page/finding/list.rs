//! The list of findings, on the screen and as a file.

use crate::app::WebState;
use crate::page::at::At;
use crate::page::listing::{self, Listed, Page, Row};
use crate::page::matter::forms::any_of;
use crate::page::matter::{day_text, search};
use crate::part::{FilterField, Light, LightState, Link};
use crate::words::Words;
use jiff::civil::Date;
use qz_acts::ActError;
use qz_acts::finding::view::{FindingFilter, FindingLine, FindingSort};
use qz_document::sheet::Cell;
use qz_domain::action::Action;
use qz_domain::field::FieldError;
use qz_domain::finding::Stage;
use qz_domain::number::FindingNumber;
use qz_domain::spelled::Spelled;
use serde::Deserialize;

const HOME: &str = "/desk/findings";
const ORDERS: [&str; 5] = ["latest", "number", "unit", "stage", "adjudicated"];

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
    async fn filter(&self, state: &WebState) -> Result<FindingFilter, ActError> {
        let (adjudicated, _) = search::span(&self.from, &self.to);
        let words = self.q.trim();
        let number: Option<FindingNumber> = words.parse().ok();
        Ok(FindingFilter {
            stage: Stage::from_code(&self.stage),
            due_until: None,
            is_borne_out: self.stage == "borne_out",
            adjudicated,
            organ: search::unit(state, &self.organ).await?,
            unit: search::unit(state, &self.unit).await?,
            number,
            words: (!words.is_empty() && number.is_none()).then(|| words.to_owned()),
        })
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
}

impl Listed for Asked {
    type Line = FindingLine;

    const FAMILY: &'static str = "finding";
    const HOME: &'static str = HOME;
    const STEM: &'static str = "findings";
    const COLUMNS: &'static [&'static str] =
        &["unit", "facts", "organ", "visit", "registered-on", "due-on", "adjudicated-on"];

    fn page(&self) -> &str {
        &self.page
    }

    fn faults(&self) -> Vec<FieldError> {
        search::span(&self.from, &self.to).1
    }

    fn is_filtered(&self) -> bool {
        let Self { q, stage, unit, organ, from, to, .. } = self;
        [q, stage, unit, organ, from, to].iter().any(|field| !field.is_empty())
    }

    fn fields(&self, at: &At) -> Vec<FilterField> {
        let words = at.shell.words;
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
            listing::orders(words, "finding", &ORDERS, &self.sort),
        ]
    }

    async fn lines(&self, at: &At, page: Page) -> Result<(Vec<FindingLine>, i64), ActError> {
        let filter = self.filter(&at.state).await?;
        at.state.acts.findings(at.account(), &filter, self.order(), page).await
    }

    fn ways(&self, at: &At) -> Vec<Link> {
        at.begin(Action::FindingRegister, "/desk/findings/register", "finding-register-title")
    }

    fn row(&self, at: &At, line: &FindingLine) -> Row {
        let (words, today) = (at.shell.words, at.today());
        Row {
            name: Link::new(format!("{HOME}/{}", line.id), line.number.to_string()),
            light: lamp(words, line, today),
            cells: vec![
                words.unit(&line.unit.name, &line.unit.name_en).to_owned(),
                listing::short(&line.facts),
                words.unit(&line.organ.name, &line.organ.name_en).to_owned(),
                line.visit.map_or_else(String::new, |visit| visit.to_string()),
                day_text(words, &line.registered_on),
                day_text(words, &line.due_on),
                day_text(words, &line.adjudicated_on),
            ],
        }
    }

    fn cells(&self, at: &At, line: &FindingLine) -> Vec<Cell> {
        let words = at.shell.words;
        vec![
            Cell::Text(line.number.to_string()),
            Cell::Text(words.term(line.stage)),
            Cell::Text(words.unit(&line.unit.name, &line.unit.name_en).to_owned()),
            Cell::Text(line.facts.clone()),
            Cell::Text(words.unit(&line.organ.name, &line.organ.name_en).to_owned()),
            Cell::Text(line.visit.map_or_else(String::new, |visit| visit.to_string())),
            listing::day(&line.registered_on),
            listing::day(&line.due_on),
            listing::day(&line.adjudicated_on),
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
