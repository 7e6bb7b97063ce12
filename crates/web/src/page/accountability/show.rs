//! One accountability, for the organ and for whom it concerns alike: what is said, until when one
//! may answer, what was answered and decided, and the way to have it looked at again.

use super::HOME;
use super::list::{goes, speak_light, stage_light};
use super::{length, paper, step};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::board::proposal_link;
use crate::page::chain;
use crate::page::matter::family;
use crate::page::matter::hands::{HandRow, hands};
use crate::page::matter::term_text;
use crate::page::matter::timeline::timeline;
use crate::page::matter::tolerance;
use crate::page::matter::wrong::refuse;
use crate::page::meeting;
use crate::page::record::to_sign;
use crate::page::review::section::{self, ReviewSection};
use crate::part::{Crumb, Light, Link, Timeline};
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use jiff::civil::Date;
use qz_acts::accountability::view::AccountabilityView;
use qz_acts::meeting::view::DecidedAt;
use qz_acts::review::view::Reviews;
use qz_domain::accountability::{Answerable, Service, Stage, Step};
use qz_domain::action::Action;
use qz_domain::id::AccountabilityId;
use qz_domain::instant;
use qz_domain::matter::HandOver;
use qz_domain::message::MessageKind;
use qz_domain::reading::Reading;
use qz_domain::review::Standing;

/// The messages that are signed for on this page.
const SIGNED: [MessageKind; 4] = [
    MessageKind::NoticeGiven,
    MessageKind::UnitNoticeGiven,
    MessageKind::DecisionServed,
    MessageKind::UnitDecisionServed,
];

#[derive(Template)]
#[template(path = "accountability/show.html")]
struct ShowPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    light: Light,
    now: String,
    links: Vec<Link>,
    notice: Vec<(String, String)>,
    clock: Option<(String, Light)>,
    statement: Option<(String, String)>,
    outcome: String,
    decision: Vec<(String, String)>,
    decided_at: Option<(String, Option<String>)>,
    remedy: Option<String>,
    reviews: ReviewSection,
    facts: Vec<(String, String)>,
    finding: Link,
    hands: Vec<HandRow>,
    timeline: Timeline,
    to_sign: Vec<&'static str>,
    about: i64,
}

/// `GET /desk/accountabilities/{id}`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<AccountabilityId>,
) -> Result<Response, WebError> {
    let view = state.acts.accountability(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    let today = instant::day(state.acts.now());
    let reviews = state.acts.reviews_of(granted.account(), id).await;
    let reviews = reviews.map_err(|fault| refuse(&shell, HOME, fault))?;
    state.acts.note_reads(granted.actor(), (Reading::Accountability, id.0), view.row.person());
    let proposal = proposal_link((&state, &granted, &shell), &view).await?;
    let meeting = state.acts.decided_at(granted.account(), id).await;
    let meeting = meeting.map_err(|fault| refuse(&shell, HOME, fault))?;
    let mut page = draw(shell, &view, &reviews, today);
    page.decided_at = meeting.map(|(at, reads)| decided_at(&page.shell, &at, reads));
    page.links.extend(proposal);
    page.to_sign = to_sign(&state, &granted, (&SIGNED, id.0)).await?;
    Ok(Html(page.render()?).into_response())
}

fn draw(shell: Shell, view: &AccountabilityView, reviews: &Reviews, today: Date) -> ShowPage {
    let row = &view.row;
    let home = format!("{HOME}/{}", row.id);
    let name = subject(&shell, view);
    let above = vec![Link::new(HOME, shell.say("accountability-list-title"))];
    let at = if view.may_read_finding {
        format!("/desk/findings/{}", view.finding.id)
    } else {
        String::new()
    };
    let steps = view.steps.iter().filter(|step| is_ready(view, **step, today));
    ShowPage {
        crumb: Crumb::new(shell.words, above, name.clone()),
        title: shell.say_with("accountability-title", &[("name", name.into())]),
        light: stage_light(shell.words, row.stage),
        now: now(&shell, view, today),
        links: steps
            .map(|step| family::link::<step::Accountabilities>(&shell, *step, &home))
            .chain(section::links(&shell, reviews, &home))
            .chain([paper::link(&shell, &home)])
            .collect(),
        notice: notice(&shell, view),
        clock: clock(&shell, view, today),
        statement: statement(&shell, view),
        outcome: outcome(&shell, row.stage),
        decision: decision(&shell, view, (reviews.standing, today)),
        decided_at: None,
        remedy: remedy(&shell, view),
        reviews: section::section(&shell, reviews),
        facts: facts(&shell, view),
        finding: Link::new(at, view.finding.number.to_string()),
        hands: hands(&shell, &view.hands),
        timeline: timeline(&shell, &view.timeline, next(&shell, view)),
        to_sign: vec![],
        about: row.id.0,
        shell,
    }
}

/// The name of whoever it concerns.
pub(in crate::page) fn subject(shell: &Shell, view: &AccountabilityView) -> String {
    match &view.person {
        Some(person) => person.name.clone(),
        None => shell.unit_name(&view.unit),
    }
}

/// A measure is not decided before the finding is upheld and the subject heard: until then the page
/// says so instead of offering it.
fn is_ready(view: &AccountabilityView, step: Step, today: Date) -> bool {
    step != Step::Decide || (view.finding.stage.is_borne_out() && is_heard(view, today))
}

fn is_heard(view: &AccountabilityView, today: Date) -> bool {
    view.row.is_heard(today)
}

/// What is so and what comes next, in a sentence or two.
fn now(shell: &Shell, view: &AccountabilityView, today: Date) -> String {
    if let Some(unfounded_on) = view.unfounded_on {
        return now_unfounded(shell, view, (unfounded_on, today));
    }
    let upheld = view.finding.stage.is_borne_out();
    let mine = view.steps.contains(&Step::Answer);
    let code = match view.row.stage {
        Stage::Noticed if is_heard(view, today) && mine => "passed-mine",
        Stage::Noticed if is_heard(view, today) => "passed",
        Stage::Noticed if mine => "noticed-mine",
        Stage::Noticed => "noticed",
        Stage::Answered | Stage::Waived if !upheld => "answered",
        Stage::Answered | Stage::Waived => "upheld",
        Stage::Decided => "decided",
        Stage::Served => "served",
        Stage::Dropped | Stage::Cleared => "dropped",
    };
    let due = shell.words.date(view.row.answer_due.due.earliest());
    shell.say_with(&format!("accountability-now-{code}"), &[("day", due.into())])
}

/// The same for what is unfounded: until when it is to be cleared, when it goes.
fn now_unfounded(
    shell: &Shell,
    view: &AccountabilityView,
    (unfounded_on, today): (Date, Date),
) -> String {
    let words = shell.words;
    let goes = goes(words, (view.row.stage, unfounded_on), today);
    let code = match (&view.clearing, view.steps.contains(&Step::Clear)) {
        (Some(_), true) => "to-clear",
        (Some(_), false) => "unfounded",
        (None, _) => "cleared",
    };
    let due = view.clearing.as_ref().map(|term| words.date(term.due.earliest()));
    let values = [("day", due.unwrap_or_default().into()), ("goes", goes.into())];
    shell.say_with(&format!("accountability-now-{code}"), &values)
}

fn next(shell: &Shell, view: &AccountabilityView) -> Option<String> {
    let action = match view.row.stage {
        Stage::Cleared => Action::MatterErase,
        _ if view.unfounded_on.is_some() => Action::NameClear,
        Stage::Noticed => Action::StatementGive,
        Stage::Answered | Stage::Waived => Action::MeasureDecide,
        Stage::Decided => Action::DecisionServe,
        Stage::Served | Stage::Dropped => return None,
    };
    Some(shell.words.term(action))
}

/// What the notice says.
pub(super) fn notice(shell: &Shell, view: &AccountabilityView) -> Vec<(String, String)> {
    let (row, words) = (&view.row, shell.words);
    let label = |key: &str| shell.say(&format!("matter-field-{key}"));
    let mut all = vec![
        (label("established"), view.finding.established.clone()),
        (label("in-favour"), view.finding.in_favour.clone()),
        (label("conduct"), row.conduct.clone()),
        (label("ground"), words.ground(&row.ground, row.noticed_on)),
        (
            shell.say("accountability-measure-proposed"),
            words.measure(&row.proposed, row.noticed_on),
        ),
    ];
    all.extend(tolerance::said(shell, &view.tolerance, row.noticed_on));
    all.extend(chain::said(shell, view.link.as_ref()));
    all.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

/// Until when one may answer.
fn clock(shell: &Shell, view: &AccountabilityView, today: Date) -> Option<(String, Light)> {
    let row = &view.row;
    let text = term_text(shell.words, &view.county, ("statement_window", &row.answer_due));
    let light = speak_light(shell.words, row.answer_due.due.earliest(), today);
    (row.stage == Stage::Noticed && view.unfounded_on.is_none()).then_some((text, light))
}

/// What was answered: when, and in which words.
fn statement(shell: &Shell, view: &AccountabilityView) -> Option<(String, String)> {
    let row = &view.row;
    let day = shell.words.date(row.answered_on?);
    let key =
        if row.statement.is_empty() { "accountability-waived" } else { "accountability-said" };
    Some((shell.say_with(key, &[("day", day.into())]), row.statement.clone()))
}

/// What the part on the outcome is called.
fn outcome(shell: &Shell, stage: Stage) -> String {
    let is_cleared = stage == Stage::Cleared;
    shell.say(if is_cleared { "matter-field-clearing" } else { "accountability-decision" })
}

/// What whoever was cleared is told.
fn clearing(shell: &Shell, view: &AccountabilityView) -> Vec<(String, String)> {
    let day = view.row.served_on.map(|day| shell.words.date(day)).unwrap_or_default();
    vec![
        (shell.say("accountability-column-cleared-on"), day),
        (shell.say("matter-field-clearing"), view.row.response.clone()),
    ]
}

/// What was decided.
fn decision(
    shell: &Shell,
    view: &AccountabilityView,
    stands: (Standing, Date),
) -> Vec<(String, String)> {
    let (row, words) = (&view.row, shell.words);
    if row.stage == Stage::Cleared {
        return clearing(shell, view);
    }
    let Some(decided_on) = row.decided_on else { return vec![] };
    let label = |key: &str| shell.say(&format!("matter-field-{key}"));
    let column = |key: &str| shell.say(&format!("accountability-column-{key}"));
    let mut said = vec![];
    if let Some(number) = row.number {
        let organ = shell.unit_name(&view.organ);
        said.push((column("number"), format!("{organ}{number}")));
        said.push((label("measure"), words.measure(&row.measure, decided_on)));
        said.extend(length::said(shell, view, stands));
    }
    said.push((column("decided-on"), words.date(decided_on)));
    said.push((label("response"), row.response.clone()));
    said.push((label("because"), row.because.clone()));
    if let Some(day) = row.served_on {
        said.push((column("served-on"), words.date(day)));
        said.extend(view.service.as_ref().map(|service| served(shell, service)));
    }
    said.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

/// At which meeting it was decided, whether somebody dissented, and the way there for whoever reads it.
fn decided_at(shell: &Shell, at: &DecidedAt, reads: bool) -> (String, Option<String>) {
    let number = at.number.map_or_else(String::new, |number| number.to_string());
    let values = [
        ("day", shell.words.date(at.held_on).into()),
        ("number", number.into()),
        ("item", at.item.into()),
    ];
    let dissent = if at.has_dissent { "meeting-with-dissent" } else { "meeting-without-dissent" };
    let said = format!("{} {}", shell.say_with("meeting-decided", &values), shell.say(dissent));
    let way = format!("{}/{}#item-{}", meeting::HOME, at.meeting, at.item);
    (said, reads.then_some(way))
}

/// How it was served, and before whom.
fn served(shell: &Shell, service: &Service) -> (String, String) {
    let manner = shell.words.term(service.manner);
    let said = match service.witnesses.as_slice() {
        [] => manner,
        witnesses => {
            let names = witnesses.join("、");
            let said = [("manner", manner.into()), ("witnesses", names.into())];
            shell.say_with("accountability-served-before", &said)
        }
    };
    (shell.say("matter-field-service-manner"), said)
}

/// How to have a decision looked at again; the same stands on the decision.
fn remedy(shell: &Shell, view: &AccountabilityView) -> Option<String> {
    let row = &view.row;
    row.number?;
    let organ = shell.unit_name(&view.organ);
    let Some(due) = &row.remedy_due else {
        return Some(shell.say_with("accountability-remedy-later", &[("organ", organ.into())]));
    };
    let term = term_text(shell.words, &view.county, ("remedy_ask", due));
    let values = [("organ", organ.into()), ("term", term.into())];
    Some(shell.say_with("accountability-remedy", &values))
}

fn facts(shell: &Shell, view: &AccountabilityView) -> Vec<(String, String)> {
    let (row, words) = (&view.row, shell.words);
    let column = |key: &str| shell.say(&format!("accountability-column-{key}"));
    let mut facts = vec![(column("name"), subject(shell, view))];
    if let Some(person) = &view.person {
        facts.push((column("person-number"), person.number.clone()));
    }
    if let Answerable::Person { rank, kind, .. } = row.subject {
        facts.push((column("rank"), words.term(rank)));
        facts.push((column("kind"), words.term(kind)));
        facts.push((column("unit"), shell.unit_name(&view.unit)));
    }
    facts.push((column("organ"), shell.unit_name(&view.organ)));
    facts.push((shell.say("finding-column-weight"), words.term(view.finding.weight)));
    if row.instead_of.is_some() {
        facts.push((shell.say("finding-column-handed"), words.term(HandOver::Crossed)));
    }
    if !row.handed_because.is_empty() {
        facts.push((shell.say("matter-field-handed-because"), row.handed_because.clone()));
    }
    facts.push((column("noticed-on"), words.date(row.noticed_on)));
    facts
}
