//! The page of a step of a draw: what it does, its form.

use super::HOME;
use super::show::{facts, title};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, refuse, settle};
use crate::page::once::once;
use crate::part::Link;
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::draw::view::DrawView;
use qz_acts::draw::{CallOffDraw, DrawChanged, EnterDraw, MakeDraw};
use qz_acts::{ActError, Done};
use qz_domain::draw::Step;
use qz_domain::id::DrawId;

/// The steps that have a page of their own here.
pub(super) const STEPS: [Step; 3] = [Step::Enter, Step::Make, Step::CallOff];

/// The path of a step.
pub(super) fn path(step: Step) -> &'static str {
    match step {
        Step::Enter | Step::Announce => "/desk/draws/{id}/enter",
        Step::Make => "/desk/draws/{id}/make",
        Step::CallOff => "/desk/draws/{id}/call-off",
    }
}

fn code(step: Step) -> &'static str {
    path(step).rsplit('/').next().unwrap_or_default()
}

/// The button that leads to a step's page.
pub(super) fn link(shell: &Shell, step: Step, home: &str) -> Link {
    let label = shell.say(&format!("draw-{}-title", code(step)));
    Link::new(format!("{home}/{}", code(step)), label)
}

/// `GET /desk/draws/{id}/{step}`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<DrawId>,
    step: Step,
) -> Result<Response, WebError> {
    let view = state.acts.draw(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    let sent = Sent::new(state.acts.new_request(), view.draw.version);
    step::first(&draw(shell, (step, &view), &sent, (vec![], None)))
}

/// `POST /desk/draws/{id}/{step}`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<DrawId>,
    Form(sent): Form<Sent>,
    step: Step,
) -> Result<Response, WebError> {
    let home = format!("{HOME}/{id}");
    let outcome = perform(&state, &granted, (id, step, &sent)).await;
    match settle(&shell, &home, outcome)? {
        Ok(_) => Ok(Redirect::to(&home).into_response()),
        Err(wrong) => {
            let view = state.acts.draw(granted.account(), id).await;
            let view = view.map_err(|fault| refuse(&shell, &home, fault))?;
            let sent = sent.at(view.draw.version);
            step::again(&draw(shell, (step, &view), &sent, wrong))
        }
    }
}

async fn perform(
    state: &WebState,
    granted: &Granted,
    (draw, step, sent): (DrawId, Step, &Sent),
) -> Result<Done<DrawChanged>, ActError> {
    let (actor, version) = (granted.account(), sent.version());
    let request = once(state, granted, &sent.request());
    let acts = &state.acts;
    match step {
        Step::Announce | Step::Enter => {
            let text = sent.text("entry");
            acts.perform(request, EnterDraw { actor, draw, version, text }).await
        }
        Step::Make => acts.perform(request, MakeDraw { actor, draw, version }).await,
        Step::CallOff => {
            let reason = sent.text("reason");
            acts.perform(request, CallOffDraw { actor, draw, version, reason }).await
        }
    }
}

fn draw(shell: Shell, (step, view): (Step, &DrawView), sent: &Sent, wrong: Wrong) -> StepPage {
    let plan = plan(&shell, step, view);
    step::draw(shell, (plan, vec![]), sent, wrong, |forms| match step {
        Step::Announce | Step::Enter => {
            vec![forms.line("entry").wide().hint(forms.shell.say("draw-hint-entry"))]
        }
        Step::Make => vec![],
        Step::CallOff => vec![forms.lines("reason", 3, "draw-hint-reason")],
    })
}

fn plan(shell: &Shell, step: Step, view: &DrawView) -> Plan {
    let home = format!("{HOME}/{}", view.draw.id);
    let title = title(shell, view);
    Plan {
        key: format!("draw-{}", code(step)),
        above: vec![
            Link::new(HOME, shell.say("draw-list-title")),
            Link::new(home.clone(), title.clone()),
        ],
        action: format!("{home}/{}", code(step)),
        lead: vec![("title", title)],
        texts: vec![],
        facts: facts(shell, view),
        links: vec![],
        rules: match step {
            Step::Announce | Step::Enter => &["draw-rule-parties", "draw-rule-checkpoint"],
            Step::Make => &["draw-rule-checkpoint", "draw-rule-final"],
            Step::CallOff => &["draw-rule-counted"],
        },
        by: None,
        paper: PaperPart::None,
    }
}
