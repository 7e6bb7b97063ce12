//! Saying whose a number is, and until when: one page each, from the terminal's page.

use super::{HOME, PIN, PIN_END};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, refuse, settle};
use crate::page::once::once;
use crate::part::{Choice, Field, Link};
use crate::query;
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::terminal::view::PinLine;
use qz_acts::terminal::{EndPin, MapPin, PinForm};
use qz_domain::id::PinId;
use qz_domain::instant;
use serde::Deserialize;

/// Of which numbering, or which row.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    numbering: String,
    number: String,
    pin: String,
}

impl Asked {
    /// The row that the address names.
    async fn line(
        &self,
        state: &WebState,
        granted: &Granted,
        shell: &Shell,
    ) -> Result<PinLine, WebError> {
        let id: PinId = self.pin.trim().parse().map_err(|_| WebError::NotFound)?;
        let found = state.acts.pin(granted.account(), id).await;
        found.map_err(|fault| refuse(shell, HOME, fault))
    }
}

/// `GET /desk/terminals/pins?numbering=…&number=…`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let numberings = numberings(&state, &granted, &shell).await?;
    let sent = Sent::new(state.acts.new_request(), 0)
        .put("numbering", asked.numbering)
        .put("pin", asked.number)
        .put("since", instant::day(state.acts.now()).to_string());
    step::first(&draw(shell, &numberings, &sent, (vec![], None)))
}

/// `POST /desk/terminals/pins`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let form = PinForm {
        numbering: sent.text("numbering"),
        pin: sent.text("pin"),
        person: sent.text("pin_of"),
        since: sent.text("since"),
        until: sent.text("until"),
    };
    let act = MapPin { actor: granted.account(), form };
    let outcome = state.acts.perform(once(&state, &granted, &sent.request()), act).await;
    match settle(&shell, HOME, outcome)? {
        Ok(_) => Ok(Redirect::to(HOME).into_response()),
        Err(wrong) => {
            let numberings = numberings(&state, &granted, &shell).await?;
            step::again(&draw(shell, &numberings, &sent, wrong))
        }
    }
}

async fn numberings(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
) -> Result<Vec<String>, WebError> {
    let found = state.acts.numberings(granted.account()).await;
    found.map_err(|fault| refuse(shell, HOME, fault))
}

fn draw(shell: Shell, numberings: &[String], sent: &Sent, wrong: Wrong) -> StepPage {
    let plan = Plan {
        key: "terminal-pin".to_owned(),
        rules: &["terminal-rule-days", "terminal-rule-later"],
        ..plan(&shell, PIN.to_owned())
    };
    step::draw(shell, (plan, vec![]), sent, wrong, |forms| fields(forms, numberings, sent))
}

fn fields(forms: &Forms<'_>, numberings: &[String], sent: &Sent) -> Vec<Field> {
    let chosen = sent.text("numbering");
    let choice = |name: &String| Choice::new(name.as_str(), name.clone(), chosen.as_str());
    vec![
        forms.select("numbering", numberings.iter().map(choice).collect()),
        forms.line("pin").hint(forms.shell.say("terminal-hint-pin")),
        forms.people("pin_of", "terminal-hint-person"),
        forms.day("since"),
        forms.day("until").hint(forms.shell.say("terminal-hint-until")),
    ]
}

/// The page that ends one.
pub(super) fn end_link(shell: &Shell, id: PinId) -> Link {
    Link::new(query::with(PIN_END, "pin", &id.to_string()), shell.say("terminal-end-title"))
}

/// `GET /desk/terminals/pins/end?pin=ID`
pub(super) async fn end_form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let line = asked.line(&state, &granted, &shell).await?;
    let today = instant::day(state.acts.now()).to_string();
    let sent = Sent::new(state.acts.new_request(), 0).put("until", today);
    step::first(&draw_end(shell, &line, &sent, (vec![], None)))
}

/// `POST /desk/terminals/pins/end?pin=ID`
pub(super) async fn end_submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let line = asked.line(&state, &granted, &shell).await?;
    let act = EndPin { actor: granted.account(), id: line.row.id, until: sent.text("until") };
    let outcome = state.acts.perform(once(&state, &granted, &sent.request()), act).await;
    match settle(&shell, HOME, outcome)? {
        Ok(_) => Ok(Redirect::to(HOME).into_response()),
        Err(wrong) => step::again(&draw_end(shell, &line, &sent, wrong)),
    }
}

fn draw_end(shell: Shell, line: &PinLine, sent: &Sent, wrong: Wrong) -> StepPage {
    let (id, (number, name)) = (line.row.id, &line.person);
    let column = |key: &str| shell.say(&format!("terminal-column-{key}"));
    let plan = Plan {
        facts: vec![
            (column("numbering"), line.row.numbering.clone()),
            (column("pin"), line.row.pin.to_string()),
            (column("person"), format!("{name} {number}")),
            (column("span"), format!("{} –", shell.words.date(line.row.since))),
        ],
        key: "terminal-end".to_owned(),
        rules: &["terminal-rule-days"],
        ..plan(&shell, query::with(PIN_END, "pin", &id.to_string()))
    };
    step::draw(shell, (plan, vec![]), sent, wrong, |forms| vec![forms.day("until")])
}

fn plan(shell: &Shell, action: String) -> Plan {
    Plan {
        above: vec![Link::new(HOME, shell.say("terminal-list-title"))],
        action,
        paper: PaperPart::None,
        ..Plan::default()
    }
}
