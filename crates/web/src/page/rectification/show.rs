//! One rectification: what is to be put right, what was said of it, which terms run and from what source,
//! what comes next.

use super::{HOME, step};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::family;
use crate::page::matter::hands::{HandRow, hands};
use crate::page::matter::term_text;
use crate::page::matter::timeline::timeline;
use crate::page::matter::wrong::refuse;
use crate::part::{Crumb, Light, Link, Timeline};
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use qz_acts::rectification::view::{RectificationLine, RectificationView, Source};
use qz_domain::action::Action;
use qz_domain::id::RectificationId;
use qz_domain::rectification::{Basis, Clock, Extension, Rectification, Stage};
use qz_domain::term::{Deadline, Due, Length};

/// What was said at a step, and when.
pub(super) struct Said {
    pub title: String,
    pub day: String,
    pub text: String,
}

#[derive(Template)]
#[template(path = "rectification/show.html")]
struct ShowPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    light: Light,
    now: String,
    links: Vec<Link>,
    texts: Vec<Said>,
    facts: Vec<(String, String)>,
    clocks: Vec<(String, String)>,
    source: Link,
    hands: Vec<HandRow>,
    timeline: Timeline,
}

/// `GET /desk/rectifications/{id}`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<RectificationId>,
) -> Result<Response, WebError> {
    let view = state.acts.rectification(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    let readable = may_follow(&state, &granted, &view.source).await?;
    Ok(Html(draw(shell, &view, readable).render()?).into_response())
}

/// Whether whoever reads it may read what it rests on too.
async fn may_follow(
    state: &WebState,
    granted: &Granted,
    source: &Source,
) -> Result<bool, WebError> {
    let Source::Finding(id, _) = source else { return Ok(true) };
    let concern = state.acts.finding_concern(*id).await.map_err(WebError::internal)?;
    Ok(concern.is_some_and(|one| granted.may(Action::FindingRead, &one)))
}

fn draw(shell: Shell, view: &RectificationView, readable: bool) -> ShowPage {
    let (words, one) = (shell.words, &view.line.rectification);
    let home = format!("{HOME}/{}", one.id);
    let title = title(&shell, &view.line);
    let above = vec![Link::new(HOME, shell.say("rectification-list-title"))];
    let steps = view.steps.iter();
    let mut links: Vec<_> =
        steps.map(|step| family::link::<step::Rectifications>(&shell, *step, &home)).collect();
    links.push(Link::new(format!("{home}/notice"), shell.say("rectification-notice-print")));
    ShowPage {
        crumb: Crumb::new(words, above, title.clone()),
        light: Light::rectification(words, view.line.lamp),
        now: shell.say(&format!("rectification-now-{}", now(one.stage))),
        links,
        texts: said(&shell, view),
        facts: facts(&shell, view),
        clocks: clocks(words, view),
        source: source(&shell, &view.source, readable),
        hands: hands(&shell, &view.hands),
        timeline: timeline(&shell, &view.timeline, next(&shell, one.stage)),
        title,
        shell,
    }
}

/// What a rectification is called.
pub(super) fn title(shell: &Shell, line: &RectificationLine) -> String {
    shell.say_with("rectification-title", &[("unit", shell.unit_name(&line.unit).into())])
}

/// The last day, or from which day on it may be.
pub(in crate::page) fn due_text(words: Words, due: Due) -> String {
    crate::page::report::due_text(words, due)
}

fn now(stage: Stage) -> &'static str {
    match stage {
        Stage::Ordered => "ordered",
        Stage::Planned => "planned",
        Stage::Claimed => "claimed",
        Stage::Returned => "returned",
        Stage::Escalated => "escalated",
        Stage::Closed => "closed",
        Stage::Lasting => "lasting",
        Stage::Reopened => "reopened",
    }
}

fn next(shell: &Shell, stage: Stage) -> Option<String> {
    let action = match stage {
        Stage::Ordered | Stage::Reopened => Action::RectificationPlan,
        Stage::Planned | Stage::Returned | Stage::Escalated => Action::RectificationClaim,
        Stage::Claimed => Action::RectificationCheck,
        Stage::Closed => Action::RectificationRevisit,
        Stage::Lasting => return None,
    };
    Some(shell.words.term(action))
}

/// Where what it rests on is; no way there for whoever may not read it.
pub(super) fn source(shell: &Shell, source: &Source, readable: bool) -> Link {
    match source {
        Source::Finding(id, number) => {
            let href = if readable { format!("/desk/findings/{id}") } else { String::new() };
            Link::new(href, number.to_string())
        }
        Source::Promise(id, title, place) => {
            let said = [("title", title.as_str().into()), ("place", (*place).into())];
            Link::new(format!("/bulletins/{id}"), shell.say_with("rectification-promise", &said))
        }
    }
}

/// The facts beside the page.
pub(super) fn facts(shell: &Shell, view: &RectificationView) -> Vec<(String, String)> {
    let (words, one) = (shell.words, &view.line.rectification);
    let label = |key: &str| shell.say(&format!("rectification-column-{key}"));
    let mut facts = vec![
        (label("where"), words.term(one.stage)),
        (label("unit"), shell.unit_name(&view.line.unit)),
        (label("organ"), shell.unit_name(&view.line.organ)),
        (label("ordered-on"), words.date(one.ordered_on)),
        (label("due"), due_text(words, one.due.due)),
    ];
    if let (true, Some(until)) = (one.extension != Extension::None, one.extended_to) {
        let said =
            [("day", words.date(until).into()), ("stands", words.term(one.extension).into())];
        facts.push((label("extension"), words.say_with("rectification-extended", &said)));
    }
    if one.returns > 0 {
        facts.push((label("returns"), words.number(one.returns)));
    }
    facts
}

/// The terms, each with its length and its source.
fn clocks(words: Words, view: &RectificationView) -> Vec<(String, String)> {
    let (one, county) = (&view.line.rectification, &view.county);
    let mut clocks = vec![(Clock::Plan, "rectification_plan", one.plan_due)];
    clocks.push((Clock::Rectify, "rectification", one.due));
    clocks.extend(one.recheck_due.map(|due| (Clock::Recheck, "rectification_recheck", due)));
    clocks.extend(one.revisit_due.map(|due| (Clock::Revisit, "revisit", due)));
    let told = clocks.into_iter();
    let text = |clock: Clock, code: &str, due: &Deadline| match own_day(one, clock) {
        Some(key) => words.say_with(key, &[("day", due_text(words, due.due).into())]),
        None => term_text(words, county, (code, due)),
    };
    told.map(|(clock, code, due)| (words.term(clock), text(clock, code, &due))).collect()
}

/// Where the last day is one that somebody set: as promised, as extended, or as ordered before the law's.
fn own_day(one: &Rectification, clock: Clock) -> Option<&'static str> {
    let (due, was_reopened) = (one.due, one.closed_on.is_some_and(|day| day <= one.ordered_on));
    let whole = match due.length {
        Length::Days(days) => Some(i32::from(days)),
        _ => None,
    };
    let is_shorter = whole.is_some_and(|days| (due.due.earliest() - due.from).get_days() < days);
    match (clock, one.basis) {
        (Clock::Rectify, _) if was_reopened => None,
        (Clock::Rectify, Basis::Promise(..)) => Some("rectification-day-promised"),
        (Clock::Rectify, _) if one.extension == Extension::Granted => {
            Some("rectification-day-extended")
        }
        (Clock::Rectify, _) if is_shorter => Some("rectification-day-ordered"),
        _ => None,
    }
}

/// What was said, step by step; steps not yet done are left out.
pub(super) fn said(shell: &Shell, view: &RectificationView) -> Vec<Said> {
    let (words, one) = (shell.words, &view.line.rectification);
    let part = |key: &str, day: String, text: &str| Said {
        title: shell.say(&format!("matter-field-{key}")),
        day,
        text: text.to_owned(),
    };
    let ordered = || words.date(one.ordered_on);
    let claimed = one.claimed_on.map_or_else(String::new, |day| words.date(day));
    let mut all = vec![
        part("item", ordered(), &one.item),
        part("standard", ordered(), &one.standard),
        part("plan", String::new(), &one.plan),
        Said {
            title: shell.say("rectification-extension-reason"),
            day: String::new(),
            text: one.extension_reason.clone(),
        },
        part("claim", claimed, &one.claim),
    ];
    for check in &view.checks {
        all.push(Said {
            title: words.term(check.outcome),
            day: words.date(check.on),
            text: check.result.clone(),
        });
        all.push(part("affected", words.date(check.on), &check.affected));
    }
    all.retain(|one| !one.text.is_empty());
    all
}
