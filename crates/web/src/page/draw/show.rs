//! One draw: where it stands, who was drawn and whom it is proposed to send, the pool, the acts.

use super::HOME;
use super::list::stage_light;
use super::step;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::family;
use crate::page::matter::timeline::timeline;
use crate::page::matter::wrong::refuse;
use crate::part::{Crumb, Light, Link, Timeline};
use crate::query;
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use qz_acts::draw::pair::Proposal;
use qz_acts::draw::view::DrawView;
use qz_domain::action::Action;
use qz_domain::draw::{Draw, Stage};
use qz_domain::id::DrawId;
use qz_domain::spelled::Spelled;
use qz_domain::visit::Manner;

#[derive(Template)]
#[template(path = "draw/show.html")]
struct ShowPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    light: Light,
    now: String,
    links: Vec<Link>,
    drawn: Vec<DrawnRow>,
    pool: Vec<String>,
    commitment: String,
    seed: String,
    facts: Vec<(String, String)>,
    timeline: Timeline,
}

/// A drawn unit with the way to its plan, for whoever plans.
struct DrawnRow {
    code: String,
    name: String,
    team: Option<String>,
    plan: Option<String>,
}

/// `GET /desk/draws/{id}`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<DrawId>,
) -> Result<Response, WebError> {
    let view = state.acts.draw(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    Ok(Html(draw(shell, &view).render()?).into_response())
}

fn draw(shell: Shell, view: &DrawView) -> ShowPage {
    let draw = &view.draw;
    let title = title(&shell, view);
    let home = format!("{HOME}/{}", draw.id);
    let above = vec![Link::new(HOME, shell.say("draw-list-title"))];
    let mut links: Vec<_> =
        view.steps.iter().map(|step| family::link::<step::Draws>(&shell, *step, &home)).collect();
    links.push(Link::new(format!("/draws/{}", draw.id), shell.say("draw-on-the-portal")));
    ShowPage {
        crumb: Crumb::new(shell.words, above, title.clone()),
        title,
        light: stage_light(shell.words, draw.stage),
        now: now(&shell, view),
        links,
        drawn: drawn(&shell, view),
        pool: draw.pool.iter().map(|one| format!("{} {}", one.code, one.name)).collect(),
        commitment: draw.commitment.clone(),
        seed: draw.seed.clone(),
        facts: facts(&shell, view),
        timeline: timeline(&shell, &view.timeline, next(&shell, draw.stage)),
        shell,
    }
}

/// The office and the number.
pub(super) fn title(shell: &Shell, view: &DrawView) -> String {
    let organ = shell.unit_name(&view.organ);
    let said = [("organ", organ.into()), ("number", view.draw.number.to_string().into())];
    shell.say_with("draw-title", &said)
}

/// What is so and what comes next, in a sentence.
fn now(shell: &Shell, view: &DrawView) -> String {
    let code = match view.draw.stage {
        Stage::Announced => "announced",
        Stage::EnteredOnce => "entered-once",
        Stage::Entered if view.is_ready => "ready",
        Stage::Entered => "entered",
        Stage::Drawn if !view.is_told => "drawn-sealed",
        Stage::Drawn => "drawn",
        Stage::CalledOff => "called-off",
    };
    let reason = [("reason", view.draw.reason.as_str().into())];
    shell.say_with(&format!("draw-now-{code}"), &reason)
}

fn next(shell: &Shell, stage: Stage) -> Option<String> {
    match stage {
        Stage::Announced | Stage::EnteredOnce => Some(shell.words.term(Action::DrawEnter)),
        Stage::Entered => Some(shell.words.term(Action::DrawMake)),
        Stage::Drawn | Stage::CalledOff => None,
    }
}

fn drawn(shell: &Shell, view: &DrawView) -> Vec<DrawnRow> {
    if !view.proposals.is_empty() {
        return view.proposals.iter().map(|one| proposed(shell, view, one)).collect();
    }
    let row = |one: &qz_domain::draw::Pooled| DrawnRow {
        code: one.code.clone(),
        name: one.name.clone(),
        team: None,
        plan: None,
    };
    view.draw.drawn_units().map(row).collect()
}

fn proposed(shell: &Shell, view: &DrawView, one: &Proposal) -> DrawnRow {
    let numbers: Vec<_> = one.team.iter().map(|(number, _)| number.as_str()).collect();
    let names: Vec<_> = one.team.iter().map(|(number, name)| format!("{name} {number}")).collect();
    let team = if names.len() < 2 { shell.say("draw-nobody") } else { names.join("、") };
    DrawnRow {
        code: one.unit.code.clone(),
        name: one.unit.name.clone(),
        team: Some(team),
        plan: Some(plan(view, &one.unit.code, &numbers.join("、"))),
    }
}

/// The form of a visit's plan with what is known of it.
fn plan(view: &DrawView, unit: &str, team: &str) -> String {
    let Draw { is_sealed, purpose, .. } = &view.draw;
    let manner = if *is_sealed { Manner::Covert } else { Manner::Open };
    let known = [
        ("organ", view.organ.code.as_str()),
        ("unit", unit),
        ("manner", manner.code()),
        ("purpose", purpose.as_str()),
        ("team", team),
    ];
    let form = "/desk/visits/plan".to_owned();
    known.iter().fold(form, |form, (name, value)| query::with(&form, name, value))
}

pub(super) fn facts(shell: &Shell, view: &DrawView) -> Vec<(String, String)> {
    let (draw, words) = (&view.draw, shell.words);
    let column = |key: &str| shell.say(&format!("draw-column-{key}"));
    let mut facts = vec![(column("organ"), shell.unit_name(&view.organ))];
    if view.is_told {
        let of = [("take", draw.take.into()), ("pool", draw.pool.len().into())];
        facts.push((column("purpose"), draw.purpose.clone()));
        facts.push((column("drawn"), words.say_with("draw-of", &of)));
        let parties: Vec<_> = draw.entries.iter().map(|entry| entry.by.as_str()).collect();
        if !parties.is_empty() {
            facts.push((column("parties"), parties.join("、")));
        }
    }
    let cover = if draw.is_sealed { "draw-cover-sealed" } else { "draw-cover-open" };
    facts.push((column("cover"), shell.say(cover)));
    facts.push((column("announced-on"), words.date(draw.announced_on)));
    if draw.stage == Stage::Drawn && view.is_told {
        let count = [("count", draw.called_off.into())];
        facts.push((column("called-off"), words.say_with("draw-called-off-count", &count)));
    }
    facts
}
