//! Recording an absence, and being back early: one page each.

use super::{BACK, HOME, RECORD};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, refuse, settle};
use crate::page::once::once;
use crate::page::person::as_named;
use crate::part::{Field, Link};
use crate::query;
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::away::{AwayForm, BackForm, EndAway, RecordAway};
use qz_domain::away::{Away, AwayKind};
use qz_domain::id::AwayId;
use qz_domain::instant;
use qz_domain::person::Person;
use serde::Deserialize;

/// Who is to be away, or which absence.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    who: String,
    away: String,
}

impl Asked {
    fn absence(&self) -> Result<AwayId, WebError> {
        self.away.trim().parse().map_err(|_| WebError::NotFound)
    }
}

/// The page that records an absence.
pub(in crate::page) fn record_link(shell: &Shell) -> Link {
    Link::new(RECORD, shell.say("away-record-title"))
}

/// The same, for somebody.
pub(in crate::page) fn record_for(shell: &Shell, person: &Person) -> Link {
    let who = query::with(RECORD, "who", &person.number);
    Link::new(who, shell.say("away-record-title"))
}

/// The page that ends one early.
pub(in crate::page) fn back_link(shell: &Shell, id: AwayId) -> Link {
    Link::new(query::with(BACK, "away", &id.to_string()), shell.say("away-back-title"))
}

/// `GET /desk/away/record`, `?who=NUMBER` for somebody else.
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let who = match asked.who.trim() {
        "" => as_named(&state, &granted).await?,
        who => who.to_owned(),
    };
    let today = instant::day(state.acts.now()).to_string();
    let sent = Sent::new(state.acts.new_request(), 0).put("absentee", who).put("since", today);
    step::first(&draw(shell, &sent, (vec![], None)))
}

/// `POST /desk/away/record`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let form = AwayForm {
        absentee: sent.text("absentee"),
        kind: sent.text("kind"),
        since: sent.text("since"),
        until: sent.text("until"),
        note: sent.text("note"),
    };
    let act = RecordAway { actor: granted.account(), form, source: String::new() };
    let outcome = state.acts.perform(once(&state, &granted, &sent.request()), act).await;
    match settle(&shell, HOME, outcome)? {
        Ok(_) => Ok(Redirect::to(HOME).into_response()),
        Err(wrong) => step::again(&draw(shell, &sent, wrong)),
    }
}

fn draw(shell: Shell, sent: &Sent, wrong: Wrong) -> StepPage {
    let plan = Plan {
        key: "away-record".to_owned(),
        rules: &["away-rule-days", "away-rule-deputy"],
        ..plan(&shell, RECORD.to_owned())
    };
    step::draw(shell, (plan, vec![]), sent, wrong, fields)
}

fn fields(forms: &Forms<'_>) -> Vec<Field> {
    vec![
        forms.people("absentee", "away-hint-person"),
        forms.radios::<AwayKind>("kind"),
        forms.day("since"),
        forms.day("until").hint(forms.shell.say("person-hint-until")),
        forms.line("note").wide().hint(forms.shell.say("away-hint-note")),
    ]
}

/// What both pages share.
fn plan(shell: &Shell, action: String) -> Plan {
    Plan {
        key: String::new(),
        above: vec![Link::new(HOME, shell.say("away-list-title"))],
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

/// `GET /desk/away/back?away=ID`
pub(super) async fn back_form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let found = absence(&state, &granted, &shell, asked.absence()?).await?;
    let today = instant::day(state.acts.now()).max(found.0.since).to_string();
    let sent = Sent::new(state.acts.new_request(), 0).put("back_on", today);
    step::first(&draw_back(shell, &found, &sent, (vec![], None)))
}

/// `POST /desk/away/back?away=ID`
pub(super) async fn back_submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let away = asked.absence()?;
    let found = absence(&state, &granted, &shell, away).await?;
    let form = BackForm { back_on: sent.text("back_on") };
    let act = EndAway { actor: granted.account(), away, form };
    let outcome = state.acts.perform(once(&state, &granted, &sent.request()), act).await;
    match settle(&shell, HOME, outcome)? {
        Ok(_) => Ok(Redirect::to(HOME).into_response()),
        Err(wrong) => step::again(&draw_back(shell, &found, &sent, wrong)),
    }
}

async fn absence(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
    id: AwayId,
) -> Result<(Away, Person), WebError> {
    let found = state.acts.absence_to_end(granted.account(), id).await;
    found.map_err(|fault| refuse(shell, HOME, fault))
}

fn draw_back(shell: Shell, (away, person): &(Away, Person), sent: &Sent, wrong: Wrong) -> StepPage {
    let words = shell.words;
    let plan = Plan {
        key: "away-back".to_owned(),
        lead: vec![
            ("name", person.name.clone()),
            ("kind", words.term(away.kind)),
            ("since", words.date(away.since)),
            ("until", words.date(away.until)),
        ],
        rules: &["away-rule-back"],
        ..plan(&shell, query::with(BACK, "away", &away.id.to_string()))
    };
    step::draw(shell, (plan, vec![]), sent, wrong, |forms| vec![forms.day("back_on")])
}
