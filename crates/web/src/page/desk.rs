//! Mine today (今日): the first page of the desk. It says in a sentence what is so, then lists what
//! waits for whoever is signed in, by the powers they hold.

mod article;
mod attendance;
mod board;
mod bulletin;
mod campaign;
mod draw;
mod finding;
mod held;
mod law;
mod officer;
mod opening;
mod people;
mod record;
mod rectification;
mod report;
mod request;
mod review;
mod roster;
mod scheme;
mod suspicion;
mod ticket;
mod visit;

use crate::app::WebState;
use crate::door::Method::Get;
use crate::door::{Doors, Granted, Scope};
use crate::error::WebError;
use crate::format::TimeTag;
use crate::part::{EmptyState, Light, Link};
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Response};
use jiff::civil::Date;
use qz_acts::matter::view::NamedHand;
use qz_acts::power::POWERS;
use qz_domain::action::Action;
use qz_domain::id::UnitId;
use qz_domain::instant;
use qz_domain::matter::Part;
use qz_domain::power::Reach;

/// The door of this family, and what the rail offers first.
pub(crate) fn doors(doors: Doors) -> Doors {
    let own = Action::SelfService;
    doors
        .rail("rail-own", "/desk", "shell-rail-today", own)
        .rail("rail-own", "/desk/me/record", "record-title", own)
        .rail("rail-visits", "/desk/visits", "visit-list-title", Action::VisitList)
        .rail("rail-visits", "/desk/visits/plan", "visit-plan-title", Action::VisitPlan)
        .rail("rail-visits", "/desk/visits/grid", "visit-grid-title", Action::VisitFilePaper)
        .door(Get, "/desk", own, Scope::Own, show)
}

#[derive(Template)]
#[template(path = "desk/today.html")]
struct TodayPage {
    shell: Shell,
    sentence: String,
    begin: Option<Link>,
    groups: Vec<Group>,
    empty: Option<EmptyState>,
    sides: Vec<Side>,
}

/// Things that wait for one reason.
pub(super) struct Group {
    id: &'static str,
    title: String,
    count: u64,
    rows: Vec<Row>,
    more: Option<Link>,
}

/// One thing that waits.
pub(super) struct Row {
    light: Light,
    title: Link,
    about: String,
    place: String,
    when: Option<TimeTag>,
    act: Option<Link>,
}

/// Facts beside the list.
pub(super) struct Side {
    id: &'static str,
    title: String,
    lines: Vec<Fact>,
}

/// A fact: what it is, its value, where its rows are.
pub(super) struct Fact {
    label: String,
    value: String,
    href: Option<String>,
}

impl Fact {
    /// Whether its value is a figure, which stands on one line; a title may take several.
    fn is_number(&self) -> bool {
        self.value.starts_with(|letter: char| letter.is_ascii_digit())
    }

    fn number(words: Words, key: &str, number: i64, href: impl Into<String>) -> Self {
        Self { label: words.say(key), value: words.number(number), href: Some(href.into()) }
    }
}

/// How many rows of a group are shown.
const SHOWN: usize = 10;
/// How many records are looked at, the most pressing first.
const LOOKED_AT: i64 = 50;

/// The page as it is put together.
pub(super) struct Today<'a> {
    state: &'a WebState,
    granted: &'a Granted,
    words: Words,
    day: Date,
    sums: Vec<String>,
    begin: Option<Link>,
    empty: Option<EmptyState>,
    groups: Vec<Group>,
    sides: Vec<Side>,
}

impl Today<'_> {
    /// Adds a group and its part of the sentence; a group without rows says nothing.
    fn group(&mut self, sum: &str, group: Group) {
        if group.count > 0 {
            self.sums.push(self.words.say_with(sum, &[("count", group.count.into())]));
            self.groups.push(group);
        }
    }

    /// Adds a group of rows that all wait for the same step: the first ones, and the way to all.
    fn waits(&mut self, id: &'static str, rows: Vec<Row>, all: &str) {
        let count = rows.len() as u64;
        let more = || self.words.say_with("desk-more", &[("count", count.into())]);
        let more = (rows.len() > SHOWN).then(|| Link::new(all, more()));
        let title = self.words.say(&format!("desk-{id}"));
        let rows = rows.into_iter().take(SHOWN).collect();
        self.group(&format!("desk-sum-{id}"), Group { id, title, count, rows, more });
    }

    /// The units for which whoever is signed in may do something.
    fn units_for(&self, action: Action) -> Vec<UnitId> {
        let may = |role| {
            POWERS
                .iter()
                .any(|row| row.role == role && row.action == action && row.reach > Reach::Own)
        };
        let mut units = vec![];
        for grant in self.granted.actor().grants.iter().filter(|grant| may(grant.role)) {
            if !units.contains(&grant.unit) {
                units.push(grant.unit);
            }
        }
        units
    }

    /// Whether whoever is signed in, or for whom they act, took a part that bars them from another.
    fn is_barred(&self, hands: &[NamedHand], part: Part) -> bool {
        let actor = self.granted.actor();
        let leader = actor.stands_for.as_ref().map(|one| one.leader);
        let is_one = |hand: &NamedHand| [actor.person, leader].contains(&Some(hand.person));
        let bars = |hand: &NamedHand| part.barred_by().contains(&hand.part);
        hands.iter().any(|hand| is_one(hand) && bars(hand))
    }

    /// What is so, in a sentence.
    fn sentence(&self) -> String {
        let (date, weekday) = (self.words.date(self.day), self.words.weekday(self.day));
        let day = [("date", date.into()), ("weekday", weekday.into())];
        let day = self.words.say_with("desk-day", &day);
        if self.sums.is_empty() {
            return self.words.say_with("desk-nothing", &[("day", day.into())]);
        }
        let sums = self.sums.join(&self.words.say("desk-joint"));
        self.words.say_with("desk-sentence", &[("day", day.into()), ("sums", sums.into())])
    }
}

/// What concerns an account today, the most pressing first.
async fn gather(today: &mut Today<'_>) -> Result<(), WebError> {
    visit::mine(today).await?;
    scheme::owed(today).await?;
    scheme::drafts(today).await?;
    visit::replies(today).await?;
    visit::county(today).await?;
    record::told(today).await?;
    people::absent(today).await?;
    attendance::mine(today).await?;
    attendance::waiting(today).await?;
    request::waiting(today).await?;
    roster::waiting(today).await?;
    roster::today(today).await?;
    report::owed(today).await?;
    report::led(today).await?;
    rectification::waiting(today).await?;
    board::waiting(today).await?;
    held::mine(today).await?;
    draw::waiting(today).await?;
    finding::waiting(today).await?;
    opening::waiting(today).await?;
    suspicion::waiting(today).await?;
    held::waiting(today).await?;
    held::to_clear(today).await?;
    review::waiting(today).await?;
    review::to_ask(today).await?;
    bulletin::waiting(today).await?;
    record::objections(today).await?;
    campaign::waiting(today).await?;
    campaign::duties(today).await?;
    article::waiting(today).await?;
    ticket::waiting(today).await?;
    law::waiting(today).await?;
    people::away(today).await?;
    people::posts(today).await?;
    people::keeper(today).await?;
    officer::accounts(today).await?;
    officer::log(today).await?;
    people::own(today).await?;
    request::ways(today);
    Ok(())
}

/// `GET /desk`
async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
) -> Result<Response, WebError> {
    let mut today = Today {
        state: &state,
        granted: &granted,
        words: shell.words,
        day: instant::day(state.acts.now()),
        sums: vec![],
        begin: None,
        empty: None,
        groups: vec![],
        sides: vec![],
    };
    gather(&mut today).await?;
    let page = TodayPage {
        sentence: today.sentence(),
        empty: today.groups.is_empty().then(|| {
            let nothing = || EmptyState::new(shell.say("desk-empty"));
            today.empty.take().unwrap_or_else(nothing)
        }),
        begin: today.begin,
        groups: today.groups,
        sides: today.sides,
        shell,
    };
    Ok(Html(page.render()?).into_response())
}
