//! Announce a draw: what for, of which units, how many. The office and the kind of unit stand there
//! already.

use super::HOME;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::forms::Forms;
use crate::page::matter::search;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage, seat_where, units};
use crate::page::matter::wrong::{Wrong, settle};
use crate::page::once::once;
use crate::part::{Field, Link};
use crate::shell::Shell;
use axum::Form;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::draw::{AnnounceDraw, DrawForm};
use qz_domain::action::Action;
use qz_domain::draw::Cover;
use qz_domain::spelled::Spelled;
use qz_domain::unit::{Line, UnitKind};

const RULES: &[&str] =
    &["draw-rule-bound", "draw-rule-parties", "draw-rule-checkpoint", "draw-rule-counted"];

/// `GET /desk/draws/announce`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
) -> Result<Response, WebError> {
    let sent = begun(&state, &granted).await?;
    step::first(&draw(&state, shell, &sent, (vec![], None)).await?)
}

/// The terms of the office's last draw, or what most begin with.
async fn begun(state: &WebState, granted: &Granted) -> Result<Sent, WebError> {
    let announces = |row: &qz_domain::power::Power| row.action == Action::DrawAnnounce;
    let organ = seat_where(state, granted, announces).await?.unwrap_or_default();
    let last = match search::unit(state, &organ).await.map_err(WebError::internal)? {
        Some(office) => state.acts.last_terms(office).await.map_err(WebError::internal)?,
        None => None,
    };
    let usual = || DrawForm {
        organ,
        cover: Cover::Open.code().to_owned(),
        kind: UnitKind::Town.code().to_owned(),
        ..DrawForm::default()
    };
    let terms = last.unwrap_or_else(usual);
    let blank = Sent::new(state.acts.new_request(), 0);
    Ok(blank
        .put("organ", terms.organ)
        .put("what_for", terms.purpose)
        .put("cover", terms.cover)
        .put("kind", terms.kind)
        .put("line", terms.line)
        .put("units", terms.units)
        .put("take", terms.take))
}

/// `POST /desk/draws/announce`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let act = AnnounceDraw { actor: granted.account(), form: read(&sent) };
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, HOME, state.acts.perform(request, act).await)? {
        Ok(made) => Ok(Redirect::to(&format!("{HOME}/{}", made.draw)).into_response()),
        Err(wrong) => step::again(&draw(&state, shell, &sent, wrong).await?),
    }
}

async fn draw(
    state: &WebState,
    shell: Shell,
    sent: &Sent,
    wrong: Wrong,
) -> Result<StepPage, WebError> {
    let plan = Plan {
        key: "draw-announce".to_owned(),
        above: vec![Link::new(HOME, shell.say("draw-list-title"))],
        action: format!("{HOME}/announce"),
        lead: vec![],
        texts: vec![],
        facts: vec![],
        links: vec![],
        rules: RULES,
        by: None,
        paper: PaperPart::None,
    };
    let units = units(state).await?;
    Ok(step::draw(shell, (plan, units), sent, wrong, fields))
}

fn read(sent: &Sent) -> DrawForm {
    DrawForm {
        organ: sent.text("organ"),
        purpose: sent.text("what_for"),
        cover: sent.text("cover"),
        kind: sent.text("kind"),
        line: sent.text("line"),
        units: sent.text("units"),
        take: sent.text("take"),
    }
}

fn fields(forms: &Forms<'_>) -> Vec<Field> {
    let hint = |field: Field, key: &str| field.hint(forms.shell.say(key));
    vec![
        forms.unit("organ", "draw-hint-organ"),
        hint(forms.line("what_for").wide(), "draw-hint-purpose"),
        hint(forms.line("take"), "draw-hint-take"),
        forms.radios::<Cover>("cover"),
        forms.any::<UnitKind>("kind").optional(),
        forms.any::<Line>("line").optional(),
        forms.lines("units", 4, "draw-hint-units").optional(),
    ]
}
