//! The list of absences as far as one may see them, on the screen and as files.

use super::{HOME, back_link, record_link};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::download::Format;
use crate::page::matter::forms::any_of;
use crate::page::matter::list::{self, Listing, PER_PAGE, Row};
use crate::page::matter::search;
use crate::page::matter::wrong::refuse;
use crate::page::person::either;
use crate::part::{Choice, FilterField, Light, LightState, Link};
use crate::shell::Shell;
use crate::words::Words;
use axum::extract::{Query, State};
use axum::response::Response;
use jiff::civil::Date;
use qz_acts::away::view::{AwayFilter, AwayLine, AwaySort, Page};
use qz_document::sheet::Cell;
use qz_domain::action::Action;
use qz_domain::away::{Away, AwayKind};
use qz_domain::instant;
use qz_domain::spelled::Spelled;
use serde::Deserialize;

const COLUMNS: [&str; 6] = ["unit", "post", "kind", "since", "until", "deputy"];
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

    fn is_filtered(&self) -> bool {
        [&self.q, &self.kind, &self.on, &self.who].iter().any(|field| !field.is_empty())
    }

    fn fields(&self, words: Words) -> Vec<FilterField> {
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
            list::orders(words, "away", &ORDERS, &self.sort),
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

/// `GET /desk/away`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let page = search::page(&asked.page);
    let part = Page::number(page.cast_signed(), PER_PAGE.cast_signed());
    let (lines, total) = lines(&state, &granted, &shell, (&asked, part)).await?;
    let today = instant::day(state.acts.now());
    let may_record = granted.may_somewhere(Action::AwayRecord);
    let listing = Listing {
        family: "away",
        home: HOME,
        columns: &COLUMNS,
        rows: lines.iter().map(|line| row(&shell, &granted, line, today)).collect(),
        fields: asked.fields(shell.words),
        faults: vec![],
        is_filtered: asked.is_filtered(),
        page,
        total: total.unsigned_abs(),
        ways: may_record.then(|| record_link(&shell)).into_iter().collect(),
    };
    list::show(shell, listing)
}

async fn lines(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
    (asked, page): (&Asked, Page),
) -> Result<(Vec<AwayLine>, i64), WebError> {
    let asked = (&asked.filter(), (asked.order(), page));
    let found = state.acts.absences(granted.account(), asked.0, asked.1).await;
    found.map_err(|fault| refuse(shell, "/desk", fault))
}

/// A row leads to the person for whoever may read people, else to where one says one is back.
fn row(shell: &Shell, granted: &Granted, line: &AwayLine, today: Date) -> Row {
    let words = shell.words;
    let href = if granted.may_somewhere(Action::PersonRead) {
        format!("/desk/people/{}#away", line.away.person)
    } else {
        back_link(shell, line.away.id).href
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

/// `GET /desk/away/export.csv`
pub(super) async fn csv(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    file(&state, &granted, &shell, (&asked, Format::Csv)).await
}

/// `GET /desk/away/export.xlsx`
pub(super) async fn xlsx(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    file(&state, &granted, &shell, (&asked, Format::Xlsx)).await
}

async fn file(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
    (asked, format): (&Asked, Format),
) -> Result<Response, WebError> {
    let (lines, _) = lines(state, granted, shell, (asked, Page::all())).await?;
    let (words, today) = (shell.words, instant::day(state.acts.now()));
    let rows = lines.iter().map(|line| {
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
    });
    list::export(shell, ("away", "away"), &COLUMNS, rows.collect(), format)
}
