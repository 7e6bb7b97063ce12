//! One scheme of a unit: its text, what is remarked on it, what it changes, its versions, whose hands it went through.

use super::list::stage_light;
use super::remark::{Checked, checked};
use super::{HOME, diff, step};
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
use diff::Difference;
use qz_acts::adoption::view::AdoptionView;
use qz_domain::action::Action;
use qz_domain::adoption::{Adoption, Stage};
use qz_domain::id::AdoptionId;
use qz_domain::spelled::Spelled;

#[derive(Template)]
#[template(path = "scheme/show.html")]
struct ShowPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    light: Light,
    now: String,
    links: Vec<Link>,
    text: String,
    checked: Option<Checked>,
    difference: Option<Difference>,
    facts: Vec<(String, String)>,
    versions: Vec<(Link, Light)>,
    hands: Vec<HandRow>,
    timeline: Timeline,
}

/// `GET /desk/schemes/{id}`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<AdoptionId>,
) -> Result<Response, WebError> {
    let view = state.acts.adoption(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    Ok(Html(draw(shell, &view).render()?).into_response())
}

fn draw(shell: Shell, view: &AdoptionView) -> ShowPage {
    let adoption = &view.adoption;
    let above = vec![Link::new(HOME, shell.say("scheme-list-title"))];
    let is_draft = adoption.stage == Stage::Drafted;
    let before = view.before();
    ShowPage {
        crumb: Crumb::new(shell.words, above, adoption.title.clone()),
        title: adoption.title.clone(),
        light: stage_light(shell.words, adoption.stage),
        now: now(&shell, adoption),
        links: links(&shell, view),
        text: adoption.text.clone(),
        checked: is_draft.then(|| checked(&shell, &adoption.text, &[])),
        difference: before.and_then(|one| diff::between(&shell, &one.text, &adoption.text)),
        facts: facts(&shell, view),
        versions: versions(&shell, view),
        hands: hands(&shell, &view.hands),
        timeline: timeline(
            &shell,
            &view.timeline,
            is_draft.then(|| shell.words.term(Action::AdoptionApprove)),
        ),
        shell,
    }
}

/// Where one can go from here: the steps, the run, a dry run, a later version, the portal.
fn links(shell: &Shell, view: &AdoptionView) -> Vec<Link> {
    let home = format!("{HOME}/{}", view.adoption.id);
    let steps = view.steps.iter();
    let mut links: Vec<_> =
        steps.map(|step| family::link::<step::Schemes>(shell, *step, &home)).collect();
    let say = |key: &str| shell.say(key);
    if view.adoption.is_public() {
        links.push(Link::new(format!("{home}/run"), say("scheme-run-title")));
        let public = format!("/mechanisms/{}", view.adoption.code);
        links.push(Link::new(public, say("scheme-on-the-portal")));
    }
    links.push(Link::new(format!("{home}/dry-run"), say("scheme-dry-run-title")));
    if view.may_draft && view.adoption.stage != Stage::Drafted {
        let later = format!("{HOME}/draft?of={}", view.adoption.id);
        links.push(Link::new(later, say("scheme-later-version")));
    }
    links
}

/// What is so and what comes next, in a sentence.
fn now(shell: &Shell, adoption: &Adoption) -> String {
    let code = adoption.stage.code().replace('_', "-");
    let day =
        |day: Option<jiff::civil::Date>| day.map_or_else(String::new, |day| shell.words.date(day));
    let values = [
        ("reason", adoption.reason.as_str().into()),
        ("since", day(adoption.since).into()),
        ("until", day(adoption.until).into()),
    ];
    shell.say_with(&format!("scheme-now-{code}"), &values)
}

pub(super) fn facts(shell: &Shell, view: &AdoptionView) -> Vec<(String, String)> {
    let (adoption, words) = (&view.adoption, shell.words);
    let column = |key: &str| shell.say(&format!("scheme-column-{key}"));
    let mut facts = vec![
        (column("unit"), shell.unit_name(&view.unit)),
        (column("covers"), words.term(adoption.covers)),
        (column("code"), adoption.code.clone()),
        (column("drafted-on"), words.date(adoption.drafted_on)),
    ];
    facts.extend(adoption.since.map(|day| (column("since"), words.date(day))));
    facts.extend(adoption.until.map(|day| (column("until"), words.date(day))));
    if !adoption.reason.is_empty() {
        facts.push((column("reason"), adoption.reason.clone()));
    }
    facts
}

/// Every version of the scheme in this unit, the latest first.
fn versions(shell: &Shell, view: &AdoptionView) -> Vec<(Link, Light)> {
    let label = |one: &Adoption| {
        let day = one.since.unwrap_or(one.drafted_on);
        let key =
            if one.since.is_some() { "scheme-version-since" } else { "scheme-version-drafted" };
        shell.say_with(key, &[("day", shell.words.date(day).into())])
    };
    let others = view.versions.iter().rev().filter(|one| one.id != view.adoption.id);
    let link = |one: &Adoption| {
        let light = stage_light(shell.words, one.stage);
        (Link::new(format!("{HOME}/{}", one.id), label(one)), light)
    };
    others.map(link).collect()
}
