//! Plan the visits to everything drawn in one go, with the teams that are proposed.

use super::show::{facts, plan_alone, title};
use super::{HOME, Of};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::at::At;
use crate::page::matter::forms::Forms;
use crate::page::matter::in_place::InPlace;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, refuse};
use crate::page::once::once;
use crate::part::{Control, Field, FieldError, Link, TextKind};
use crate::refusal::{field_errors, refusal_box};
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::ActError;
use qz_acts::draw::pair::Proposal;
use qz_acts::draw::view::DrawView;
use qz_acts::draw::visits::{DrawnVisitsForm, NotPlanned};
use qz_domain::id::DrawId;

/// Where they are planned.
pub(super) const PATH: &str = "/desk/visits/drawn";

const RULES: &[&str] =
    &["visit-rule-two", "visit-rule-trained", "visit-rule-kin", "draw-team-note"];

/// The form on the draw's own page, while some of what was drawn has no visit.
pub(super) fn in_place(at: &At, view: &DrawView) -> Option<InPlace> {
    let plan = plan(&at.shell, view);
    (!view.proposals.is_empty())
        .then(|| InPlace::new(at, &plan, view.draw.version, |forms| fields(forms, view)))
}

/// `GET /desk/visits/drawn?draw=`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(of): Query<Of>,
) -> Result<Response, WebError> {
    let at = At { state, granted, shell };
    let id = of.id()?;
    let view = read(&at, id).await?;
    let sent = Sent::new(at.state.acts.new_request(), view.draw.version);
    step::first(&draw(at, &view, &sent, (vec![], None)))
}

/// `POST /desk/visits/drawn?draw=`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(of): Query<Of>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let at = At { state, granted, shell };
    let id = of.id()?;
    let view = read(&at, id).await?;
    let form = DrawnVisitsForm {
        from: sent.text("from"),
        until: sent.text("until"),
        teams: view.proposals.iter().map(|one| team_of(&sent, one)).collect(),
    };
    let request = once(&at.state, &at.granted, &sent.request());
    match at.state.acts.plan_drawn(&request, (at.account(), id), &form).await {
        Ok(_) => Ok(Redirect::to(&format!("{HOME}/{id}")).into_response()),
        Err(not) => {
            let wrong = wrong(&at.shell, &view, not)?;
            step::again(&draw(at, &view, &sent, wrong))
        }
    }
}

async fn read(at: &At, id: DrawId) -> Result<DrawView, WebError> {
    let view = at.state.acts.draw(at.account(), id).await;
    view.map_err(|fault| refuse(&at.shell, HOME, fault))
}

fn team_name(one: &Proposal) -> String {
    format!("team.{}", one.unit.code)
}

fn day_label(shell: &Shell, name: &str) -> String {
    shell.say(&format!("visit-field-{name}"))
}

fn team_label(shell: &Shell, one: &Proposal) -> String {
    shell.say_with("draw-team-of", &[("unit", one.unit.name.clone().into())])
}

fn team_of(sent: &Sent, one: &Proposal) -> (String, String) {
    (one.unit.code.clone(), sent.text(&team_name(one)))
}

/// What is wrong, at the unit whose visit it is.
fn wrong(shell: &Shell, view: &DrawView, not: NotPlanned) -> Result<Wrong, WebError> {
    let one = view.proposals.get(not.at).ok_or(WebError::NotFound)?;
    match not.fault {
        ActError::Invalid(faults) => {
            let is_day = |name: &str| matches!(name, "from" | "until");
            let label = |name: &str| {
                if is_day(name) { day_label(shell, name) } else { team_label(shell, one) }
            };
            let mut faults = field_errors(shell.words, &faults, label);
            for fault in faults.iter_mut().filter(|fault| !is_day(&fault.field)) {
                fault.field = team_name(one);
            }
            Ok((faults, None))
        }
        ActError::Refused(refusal) => {
            let label =
                shell.say_with("draw-plan-alone", &[("unit", one.unit.name.clone().into())]);
            let alone = Link::new(plan_alone(view, one), label);
            let said = refusal_box(shell.words, &refusal, alone);
            let fault =
                FieldError::new(team_name(one), format!("{}：{}", one.unit.name, said.title));
            Ok((vec![fault], Some(said)))
        }
        other => Err(refuse(shell, HOME, other)),
    }
}

fn plan(shell: &Shell, view: &DrawView) -> Plan {
    let (title, home) = (title(shell, view), format!("{HOME}/{}", view.draw.id));
    Plan {
        key: "draw-visits".to_owned(),
        above: vec![
            Link::new(HOME, shell.say("draw-list-title")),
            Link::new(home.clone(), title.clone()),
        ],
        action: format!("{PATH}?draw={}", view.draw.id),
        lead: vec![("title", title)],
        facts: facts(shell, view),
        rules: RULES,
        paper: PaperPart::None,
        ..Plan::default()
    }
}

fn draw(at: At, view: &DrawView, sent: &Sent, wrong: Wrong) -> StepPage {
    let plan = plan(&at.shell, view);
    step::draw(at.shell, (plan, vec![]), sent, wrong, |forms| fields(forms, view))
}

fn fields(forms: &Forms<'_>, view: &DrawView) -> Vec<Field> {
    let hint = forms.shell.say("visit-hint-until");
    let mut fields = vec![day(forms, "from"), day(forms, "until").optional().hint(hint)];
    fields.extend(view.proposals.iter().map(|one| team(forms, one)));
    fields
}

/// The first or the last day of all the visits.
fn day(forms: &Forms<'_>, name: &str) -> Field {
    let control = Control::Line { kind: TextKind::Day, value: forms.sent.text(name) };
    let label = day_label(forms.shell, name);
    Field::new(forms.shell.words, name, label, control).error(forms.errors.of(name))
}

/// Who goes to one unit: the two proposed, until somebody writes others.
fn team(forms: &Forms<'_>, one: &Proposal) -> Field {
    let name = team_name(one);
    let proposed = || {
        let each = one.team.iter().map(|(number, name)| format!("{number} {name}"));
        each.collect::<Vec<_>>().join("、")
    };
    let is_sent = forms.sent.names().any(|sent| sent == name);
    let value = if is_sent { forms.sent.text(&name) } else { proposed() };
    let label = team_label(forms.shell, one);
    let control = Control::Line { kind: TextKind::Plain, value };
    Field::new(forms.shell.words, &name, label, control).error(forms.errors.of(&name)).wide()
}
