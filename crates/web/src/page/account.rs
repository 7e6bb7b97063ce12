//! Accounts and roles (账号与授权): the officers' pages.

mod open;
mod role;
mod show;

use crate::app::WebState;
use crate::door::Method::{Get, Post};
use crate::door::{Doors, Granted, Scope};
use crate::error::WebError;
use crate::part::{
    Choice, EmptyState, FieldError, Filter, FilterField, Light, LightState, Link, Pager,
};
use crate::refusal::{act_error, field_errors};
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Response};
use qz_acts::account::GrantLine;
use qz_acts::{ActError, Acts};
use qz_domain::account::AccountStatus;
use qz_domain::action::Action;
use qz_domain::id::{AccountId, GrantId};
use qz_domain::power::Concern;
use qz_domain::refusal::Refusal;
use qz_domain::spelled::Spelled;
use serde::Deserialize;

/// Rows of a page of the list.
const PER_PAGE: u64 = 50;

/// The doors to accounts.
pub(crate) fn doors(doors: Doors) -> Doors {
    let one = || {
        Scope::record(|acts: Acts, id: AccountId| async move { acts.account_concern(id).await })
            .read_by(Action::AccountRead)
    };
    let role = || {
        Scope::record(|acts: Acts, id: GrantId| async move { acts.grant_concern(id).await })
            .read_by(Action::AccountRead)
    };
    let manage = Action::AccountManage;
    doors
        .rail("rail-officers", "/desk/accounts", "rail-accounts", Action::AccountRead)
        .door(Get, "/desk/accounts", Action::AccountRead, Scope::Reach, list)
        .door(Get, "/desk/accounts/new", manage, Scope::Reach, open::form)
        .door(Post, "/desk/accounts", manage, Scope::Reach, open::submit)
        .door(Get, "/desk/accounts/{id}", Action::AccountRead, one(), show::show)
        .door(Post, "/desk/accounts/{id}/suspend", manage, one(), show::suspend)
        .door(Post, "/desk/accounts/{id}/resume", manage, one(), show::resume)
        .door(Post, "/desk/accounts/{id}/reset", manage, one(), open::reset)
        .door(Post, "/desk/accounts/{id}/tie", manage, one(), show::tie)
        .door(Post, "/desk/accounts/{id}/roles", Action::RolePropose, one(), role::propose)
        .door(Post, "/desk/roles/{id}/confirm", Action::RoleConfirm, role(), role::confirm)
        .door(Post, "/desk/roles/{id}/end", Action::RoleConfirm, role(), role::end)
}

/// What the officers may ask of the list.
#[derive(Debug, Default, Deserialize)]
struct Asked {
    status: Option<String>,
    page: Option<u64>,
}

/// An account of the list.
struct AccountLine {
    id: AccountId,
    name: String,
    holder: String,
    light: Light,
}

/// A role that waits for a second officer.
struct WaitingLine {
    account: AccountId,
    name: String,
    what: String,
    proposed_by: String,
}

#[derive(Template)]
#[template(path = "account/list.html")]
struct ListPage {
    shell: Shell,
    waiting: Vec<WaitingLine>,
    filter: Filter,
    lines: Vec<AccountLine>,
    empty: EmptyState,
    pager: Pager,
    may_open: bool,
}

async fn list(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let chosen = asked.status.unwrap_or_default();
    let status = AccountStatus::from_code(&chosen);
    let page = asked.page.unwrap_or(1).clamp(1, 100_000);
    let (number, size) = (page.cast_signed(), PER_PAGE.cast_signed());
    let found = state.acts.accounts(status, number, size).await;
    let (found, total) = found.map_err(WebError::internal)?;
    let waiting = state.acts.proposed_roles().await.map_err(WebError::internal)?;
    let words = shell.words;
    let lines = found.into_iter().map(|listed| AccountLine {
        id: listed.account.id,
        light: light(words, listed.account.status),
        name: listed.account.name,
        holder: listed.holder.map(|(number, name)| format!("{name} {number}")).unwrap_or_default(),
    });
    let clear = Link::new("/desk/accounts", shell.say("part-filter-clear"));
    let page = ListPage {
        waiting: waiting.iter().map(|line| waits(words, line)).collect(),
        filter: filter(&shell, &chosen),
        lines: lines.collect(),
        empty: EmptyState::new(shell.say("accounts-empty")).way(clear),
        pager: Pager::new(words, &shell.here, page, PER_PAGE, total.unsigned_abs()),
        may_open: granted.may_somewhere(Action::AccountManage),
        shell,
    };
    Ok(Html(page.render()?).into_response())
}

fn filter(shell: &Shell, chosen: &str) -> Filter {
    let words = shell.words;
    let mut choices = vec![Choice::new("", shell.say("accounts-all"), chosen)];
    let choice = |status: &AccountStatus| Choice::new(status.code(), words.term(*status), chosen);
    choices.extend(AccountStatus::ALL.iter().map(choice));
    let label = shell.say("account-status");
    let field = FilterField::Choice { name: "status", label, choices };
    Filter::new(words, "/desk/accounts", vec![field], !chosen.is_empty())
}

fn waits(words: Words, line: &GrantLine) -> WaitingLine {
    WaitingLine {
        account: line.grant.account,
        name: line.account.clone(),
        what: format!("{} · {}", words.term(line.grant.role), line.unit.name),
        proposed_by: line.proposed_by.clone().unwrap_or_default(),
    }
}

/// Why something about an account was not done. Who comes too late for a step is told that the
/// record changed.
fn refused(shell: &Shell, error: ActError) -> WebError {
    match error {
        ActError::Refused(Refusal::OutOfOrder { .. }) => WebError::Conflict,
        error => {
            act_error(shell.words, error, Link::new("/desk/accounts", shell.say("rail-accounts")))
        }
    }
}

/// What is wrong with the fields of the forms about an account.
fn faults(shell: &Shell, faults: &[qz_domain::field::FieldError]) -> Vec<FieldError> {
    let label = |name: &str| {
        shell.say(match name {
            "person" => "account-person",
            "role" => "role-role",
            "unit" => "role-unit",
            _ => "account-name",
        })
    };
    field_errors(shell.words, faults, label)
}

fn light(words: Words, status: AccountStatus) -> Light {
    let state = match status {
        AccountStatus::Active => LightState::Ok,
        AccountStatus::Invited => LightState::Warn,
        AccountStatus::Suspended => LightState::Stop,
    };
    Light::new(state, words.term(status))
}

/// What an account is to a page that offers actions on it.
fn concern(status: AccountStatus) -> Concern {
    Concern { stage: status.code(), people: vec![], units: vec![] }
}
