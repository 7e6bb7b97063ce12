//! Set up a duty post of a unit, or close it.

use super::month::{Asked, address, read, title};
use super::{CLOSE, HOME, POST};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, settle};
use crate::page::once::once;
use crate::part::{Field, Link};
use crate::query;
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::roster::view::RosterMonth;
use qz_acts::roster::{AddDutyPost, CloseDutyPost, DutyPostForm};
use qz_domain::id::DutyPostId;
use qz_domain::roster::{DutyKind, DutyPost};
use serde::Deserialize;

/// `GET /desk/roster/posts/add?unit=QX20&month=2016-03`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let (_, view) = read(&state, &granted, (&shell, &asked)).await?;
    let sent = Sent::new(state.acts.new_request(), 0).put("needed", "1");
    step::first(&draw(shell, &view, &sent, (vec![], None)))
}

/// `POST /desk/roster/posts/add?unit=QX20&month=2016-03`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let (_, view) = read(&state, &granted, (&shell, &asked)).await?;
    let form = DutyPostForm {
        unit: view.unit.code.clone(),
        name: sent.text("duty_post"),
        kind: sent.text("duty_kind"),
        rule: sent.text("rule_code"),
        needed: sent.text("needed"),
    };
    let act = AddDutyPost { actor: granted.account(), form };
    let home = address(HOME, &view.unit, view.month);
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, &home, state.acts.perform(request, act).await)? {
        Ok(_) => Ok(Redirect::to(&home).into_response()),
        Err(wrong) => step::again(&draw(shell, &view, &sent, wrong)),
    }
}

fn draw(shell: Shell, view: &RosterMonth, sent: &Sent, wrong: Wrong) -> StepPage {
    let plan = Plan {
        key: "roster-post".to_owned(),
        above: vec![Link::new(address(HOME, &view.unit, view.month), title(&shell, view))],
        action: address(POST, &view.unit, view.month),
        lead: vec![("unit", shell.unit_name(&view.unit))],
        rules: &[
            "roster-rule-hours",
            "roster-rule-day",
            "roster-rule-stand-by",
            "roster-rule-stays",
        ],
        paper: PaperPart::None,
        ..Plan::default()
    };
    step::draw(shell, (plan, vec![]), sent, wrong, fields)
}

fn fields(forms: &Forms<'_>) -> Vec<Field> {
    let hint = |key: &str| forms.shell.say(key);
    vec![
        forms.line("duty_post").hint(hint("roster-hint-post")),
        forms.radios::<DutyKind>("duty_kind"),
        forms.line("rule_code").hint(hint("roster-hint-rule")).optional(),
        forms.number("needed").hint(hint("roster-hint-needed")),
    ]
}

/// Which post is meant, and the month whose page leads here.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Which {
    post: DutyPostId,
    unit: String,
    month: String,
}

impl Which {
    fn asked(&self) -> Asked {
        Asked { unit: self.unit.clone(), month: self.month.clone() }
    }
}

/// `GET /desk/roster/posts/close?unit=…&month=…&post=…`
pub(super) async fn close_form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(which): Query<Which>,
) -> Result<Response, WebError> {
    let (_, view) = read(&state, &granted, (&shell, &which.asked())).await?;
    let last = view.month.last().to_string();
    let sent = Sent::new(state.acts.new_request(), 0).put("last_day", last);
    let page = draw_close(shell, (&view, post_of(&view, &which)?), &sent, (vec![], None));
    step::first(&page)
}

/// `POST /desk/roster/posts/close?unit=…&month=…&post=…`
pub(super) async fn close_submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(which): Query<Which>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let (_, view) = read(&state, &granted, (&shell, &which.asked())).await?;
    let (actor, last) = (granted.account(), sent.text("last_day"));
    let act = CloseDutyPost { actor, post: which.post, last };
    let home = address(HOME, &view.unit, view.month);
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, &home, state.acts.perform(request, act).await)? {
        Ok(_) => Ok(Redirect::to(&home).into_response()),
        Err(wrong) => {
            step::again(&draw_close(shell, (&view, post_of(&view, &which)?), &sent, wrong))
        }
    }
}

fn post_of<'a>(view: &'a RosterMonth, which: &Which) -> Result<&'a DutyPost, WebError> {
    view.posts.iter().find(|post| post.id == which.post).ok_or(WebError::NotFound)
}

fn draw_close(
    shell: Shell,
    (view, post): (&RosterMonth, &DutyPost),
    sent: &Sent,
    wrong: Wrong,
) -> StepPage {
    let path = address(CLOSE, &view.unit, view.month);
    let plan = Plan {
        key: "roster-close".to_owned(),
        above: vec![Link::new(address(HOME, &view.unit, view.month), title(&shell, view))],
        action: query::with(&path, "post", &post.id.to_string()),
        lead: vec![("post", post.name.clone())],
        rules: &["roster-rule-close"],
        paper: PaperPart::None,
        ..Plan::default()
    };
    step::draw(shell, (plan, vec![]), sent, wrong, |forms| vec![forms.day("last_day")])
}
