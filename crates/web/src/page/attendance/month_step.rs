//! The two steps on the month of a unit that need a reason: sent back, corrected by a numbered copy.

use super::{CLOSE, UNIT, form_doors};
use crate::app::WebState;
use crate::door::{Doors, Granted};
use crate::error::WebError;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, settle};
use crate::page::once::once;
use crate::part::Link;
use crate::query;
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::attendance::{CorrectSheet, ReturnSheet, SheetChanged};
use qz_acts::{ActError, Done};
use qz_domain::attendance::sheet::Step;
use qz_domain::id::UnitId;
use qz_domain::month::Month;
use qz_domain::procedure::Stepped;
use serde::Deserialize;

/// Which month an address names.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    unit: String,
    month: String,
}

impl Asked {
    /// The address with the same names.
    fn at(&self, path: &str) -> String {
        query::with(&query::with(path, "unit", &self.unit), "month", &self.month)
    }
}

macro_rules! steps {
    ($($step:ident $module:ident $path:literal;)+) => {
        /// The doors of the two.
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
                _: Granted,
                State(state): State<WebState>,
                shell: Shell,
                Query(asked): Query<Asked>,
            ) -> Result<Response, WebError> {
                let sent = Sent::new(state.acts.new_request(), 0);
                step::first(&draw(shell, (Step::$step, $path), (&asked, &sent), (vec![], None)))
            }

            /// `POST`
            pub(super) async fn submit(
                granted: Granted,
                State(state): State<WebState>,
                shell: Shell,
                Query(asked): Query<Asked>,
                Form(sent): Form<Sent>,
            ) -> Result<Response, WebError> {
                let outcome = perform(&state, &granted, Step::$step, (&asked, &sent)).await?;
                match settle(&shell, CLOSE, outcome)? {
                    Ok(_) => Ok(Redirect::to(&asked.at(UNIT)).into_response()),
                    Err(wrong) => {
                        step::again(&draw(shell, (Step::$step, $path), (&asked, &sent), wrong))
                    }
                }
            }
        })+
    };
}

steps! {
    Return send_back "/desk/attendance/unit/return";
    Correct correct "/desk/attendance/unit/correct";
}

async fn perform(
    state: &WebState,
    granted: &Granted,
    step: Step,
    (asked, sent): (&Asked, &Sent),
) -> Result<Result<Done<SheetChanged>, ActError>, WebError> {
    let unit = state.acts.unit(&asked.unit).await.map_err(WebError::internal)?;
    let unit: UnitId = unit.ok_or(WebError::NotFound)?.id;
    let month: Month = asked.month.trim().parse().map_err(|_| WebError::NotFound)?;
    let (actor, reason) = (granted.account(), sent.text("reason"));
    let request = once(state, granted, &sent.request());
    Ok(match step {
        Step::Correct => {
            state.acts.perform(request, CorrectSheet { actor, unit, month, reason }).await
        }
        _ => state.acts.perform(request, ReturnSheet { actor, unit, month, reason }).await,
    })
}

fn draw(
    shell: Shell,
    (step, path): (Step, &str),
    (asked, sent): (&Asked, &Sent),
    wrong: Wrong,
) -> StepPage {
    let (key, rule, hint): (_, &[&str], _) = match step {
        Step::Correct => {
            ("attendance-correct", &["attendance-rule-correct"], "attendance-hint-correct")
        }
        _ => ("attendance-return", &["attendance-rule-return"], "attendance-hint-return"),
    };
    let plan = Plan {
        key: key.to_owned(),
        above: vec![Link::new(asked.at(UNIT), shell.say("attendance-unit-title"))],
        action: asked.at(path),
        rules: rule,
        paper: PaperPart::None,
        ..Plan::default()
    };
    step::draw(shell, (plan, vec![]), sent, wrong, |forms| vec![forms.lines("reason", 3, hint)])
}
