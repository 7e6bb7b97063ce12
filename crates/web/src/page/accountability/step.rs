//! The steps on an accountability: the statement in its three ways, decide, drop, serve, clear.

use super::show::{notice, subject};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::term_text;
use crate::page::matter::wrong::{Wrong, refuse, settle};
use crate::page::once::once;
use crate::page::person::as_named;
use crate::part::{Field, Link};
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use qz_acts::accountability::view::AccountabilityView;
use qz_acts::accountability::{
    AccountabilityChanged, ClearSubject, ClearingForm, DecideMeasure, DecisionForm,
    DropAccountability, DropForm, GiveStatement, RecordStatement, ServeDecision, ServiceForm,
    StatementForm, WaiveStatement,
};
use qz_acts::{ActError, Done};
use qz_domain::accountability::{Stage, Step};
use qz_domain::id::AccountabilityId;
use qz_domain::reading::Reading;
use qz_domain::{field, instant};

const HOME: &str = "/desk/accountabilities";

/// The steps that have a page of their own here.
pub(super) const STEPS: [Step; 7] =
    [Step::Answer, Step::Record, Step::Waive, Step::Decide, Step::Drop, Step::Serve, Step::Clear];

/// The path of a step.
pub(super) fn path(step: Step) -> &'static str {
    match step {
        Step::Record => "/desk/accountabilities/{id}/record",
        Step::Waive => "/desk/accountabilities/{id}/waive",
        Step::Decide => "/desk/accountabilities/{id}/decide",
        Step::Drop => "/desk/accountabilities/{id}/drop",
        Step::Serve => "/desk/accountabilities/{id}/serve",
        Step::Clear => "/desk/accountabilities/{id}/clear",
        Step::Notify | Step::Answer => "/desk/accountabilities/{id}/answer",
    }
}

fn code(step: Step) -> &'static str {
    path(step).rsplit('/').next().unwrap_or_default()
}

/// The button that leads to a step's page.
pub(super) fn link(shell: &Shell, step: Step, home: &str) -> Link {
    let label = shell.say(&format!("accountability-{}-title", code(step)));
    Link::new(format!("{home}/{}", code(step)), label)
}

/// `GET /desk/accountabilities/{id}/{step}`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<AccountabilityId>,
    step: Step,
) -> Result<Response, WebError> {
    let view = state.acts.accountability(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    state.acts.note_reads(granted.actor(), (Reading::Accountability, id.0), view.row.person());
    let mut sent = Sent::new(state.acts.new_request(), view.row.version);
    if matches!(step, Step::Decide | Step::Drop) {
        sent = sent.put("panel", as_named(&state, &granted).await?);
        sent = sent.put("measure", view.row.proposed.clone());
    }
    if step == Step::Clear {
        sent = sent.put("clearing", shell.say("accountability-clear-words"));
    }
    let today = instant::day(state.acts.now());
    step::first(&draw(shell, (step, &view, today), &sent, (vec![], None)))
}

/// `POST /desk/accountabilities/{id}/{step}`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<AccountabilityId>,
    Form(sent): Form<Sent>,
    step: Step,
) -> Result<Response, WebError> {
    let home = format!("{HOME}/{id}");
    let outcome = perform(&state, &granted, (id, step, &sent)).await;
    match settle(&shell, &home, outcome)? {
        Ok(_) => {
            // Whoever cleared the last of it reads no more of it.
            let reads = state.acts.accountability(granted.account(), id).await.is_ok();
            Ok(Redirect::to(if reads { &home } else { HOME }).into_response())
        }
        Err(wrong) => {
            let view = state.acts.accountability(granted.account(), id).await;
            let view = view.map_err(|fault| refuse(&shell, &home, fault))?;
            // What was typed stays; it may be sent again on the record as it is now.
            let sent = sent.at(view.row.version);
            let today = instant::day(state.acts.now());
            step::again(&draw(shell, (step, &view, today), &sent, wrong))
        }
    }
}

async fn perform(
    state: &WebState,
    granted: &Granted,
    (accountability, step, sent): (AccountabilityId, Step, &Sent),
) -> Result<Done<AccountabilityChanged>, ActError> {
    let (actor, version, paper) = (granted.account(), sent.version(), sent.paper());
    let request = once(state, granted, &sent.request());
    let acts = &state.acts;
    let because = sent.text("because");
    let panel = sent.people("panel");
    match step {
        Step::Notify | Step::Answer => {
            let form = StatementForm { statement: sent.text("statement"), paper };
            acts.perform(request, GiveStatement { actor, accountability, version, form }).await
        }
        Step::Record => {
            let form = StatementForm { statement: sent.text("statement"), paper };
            acts.perform(request, RecordStatement { actor, accountability, version, form }).await
        }
        Step::Waive => {
            acts.perform(request, WaiveStatement { actor, accountability, version, paper }).await
        }
        Step::Decide => {
            let (measure, response) = (sent.text("measure"), sent.text("response"));
            let form = DecisionForm { panel, measure, response, because, paper };
            acts.perform(request, DecideMeasure { actor, accountability, version, form }).await
        }
        Step::Drop => {
            let form = DropForm { panel, because, paper };
            acts.perform(request, DropAccountability { actor, accountability, version, form }).await
        }
        Step::Serve => {
            let form = ServiceForm { paper };
            acts.perform(request, ServeDecision { actor, accountability, version, form }).await
        }
        Step::Clear => {
            let form = ClearingForm { says: sent.text("clearing"), paper };
            acts.perform(request, ClearSubject { actor, accountability, version, form }).await
        }
    }
}

fn draw(
    shell: Shell,
    (step, view, today): (Step, &AccountabilityView, Date),
    sent: &Sent,
    wrong: Wrong,
) -> StepPage {
    // The law of a paper's day is the one that counts for what stands on it.
    let day = field::day("paper_day", sent.get("paper_day")).unwrap_or(today);
    let plan = plan(&shell, step, view);
    step::draw(shell, (plan, vec![]), sent, wrong, |forms| fields(forms, (step, view), day))
}

fn fields(forms: &Forms<'_>, (step, view): (Step, &AccountabilityView), day: Date) -> Vec<Field> {
    let panel = || forms.people("panel", "matter-hint-panel");
    match step {
        Step::Notify | Step::Answer => {
            vec![forms.lines("statement", 6, "matter-hint-statement")]
        }
        Step::Record => vec![forms.lines("statement", 6, "matter-hint-statement-paper")],
        Step::Decide => {
            let is_unit = Some(view.person.is_none());
            let measure = forms.measure(day, is_unit);
            let mut fields = vec![panel(), measure.hint(forms.shell.say("matter-hint-measure"))];
            if view.row.stage == Stage::Answered {
                fields.push(forms.lines("response", 3, "matter-hint-response"));
            }
            fields.push(forms.lines("because", 2, "matter-hint-because"));
            fields
        }
        Step::Drop => vec![panel(), forms.lines("because", 3, "matter-hint-dropped")],
        Step::Clear => vec![forms.lines("clearing", 3, "matter-hint-clearing")],
        Step::Waive | Step::Serve => vec![],
    }
}

fn plan(shell: &Shell, step: Step, view: &AccountabilityView) -> Plan {
    let row = &view.row;
    let home = format!("{HOME}/{}", row.id);
    let name = subject(shell, view);
    let mut texts = if step == Step::Serve { vec![] } else { notice(shell, view) };
    if matches!(step, Step::Decide | Step::Drop) {
        texts.push((shell.say("matter-field-statement"), row.statement.clone()));
    }
    let due = match &view.clearing {
        Some(term) => term_text(shell.words, &view.county, ("clearing", term)),
        None => term_text(shell.words, &view.county, ("statement_window", &row.answer_due)),
    };
    let number = row.number.map_or_else(String::new, |number| number.to_string());
    // For a unit one of its people spoke; a person speaks themselves or through somebody.
    let spoke = match view.person {
        None => "matter-hint-spoke",
        Some(_) => "matter-hint-represented",
    };
    Plan {
        key: format!("accountability-{}", code(step)),
        above: vec![
            Link::new(HOME, shell.say("accountability-list-title")),
            Link::new(home.clone(), name.clone()),
        ],
        action: format!("{home}/{}", code(step)),
        lead: vec![("name", name), ("due", due), ("number", number)],
        texts,
        facts: vec![],
        links: vec![],
        rules: rules(step),
        by: match step {
            Step::Record | Step::Waive => Some(spoke),
            Step::Serve | Step::Clear => Some("matter-hint-by"),
            Step::Notify | Step::Answer | Step::Decide | Step::Drop => None,
        },
        paper: match step {
            Step::Notify | Step::Answer => PaperPart::None,
            Step::Record | Step::Waive => PaperPart::Always,
            Step::Decide | Step::Drop | Step::Serve | Step::Clear => PaperPart::Folded,
        },
    }
}

/// What whoever takes a step must know.
fn rules(step: Step) -> &'static [&'static str] {
    match step {
        Step::Notify | Step::Answer => &["matter-rule-no-heavier", "matter-rule-reads"],
        Step::Record | Step::Waive => {
            &["matter-rule-paper", "matter-rule-voice", "matter-rule-recusal"]
        }
        Step::Decide => &["matter-rule-panel", "matter-rule-no-heavier", "matter-rule-authority"],
        Step::Drop => &["matter-rule-panel", "matter-rule-recusal"],
        Step::Serve => &["matter-rule-not-found", "matter-rule-remedy"],
        Step::Clear => &["matter-rule-not-found", "matter-rule-recusal", "matter-rule-clearing"],
    }
}
