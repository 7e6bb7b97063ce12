//! Note a suspicion, where whoever adjudicated is led once a finding is unfounded; and what a finding that was
//! registered from one says of where it comes from.

use super::HOME;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, refuse, settle};
use crate::page::once::once;
use crate::page::opening;
use crate::part::Link;
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::suspicion::{NoteSuspicion, NotingForm};
use qz_domain::id::FindingId;
use qz_domain::number::FindingNumber;

const FINDINGS: &str = "/desk/findings";

/// Where a suspicion is noted.
pub(in crate::page) const NOTE: &str = "/desk/findings/{id}/suspicion";

/// The finding it goes back to, and the way to ask who told of that one.
pub(in crate::page) async fn of_finding(
    state: &WebState,
    granted: &Granted,
    (shell, id): (&Shell, FindingId),
) -> Result<(Option<(String, String)>, Vec<Link>), WebError> {
    let root = state.acts.finding_root(id).await.map_err(WebError::internal)?;
    let Some((root, number)) = root else { return Ok((None, vec![])) };
    let (badge, ways) = opening::of_finding(state, granted, (shell, root)).await?;
    let ways = if badge.is_some() { ways } else { vec![] };
    Ok((Some((shell.say("suspicion-root"), number.to_string())), ways))
}

/// `GET /desk/findings/{id}/suspicion`
pub(super) async fn form(
    _: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<FindingId>,
) -> Result<Response, WebError> {
    let number = number(&state, (&shell, id)).await?;
    let sent = Sent::new(state.acts.new_request(), 0);
    step::first(&draw(shell, (id, number), &sent, (vec![], None)))
}

/// `POST /desk/findings/{id}/suspicion`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(finding): Path<FindingId>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let (facts, intent) = (sent.text("untrue"), sent.text("intent"));
    let form = NotingForm { facts, intent, paper: sent.paper() };
    let act = NoteSuspicion { actor: granted.account(), finding, form };
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, HOME, state.acts.perform(request, act).await)? {
        Ok(made) => Ok(Redirect::to(&format!("{HOME}/{}", made.suspicion)).into_response()),
        Err(wrong) => {
            let number = number(&state, (&shell, finding)).await?;
            step::again(&draw(shell, (finding, number), &sent, wrong))
        }
    }
}

/// Whoever adjudicated reads the number of the finding alone: it is gone from their desk.
async fn number(
    state: &WebState,
    (shell, id): (&Shell, FindingId),
) -> Result<FindingNumber, WebError> {
    let found = state.acts.sealed_source(id).await;
    found.map(|(number, _)| number).map_err(|fault| refuse(shell, FINDINGS, fault))
}

fn draw(
    shell: Shell,
    (id, number): (FindingId, FindingNumber),
    sent: &Sent,
    wrong: Wrong,
) -> StepPage {
    let plan = Plan {
        key: "suspicion-note".to_owned(),
        above: vec![Link::new(FINDINGS, shell.say("finding-list-title"))],
        action: NOTE.replace("{id}", &id.to_string()),
        lead: vec![("number", number.to_string())],
        rules: &[
            "suspicion-rule-honest",
            "suspicion-rule-nobody",
            "suspicion-rule-another",
            "suspicion-rule-clearing",
        ],
        by: Some("matter-hint-by"),
        paper: PaperPart::Folded,
        ..Plan::default()
    };
    step::draw(shell, (plan, vec![]), sent, wrong, |forms| {
        vec![
            forms.lines("untrue", 3, "suspicion-hint-untrue"),
            forms.lines("intent", 3, "suspicion-hint-intent"),
        ]
    })
}
