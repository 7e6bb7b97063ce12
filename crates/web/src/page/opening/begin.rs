//! Seal who told of a finding, and ask that it be opened: from the finding's page.

use super::HOME;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::at::At;
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, refuse, settle};
use crate::page::once::once;
use crate::part::{Field, Link};
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::sealed::{AskForm, AskOpening, SealForm, SealSource};
use qz_domain::action::Action;
use qz_domain::id::FindingId;
use qz_domain::number::FindingNumber;
use qz_domain::sealed::Purpose;

const FINDINGS: &str = "/desk/findings";

/// Where who told is sealed.
pub(super) const SEAL: &str = "/desk/findings/{id}/seal";
/// Where it is asked that it be opened.
pub(super) const ASK: &str = "/desk/findings/{id}/open-source";

/// What a finding's page says of its source, and the way to seal it or to ask.
pub(in crate::page) async fn of_finding(
    state: &WebState,
    granted: &Granted,
    (shell, id): (&Shell, FindingId),
) -> Result<(Option<(String, String)>, Vec<Link>), WebError> {
    let source = state.acts.sealed_source(id).await.map_err(WebError::internal)?.1;
    let concern = state.acts.finding_concern(id).await.map_err(WebError::internal)?;
    let (action, path, key) = match source {
        Some(_) => (Action::SourceAsk, ASK, "opening-ask-title"),
        None => (Action::SourceSeal, SEAL, "opening-seal-title"),
    };
    let may = concern.is_some_and(|concern| granted.may(action, &concern));
    let way = may.then(|| Link::new(path.replace("{id}", &id.to_string()), shell.say(key)));
    let badge = source.map(|_| (shell.say("opening-source"), shell.say("opening-sealed")));
    Ok((badge, way.into_iter().collect()))
}

/// `GET /desk/findings/{id}/seal`
pub(super) async fn seal(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<FindingId>,
) -> Result<Response, WebError> {
    form(At { state, granted, shell }, (id, true)).await
}

/// `POST /desk/findings/{id}/seal`
pub(super) async fn sealed(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(finding): Path<FindingId>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let form = SealForm { words: sent.text("source_words"), paper: sent.paper() };
    let act = SealSource { actor: granted.account(), finding, form };
    let home = format!("{FINDINGS}/{finding}");
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, &home, state.acts.perform(request, act).await)? {
        Ok(_) => Ok(Redirect::to(&home).into_response()),
        Err(wrong) => again(At { state, granted, shell }, (finding, true), (&sent, wrong)).await,
    }
}

/// `GET /desk/findings/{id}/open-source`
pub(super) async fn ask(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<FindingId>,
) -> Result<Response, WebError> {
    form(At { state, granted, shell }, (id, false)).await
}

/// `POST /desk/findings/{id}/open-source`
pub(super) async fn asked(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(finding): Path<FindingId>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let (purpose, reason) = (sent.text("opening_purpose"), sent.text("reason"));
    let form = AskForm { purpose, reason, paper: sent.paper() };
    let act = AskOpening { actor: granted.account(), finding, form };
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, HOME, state.acts.perform(request, act).await)? {
        Ok(made) => Ok(Redirect::to(&format!("{HOME}/{}", made.opening)).into_response()),
        Err(wrong) => again(At { state, granted, shell }, (finding, false), (&sent, wrong)).await,
    }
}

async fn form(at: At, about: (FindingId, bool)) -> Result<Response, WebError> {
    let number = number(&at, about.0).await?;
    let sent = Sent::new(at.state.acts.new_request(), 0);
    step::first(&draw(at.shell, (about, number), &sent, (vec![], None)))
}

async fn again(
    at: At,
    about: (FindingId, bool),
    (sent, wrong): (&Sent, Wrong),
) -> Result<Response, WebError> {
    let number = number(&at, about.0).await?;
    step::again(&draw(at.shell, (about, number), sent, wrong))
}

/// Of a finding that came to nothing whoever asks reads its number alone.
async fn number(at: &At, id: FindingId) -> Result<FindingNumber, WebError> {
    let found = at.state.acts.sealed_source(id).await;
    found.map(|(number, _)| number).map_err(|fault| refuse(&at.shell, FINDINGS, fault))
}

fn draw(
    shell: Shell,
    ((id, seals), number): ((FindingId, bool), FindingNumber),
    sent: &Sent,
    wrong: Wrong,
) -> StepPage {
    let home = format!("{FINDINGS}/{id}");
    let number = number.to_string();
    let (key, path, rules): (&str, &str, &'static [&'static str]) = if seals {
        ("opening-seal", SEAL, &["opening-rule-apart", "opening-rule-once", "opening-rule-erased"])
    } else {
        let rules = &["opening-rule-second", "opening-rule-hours", "opening-rule-log"];
        ("opening-ask", ASK, rules)
    };
    let plan = Plan {
        key: key.to_owned(),
        above: vec![
            Link::new(FINDINGS, shell.say("finding-list-title")),
            Link::new(home, number.clone()),
        ],
        action: path.replace("{id}", &id.to_string()),
        lead: vec![("number", number)],
        rules,
        by: Some("matter-hint-by"),
        paper: PaperPart::Folded,
        ..Plan::default()
    };
    step::draw(shell, (plan, vec![]), sent, wrong, |forms| fields(forms, seals))
}

fn fields(forms: &Forms<'_>, seals: bool) -> Vec<Field> {
    if seals {
        return vec![forms.lines("source_words", 3, "opening-hint-words")];
    }
    vec![
        forms.radios::<Purpose>("opening_purpose"),
        forms.lines("reason", 3, "opening-hint-reason"),
    ]
}
