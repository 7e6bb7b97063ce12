//! A step's form on the page of the record itself (就地办理), for a step whose page would only repeat what stands there.
//! It goes to the step's own address, which is drawn with what was typed when something is wrong.

use super::family::Family;
use super::forms::Forms;
use super::sent::Sent;
use super::step::Plan;
use crate::page::at::At;
use crate::part::{ErrorSummary, Field};
use askama::Template;

/// The form.
#[derive(Debug, Clone, Template)]
#[template(path = "matter/in_place.html")]
pub(in crate::page) struct InPlace {
    heading: String,
    rules: Vec<String>,
    action: String,
    csrf: String,
    request: String,
    version: i64,
    fields: Vec<Field>,
    button: String,
}

impl askama::filters::HtmlSafe for InPlace {}

impl InPlace {
    /// The form of a plan, with its own fields.
    pub fn new(
        at: &At,
        plan: &Plan,
        version: i64,
        fields: impl FnOnce(&Forms<'_>) -> Vec<Field>,
    ) -> Self {
        let shell = &at.shell;
        let sent = Sent::new(at.state.acts.new_request(), version);
        let errors = ErrorSummary::new(shell.words, vec![]);
        let say = |part: &str| shell.say(&format!("{}-{part}", plan.key));
        Self {
            heading: say("title"),
            rules: plan.rules.iter().map(|key| shell.say(key)).collect(),
            action: plan.action.clone(),
            csrf: shell.csrf.clone(),
            request: sent.request(),
            version,
            fields: fields(&Forms { shell, errors: &errors, sent: &sent }),
            button: say("button"),
        }
    }

    /// The form of a step of a family.
    pub fn of<F: Family>(at: &At, step: F::Step, view: &F::View) -> Self {
        let plan = F::plan(at, step, view);
        Self::new(at, &plan, F::version(view), |forms| F::fields(forms, step, view))
    }
}
