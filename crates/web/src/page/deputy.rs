//! Deputies (AB岗): naming who stands in for a post and ending it, one page each, from the unit's page.

use crate::app::WebState;
use crate::door::Method::{Get, Post};
use crate::door::{Doors, Granted, Scope};
use crate::error::WebError;
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, refuse, settle};
use crate::page::once::once;
use crate::page::person::either;
use crate::part::{Field, Link};
use crate::query;
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::deputy::view::DeputyLine;
use qz_acts::deputy::{DeputyForm, EndDeputy, EndDeputyForm, SetDeputy};
use qz_domain::action::Action;
use qz_domain::id::DeputyId;
use qz_domain::instant;
use qz_domain::post::Post as PostOfUnit;
use qz_domain::unit::Unit;
use serde::Deserialize;

const SET: &str = "/desk/units/deputy";
const END: &str = "/desk/units/deputy/end";

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    doors
        .door(Get, SET, Action::DeputySet, Scope::Reach, form)
        .door(Post, SET, Action::DeputySet, Scope::Reach, submit)
        .door(Get, END, Action::DeputyEnd, Scope::Reach, end_form)
        .door(Post, END, Action::DeputyEnd, Scope::Reach, end_submit)
}

/// Which post, or which row.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    post: String,
    deputy: String,
}

impl Asked {
    fn row(&self) -> Result<DeputyId, WebError> {
        self.deputy.trim().parse().map_err(|_| WebError::NotFound)
    }
}

/// The page that names a deputy for a post.
pub(super) fn set_link(shell: &Shell, post: &str) -> Link {
    Link::new(query::with(SET, "post", post), shell.say("deputy-set-title"))
}

/// The page that ends one.
pub(super) fn end_link(shell: &Shell, id: DeputyId) -> Link {
    Link::new(query::with(END, "deputy", &id.to_string()), shell.say("deputy-end-title"))
}

fn home(code: &str) -> String {
    query::with("/desk/units", "unit", code)
}

/// `GET /desk/units/deputy?post=CODE`
async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let found = post(&state, &granted, &shell, &asked.post).await?;
    let today = instant::day(state.acts.now()).to_string();
    let sent = Sent::new(state.acts.new_request(), 0).put("since", today);
    step::first(&draw(shell, &found, &sent, (vec![], None)))
}

/// `POST /desk/units/deputy?post=CODE`
async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let found = post(&state, &granted, &shell, &asked.post).await?;
    let form = DeputyForm {
        post: found.0.code.clone(),
        deputy: sent.text("deputy"),
        since: sent.text("since"),
        until: sent.text("until"),
    };
    let act = SetDeputy { actor: granted.account(), form, source: String::new() };
    let outcome = state.acts.perform(once(&state, &granted, &sent.request()), act).await;
    let home = home(&found.1.code);
    match settle(&shell, &home, outcome)? {
        Ok(_) => Ok(Redirect::to(&home).into_response()),
        Err(wrong) => step::again(&draw(shell, &found, &sent, wrong)),
    }
}

async fn post(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
    code: &str,
) -> Result<(PostOfUnit, Unit), WebError> {
    let found = state.acts.post_for_deputy(granted.account(), code.trim()).await;
    found.map_err(|fault| refuse(shell, "/desk/units", fault))
}

fn draw(shell: Shell, (post, unit): &(PostOfUnit, Unit), sent: &Sent, wrong: Wrong) -> StepPage {
    let name = either(shell.words, &post.name, &post.name_en);
    let of = either(shell.words, &unit.name, &unit.name_en);
    let plan = Plan {
        key: "deputy-set".to_owned(),
        lead: vec![("post", name), ("unit", of.clone())],
        rules: if post.leads {
            &["deputy-rule-leader", "deputy-rule-one", "deputy-rule-away"]
        } else {
            &["deputy-rule-unit", "deputy-rule-one", "deputy-rule-away"]
        },
        ..plan(&shell, query::with(SET, "post", &post.code), (of, &unit.code))
    };
    step::draw(shell, (plan, vec![]), sent, wrong, set_fields)
}

fn set_fields(forms: &Forms<'_>) -> Vec<Field> {
    let hint = |field: Field, key: &str| field.hint(forms.shell.say(key));
    vec![
        forms.people("deputy", "deputy-hint-person"),
        forms.day("since"),
        hint(forms.day("until"), "deputy-hint-until"),
    ]
}

/// What both pages share.
fn plan(shell: &Shell, action: String, (name, code): (String, &str)) -> Plan {
    Plan {
        key: String::new(),
        above: vec![
            Link::new("/desk/units", shell.say("unit-list-title")),
            Link::new(home(code), name),
        ],
        action,
        lead: vec![],
        texts: vec![],
        facts: vec![],
        links: vec![],
        rules: &[],
        by: None,
        paper: PaperPart::None,
    }
}

/// `GET /desk/units/deputy/end?deputy=ID`
async fn end_form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let found = row(&state, &granted, &shell, asked.row()?).await?;
    let today = instant::day(state.acts.now()).to_string();
    let sent = Sent::new(state.acts.new_request(), 0).put("until", today);
    step::first(&draw_end(shell, &found, &sent, (vec![], None)))
}

/// `POST /desk/units/deputy/end?deputy=ID`
async fn end_submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let deputy = asked.row()?;
    let found = row(&state, &granted, &shell, deputy).await?;
    let form = EndDeputyForm { until: sent.text("until") };
    let act = EndDeputy { actor: granted.account(), deputy, form };
    let outcome = state.acts.perform(once(&state, &granted, &sent.request()), act).await;
    let home = home(&found.1);
    match settle(&shell, &home, outcome)? {
        Ok(_) => Ok(Redirect::to(&home).into_response()),
        Err(wrong) => step::again(&draw_end(shell, &found, &sent, wrong)),
    }
}

async fn row(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
    id: DeputyId,
) -> Result<(DeputyLine, String), WebError> {
    let found = state.acts.deputy_to_end(granted.account(), id).await;
    found.map_err(|fault| refuse(shell, "/desk/units", fault))
}

fn draw_end(
    shell: Shell,
    (line, code): &(DeputyLine, String),
    sent: &Sent,
    wrong: Wrong,
) -> StepPage {
    let words = shell.words;
    let post = either(words, &line.post, &line.post_en);
    let plan = Plan {
        key: "deputy-end".to_owned(),
        lead: vec![("name", line.name.clone()), ("post", post)],
        rules: &["deputy-rule-stays"],
        ..plan(
            &shell,
            query::with(END, "deputy", &line.deputy.id.to_string()),
            (either(words, &line.unit, &line.unit_en), code),
        )
    };
    step::draw(shell, (plan, vec![]), sent, wrong, |forms| vec![forms.day("until")])
}
