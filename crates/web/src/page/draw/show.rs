//! One draw: where it stands, who was drawn and whom it is proposed to send, the pool, the acts.

use super::HOME;
use super::list::stage_light;
use super::{pack, step, visits};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::at::At;
use crate::page::matter::family;
use crate::page::matter::in_place::InPlace;
use crate::page::matter::timeline::timeline;
use crate::page::matter::wrong::refuse;
use crate::page::visit::stage_light as visit_light;
use crate::part::{Crumb, Light, Link, Timeline};
use crate::query;
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use qz_acts::draw::pair::Proposal;
use qz_acts::draw::view::DrawView;
use qz_domain::action::Action;
use qz_domain::draw::{Draw, Pooled, Stage, Step};
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
    here: Option<InPlace>,
    plans: bool,
    drawn: Vec<DrawnRow>,
    pool: Vec<String>,
    commitment: String,
    seed: String,
    facts: Vec<(String, String)>,
    timeline: Timeline,
}

/// A drawn unit; for whoever plans, with whom it is proposed to send, or its visit.
struct DrawnRow {
    code: String,
    name: String,
    team: Option<String>,
    visit: Option<(Link, Light)>,
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
    let at = At { state, granted, shell };
    Ok(Html(draw(at, &view).render()?).into_response())
}

fn draw(at: At, view: &DrawView) -> ShowPage {
    let draw = &view.draw;
    let (here, links) = (here(&at, view), links(&at.shell, view));
    let shell = at.shell;
    let title = title(&shell, view);
    let above = vec![Link::new(HOME, shell.say("draw-list-title"))];
    ShowPage {
        crumb: Crumb::new(shell.words, above, title.clone()),
        title,
        light: stage_light(shell.words, draw.stage),
        now: now(&shell, view),
        links,
        here,
        plans: !(view.proposals.is_empty() && view.visits.is_empty()),
        drawn: drawn(&shell, view),
        pool: draw.pool.iter().map(|one| format!("{} {}", one.code, one.name)).collect(),
        commitment: draw.commitment.clone(),
        seed: draw.seed.clone(),
        facts: facts(&shell, view),
        timeline: timeline(&shell, &view.timeline, next(&shell, draw.stage)),
        shell,
    }
}

/// The step that is done here, without a page of its own before it.
fn step_here(view: &DrawView) -> Option<Step> {
    let is_here = |step: &&Step| match step {
        Step::Enter => true,
        Step::Make => view.is_ready,
        Step::Announce | Step::CallOff => false,
    };
    view.steps.iter().find(is_here).copied()
}

fn here(at: &At, view: &DrawView) -> Option<InPlace> {
    match step_here(view) {
        Some(step) => Some(InPlace::of::<step::Draws>(at, step, view)),
        None => visits::in_place(at, view),
    }
}

fn links(shell: &Shell, view: &DrawView) -> Vec<Link> {
    let home = format!("{HOME}/{}", view.draw.id);
    let here = step_here(view);
    let steps = view.steps.iter().filter(|step| Some(**step) != here);
    let mut links: Vec<_> =
        steps.map(|step| family::link::<step::Draws>(shell, *step, &home)).collect();
    if !view.visits.is_empty() {
        links.insert(
            0,
            Link::new(
                format!("{}?draw={}", pack::PATH, view.draw.id),
                shell.say("draw-pack-title"),
            ),
        );
    }
    links.push(Link::new(format!("/draws/{}", view.draw.id), shell.say("draw-on-the-portal")));
    links
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
    view.draw.drawn_units().map(|unit| drawn_row(shell, view, unit)).collect()
}

fn drawn_row(shell: &Shell, view: &DrawView, unit: &Pooled) -> DrawnRow {
    let proposal = view.proposals.iter().find(|one| one.unit.unit == unit.unit);
    let visit = view.visits.iter().find(|one| one.unit == unit.unit);
    DrawnRow {
        code: unit.code.clone(),
        name: unit.name.clone(),
        team: proposal.map(|one| team(shell, one)),
        visit: visit.map(|one| {
            let number = one.number.to_string();
            (
                Link::new(format!("/desk/visits/{}", one.visit), number),
                visit_light(shell.words, one.stage),
            )
        }),
    }
}

fn team(shell: &Shell, one: &Proposal) -> String {
    let names: Vec<_> = one.team.iter().map(|(number, name)| format!("{name} {number}")).collect();
    if names.len() < 2 { shell.say("draw-nobody") } else { names.join("、") }
}

/// The form of the plan of one visit alone, with what is known of it.
pub(super) fn plan_alone(view: &DrawView, one: &Proposal) -> String {
    let numbers: Vec<_> = one.team.iter().map(|(number, _)| number.as_str()).collect();
    let (team, draw) = (numbers.join("、"), view.draw.id.to_string());
    let Draw { is_sealed, purpose, .. } = &view.draw;
    let manner = if *is_sealed { Manner::Covert } else { Manner::Open };
    let known = [
        ("organ", view.organ.code.as_str()),
        ("unit", one.unit.code.as_str()),
        ("manner", manner.code()),
        ("purpose", purpose.as_str()),
        ("team", &team),
        ("draw", &draw),
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
