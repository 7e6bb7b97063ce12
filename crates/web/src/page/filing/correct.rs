//! Correct what was filed: every value as it is right, and why.

use super::form as controls;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, refuse, settle};
use crate::page::once::once;
use crate::page::scheme;
use crate::part::Link;
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::filing::CorrectFiling;
use qz_acts::run::view::FilingView;
use qz_domain::action::Action;
use qz_domain::id::FilingId;
use qz_mechanism::Mechanism;
use qz_mechanism::block::Block;

/// `GET /desk/filings/{id}/correct`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<FilingId>,
) -> Result<Response, WebError> {
    let (view, mechanism) = read(&state, &granted, (&shell, id)).await?;
    let element = element(&view, &mechanism)?;
    let sent = Sent::new(state.acts.new_request(), 0);
    let sent = controls::put(element, sent, &view.filing.fields);
    step::first(&draw(&state, shell, (&view, element), &sent, (vec![], None)).await?)
}

/// `POST /desk/filings/{id}/correct`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<FilingId>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let (view, mechanism) = read(&state, &granted, (&shell, id)).await?;
    let element = element(&view, &mechanism)?;
    let (fields, reason) = (controls::given(element, &sent), sent.text("reason"));
    let paper = sent.paper();
    let act = CorrectFiling { actor: granted.account(), filing: id, fields, reason, paper };
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, "/desk", state.acts.perform(request, act).await)? {
        Ok(_) => Ok(Redirect::to(&run(&view)).into_response()),
        Err(wrong) => step::again(&draw(&state, shell, (&view, element), &sent, wrong).await?),
    }
}

async fn read(
    state: &WebState,
    granted: &Granted,
    (shell, id): (&Shell, FilingId),
) -> Result<(FilingView, Mechanism), WebError> {
    let view = state.acts.filing(granted.account(), (id, Action::FilingCorrect)).await;
    let view = view.map_err(|fault| refuse(shell, "/desk", fault))?;
    let mechanism = Mechanism::read(&view.adoption.text).mechanism;
    Ok((view, mechanism.ok_or(WebError::NotFound)?))
}

fn element<'a>(view: &FilingView, mechanism: &'a Mechanism) -> Result<&'a Block, WebError> {
    mechanism.element(&view.filing.element).ok_or(WebError::NotFound)
}

/// The run of the scheme.
fn run(view: &FilingView) -> String {
    format!("{}/{}/run", scheme::HOME, view.adoption.id)
}

async fn draw(
    state: &WebState,
    shell: Shell,
    (view, element): (&FilingView, &Block),
    sent: &Sent,
    wrong: Wrong,
) -> Result<StepPage, WebError> {
    let words = shell.words;
    let plan = Plan {
        key: "filing-correct".to_owned(),
        above: vec![Link::new(run(view), view.adoption.title.clone())],
        action: format!("/desk/filings/{}/correct", view.filing.id),
        lead: vec![("element", view.filing.element.clone())],
        facts: vec![
            (shell.say("scheme-column-unit"), shell.unit_name(&view.unit)),
            (shell.say("filing-column-cycle"), words.date(view.filing.cycle)),
            (shell.say("filing-column-filed-on"), words.date(view.filing.filed_on)),
        ],
        rules: &["filing-rule-kept"],
        by: Some("matter-hint-by"),
        paper: PaperPart::Folded,
        ..Plan::default()
    };
    let units = step::units(state).await?;
    let wrong = controls::under_titles(&shell, element, wrong);
    Ok(step::draw(shell, (plan, units), sent, wrong, |forms| {
        let mut fields = controls::fields(forms, element);
        fields.push(forms.lines("reason", 2, "filing-hint-correction"));
        fields
    }))
}
