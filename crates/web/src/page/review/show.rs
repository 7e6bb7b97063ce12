//! One review: what is asked and why, where it stands, which terms run, what falls with the decision.

use super::{HOME, step};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::family;
use crate::page::matter::hands::{HandRow, hands};
use crate::page::matter::term_text;
use crate::page::matter::timeline::timeline;
use crate::page::matter::wrong::refuse;
use crate::page::record::to_sign;
use crate::part::{Crumb, Light, LightState, Link, Timeline};
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use qz_acts::review::caused::Caused;
use qz_acts::review::view::ReviewView;
use qz_domain::action::Action;
use qz_domain::id::ReviewId;
use qz_domain::matter::HandOver;
use qz_domain::message::MessageKind;
use qz_domain::reading::Reading;
use qz_domain::review::{Effect, Outcome, Stage};

/// The messages that are signed for on this page.
const SIGNED: [MessageKind; 2] = [MessageKind::ReviewServed, MessageKind::UnitReviewServed];

#[derive(Template)]
#[template(path = "review/show.html")]
struct ShowPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    light: Light,
    now: String,
    links: Vec<Link>,
    texts: Vec<(String, String)>,
    caused: Vec<(String, Light, Vec<Link>, String)>,
    facts: Vec<(String, String)>,
    decision: Link,
    hands: Vec<HandRow>,
    timeline: Timeline,
    to_sign: Vec<&'static str>,
    about: i64,
}

/// `GET /desk/reviews/{id}`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<ReviewId>,
) -> Result<Response, WebError> {
    let view = state.acts.review(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    let about = (Reading::Accountability, view.decision.id.0);
    state.acts.note_reads(granted.actor(), about, view.decision.person());
    let mut page = draw(shell, &view);
    page.to_sign = to_sign(&state, &granted, (&SIGNED, id.0)).await?;
    Ok(Html(page.render()?).into_response())
}

fn draw(shell: Shell, view: &ReviewView) -> ShowPage {
    let home = format!("{HOME}/{}", view.row.id);
    let title = shell.say_with("review-title", &[("name", subject(&shell, view).into())]);
    let above = vec![Link::new(HOME, shell.say("review-list-title"))];
    let steps = view.steps.iter();
    let number = view.decision.number.map_or_else(String::new, |number| number.to_string());
    ShowPage {
        crumb: Crumb::new(shell.words, above, title.clone()),
        light: stage_light(shell.words, (view.row.stage, view.row.outcome)),
        now: now(&shell, view),
        links: steps.map(|step| family::link::<step::Reviews>(&shell, *step, &home)).collect(),
        texts: said(&shell, view),
        caused: view.caused.iter().map(|one| caused(&shell, one)).collect(),
        facts: facts(&shell, view),
        decision: Link::new(format!("/desk/accountabilities/{}", view.decision.id), number),
        hands: hands(&shell, &view.hands),
        timeline: timeline(&shell, &view.timeline, next(&shell, view.row.stage)),
        to_sign: vec![],
        about: view.row.id.0,
        title,
        shell,
    }
}

/// The name of whoever the decision is on.
pub(super) fn subject(shell: &Shell, view: &ReviewView) -> String {
    match &view.person {
        Some(person) => person.name.clone(),
        None => shell.unit_name(&view.unit),
    }
}

/// Where a review stands, or what it decided.
pub(in crate::page) fn stage_light(
    words: Words,
    (stage, outcome): (Stage, Option<Outcome>),
) -> Light {
    let light = match stage {
        Stage::Lodged | Stage::Accepted | Stage::Decided => LightState::Warn,
        Stage::Served => LightState::Ok,
        Stage::Refused | Stage::Withdrawn => LightState::None,
    };
    let said = match outcome.filter(|_| stage == Stage::Served) {
        Some(outcome) => words.term(outcome),
        None => words.term(stage),
    };
    Light::new(light, said)
}

/// What is so and what comes next, in a sentence or two.
fn now(shell: &Shell, view: &ReviewView) -> String {
    let code = match (view.row.stage, view.row.outcome) {
        (Stage::Lodged, _) => "lodged",
        (Stage::Accepted, _) => "accepted",
        (Stage::Decided, _) => "decided",
        (Stage::Served, Some(Outcome::Upheld)) => "upheld",
        (Stage::Served, Some(Outcome::Varied)) => "varied",
        (Stage::Served, Some(Outcome::SentBack)) => "sent-back",
        (Stage::Served, _) => "cancelled",
        (Stage::Refused, _) => "refused",
        (Stage::Withdrawn, _) => "withdrawn",
    };
    shell.say(&format!("review-now-{code}"))
}

fn next(shell: &Shell, stage: Stage) -> Option<String> {
    let action = match stage {
        Stage::Lodged => Action::ReviewIntake,
        Stage::Accepted => Action::ReviewDecide,
        Stage::Decided => Action::ReviewServe,
        Stage::Served | Stage::Refused | Stage::Withdrawn => return None,
    };
    Some(shell.words.term(action))
}

/// One consequence: what it is, what becomes of it, where it stands, and until when.
fn caused(shell: &Shell, one: &Caused) -> (String, Light, Vec<Link>, String) {
    let words = shell.words;
    let state = match one.effect {
        Effect::Kept => LightState::None,
        Effect::Suspended => LightState::Warn,
        Effect::Changed | Effect::Ended => LightState::Ok,
    };
    let bulletins = one.bulletins.iter().map(|(id, number)| {
        let number = number.map_or_else(String::new, |number| number.to_string());
        Link::new(format!("/bulletins/{id}"), number)
    });
    let until = one.until.map_or_else(String::new, |(was, is)| {
        let said = [("was", words.date(was).into()), ("is", words.date(is).into())];
        words.say_with(if was == is { "review-period" } else { "review-period-changed" }, &said)
    });
    (
        words.term(one.consequence),
        Light::new(state, words.term(one.effect)),
        bulletins.collect(),
        until,
    )
}

/// What was said, step by step.
pub(super) fn said(shell: &Shell, view: &ReviewView) -> Vec<(String, String)> {
    let row = &view.row;
    let label = |key: &str| shell.say(&format!("matter-field-{key}"));
    let all = vec![
        (label("conduct"), view.decision.conduct.clone()),
        (label("grounds"), row.grounds.clone()),
        (label("late-reason"), row.late_reason.clone()),
        (label("handed-because"), row.handed_because.clone()),
        (label("review-answer"), row.answer.clone()),
        (label("because"), row.because.clone()),
    ];
    all.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

/// The facts beside the page, each term with its source.
pub(super) fn facts(shell: &Shell, view: &ReviewView) -> Vec<(String, String)> {
    let (row, words) = (&view.row, shell.words);
    let column = |key: &str| shell.say(&format!("review-column-{key}"));
    let day = view.decision.decided_on.unwrap_or(row.lodged_on);
    let term = |code: &str, due| term_text(words, &view.county, (code, due));
    let mut facts = vec![
        (column("name"), subject(shell, view)),
        (column("unit"), shell.unit_name(&view.unit)),
        (column("organ"), shell.unit_name(&view.organ)),
        (column("origin"), words.term(row.origin)),
        (column("lodged-on"), words.date(row.lodged_on)),
    ];
    if view.holder.id != view.organ.id {
        let way = row.instead_of.map_or(HandOver::Lifted, |_| HandOver::Crossed);
        facts.push((column("holder"), shell.unit_name(&view.holder)));
        facts.push((shell.say("finding-column-handed"), words.term(way)));
    }
    if !(row.stage == Stage::Served && row.outcome.is_some_and(Outcome::fells)) {
        facts.insert(3, (column("measure"), words.measure(&view.measure, day)));
    }
    let accept = row.accept_due.as_ref();
    facts.extend(accept.map(|due| (column("accept-due"), term("review_accept", due))));
    facts.extend(row.taken_on.map(|day| (column("taken-on"), words.date(day))));
    let decide = row.decide_due.as_ref();
    facts.extend(decide.map(|due| (column("decide-due"), term("remedy_decide", due))));
    if let Some(number) = row.number {
        facts.push((column("number"), format!("{}{number}", shell.unit_name(&view.holder))));
    }
    facts.extend(row.outcome.map(|outcome| (column("outcome"), words.term(outcome))));
    if !row.measure.is_empty() {
        facts.push((column("varied-to"), words.measure(&row.measure, day)));
    }
    facts.extend(row.served_on.map(|day| (column("served-on"), words.date(day))));
    let next = row.next_due.as_ref();
    facts.extend(next.map(|due| (column("next-due"), term("appeal_ask", due))));
    facts
}
