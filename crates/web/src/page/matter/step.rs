//! The page of a step: what it is about, what it will do, its fields, its folded paper.

use super::forms::Forms;
use super::sent::Sent;
use super::wrong::Wrong;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::part::{Crumb, ErrorSummary, Field, Filter, Link, RefusalBox};
use crate::shell::Shell;
use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use qz_acts::power::POWERS;
use qz_domain::action::Action;
use qz_domain::id::UnitId;
use qz_domain::power::{Grant, Power, Reach};

/// The page.
#[derive(Debug, Clone, Template)]
#[template(path = "matter/step.html")]
pub(in crate::page) struct StepPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    lead: String,
    action: String,
    button: String,
    back: String,
    request: String,
    version: i64,
    errors: ErrorSummary,
    refusal: Option<RefusalBox>,
    fields: Vec<Field>,
    groups: Vec<Group>,
    paper: Vec<Field>,
    paper_only: bool,
    paper_open: bool,
    texts: Vec<(String, String)>,
    facts: Vec<(String, String)>,
    links: Vec<Link>,
    rules: Vec<String>,
    units: Vec<String>,
    look: Option<String>,
    chooser: Option<Filter>,
}

impl StepPage {
    /// The same page with a second button that sends the form to be looked at, not done.
    #[must_use]
    pub fn with_look(self, label: String) -> Self {
        Self { look: Some(label), ..self }
    }

    /// The same page with a choice to make first, by plain address.
    #[must_use]
    pub fn choose_first(self, chooser: Filter) -> Self {
        Self { chooser: Some(chooser), ..self }
    }
}

/// Fields that belong together, under a heading of their own.
#[derive(Debug, Clone)]
pub(in crate::page) struct Group {
    /// What they are of.
    pub legend: String,
    /// The fields.
    pub fields: Vec<Field>,
    /// Whether it stands open.
    pub is_open: bool,
}

/// What a family says of one of its steps.
#[derive(Debug, Default)]
pub(in crate::page) struct Plan {
    /// The family and the step in keys: `finding-screen` has a title, a lead and a button.
    pub key: String,
    /// The pages above, the record last.
    pub above: Vec<Link>,
    /// Where the form goes.
    pub action: String,
    /// The values of its lead.
    pub lead: Vec<(&'static str, String)>,
    /// What was said before, to be read before deciding.
    pub texts: Vec<(String, String)>,
    /// What it is about, in short.
    pub facts: Vec<(String, String)>,
    /// Further pages to read first.
    pub links: Vec<Link>,
    /// Keys of the rules that will be checked.
    pub rules: &'static [&'static str],
    /// The hint of who did it on paper; `None` where the subject is known.
    pub by: Option<&'static str>,
    /// Which paper it can be done on.
    pub paper: PaperPart,
}

/// Which paper a step can be done on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::page) enum PaperPart {
    /// None: only at the screen.
    None,
    /// Any; its fields are folded.
    #[default]
    Folded,
    /// It is always keyed from a paper.
    Always,
}

/// Draws a step's page; `fields` makes its own fields.
pub(in crate::page) fn draw(
    shell: Shell,
    (plan, units): (Plan, Vec<String>),
    sent: &Sent,
    wrong: Wrong,
    fields: impl FnOnce(&Forms<'_>) -> Vec<Field>,
) -> StepPage {
    draw_in_groups(shell, (plan, units), sent, wrong, (fields, |_: &Forms<'_>| vec![]))
}

/// As [`draw`], with groups of fields after those that stand alone.
pub(in crate::page) fn draw_in_groups(
    shell: Shell,
    (plan, units): (Plan, Vec<String>),
    sent: &Sent,
    (faults, refusal): Wrong,
    (fields, groups): (
        impl FnOnce(&Forms<'_>) -> Vec<Field>,
        impl FnOnce(&Forms<'_>) -> Vec<Group>,
    ),
) -> StepPage {
    let errors = ErrorSummary::new(shell.words, faults);
    let forms = Forms { shell: &shell, errors: &errors, sent };
    let (own, groups) = (fields(&forms), groups(&forms));
    let paper = match plan.paper {
        PaperPart::None => vec![],
        PaperPart::Folded | PaperPart::Always => forms.paper(plan.by),
    };
    let paper_open = forms.is_paper_open();
    let say = |part: &str| shell.say(&format!("{}-{part}", plan.key));
    let values: Vec<_> = plan.lead.iter().map(|(name, value)| (*name, value.into())).collect();
    let back = plan.above.last().map_or_else(String::new, |link| link.href.clone());
    StepPage {
        crumb: Crumb::new(shell.words, plan.above, say("title")),
        title: say("title"),
        lead: shell.say_with(&format!("{}-lead", plan.key), &values),
        action: plan.action,
        button: say("button"),
        back,
        request: sent.request(),
        version: sent.version(),
        refusal,
        fields: own,
        groups,
        paper,
        paper_only: plan.paper == PaperPart::Always,
        paper_open,
        texts: plan.texts.into_iter().filter(|(_, text)| !text.is_empty()).collect(),
        facts: plan.facts,
        links: plan.links,
        rules: plan.rules.iter().map(|key| shell.say(key)).collect(),
        units,
        look: None,
        chooser: None,
        errors,
        shell,
    }
}

/// A form for the first time.
pub(in crate::page) fn first(page: &StepPage) -> Result<Response, WebError> {
    Ok(Html(page.render()?).into_response())
}

/// A form again, with what was typed and what is wrong.
pub(in crate::page) fn again(page: &StepPage) -> Result<Response, WebError> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
}

/// The units that a field of units offers.
pub(in crate::page) async fn units(state: &WebState) -> Result<Vec<String>, WebError> {
    let units = state.acts.units().await.map_err(WebError::internal)?;
    Ok(units.iter().map(|unit| format!("{} {}", unit.code, unit.name)).collect())
}

/// The unit for which an account first holds the power to do something there alone, as a field names it.
pub(in crate::page) async fn seat(
    state: &WebState,
    granted: &Granted,
    action: Action,
) -> Result<Option<String>, WebError> {
    let narrow = |row: &Power| row.action == action && row.reach < Reach::County;
    seat_where(state, granted, narrow).await
}

/// The unit for which an account first holds one of some powers, as a field names it.
pub(in crate::page) async fn seat_where(
    state: &WebState,
    granted: &Granted,
    fits: impl Fn(&Power) -> bool,
) -> Result<Option<String>, WebError> {
    let holds = |grant: &&Grant| POWERS.iter().any(|row| row.role == grant.role && fits(row));
    let unit: Option<UnitId> = granted.actor().grants.iter().find(holds).map(|grant| grant.unit);
    let units = state.acts.units().await.map_err(WebError::internal)?;
    let found = units.iter().find(|one| Some(one.id) == unit);
    Ok(found.map(|one| format!("{} {}", one.code, one.name)))
}
