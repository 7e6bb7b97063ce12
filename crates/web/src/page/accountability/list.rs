//! The list of accountabilities, on the screen and as a file.

use super::HOME;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::at::At;
use crate::page::download::Format;
use crate::page::listing::{self, Listed, Page, Row};
use crate::page::matter::forms::any_of;
use crate::page::matter::{SOON, day_text, days_left, search};
use crate::part::{Choice, FilterField, Light, LightState, Link};
use crate::shell::Shell;
use crate::words::Words;
use axum::extract::{Query, State};
use axum::response::Response;
use jiff::civil::Date;
use qz_acts::ActError;
use qz_acts::accountability::view::{
    AccountabilityFilter, AccountabilityLine, AccountabilitySort, SubjectKind,
};
use qz_document::sheet::Cell;
use qz_domain::accountability::Stage;
use qz_domain::field::FieldError;
use qz_domain::finding::erased_on;
use qz_domain::post::Rank;
use qz_domain::reading::Reading;
use qz_domain::review::Standing;
use qz_domain::spelled::Spelled;
use serde::Deserialize;

const ORDERS: [&str; 5] = ["latest", "due", "unit", "rank", "served"];

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    stage: String,
    subject: String,
    rank: String,
    unit: String,
    from: String,
    to: String,
    sort: String,
    page: String,
}

impl Asked {
    async fn filter(&self, state: &WebState) -> Result<AccountabilityFilter, ActError> {
        let (served, _) = search::span(&self.from, &self.to);
        let words = self.q.trim();
        Ok(AccountabilityFilter {
            stage: Stage::from_code(&self.stage),
            subject: match self.subject.as_str() {
                "units" => Some(SubjectKind::Units),
                "persons" => Some(SubjectKind::Persons),
                _ => None,
            },
            served,
            rank: Rank::from_code(&self.rank),
            unit: search::unit(state, &self.unit).await?,
            words: (!words.is_empty()).then(|| words.to_owned()),
            ..AccountabilityFilter::default()
        })
    }

    fn order(&self) -> AccountabilitySort {
        match self.sort.as_str() {
            "due" => AccountabilitySort::Due,
            "unit" => AccountabilitySort::Unit,
            "rank" => AccountabilitySort::Rank,
            "served" => AccountabilitySort::Served,
            _ => AccountabilitySort::Latest,
        }
    }
}

impl Listed for Asked {
    type Line = AccountabilityLine;

    const FAMILY: &'static str = "accountability";
    const HOME: &'static str = HOME;
    const STEM: &'static str = "accountabilities";
    const COLUMNS: &'static [&'static str] =
        &["unit", "rank", "measure", "noticed-on", "answer-due", "number", "served-on", "finding"];

    fn page(&self) -> &str {
        &self.page
    }

    fn faults(&self) -> Vec<FieldError> {
        search::span(&self.from, &self.to).1
    }

    fn is_filtered(&self) -> bool {
        let Self { q, stage, subject, rank, unit, from, to, .. } = self;
        [q, stage, subject, rank, unit, from, to].iter().any(|field| !field.is_empty())
    }

    fn fields(&self, at: &At) -> Vec<FilterField> {
        let words = at.shell.words;
        let label = |name: &str| words.say(&format!("accountability-filter-{name}"));
        let kinds = [("", "matter-all"), ("units", "accountability-units")]
            .into_iter()
            .chain([("persons", "accountability-persons")])
            .map(|(value, key)| Choice::new(value, words.say(key), &self.subject));
        let column = |name: &str| words.say(&format!("accountability-column-{name}"));
        vec![
            FilterField::Word { name: "q", label: label("q"), value: self.q.clone() },
            FilterField::Choice {
                name: "stage",
                label: column("stage"),
                choices: any_of::<Stage>(words, &self.stage),
            },
            FilterField::Choice {
                name: "subject",
                label: column("name"),
                choices: kinds.collect(),
            },
            FilterField::Choice {
                name: "rank",
                label: column("rank"),
                choices: any_of::<Rank>(words, &self.rank),
            },
            FilterField::Word { name: "unit", label: label("unit"), value: self.unit.clone() },
            FilterField::Day { name: "from", label: label("from"), value: self.from.clone() },
            FilterField::Day { name: "to", label: label("to"), value: self.to.clone() },
            listing::orders(words, "accountability", &ORDERS, &self.sort),
        ]
    }

    async fn lines(&self, at: &At, page: Page) -> Result<(Vec<AccountabilityLine>, i64), ActError> {
        let filter = self.filter(&at.state).await?;
        at.state.acts.accountabilities(at.account(), &filter, self.order(), page).await
    }

    fn row(&self, at: &At, line: &AccountabilityLine) -> Row {
        let (words, today) = (at.shell.words, at.today());
        Row {
            name: Link::new(format!("{HOME}/{}", line.id), line_subject(words, line)),
            light: row_light(words, line, today),
            cells: vec![
                words.unit(&line.unit.name, &line.unit.name_en).to_owned(),
                rank(words, line),
                line_measure(words, line),
                day_text(words, &line.noticed_on),
                day_text(words, &line.answer_due),
                line.number.map_or_else(String::new, |number| number.to_string()),
                day_text(words, &line.served_on),
                line.finding.to_string(),
            ],
        }
    }

    fn cells(&self, at: &At, line: &AccountabilityLine) -> Vec<Cell> {
        let words = at.shell.words;
        vec![
            Cell::Text(line_subject(words, line)),
            Cell::Text(words.term(line.stage)),
            Cell::Text(words.unit(&line.unit.name, &line.unit.name_en).to_owned()),
            Cell::Text(rank(words, line)),
            Cell::Text(line_measure(words, line)),
            listing::day(&line.noticed_on),
            listing::day(&line.answer_due),
            Cell::Text(line.number.map_or_else(String::new, |number| number.to_string())),
            listing::day(&line.served_on),
            Cell::Text(line.finding.to_string()),
        ]
    }
}

/// Who it is, in a line: a person by name, a unit by its own.
pub(in crate::page) fn line_subject(words: Words, line: &AccountabilityLine) -> String {
    match &line.person {
        Some(person) => person.name.clone(),
        None => words.unit(&line.unit.name, &line.unit.name_en).to_owned(),
    }
}

/// Where it stands, as a light.
pub(in crate::page) fn line_light(words: Words, line: &AccountabilityLine) -> Light {
    if !line.unfounded_on.is_empty() && line.stage != Stage::Cleared {
        return Light::new(LightState::Warn, words.say("accountability-to-clear"));
    }
    match line.standing {
        Standing { is_under_review: true, .. } => {
            Light::new(LightState::Warn, words.say("review-under-way"))
        }
        Standing { outcome: Some(outcome), .. } => {
            let said = [("outcome", words.term(outcome).into())];
            Light::new(LightState::None, words.say_with("review-changed", &said))
        }
        Standing { outcome: None, .. } => stage_light(words, line.stage),
    }
}

/// Until when it stays in one's own record, when it came to nothing.
pub(in crate::page) fn line_goes(
    words: Words,
    line: &AccountabilityLine,
    today: Date,
) -> Option<String> {
    let unfounded_on: Date = line.unfounded_on.parse().ok()?;
    Some(goes(words, (line.stage, unfounded_on), today))
}

/// When what was unfounded on a day is erased: on its day, or once the subject is cleared.
pub(super) fn goes(words: Words, (stage, unfounded_on): (Stage, Date), today: Date) -> String {
    let day = erased_on(unfounded_on);
    if stage != Stage::Cleared && day <= today {
        return words.say("accountability-goes-cleared");
    }
    words.say_with("accountability-goes", &[("day", words.date(day).into())])
}

/// The measure in a line; one that is only proposed says so.
pub(in crate::page) fn line_measure(words: Words, line: &AccountabilityLine) -> String {
    let is_decided = line.number.is_some();
    let day = if is_decided { &line.decided_on } else { &line.noticed_on };
    let measure = words.measure(&line.measure, day.parse().unwrap_or(Date::MAX));
    match line.stage {
        Stage::Dropped | Stage::Cleared => String::new(),
        _ if !line.unfounded_on.is_empty() => String::new(),
        _ if is_decided => measure,
        _ => words.say_with("accountability-proposed", &[("measure", measure.into())]),
    }
}

/// A stage as a light.
pub(super) fn stage_light(words: Words, stage: Stage) -> Light {
    let light = match stage {
        Stage::Noticed | Stage::Answered | Stage::Waived | Stage::Decided => LightState::Warn,
        Stage::Served => LightState::Ok,
        Stage::Dropped | Stage::Cleared => LightState::None,
    };
    Light::new(light, words.term(stage))
}

/// How long somebody may still speak. Speaking is a right: nobody is late with it, and before the
/// decision it is taken all the same.
pub(in crate::page) fn speak_light(words: Words, until: Date, today: Date) -> Light {
    match days_left(until, today) {
        ..0 => Light::new(LightState::Warn, words.say("accountability-still")),
        left => Light::due(words, left, SOON),
    }
}

/// As [`speak_light`], for a line; `None` when it is past that.
pub(in crate::page) fn line_speak(
    words: Words,
    line: &AccountabilityLine,
    today: Date,
) -> Option<Light> {
    let is_open = line.stage == Stage::Noticed && line.unfounded_on.is_empty();
    let until = line.answer_due.parse().ok().filter(|_| is_open)?;
    Some(speak_light(words, until, today))
}

/// As [`stage_light`], and how long somebody has who is still to be heard.
fn row_light(words: Words, line: &AccountabilityLine, today: Date) -> Light {
    match line_speak(words, line, today) {
        Some(due) => Light::new(due.state, format!("{} · {}", words.term(line.stage), due.word)),
        None => line_light(words, line),
    }
}

fn rank(words: Words, line: &AccountabilityLine) -> String {
    line.person.as_ref().map_or_else(String::new, |person| words.term(person.rank))
}

/// `GET /desk/accountabilities/export.csv` and `.xlsx`: whoever takes the file has read of everybody in it.
pub(super) async fn export(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    format: Format,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let at = At { state, granted, shell };
    let lines = listing::whole(&at, &asked).await?;
    let read = lines.iter().filter_map(|line| line.person.as_ref().map(|person| person.id));
    at.state.acts.note_reads(at.granted.actor(), (Reading::Export, 0), read);
    listing::of_lines(&at, &asked, &lines, format)
}
