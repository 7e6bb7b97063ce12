//! Plan a visit: who, where, when, why.

use super::forms::{day, line, lines, manner};
use super::wrong::{field_faults, refuse, refused};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::part::{ErrorSummary, Field, Link, RefusalBox};
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use qz_acts::ActError;
use qz_acts::visit::beside::Beside;
use qz_acts::visit::{PlanForm, PlanVisit};
use qz_domain::field;
use qz_domain::spelled::Spelled;
use qz_domain::visit::Manner;
use serde::Deserialize;

/// The form as it is sent.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sent {
    #[serde(rename = "csrf", default)]
    _csrf: String,
    request: String,
    #[serde(default)]
    organ: String,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    manner: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    until: String,
    #[serde(default)]
    purpose: String,
    #[serde(default)]
    team: String,
    /// The draw that the unit was drawn in.
    #[serde(default)]
    draw: String,
    #[serde(default)]
    over_reason: String,
    #[serde(default)]
    approver: String,
    /// The visits of the same weeks the page has shown, parted by commas.
    #[serde(default)]
    told: String,
}

/// What the way to the form knows already, as from a draw.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Known {
    organ: String,
    unit: String,
    manner: String,
    purpose: String,
    team: String,
    draw: String,
}

/// The page.
#[derive(Debug, Clone, Template)]
#[template(path = "visit/plan.html")]
pub struct PlanPage {
    shell: Shell,
    request: String,
    draw: String,
    errors: ErrorSummary,
    refusal: Option<RefusalBox>,
    fields: Vec<Field>,
    beside: Vec<BesideRow>,
    told: String,
    units: Vec<String>,
}

/// A visit of the same weeks, and the way to join it.
#[derive(Debug, Clone)]
struct BesideRow {
    link: Link,
    days: String,
    purpose: String,
    team: String,
}

/// `GET /desk/visits/plan?organ=&unit=&manner=&purpose=&team=&draw=`
pub(super) async fn form(
    _: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(known): Query<Known>,
) -> Result<Response, WebError> {
    let Known { organ, unit, manner, purpose, team, draw: drawn } = known;
    let manner = if manner.is_empty() { Manner::Open.code().to_owned() } else { manner };
    let request = state.acts.new_request();
    let sent = Sent { request, organ, unit, manner, purpose, team, draw: drawn, ..Sent::default() };
    let page = draw(&state, shell, (&sent, vec![]), (vec![], None)).await?;
    Ok(Html(page.render()?).into_response())
}

/// `POST /desk/visits/plan`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let form = PlanForm {
        organ: sent.organ.clone(),
        unit: sent.unit.clone(),
        manner: sent.manner.clone(),
        from: sent.from.clone(),
        until: sent.until.clone(),
        purpose: sent.purpose.clone(),
        draw: sent.draw.parse().ok(),
        team: vec![sent.team.clone()],
        over_reason: sent.over_reason.clone(),
        approver: sent.approver.clone(),
        told: Some(sent.told.split(',').filter_map(|id| id.parse().ok()).collect()),
    };
    let act = PlanVisit { actor: granted.account(), form };
    let wrong = match state.acts.perform(sent.request.clone(), act).await {
        Ok(done) => {
            let visit = done.receipt.visit;
            return Ok(Redirect::to(&format!("/desk/visits/{visit}")).into_response());
        }
        Err(ActError::Invalid(faults)) => (field_faults(&shell, &faults), None),
        Err(ActError::Refused(refusal)) => {
            (vec![], Some(refused(&shell, &refusal, "/desk/visits")))
        }
        Err(other) => return Err(refuse(&shell, other)),
    };
    let beside = beside(&state, &granted, &sent).await.map_err(|fault| refuse(&shell, fault))?;
    let page = draw(&state, shell, (&sent, beside), wrong).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
}

/// What else is planned in the weeks that were typed; nothing while unit or days are at fault.
async fn beside(state: &WebState, granted: &Granted, sent: &Sent) -> Result<Vec<Beside>, ActError> {
    let Ok(from) = field::day("from", &sent.from) else { return Ok(vec![]) };
    let until = field::day("until", &sent.until).unwrap_or(from);
    match state.acts.visits_beside(granted.account(), &sent.unit, (from, until)).await {
        Err(ActError::Invalid(_)) => Ok(vec![]),
        found => found,
    }
}

fn beside_row(shell: &Shell, one: &Beside) -> BesideRow {
    let line = &one.line;
    let organ = shell.words.unit(&line.organ.name, &line.organ.name_en);
    let manner = shell.words.term(line.manner);
    let label = format!("{} · {organ} · {manner}", line.number);
    let days = if line.planned_from == one.until.to_string() {
        line.planned_from.clone()
    } else {
        format!("{} – {}", line.planned_from, one.until)
    };
    let there = Link::new(format!("/desk/visits/{}", line.id), label);
    BesideRow { link: there, days, purpose: one.purpose.clone(), team: line.team.clone() }
}

async fn draw(
    state: &WebState,
    shell: Shell,
    (sent, beside): (&Sent, Vec<Beside>),
    (faults, refusal): (Vec<crate::part::FieldError>, Option<RefusalBox>),
) -> Result<PlanPage, WebError> {
    let errors = ErrorSummary::new(shell.words, faults);
    let fields = vec![
        line(&shell, &errors, "organ", &sent.organ)
            .list("units")
            .hint(shell.say("visit-hint-unit")),
        line(&shell, &errors, "unit", &sent.unit).list("units").hint(shell.say("visit-hint-unit")),
        manner(&shell, &errors, &sent.manner),
        day(&shell, &errors, "from", &sent.from),
        day(&shell, &errors, "until", &sent.until).optional().hint(shell.say("visit-hint-until")),
        lines(&shell, &errors, "purpose", &sent.purpose, 2).hint(shell.say("visit-hint-purpose")),
        line(&shell, &errors, "team", &sent.team).wide().hint(shell.say("visit-hint-team")),
        lines(&shell, &errors, "over_reason", &sent.over_reason, 2)
            .optional()
            .hint(shell.say("visit-hint-over")),
        line(&shell, &errors, "approver", &sent.approver)
            .optional()
            .hint(shell.say("visit-hint-approver")),
    ];
    let units = state.acts.units().await.map_err(WebError::internal)?;
    let units = units.iter().map(|unit| format!("{} {}", unit.code, unit.name)).collect();
    let told: Vec<_> = beside.iter().map(|one| one.line.id.to_string()).collect();
    Ok(PlanPage {
        request: sent.request.clone(),
        draw: sent.draw.clone(),
        beside: beside.iter().map(|one| beside_row(&shell, one)).collect(),
        told: told.join(","),
        errors,
        refusal,
        fields,
        units,
        shell,
    })
}
