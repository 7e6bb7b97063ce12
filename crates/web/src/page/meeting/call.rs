//! Call a meeting: the day, who chairs it, who is called, and the matters, ticked in a table.

use super::HOME;
use super::choose::{ChoiceRow, chosen, rows};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::at::At;
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{seat, units};
use crate::page::matter::wrong::{Wrong, settle};
use crate::page::once::once;
use crate::page::person::as_named;
use crate::part::{Crumb, ErrorSummary, Field, Link, RefusalBox};
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use qz_acts::meeting::{AttendanceForm, CallForm, CallMeeting};
use qz_domain::action::Action;

/// Where the form is.
pub(super) const PATH: &str = "/desk/meetings/call";

/// A form over a table of matters to tick.
#[derive(Template)]
#[template(path = "meeting/choose.html")]
pub(super) struct ChoosePage {
    pub shell: Shell,
    pub crumb: Crumb,
    pub title: String,
    pub lead: String,
    pub action: String,
    pub button: String,
    pub back: String,
    pub request: String,
    pub version: i64,
    pub errors: ErrorSummary,
    pub refusal: Option<RefusalBox>,
    pub fields: Vec<Field>,
    pub units: Vec<String>,
    pub rows: Vec<ChoiceRow>,
    pub fault: Option<String>,
}

/// `GET /desk/meetings/call`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
) -> Result<Response, WebError> {
    let organ = seat(&state, &granted, Action::MeetingCall).await?.unwrap_or_default();
    let chair = as_named(&state, &granted).await?;
    let at = At { state, granted, shell };
    let blank = Sent::new(at.state.acts.new_request(), 0);
    let sent = blank.put("organ", organ).put("held_on", at.today().to_string()).put("chair", chair);
    let page = draw(at, &sent, (vec![], None)).await?;
    Ok(Html(page.render()?).into_response())
}

/// `POST /desk/meetings/call`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let form = CallForm {
        organ: sent.text("organ"),
        held_on: sent.text("held_on"),
        attendance: attendance(&sent),
        items: chosen(&sent),
    };
    let act = CallMeeting { actor: granted.account(), form };
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, HOME, state.acts.perform(request, act).await)? {
        Ok(made) => Ok(Redirect::to(&format!("{HOME}/{}", made.meeting)).into_response()),
        Err(wrong) => {
            let page = draw(At { state, granted, shell }, &sent, wrong).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
        }
    }
}

/// Who takes part, as a form says it.
pub(super) fn attendance(sent: &Sent) -> AttendanceForm {
    let (invited, absent) = (sent.people("invited"), sent.people("absent"));
    AttendanceForm { chair: sent.text("chair"), invited, absent }
}

async fn draw(at: At, sent: &Sent, (faults, refusal): Wrong) -> Result<ChoosePage, WebError> {
    let (rows, units) = (rows(&at, None, sent).await?, units(&at.state).await?);
    let shell = at.shell;
    let errors = ErrorSummary::new(shell.words, faults);
    let forms = Forms { shell: &shell, errors: &errors, sent };
    let fields = vec![
        forms.unit("organ", "meeting-hint-organ"),
        forms.day("held_on").hint(shell.say("meeting-hint-held-on")),
        forms.people("chair", "meeting-hint-chair"),
        forms.people("invited", "meeting-hint-invited"),
    ];
    let above = vec![Link::new(HOME, shell.say("meeting-list-title"))];
    let title = shell.say("meeting-call-title");
    Ok(ChoosePage {
        crumb: Crumb::new(shell.words, above, title.clone()),
        title,
        lead: shell.say("meeting-call-lead"),
        action: PATH.to_owned(),
        button: shell.say("meeting-call-button"),
        back: HOME.to_owned(),
        request: sent.request(),
        version: 0,
        fault: errors.of("agenda"),
        errors,
        refusal,
        fields,
        units,
        rows,
        shell,
    })
}
