//! The list of absences as far as one may see them, on the screen and as files.

use super::{HOME, back_link, record_link};
use crate::page::at::At;
use crate::page::listing::{self, Listed, Page, Row};
use crate::page::matter::forms::any_of;
use crate::page::person::either;
use crate::part::{Choice, FilterField, Light, LightState, Link};
use crate::words::Words;
use jiff::civil::Date;
use qz_acts::ActError;
use qz_acts::away::view::{AwayFilter, AwayLine, AwaySort};
use qz_document::sheet::Cell;
use qz_domain::action::Action;
use qz_domain::away::{Away, AwayKind};
use qz_domain::spelled::Spelled;
use serde::Deserialize;

const ORDERS: [&str; 3] = ["latest", "back", "unit"];

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    kind: String,
    on: String,
    who: String,
    sort: String,
    page: String,
}

impl Asked {
    fn filter(&self) -> AwayFilter {
        let words = self.q.trim();
        AwayFilter {
            kind: AwayKind::from_code(&self.kind),
            on: self.on.trim().parse().ok(),
            leaders: self.who == "leaders",
            words: (!words.is_empty()).then(|| words.to_owned()),
        }
    }

    fn order(&self) -> AwaySort {
        match self.sort.as_str() {
            "back" => AwaySort::Back,
            "unit" => AwaySort::Unit,
            _ => AwaySort::Latest,
        }
    }
}

impl Listed for Asked {
    type Line = AwayLine;

    const FAMILY: &'static str = "away";
    const HOME: &'static str = HOME;
    const STEM: &'static str = "away";
    const COLUMNS: &'static [&'static str] = &["unit", "post", "kind", "since", "until", "deputy"];

    fn page(&self) -> &str {
        &self.page
    }

    fn is_filtered(&self) -> bool {
        [&self.q, &self.kind, &self.on, &self.who].iter().any(|field| !field.is_empty())
    }

    fn fields(&self, at: &At) -> Vec<FilterField> {
        let words = at.shell.words;
        let label = |name: &str| words.say(&format!("away-filter-{name}"));
        let who = |code: &str, key: &str| Choice::new(code, words.say(key), self.who.as_str());
        vec![
            FilterField::Word { name: "q", label: label("q"), value: self.q.clone() },
            FilterField::Day { name: "on", label: label("on"), value: self.on.clone() },
            FilterField::Choice {
                name: "kind",
                label: label("kind"),
                choices: any_of::<AwayKind>(words, &self.kind),
            },
            FilterField::Choice {
                name: "who",
                label: label("who"),
                choices: vec![who("", "matter-all"), who("leaders", "away-who-leaders")],
            },
            listing::orders(words, "away", &ORDERS, &self.sort),
        ]
    }

    async fn lines(&self, at: &At, page: Page) -> Result<(Vec<AwayLine>, i64), ActError> {
        let order = (self.order(), page);
        at.state.acts.absences(at.account(), &self.filter(), order).await
    }

    fn ways(&self, at: &At) -> Vec<Link> {
        let may_record = at.granted.may_somewhere(Action::AwayRecord);
        may_record.then(|| record_link(&at.shell)).into_iter().collect()
    }

    /// A row leads to the person for whoever may read people, else to where one says one is back.
    fn row(&self, at: &At, line: &AwayLine) -> Row {
        let (words, today) = (at.shell.words, at.today());
        let href = if at.granted.may_somewhere(Action::PersonRead) {
            format!("/desk/people/{}#away", line.away.person)
        } else {
            back_link(&at.shell, line.away.id).href
        };
        Row {
            name: Link::new(href, format!("{} {}", line.name, line.number)),
            light: light(words, &line.away, today),
            cells: vec![
                either(words, &line.unit, &line.unit_en),
                either(words, &line.post, &line.post_en),
                words.term(line.away.kind),
                words.date(line.away.since),
                until(words, &line.away),
                line.deputy.clone(),
            ],
        }
    }

    fn cells(&self, at: &At, line: &AwayLine) -> Vec<Cell> {
        let (words, today) = (at.shell.words, at.today());
        let away = &line.away;
        let last = away.back_on.and_then(|back| back.yesterday().ok()).unwrap_or(away.until);
        vec![
            Cell::Text(format!("{} {}", line.name, line.number)),
            Cell::Text(light(words, away, today).word),
            Cell::Text(either(words, &line.unit, &line.unit_en)),
            Cell::Text(either(words, &line.post, &line.post_en)),
            Cell::Text(words.term(away.kind)),
            Cell::Day(away.since),
            Cell::Day(last),
            Cell::Text(line.deputy.clone()),
        ]
    }
}

/// Where an absence stands on a day, as a light.
pub(in crate::page) fn light(words: Words, away: &Away, day: Date) -> Light {
    let (state, key) = match away.is_on(day) {
        true => (LightState::Warn, "away-now"),
        false if day < away.since => (LightState::None, "away-later"),
        false => (LightState::Ok, "away-over"),
    };
    Light::new(state, words.say(key))
}

/// The last day away, in words; with the day back when it was earlier than recorded.
pub(in crate::page) fn until(words: Words, away: &Away) -> String {
    match away.back_on {
        Some(back) => words.say_with("away-back-on", &[("day", words.date(back).into())]),
        None => words.date(away.until),
    }
}
