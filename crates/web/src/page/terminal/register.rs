//! Registering a terminal, from the number on the box; boxes that knock and are not registered are offered.

use super::{HOME, REGISTER};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, refuse, settle};
use crate::page::once::once;
use crate::part::{Field, Link};
use crate::query;
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::terminal::view::Caller;
use qz_acts::terminal::{RegisterTerminal, TerminalForm};
use qz_domain::terminal::{Kind, ZoneForm};
use serde::Deserialize;

/// Which box is offered.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Offered {
    serial: String,
}

/// `GET /desk/terminals/register`, `?serial=…` for a box that knocked.
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(offered): Query<Offered>,
) -> Result<Response, WebError> {
    let drawn = around(&state, &granted, &shell).await?;
    let sent = Sent::new(state.acts.new_request(), 0)
        .put("serial", offered.serial)
        .put("comes_in", "iclock".to_owned())
        .put("zone", "hours".to_owned());
    step::first(&draw(shell, drawn, &sent, (vec![], None)))
}

/// `POST /desk/terminals/register`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let form = TerminalForm {
        serial: sent.text("serial"),
        name: sent.text("called"),
        unit: sent.text("stands_in"),
        place: sent.text("place"),
        numbering: sent.text("numbering"),
        kind: sent.text("comes_in"),
        zone: sent.text("zone"),
    };
    let act = RegisterTerminal { actor: granted.account(), form };
    let outcome = state.acts.perform(once(&state, &granted, &sent.request()), act).await;
    match settle(&shell, HOME, outcome)? {
        Ok(done) => Ok(Redirect::to(&format!("{HOME}/{}", done.terminal)).into_response()),
        Err(wrong) => {
            let drawn = around(&state, &granted, &shell).await?;
            step::again(&draw(shell, drawn, &sent, wrong))
        }
    }
}

/// The units to choose from, and the boxes that knock.
async fn around(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
) -> Result<(Vec<String>, Vec<Caller>), WebError> {
    let callers = state.acts.terminal_callers(granted.account()).await;
    Ok((step::units(state).await?, callers.map_err(|fault| refuse(shell, HOME, fault))?))
}

fn draw(
    shell: Shell,
    (units, callers): (Vec<String>, Vec<Caller>),
    sent: &Sent,
    wrong: Wrong,
) -> StepPage {
    let words = shell.words;
    let offer = |one: &Caller| {
        let values = [
            ("serial", one.serial.as_str().into()),
            ("at", super::list::moment(words, Some(one.last_at)).into()),
        ];
        Link::new(
            query::with(REGISTER, "serial", &one.serial),
            words.say_with("terminal-caller", &values),
        )
    };
    let plan = Plan {
        key: "terminal-register".to_owned(),
        above: vec![Link::new(HOME, shell.say("terminal-list-title"))],
        action: REGISTER.to_owned(),
        links: callers.iter().map(offer).collect(),
        rules: &[
            "terminal-rule-once",
            "terminal-rule-waits",
            "terminal-rule-key",
            "terminal-rule-body",
        ],
        paper: PaperPart::None,
        ..Plan::default()
    };
    step::draw(shell, (plan, units), sent, wrong, fields)
}

fn fields(forms: &Forms<'_>) -> Vec<Field> {
    let hint = |field: Field, key: &str| field.hint(forms.shell.say(key));
    vec![
        hint(forms.radios::<Kind>("comes_in"), "terminal-hint-comes-in"),
        hint(forms.line("serial"), "terminal-hint-serial"),
        forms.line("called"),
        forms.unit("stands_in", "terminal-hint-unit"),
        hint(forms.line("place"), "terminal-hint-place"),
        hint(forms.line("numbering"), "terminal-hint-numbering"),
        hint(forms.radios::<ZoneForm>("zone"), "terminal-hint-zone"),
    ]
}
