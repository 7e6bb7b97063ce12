//! Ordering something of a terminal.

use super::{HOME, ORDER};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, refuse, settle};
use crate::page::once::once;
use crate::part::{Choice, Field, Link};
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::terminal::{OrderForm, OrderTerminal};
use qz_domain::id::TerminalId;
use qz_domain::terminal::{Order, Terminal};

/// Where something is ordered of a terminal.
pub(super) fn link(shell: &Shell, id: TerminalId) -> Link {
    Link::new(ORDER.replace("{id}", &id.to_string()), shell.say("terminal-order-title"))
}

/// `GET /desk/terminals/{id}/order`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<TerminalId>,
) -> Result<Response, WebError> {
    let row = terminal(&state, &granted, (&shell, id)).await?;
    let sent = Sent::new(state.acts.new_request(), row.version);
    step::first(&draw(shell, &row, &sent, (vec![], None)))
}

/// `POST /desk/terminals/{id}/order`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(terminal): Path<TerminalId>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let form = OrderForm {
        order: sent.text("wanted"),
        pin: sent.text("pin"),
        person: sent.text("pin_of"),
        from: sent.text("since"),
        until: sent.text("until"),
    };
    let act = OrderTerminal { actor: granted.account(), terminal, form };
    let outcome = state.acts.perform(once(&state, &granted, &sent.request()), act).await;
    let home = format!("{HOME}/{terminal}");
    match settle(&shell, &home, outcome)? {
        Ok(_) => Ok(Redirect::to(&home).into_response()),
        Err(wrong) => {
            let row = self::terminal(&state, &granted, (&shell, terminal)).await?;
            step::again(&draw(shell, &row, &sent, wrong))
        }
    }
}

async fn terminal(
    state: &WebState,
    granted: &Granted,
    (shell, id): (&Shell, TerminalId),
) -> Result<Terminal, WebError> {
    let view = state.acts.terminal(granted.account(), id).await;
    view.map(|view| view.row).map_err(|fault| refuse(shell, HOME, fault))
}

fn draw(shell: Shell, row: &Terminal, sent: &Sent, wrong: Wrong) -> StepPage {
    let plan = Plan {
        key: "terminal-order".to_owned(),
        above: vec![
            Link::new(HOME, shell.say("terminal-list-title")),
            Link::new(format!("{HOME}/{}", row.id), row.name.clone()),
        ],
        action: ORDER.replace("{id}", &row.id.to_string()),
        lead: vec![("title", row.name.clone())],
        rules: &["terminal-rule-order", "terminal-rule-body"],
        paper: PaperPart::None,
        ..Plan::default()
    };
    step::draw(shell, (plan, vec![]), sent, wrong, |forms| fields(forms, sent))
}

fn fields(forms: &Forms<'_>, sent: &Sent) -> Vec<Field> {
    let (chosen, shell) = (sent.text("wanted"), forms.shell);
    let choice = |code: &&str| {
        let key = format!("terminal-order-{}", code.replace('_', "-"));
        Choice::new(*code, shell.say(&key), chosen.as_str())
    };
    let hint = |field: Field, key: &str| field.hint(shell.say(key));
    vec![
        forms.select("wanted", Order::CODES.iter().map(choice).collect()),
        hint(forms.line("pin"), "terminal-hint-order-pin"),
        forms.people("pin_of", "terminal-hint-order-person"),
        hint(forms.day("since"), "terminal-hint-order-days"),
        forms.day("until"),
    ]
}
