//! Register a finding: which visit saw it, who looks into it, what was seen.

use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, settle};
use crate::page::once::once;
use crate::part::Link;
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::finding::{RegisterFinding, RegistrationForm};
use qz_domain::action::Action;
use qz_domain::instant;
use qz_domain::law::{Law, OrganFunction};
use qz_domain::spelled::Spelled;
use qz_domain::weight::Weight;
use serde::Deserialize;

const HOME: &str = "/desk/findings";

/// Where the visitor comes from.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    visit: String,
}

/// `GET /desk/findings/register`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let organ = organ(&state, &granted).await?.unwrap_or_default();
    let sent = Sent::new(state.acts.new_request(), 0)
        .put("visit", asked.visit)
        .put("organ", organ)
        .put("weight", Weight::County.code());
    step::first(&draw(&state, shell, &sent, (vec![], None)).await?)
}

/// `POST /desk/findings/register`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let form = RegistrationForm {
        visit: sent.text("visit"),
        organ: sent.text("organ"),
        weight: sent.text("weight"),
        facts: sent.text("facts"),
        paper: sent.paper(),
    };
    let act = RegisterFinding { actor: granted.account(), form };
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, HOME, state.acts.perform(request, act).await)? {
        Ok(made) => Ok(Redirect::to(&format!("{HOME}/{}", made.finding)).into_response()),
        Err(wrong) => step::again(&draw(&state, shell, &sent, wrong).await?),
    }
}

/// The organ that will most likely look into it: the registrar's own, else the one whose duty it is.
async fn organ(state: &WebState, granted: &Granted) -> Result<Option<String>, WebError> {
    if let Some(own) = step::seat(state, granted, Action::FindingRegister).await? {
        return Ok(Some(own));
    }
    let law = Law::shipped().on(instant::day(state.acts.now()));
    let units = state.acts.units().await.map_err(WebError::internal)?;
    let found = units
        .iter()
        .find(|unit| law.functions(&unit.name).contains(&OrganFunction::DisciplineCommission));
    Ok(found.map(|unit| format!("{} {}", unit.code, unit.name)))
}

async fn draw(
    state: &WebState,
    shell: Shell,
    sent: &Sent,
    wrong: Wrong,
) -> Result<StepPage, WebError> {
    let plan = Plan {
        key: "finding-register".to_owned(),
        above: vec![Link::new(HOME, shell.say("finding-list-title"))],
        action: format!("{HOME}/register"),
        lead: vec![],
        texts: vec![],
        facts: vec![],
        links: vec![],
        rules: &[
            "matter-rule-visit",
            "matter-rule-light",
            "matter-rule-recusal",
            "matter-rule-screener",
        ],
        by: Some("matter-hint-by"),
        paper: PaperPart::Folded,
    };
    let units = step::units(state).await?;
    Ok(step::draw(shell, (plan, units), sent, wrong, |forms| {
        vec![
            forms.line("visit").hint(forms.shell.say("matter-hint-visit")).optional(),
            forms.unit("organ", "matter-hint-organ"),
            forms.radios::<Weight>("weight").hint(forms.shell.say("matter-hint-weight")),
            forms.lines("facts", 4, "matter-hint-facts"),
        ]
    }))
}
