//! The list of requests, on the screen and as a file: one's own, those that wait for one's answer, all one may see.

use super::new::{GROUPS, path_of};
use super::{HOME, credit, record, said, work_start};
use crate::page::at::At;
use crate::page::listing::{self, Listed, Page, Row};
use crate::page::matter::forms::any_of;
use crate::page::matter::search;
use crate::part::{Choice, FilterField, Light, LightState, Link};
use crate::words::Words;
use qz_acts::ActError;
use qz_acts::request::view::{RequestFilter, RequestLine, RequestSort};
use qz_document::sheet::Cell;
use qz_domain::action::Action;
use qz_domain::field::FieldError;
use qz_domain::request::{RequestKind, Stage};
use qz_domain::spelled::Spelled;
use serde::Deserialize;

const ORDERS: [&str; 4] = ["waiting", "latest", "person", "unit"];

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    whose: String,
    kind: String,
    stage: String,
    on: String,
    sort: String,
    page: String,
}

impl Asked {
    fn filter(&self, at: &At) -> RequestFilter {
        let words = self.q.trim();
        let me = at.granted.person();
        let is_to_answer = self.whose == "answer";
        let waits = is_to_answer.then_some(Stage::Pending);
        RequestFilter {
            kind: RequestKind::from_code(&self.kind),
            stage: waits.or_else(|| Stage::from_code(&self.stage)),
            on: self.on.trim().parse().ok(),
            of: me.filter(|_| self.whose == "mine"),
            not_of: me.filter(|_| is_to_answer),
            words: (!words.is_empty()).then(|| words.to_owned()),
        }
    }

    fn order(&self) -> RequestSort {
        match self.sort.as_str() {
            "latest" => RequestSort::Latest,
            "person" => RequestSort::Person,
            "unit" => RequestSort::Unit,
            _ => RequestSort::Waiting,
        }
    }
}

impl Listed for Asked {
    type Line = RequestLine;

    const FAMILY: &'static str = "request";
    const HOME: &'static str = HOME;
    const STEM: &'static str = "requests";
    const COLUMNS: &'static [&'static str] = &["kind", "when", "place", "unit", "late"];

    fn page(&self) -> &str {
        &self.page
    }

    fn faults(&self) -> Vec<FieldError> {
        search::day("on", &self.on).err().into_iter().collect()
    }

    fn is_filtered(&self) -> bool {
        let asked = [&self.q, &self.whose, &self.kind, &self.stage, &self.on];
        asked.iter().any(|field| !field.is_empty())
    }

    fn fields(&self, at: &At) -> Vec<FilterField> {
        let words = at.shell.words;
        let label = |name: &str| words.say(&format!("request-filter-{name}"));
        let column = |name: &str| words.say(&format!("request-column-{name}"));
        let whose = |code: &str, key: &str| Choice::new(code, words.say(key), &self.whose);
        vec![
            FilterField::Word { name: "q", label: label("q"), value: self.q.clone() },
            FilterField::Choice {
                name: "whose",
                label: label("whose"),
                choices: vec![
                    whose("", "matter-all"),
                    whose("mine", "request-mine"),
                    whose("answer", "request-to-answer"),
                ],
            },
            FilterField::Choice {
                name: "kind",
                label: column("kind"),
                choices: any_of::<RequestKind>(words, &self.kind),
            },
            FilterField::Choice {
                name: "stage",
                label: column("stage"),
                choices: any_of::<Stage>(words, &self.stage),
            },
            FilterField::Day { name: "on", label: label("on"), value: self.on.clone() },
            listing::orders(words, "request", &ORDERS, &self.sort),
        ]
    }

    async fn lines(&self, at: &At, page: Page) -> Result<(Vec<RequestLine>, i64), ActError> {
        let (filter, sort) = (self.filter(at), self.order());
        at.state.acts.requests(at.account(), &filter, sort, page).await
    }

    fn ways(&self, at: &At) -> Vec<Link> {
        let title = |group: &str| at.shell.say(&format!("request-new-{group}-title"));
        let ask = GROUPS.into_iter().map(|group| Link::new(path_of(group), title(group)));
        let asks = at.granted.may_somewhere(Action::RequestAsk) && at.granted.person().is_some();
        let mut ways: Vec<_> = ask.filter(|_| asks).collect();
        let credit = || Link::new(credit::PATH, at.shell.say("request-credit-title"));
        ways.extend(asks.then(credit));
        ways.extend(at.begin(Action::RequestRecord, record::PATH, "request-record-title"));
        ways.extend(at.begin(Action::WorkStartSet, work_start::PATH, "request-work-title"));
        ways
    }

    fn row(&self, at: &At, line: &RequestLine) -> Row {
        let words = at.shell.words;
        let (_, name, number) = &line.person;
        Row {
            name: Link::new(format!("{HOME}/{}", line.id), format!("{number} {name}")),
            light: stage_light(words, line.stage),
            cells: texts(words, line),
        }
    }

    fn cells(&self, at: &At, line: &RequestLine) -> Vec<Cell> {
        let words = at.shell.words;
        let (_, name, number) = &line.person;
        let first = [format!("{number} {name}"), words.term(line.stage)];
        first.into_iter().chain(texts(words, line)).map(Cell::Text).collect()
    }
}

fn texts(words: Words, line: &RequestLine) -> Vec<String> {
    let (kind, subtype) = &line.kind;
    let late = if line.is_late { words.say("request-late") } else { String::new() };
    vec![
        said::what(words, (*kind, subtype), line.from.date()),
        said::span(words, (line.from, line.to)),
        line.place.clone(),
        words.unit(&line.unit.name, &line.unit.name_en).to_owned(),
        late,
    ]
}

/// Where a request stands, as a light.
pub(in crate::page) fn stage_light(words: Words, stage: Stage) -> Light {
    let light = match stage {
        Stage::Pending => LightState::Warn,
        Stage::Approved | Stage::Ended => LightState::Ok,
        Stage::Refused | Stage::Withdrawn | Stage::Revoked => LightState::None,
    };
    Light::new(light, words.term(stage))
}
