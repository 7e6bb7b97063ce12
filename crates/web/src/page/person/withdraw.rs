//! Withdraw a tie of kin that was declared wrongly (更正亲属申报), from the record of one of its two.

use super::list::either;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, refuse, settle};
use crate::page::once::once;
use crate::part::Link;
use crate::query;
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::kin::{WithdrawKin, WithdrawalForm};
use qz_acts::person::view::{KinTie, PersonView};
use qz_domain::id::{KinId, PersonId};
use serde::Deserialize;

/// Where the page is.
pub(super) const PATH: &str = "/desk/people/{id}/kin/withdraw";

/// Which tie.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    kin: String,
}

/// The way to it from a tie.
pub(super) fn link(shell: &Shell, of: PersonId, kin: KinId) -> Link {
    let path = format!("/desk/people/{of}/kin/withdraw");
    Link::new(query::with(&path, "kin", &kin.to_string()), shell.say("kin-withdraw-title"))
}

/// `GET /desk/people/{id}/kin/withdraw?kin=ID`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<PersonId>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let (view, Some(tie)) = read(&state, &granted, &shell, (id, &asked)).await? else {
        return Ok(Redirect::to(&ties(id)).into_response());
    };
    let sent = Sent::new(state.acts.new_request(), 0);
    step::first(&draw(shell, (&view, &tie), &sent, (vec![], None)))
}

/// `POST /desk/people/{id}/kin/withdraw?kin=ID`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<PersonId>,
    Query(asked): Query<Asked>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let (view, Some(tie)) = read(&state, &granted, &shell, (id, &asked)).await? else {
        return Ok(Redirect::to(&ties(id)).into_response());
    };
    let form = WithdrawalForm { reason: sent.text("reason") };
    let act = WithdrawKin { actor: granted.account(), person: id, kin: tie.id, form };
    let outcome = state.acts.perform(once(&state, &granted, &sent.request()), act).await;
    match settle(&shell, &ties(id), outcome)? {
        Ok(_) => Ok(Redirect::to(&ties(id)).into_response()),
        Err(wrong) => step::again(&draw(shell, (&view, &tie), &sent, wrong)),
    }
}

/// The ties of the person, where one is chosen.
fn ties(id: PersonId) -> String {
    format!("/desk/people/{id}#kin")
}

async fn read(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
    (id, asked): (PersonId, &Asked),
) -> Result<(PersonView, Option<KinTie>), WebError> {
    let view = state.acts.person(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(shell, "/desk/people", fault))?;
    let kin: Option<i64> = asked.kin.trim().parse().ok();
    let ties = view.kin.as_deref().unwrap_or_default();
    let tie = ties.iter().find(|tie| Some(tie.id.0) == kin).cloned();
    Ok((view, tie))
}

fn draw(shell: Shell, (view, tie): (&PersonView, &KinTie), sent: &Sent, wrong: Wrong) -> StepPage {
    let words = shell.words;
    let home = format!("/desk/people/{}", view.person.id);
    let unit = tie.works_in.as_ref().map(|unit| either(words, &unit.name, &unit.name_en));
    let plan = Plan {
        key: "kin-withdraw".to_owned(),
        above: vec![
            Link::new("/desk/people", shell.say("person-list-title")),
            Link::new(home, view.person.name.clone()),
        ],
        action: link(&shell, view.person.id, tie.id).href,
        lead: vec![
            ("name", view.person.name.clone()),
            ("other", tie.other.name.clone()),
            ("relation", words.term(tie.relation)),
        ],
        texts: vec![],
        facts: unit.map(|unit| (shell.say("person-unit"), unit)).into_iter().collect(),
        links: vec![],
        rules: &["kin-rule-stays", "kin-rule-own"],
        by: None,
        paper: PaperPart::None,
    };
    step::draw(shell, (plan, vec![]), sent, wrong, |forms| {
        vec![forms.lines("reason", 3, "kin-hint-reason")]
    })
}
