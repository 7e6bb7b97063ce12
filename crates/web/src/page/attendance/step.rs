//! The steps on a day: asked about, explained by the person, settled for the unit, contested, looked at again.

use super::day::{facts, read, texts, title};
use super::{HOME, form_doors};
use crate::app::WebState;
use crate::door::{Doors, Granted};
use crate::error::WebError;
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, settle};
use crate::page::once::once;
use crate::part::{Field, Link};
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::attendance::{
    AskDay, ContestDay, DayForm, DecideDay, ExceptionChanged, ExplainDay, SettleDay, SettleForm,
    Why,
};
use qz_acts::{ActError, Done};
use qz_domain::attendance::PersonDay;
use qz_domain::attendance::exception::{Outcome, Step};
use qz_domain::procedure::Stepped;

/// The last part of a step's address, and its name in keys.
fn name(step: Step) -> &'static str {
    match step {
        Step::Ask => "ask",
        Step::Explain => "explain",
        Step::Settle => "settle",
        Step::Contest => "contest",
        Step::Decide => "decide",
    }
}

/// The way to a step.
pub(super) fn link(shell: &Shell, step: Step, key: PersonDay) -> Link {
    let name = name(step);
    Link::new(format!("{HOME}/days/{key}/{name}"), shell.say(&format!("attendance-{name}-button")))
}

macro_rules! steps {
    ($($step:ident $module:ident $path:literal;)+) => {
        /// The doors of the steps.
        pub(super) fn doors(doors: Doors) -> Doors {
            $(let doors = form_doors!(
                doors, $path, Step::$step.action(), $module::form, $module::submit
            );)+
            doors
        }

        $(mod $module {
            use super::*;

            /// `GET`
            pub(super) async fn form(
                granted: Granted,
                state: State<WebState>,
                shell: Shell,
                Path(day): Path<String>,
            ) -> Result<Response, WebError> {
                begin(Step::$step, (granted, state.0, shell), &day).await
            }

            /// `POST`
            pub(super) async fn submit(
                granted: Granted,
                state: State<WebState>,
                shell: Shell,
                Path(day): Path<String>,
                Form(sent): Form<Sent>,
            ) -> Result<Response, WebError> {
                end(Step::$step, (granted, state.0, shell), (&day, sent)).await
            }
        })+
    };
}

steps! {
    Ask ask "/desk/attendance/days/{day}/ask";
    Explain explain "/desk/attendance/days/{day}/explain";
    Settle settle_day "/desk/attendance/days/{day}/settle";
    Contest contest "/desk/attendance/days/{day}/contest";
    Decide decide "/desk/attendance/days/{day}/decide";
}

async fn begin(
    step: Step,
    (granted, state, shell): (Granted, WebState, Shell),
    day: &str,
) -> Result<Response, WebError> {
    let view = read(&state, &granted, (&shell, day)).await?;
    let version = view.exception.as_ref().map_or(0, |one| one.version);
    let said = match step {
        Step::Explain => view.exception.as_ref().map_or("", |one| one.said.as_str()),
        _ => "",
    };
    let sent = Sent::new(state.acts.new_request(), version).put("said", said);
    step::first(&draw(shell, step, (&view, &sent), (vec![], None)))
}

async fn end(
    step: Step,
    (granted, state, shell): (Granted, WebState, Shell),
    (day, sent): (&str, Sent),
) -> Result<Response, WebError> {
    let view = read(&state, &granted, (&shell, day)).await?;
    let home = format!("{HOME}/days/{}", view.key);
    let request = once(&state, &granted, &sent.request());
    let outcome = perform(&state, (step, view.key), (granted, request), &sent).await;
    match settle(&shell, &home, outcome)? {
        Ok(_) => Ok(Redirect::to(&home).into_response()),
        Err(wrong) => step::again(&draw(shell, step, (&view, &sent), wrong)),
    }
}

async fn perform(
    state: &WebState,
    (step, day): (Step, PersonDay),
    (granted, request): (Granted, String),
    sent: &Sent,
) -> Result<Done<ExceptionChanged>, ActError> {
    let (acts, actor, version) = (&state.acts, granted.account(), sent.version());
    let said = DayForm { day, said: sent.text("said") };
    let form = SettleForm { day, outcome: sent.text("outcome"), because: sent.text("because") };
    match step {
        Step::Ask => acts.perform(request, AskDay { actor, day }).await,
        Step::Explain => acts.perform(request, ExplainDay { actor, form: said }).await,
        Step::Contest => acts.perform(request, ContestDay { actor, form: said }).await,
        Step::Settle => acts.perform(request, SettleDay { actor, version, form }).await,
        Step::Decide => acts.perform(request, DecideDay { actor, version, form }).await,
    }
}

fn draw(shell: Shell, step: Step, (view, sent): (&Why, &Sent), wrong: Wrong) -> StepPage {
    let home = format!("{HOME}/days/{}", view.key);
    let name = name(step);
    let plan = Plan {
        key: format!("attendance-{name}"),
        above: vec![Link::new(home.clone(), title(&shell, view))],
        action: format!("{home}/{name}"),
        texts: texts(&shell, view),
        facts: facts(&shell, view),
        rules: rules(step),
        paper: PaperPart::None,
        ..Plan::default()
    };
    step::draw(shell, (plan, vec![]), sent, wrong, |forms| fields(forms, step, view))
}

fn rules(step: Step) -> &'static [&'static str] {
    match step {
        Step::Ask => &["attendance-rule-heard", "attendance-rule-machine"],
        Step::Explain => &["attendance-rule-explain", "attendance-rule-machine"],
        Step::Settle => {
            &["attendance-rule-heard", "attendance-rule-awol", "attendance-rule-remedy"]
        }
        Step::Contest => &["attendance-rule-no-heavier", "attendance-rule-other"],
        Step::Decide => &["attendance-rule-other", "attendance-rule-no-heavier"],
    }
}

fn fields(forms: &Forms<'_>, step: Step, view: &Why) -> Vec<Field> {
    match step {
        Step::Ask => vec![],
        Step::Explain => vec![forms.lines("said", 3, "attendance-hint-said")],
        Step::Contest => vec![forms.lines("said", 3, "attendance-hint-contested")],
        Step::Settle | Step::Decide => {
            let fits = |outcome: Outcome| outcome != Outcome::Awol || view.row.halves > 0;
            vec![
                forms.radios_of::<Outcome>("outcome", fits),
                forms.lines("because", 2, "attendance-hint-because").optional(),
            ]
        }
    }
}
