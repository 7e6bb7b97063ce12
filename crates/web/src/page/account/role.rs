//! Roles: one officer proposes, another confirms or ends.

use super::open::{Pressed, request};
use super::refused;
use super::show::{again, back_to};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::Response;
use qz_acts::account::{ConfirmRole, EndRole, ProposeRole, RoleForm};
use qz_domain::id::{AccountId, GrantId};
use serde::Deserialize;

/// What the form sends.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Proposed {
    #[serde(default)]
    role: String,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    request: String,
}

pub(super) async fn propose(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(account): Path<AccountId>,
    Form(proposed): Form<Proposed>,
) -> Result<Response, WebError> {
    let Proposed { role, unit, request: given } = proposed;
    let form = RoleForm { role, unit };
    let act = ProposeRole { actor: granted.account(), account, form };
    match state.acts.perform(request(&state, &granted, &given), act).await {
        Ok(_) => Ok(back_to(account)),
        Err(error) => again(&granted, &state, shell, account, error).await,
    }
}

pub(super) async fn confirm(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(grant): Path<GrantId>,
    Form(pressed): Form<Pressed>,
) -> Result<Response, WebError> {
    let act = ConfirmRole { actor: granted.account(), grant };
    let done = state.acts.perform(request(&state, &granted, &pressed.request), act).await;
    Ok(back_to(done.map_err(|error| refused(&shell, error))?.receipt.account))
}

pub(super) async fn end(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(grant): Path<GrantId>,
    Form(pressed): Form<Pressed>,
) -> Result<Response, WebError> {
    let act = EndRole { actor: granted.account(), grant };
    let done = state.acts.perform(request(&state, &granted, &pressed.request), act).await;
    Ok(back_to(done.map_err(|error| refused(&shell, error))?.receipt.account))
}
