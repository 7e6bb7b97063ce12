//! One change of the county's law: what it changes, when the new length would end beside the old, whose
//! hands it went through, what comes next.

use super::list::stage_light;
use super::{CHANGES, HOME, step, terms};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::family;
use crate::page::matter::hands::{HandRow, hands};
use crate::page::matter::timeline::timeline;
use crate::page::matter::wrong::refuse;
use crate::part::{Crumb, Light, Link, Timeline};
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use qz_acts::law::public::ConfirmedLaw;
use qz_acts::law::view::LawChangeView;
use qz_domain::action::Action;
use qz_domain::calendar::Calendar;
use qz_domain::id::LawChangeId;
use qz_domain::law::Law;
use qz_domain::law::change::Stage;
use qz_domain::spelled::Spelled;

#[derive(Template)]
#[template(path = "law/show.html")]
struct ShowPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    light: Light,
    now: String,
    links: Vec<Link>,
    reason: String,
    facts: Vec<(String, String)>,
    hands: Vec<HandRow>,
    timeline: Timeline,
}

/// `GET /desk/law/changes/{id}`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<LawChangeId>,
) -> Result<Response, WebError> {
    let (view, law, calendar) = read(&state, &granted, &shell, id).await?;
    Ok(Html(draw(shell, &view, (&law, &calendar)).render()?).into_response())
}

/// A change with what its pages count by.
pub(super) async fn read(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
    id: LawChangeId,
) -> Result<(LawChangeView, ConfirmedLaw, Calendar), WebError> {
    let view = state.acts.law_change(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(shell, CHANGES, fault))?;
    let law = state.acts.confirmed_law().await.map_err(WebError::internal)?;
    let calendar = state.acts.calendar().await.map_err(WebError::internal)?;
    Ok((view, law, calendar))
}

fn draw(shell: Shell, view: &LawChangeView, law: (&ConfirmedLaw, &Calendar)) -> ShowPage {
    let (change, words) = (&view.change, shell.words);
    let title = title(&shell, view);
    let above = vec![
        Link::new(HOME, shell.say("law-title")),
        Link::new(CHANGES, shell.say("law-list-title")),
    ];
    let home = format!("{CHANGES}/{}", change.id);
    let mut links: Vec<_> = view
        .steps
        .iter()
        .map(|step| family::link::<step::LawChanges>(&shell, *step, &home))
        .collect();
    if change.stage == Stage::Confirmed {
        let public = format!("/law?on={}", change.from);
        links.push(Link::new(public, shell.say("law-on-the-portal")));
    }
    ShowPage {
        crumb: Crumb::new(words, above, title.clone()),
        light: stage_light(words, change.stage),
        now: now(&shell, view),
        links,
        reason: change.reason.clone(),
        facts: facts(&shell, view, law),
        hands: hands(&shell, &view.hands),
        timeline: timeline(&shell, &view.timeline, next(&shell, change.stage)),
        title,
        shell,
    }
}

/// Which term, how long.
pub(super) fn title(shell: &Shell, view: &LawChangeView) -> String {
    let (change, words) = (&view.change, shell.words);
    let said = [
        ("name", terms::name_of(words, &change.code, change.from).into()),
        ("length", words.length(change.length).into()),
    ];
    words.say_with("law-turn-county", &said)
}

/// What is so and what comes next, in a sentence.
fn now(shell: &Shell, view: &LawChangeView) -> String {
    let change = &view.change;
    let said =
        [("day", shell.words.date(change.from).into()), ("reason", change.answer.as_str().into())];
    shell.say_with(&format!("law-now-{}", change.stage.code()), &said)
}

fn next(shell: &Shell, stage: Stage) -> Option<String> {
    (stage == Stage::Proposed).then(|| shell.words.term(Action::LawConfirm))
}

/// What it changes: the length of before and the new one, each with the day it would end when counted
/// from the first day of the change.
pub(super) fn facts(
    shell: &Shell,
    view: &LawChangeView,
    (law, calendar): (&ConfirmedLaw, &Calendar),
) -> Vec<(String, String)> {
    let (change, words) = (&view.change, shell.words);
    let counted = |length| {
        let said = [
            ("length", words.length(length).into()),
            ("day", terms::ends(words, calendar, (change.from, length)).into()),
        ];
        words.say_with("law-counted-from", &said)
    };
    let eve = change.from.yesterday().unwrap_or(change.from);
    let before = law.county.term(Law::shipped().on(eve), &change.code).ok();
    let column = |key: &str| shell.say(&format!("law-column-{key}"));
    let mut facts = vec![(column("name"), terms::name_of(words, &change.code, change.from))];
    facts.extend(before.map(|term| (column("before"), counted(term.length()))));
    facts.push((column("length"), counted(change.length)));
    let bounds = before.and_then(|term| term.term.county);
    facts.extend(bounds.map(|bounds| {
        let (least, most) = (bounds.least, bounds.most);
        let said = [("least", words.length(least).into()), ("most", words.length(most).into())];
        (column("bounds"), words.say_with("law-bounds", &said))
    }));
    facts.push((column("holds-from"), words.date(change.from)));
    facts.push((column("document"), change.source.clone()));
    facts.push((column("proposed-on"), words.date(change.proposed_on)));
    facts
}
