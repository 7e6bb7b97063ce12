//! One account: who it belongs to, its roles, and what this officer may do about it.

use super::open::{Pressed, request};
use super::{concern, faults as faults_of, light, refused};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::format::TimeTag;
use crate::page::sign_in::redirect;
use crate::part::{
    Choice, Control, Crumb, ErrorSummary, Field, FieldError, Light, LightState, Link,
};
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use qz_acts::ActError;
use qz_acts::account::{AccountPage, GrantLine, ResumeAccount, SuspendAccount, TieAccount};
use qz_domain::account::{AccountStatus, GrantStage};
use qz_domain::action::Action;
use qz_domain::id::{AccountId, GrantId};
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;
use serde::Deserialize;

/// A role of the account, as a row.
struct RoleRow {
    id: GrantId,
    role: String,
    unit: String,
    light: Light,
    proposed_by: String,
    confirmed_by: String,
    changed: TimeTag,
    may_confirm: bool,
    may_end: bool,
}

#[derive(Template)]
#[template(path = "account/show.html")]
struct ShowPage {
    shell: Shell,
    crumb: Crumb,
    errors: ErrorSummary,
    id: AccountId,
    name: String,
    holder: Option<String>,
    light: Light,
    rows: Vec<RoleRow>,
    /// What this officer may do about the account now.
    offered: Vec<&'static str>,
    tie: Field,
    role_fields: Vec<Field>,
    units: Vec<String>,
    request: String,
}

pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<AccountId>,
) -> Result<Response, WebError> {
    let page = draw(&granted, &state, shell, id, vec![]).await?;
    Ok(Html(page).into_response())
}

/// The page, with what was wrong in one of its forms.
pub(super) async fn draw(
    granted: &Granted,
    state: &WebState,
    shell: Shell,
    id: AccountId,
    faults: Vec<FieldError>,
) -> Result<String, WebError> {
    let found = state.acts.account(id).await.map_err(WebError::internal)?;
    let AccountPage { account, holder, grants } = found.ok_or(WebError::NotFound)?;
    let units = state.acts.units().await.map_err(WebError::internal)?;
    let errors = ErrorSummary::new(shell.words, faults);
    let own = granted.account() == id;
    let list = Link::new("/desk/accounts", shell.say("rail-accounts"));
    let page = ShowPage {
        crumb: Crumb::new(shell.words, vec![list], account.name.clone()),
        id,
        light: light(shell.words, account.status),
        rows: grants.iter().map(|line| row(granted, &shell, line, own)).collect(),
        offered: offered(granted, account.status, account.person.is_none(), own),
        tie: tie_field(&shell, &errors),
        role_fields: role_fields(&shell, &errors),
        units: units.into_iter().map(|unit| format!("{} {}", unit.code, unit.name)).collect(),
        request: state.acts.new_request(),
        name: account.name,
        holder: holder.map(|person| format!("{} {}", person.name, person.number)),
        errors,
        shell,
    };
    Ok(page.render()?)
}

fn offered(
    granted: &Granted,
    status: AccountStatus,
    no_person: bool,
    own: bool,
) -> Vec<&'static str> {
    let may = |action| !own && granted.may(action, &concern(status));
    let (manage, open) = (may(Action::AccountManage), status != AccountStatus::Suspended);
    let offers = [
        ("suspend", manage && open),
        ("resume", manage && !open),
        ("reset", manage && open),
        ("tie", manage && no_person),
        ("propose", may(Action::RolePropose) && open),
    ];
    offers.into_iter().filter(|(_, offered)| *offered).map(|(name, _)| name).collect()
}

impl ShowPage {
    fn offers(&self, what: &str) -> bool {
        self.offered.contains(&what)
    }
}

fn row(granted: &Granted, shell: &Shell, line: &GrantLine, own: bool) -> RoleRow {
    let grant = &line.grant;
    let state = match grant.stage {
        GrantStage::Proposed => LightState::Warn,
        GrantStage::Active => LightState::Ok,
        GrantStage::Ended => LightState::None,
    };
    let may = !own && granted.may_somewhere(Action::RoleConfirm);
    let other = grant.proposed_by != Some(granted.account());
    RoleRow {
        id: grant.id,
        role: shell.words.term(grant.role),
        unit: line.unit.name.clone(),
        light: Light::new(state, shell.words.term(grant.stage)),
        proposed_by: line.proposed_by.clone().unwrap_or_default(),
        confirmed_by: line.confirmed_by.clone().unwrap_or_default(),
        changed: shell.words.instant(grant.changed_at),
        may_confirm: may && other && grant.stage == GrantStage::Proposed,
        may_end: may && grant.stage != GrantStage::Ended,
    }
}

fn tie_field(shell: &Shell, errors: &ErrorSummary) -> Field {
    Field::line(shell.words, "person", shell.say("account-person"), "").error(errors.of("person"))
}

fn role_fields(shell: &Shell, errors: &ErrorSummary) -> Vec<Field> {
    let choice = |role: &Role| Choice::new(role.code(), shell.words.term(*role), "");
    let choices = Control::Select(Role::ALL.iter().map(choice).collect());
    vec![
        Field::new(shell.words, "role", shell.say("role-role"), choices).error(errors.of("role")),
        Field::line(shell.words, "unit", shell.say("role-unit"), "")
            .hint(shell.say("role-unit-hint"))
            .error(errors.of("unit")),
    ]
}

pub(super) async fn suspend(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(account): Path<AccountId>,
    Form(pressed): Form<Pressed>,
) -> Result<Response, WebError> {
    let act = SuspendAccount { actor: granted.account(), account };
    let done = state.acts.perform(request(&state, &granted, &pressed.request), act).await;
    done.map_err(|error| refused(&shell, error))?;
    Ok(back_to(account))
}

pub(super) async fn resume(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(account): Path<AccountId>,
    Form(pressed): Form<Pressed>,
) -> Result<Response, WebError> {
    let act = ResumeAccount { actor: granted.account(), account };
    let done = state.acts.perform(request(&state, &granted, &pressed.request), act).await;
    done.map_err(|error| refused(&shell, error))?;
    Ok(back_to(account))
}

/// The person an account belongs to.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Tied {
    #[serde(default)]
    person: String,
    #[serde(default)]
    request: String,
}

pub(super) async fn tie(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(account): Path<AccountId>,
    Form(tied): Form<Tied>,
) -> Result<Response, WebError> {
    let act = TieAccount { actor: granted.account(), account, person: tied.person };
    let request = request(&state, &granted, &tied.request);
    match state.acts.perform(request, act).await {
        Ok(_) => Ok(back_to(account)),
        Err(error) => again(&granted, &state, shell, account, error).await,
    }
}

/// Shows the account's page again when a form was at fault, the refusal's page otherwise.
pub(super) async fn again(
    granted: &Granted,
    state: &WebState,
    shell: Shell,
    account: AccountId,
    error: ActError,
) -> Result<Response, WebError> {
    let ActError::Invalid(faults) = error else { return Err(refused(&shell, error)) };
    let faults = faults_of(&shell, &faults);
    let page = draw(granted, state, shell, account, faults).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response())
}

/// Back to the account's page.
pub(super) fn back_to(account: AccountId) -> Response {
    redirect(&format!("/desk/accounts/{account}"))
}
