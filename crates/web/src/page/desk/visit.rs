//! The visits of the day: an inspector's own, a unit's to be replied to, the county's.

use super::{Fact, Group, Row, Today};
use crate::error::WebError;
use crate::page::person::either;
use crate::part::{EmptyState, Light, LightState, Link};
use crate::words::Words;
use jiff::civil::Date;
use qz_acts::visit::view::{NamedUnit, Page, Span, VisitFilter, VisitLine, VisitSort};
use qz_acts::visit::waiting::{WaitingVisit, Whose};
use qz_domain::action::Action;
use qz_domain::id::UnitId;
use qz_domain::instant;
use qz_domain::visit::Stage;

/// How many rows of a group are shown.
const SHOWN: usize = 10;
/// How many planned visits are looked at, the most pressing first.
const LOOKED_AT: i64 = 500;
/// From how many days before its last day a planned visit wants attention.
const SOON: i64 = 1;

/// What an inspector has to write up and to sign.
pub(super) async fn mine(today: &mut Today<'_>) -> Result<(), WebError> {
    let Some(me) = today.granted.person() else { return Ok(()) };
    if !today.granted.may_somewhere(Action::VisitReport) {
        return Ok(());
    }
    let reported = waiting(today, Whose::Mine, Stage::Reported).await?.0;
    let (signed, unsigned): (Vec<_>, Vec<_>) =
        reported.into_iter().partition(|visit| visit.signed.contains(&me));
    let planned = waiting(today, Whose::Mine, Stage::Planned).await?.0;
    let words = today.words;
    let (to_sign, to_write) = (words.say("desk-act-sign"), words.say("desk-act-write"));
    let sign = |visit: &WaitingVisit| Some(Link::new(href(visit), to_sign.clone()));
    let write =
        |visit: &WaitingVisit| Some(Link::new(format!("{}/report", href(visit)), to_write.clone()));
    let group = reported_group(today, ("sign", "desk-to-sign"), &unsigned, &sign);
    today.group("desk-sum-sign", group);
    planned_groups(today, &planned, &write);
    let group = reported_group(today, ("signed", "desk-signed"), &signed, &|_| None);
    today.group("desk-sum-signed", group);
    Ok(())
}

/// The visits of the county that are planned and half signed, for whoever plans them.
pub(super) async fn county(today: &mut Today<'_>) -> Result<(), WebError> {
    if !today.granted.may_somewhere(Action::VisitPlan) {
        return Ok(());
    }
    let words = today.words;
    let (planned, all_planned) = waiting(today, Whose::All, Stage::Planned).await?;
    let (reported, all_reported) = waiting(today, Whose::All, Stage::Reported).await?;
    let none = |_: &WaitingVisit| None;
    planned_groups(today, &planned, &none);
    let mut group = reported_group(today, ("reported", "desk-reported"), &reported, &none);
    group.count = all_reported.unsigned_abs();
    today.group("desk-sum-reported", group);
    let plan = Link::new("/desk/visits/plan", words.say("desk-plan"));
    today.begin = Some(plan.clone());
    today.empty = Some(EmptyState::new(words.say("desk-empty-visits")).way(plan));
    week(today, all_planned).await
}

/// The week in figures.
async fn week(today: &mut Today<'_>, planned: i64) -> Result<(), WebError> {
    let words = today.words;
    let into_week = i32::from(today.day.weekday().to_monday_zero_offset());
    let monday = today.day.checked_sub(jiff::Span::new().days(into_week)).unwrap_or(today.day);
    let filed = Some(Stage::Filed);
    let span = Some(Span::days(monday, today.day));
    let done = VisitFilter { stage: filed, span, ..VisitFilter::default() };
    let unreplied = VisitFilter { stage: filed, unreplied: true, ..VisitFilter::default() };
    let (done, unreplied) = (count(today, &done).await?, count(today, &unreplied).await?);
    let done_at = format!("/desk/visits?stage=filed&from={monday}&to={}", today.day);
    let lines = vec![
        Fact::number(words, "desk-week-filed", done, done_at),
        Fact::number(words, "desk-week-planned", planned, "/desk/visits?stage=planned"),
        Fact::number(words, "desk-unreplied", unreplied, "/desk/visits?stage=filed&unreplied=1"),
    ];
    today.sides.push(super::Side { id: "week", title: words.say("desk-week"), lines });
    Ok(())
}

/// The filed visits that a unit has not replied to, for its liaison and head.
pub(super) async fn replies(today: &mut Today<'_>) -> Result<(), WebError> {
    let mut units: Vec<UnitId> = vec![];
    let replying = |role| {
        let rows = qz_acts::power::POWERS.iter();
        rows.into_iter().any(|row| row.role == role && row.action == Action::VisitReply)
    };
    for grant in today.granted.actor().grants.iter().filter(|grant| replying(grant.role)) {
        if !units.contains(&grant.unit) {
            units.push(grant.unit);
        }
    }
    for unit in units {
        let stage = Some(Stage::Filed);
        let filter =
            VisitFilter { stage, unit: Some(unit), unreplied: true, ..VisitFilter::default() };
        let (lines, total) = page(today, &filter, SHOWN).await?;
        let words = today.words;
        let group = Group {
            id: "replies",
            title: words.say("desk-replies"),
            count: total.unsigned_abs(),
            rows: lines.iter().map(|line| reply_row(words, line)).collect(),
            more: more(words, total.unsigned_abs(), "/desk/visits?stage=filed&unreplied=1"),
        };
        today.group("desk-sum-replies", group);
    }
    Ok(())
}

fn reply_row(words: Words, line: &VisitLine) -> Row {
    let href = format!("/desk/visits/{}", line.id);
    Row {
        light: Light::new(LightState::None, words.say("desk-light-unreplied")),
        act: Some(Link::new(format!("{href}/reply"), words.say("desk-act-reply"))),
        title: Link::new(href, unit_name(words, &line.organ)),
        about: format!("{} · {}", line.number, line.team),
        place: line.outcome.map(|outcome| words.term(outcome)).unwrap_or_default(),
        when: line.visited_at.map(|at| words.short_day(instant::day(at))),
    }
}

async fn waiting(
    today: &Today<'_>,
    whose: Whose,
    stage: Stage,
) -> Result<(Vec<WaitingVisit>, i64), WebError> {
    let account = today.granted.account();
    let found = today.state.acts.waiting_visits(account, whose, stage, LOOKED_AT).await;
    found.map_err(WebError::internal)
}

async fn page(
    today: &Today<'_>,
    filter: &VisitFilter,
    most: usize,
) -> Result<(Vec<VisitLine>, i64), WebError> {
    let page = Page::number(1, i64::try_from(most).unwrap_or(i64::MAX));
    let account = today.granted.account();
    let found = today.state.acts.visits(account, filter, VisitSort::Latest, page).await;
    found.map_err(WebError::internal)
}

async fn count(today: &Today<'_>, filter: &VisitFilter) -> Result<i64, WebError> {
    page(today, filter, 1).await.map(|(_, total)| total)
}

/// Planned visits: those past their last day, and those that may be done today.
fn planned_groups(
    today: &mut Today<'_>,
    planned: &[WaitingVisit],
    act: &dyn Fn(&WaitingVisit) -> Option<Link>,
) {
    let day = today.day;
    let overdue: Vec<_> = planned.iter().filter(|visit| visit.until < day).collect();
    let open: Vec<_> =
        planned.iter().filter(|visit| visit.from <= day && day <= visit.until).collect();
    for (id, title, sum, visits) in [
        ("overdue", "desk-overdue", "desk-sum-overdue", overdue),
        ("open", "desk-open", "desk-sum-open", open),
    ] {
        let words = today.words;
        let count = visits.len() as u64;
        let rows = visits.iter().take(SHOWN);
        let group = Group {
            id,
            title: words.say(title),
            count,
            rows: rows.map(|visit| planned_row(words, visit, day, act(visit))).collect(),
            more: more(words, count, "/desk/visits?stage=planned"),
        };
        today.group(sum, group);
    }
}

fn planned_row(words: Words, visit: &WaitingVisit, day: Date, act: Option<Link>) -> Row {
    let left = i64::from((visit.until - day).get_days());
    Row {
        light: Light::due(words, left, SOON),
        when: Some(words.short_day(visit.until)),
        ..row(words, visit, act)
    }
}

fn reported_group(
    today: &Today<'_>,
    (id, title): (&'static str, &str),
    visits: &[WaitingVisit],
    act: &dyn Fn(&WaitingVisit) -> Option<Link>,
) -> Group {
    let words = today.words;
    let count = visits.len() as u64;
    let rows = visits.iter().take(SHOWN).map(|visit| Row {
        light: Light::new(LightState::Warn, words.term(Stage::Reported)),
        when: visit.visited_at.map(|at| words.short_day(instant::day(at))),
        ..row(words, visit, act(visit))
    });
    Group {
        id,
        title: words.say(title),
        count,
        rows: rows.collect(),
        more: more(words, count, "/desk/visits?stage=reported"),
    }
}

fn row(words: Words, visit: &WaitingVisit, act: Option<Link>) -> Row {
    Row {
        light: Light::new(LightState::None, words.term(visit.stage)),
        title: Link::new(href(visit), unit_name(words, &visit.unit)),
        about: visit.number.to_string(),
        place: visit.team.clone(),
        when: None,
        act,
    }
}

fn href(visit: &WaitingVisit) -> String {
    format!("/desk/visits/{}", visit.id)
}

fn unit_name(words: Words, unit: &NamedUnit) -> String {
    either(words, &unit.name, &unit.name_en)
}

/// The way to all of them, when not all are shown.
fn more(words: Words, count: u64, href: &str) -> Option<Link> {
    let all = || words.say_with("desk-more", &[("count", count.into())]);
    (count > SHOWN as u64).then(|| Link::new(href, all()))
}
