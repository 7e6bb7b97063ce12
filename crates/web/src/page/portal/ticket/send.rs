//! The two forms, and the receipt that follows: its code is shown this once.

use super::furniture;
use crate::address;
use crate::app::WebState;
use crate::error::WebError;
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::wrong::{Wrong, settle};
use crate::page::once::once_for_anybody;
use crate::page::portal::furniture::Furniture;
use crate::part::{Choice, ErrorSummary, Field, RefusalBox};
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::{FromRequest, Query, Request, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use qz_acts::ticket::{SubmitTicket, TicketForm, TicketSubmitted};
use qz_document::qr;
use qz_domain::spelled::Spelled;
use qz_domain::ticket::Kind;
use serde::Deserialize;

/// The form for a wrong page.
pub(super) const CORRECTION: &str = "/corrections/new";
/// The form for a poor service.
pub(super) const COMPLAINT: &str = "/complaints/new";

#[derive(Template)]
#[template(path = "portal/ticket_form.html")]
struct FormPage {
    shell: Shell,
    furniture: Furniture,
    title: String,
    lead: String,
    action: &'static str,
    request: String,
    code: String,
    errors: ErrorSummary,
    refusal: Option<RefusalBox>,
    fields: Vec<Field>,
}

#[derive(Template)]
#[template(path = "portal/receipt.html")]
struct ReceiptPage {
    shell: Shell,
    furniture: Furniture,
    number: String,
    code: String,
    qr: Option<String>,
    address: Option<String>,
}

/// What the address of a form says: the page it was opened from, or the unit.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    page: String,
    unit: String,
}

/// `GET /corrections/new?page=`
pub(super) async fn correction(
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    blank(&state, shell, (Kind::Correction, asked)).await
}

/// `GET /complaints/new?unit=`
pub(super) async fn complaint(
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    blank(&state, shell, (Kind::Complaint, asked)).await
}

async fn blank(
    state: &WebState,
    shell: Shell,
    (kind, asked): (Kind, Asked),
) -> Result<Response, WebError> {
    let sent = Sent::new(state.acts.new_request(), 0)
        .put("code", state.acts.new_ticket_code().reveal())
        .put("page", asked.page)
        .put("of_unit", asked.unit);
    let page = draw(state, shell, (kind, &sent), (vec![], None)).await?;
    Ok(Html(page.render()?).into_response())
}

/// `POST /corrections/new`
pub(super) async fn submit_correction(
    State(state): State<WebState>,
    request: Request,
) -> Result<Response, WebError> {
    submit(&state, request, Kind::Correction).await
}

/// `POST /complaints/new`
pub(super) async fn submit_complaint(
    State(state): State<WebState>,
    request: Request,
) -> Result<Response, WebError> {
    submit(&state, request, Kind::Complaint).await
}

async fn submit(state: &WebState, request: Request, kind: Kind) -> Result<Response, WebError> {
    let from = address::of(&request, &state.config.trusted_proxies);
    let shell = request.extensions().get::<Shell>().cloned().ok_or(WebError::Unreadable)?;
    let Form(mut sent) =
        Form::<Sent>::from_request(request, state).await.map_err(|_| WebError::Unreadable)?;
    if state.acts.ticket_code_hash(sent.get("code")).is_none() {
        sent = sent.put("code", state.acts.new_ticket_code().reveal());
    }
    let code = state.acts.ticket_code_hash(sent.get("code")).ok_or(WebError::Unreadable)?;
    let connection = Some(state.acts.connection(from));
    let act = SubmitTicket { kind, form: read(&sent), code, connection };
    let name = once_for_anybody(state, &sent.request());
    match settle(&shell, super::PATH, state.acts.perform(name, act).await)? {
        Ok(made) => Ok(Html(receipt(shell, made, sent.text("code")).render()?).into_response()),
        Err(wrong) => {
            let page = draw(state, shell, (kind, &sent), wrong).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
        }
    }
}

fn read(sent: &Sent) -> TicketForm {
    TicketForm {
        page: sent.text("page"),
        passage: sent.text("passage"),
        is_private: !sent.get("private").is_empty(),
        unit: sent.text("of_unit"),
        service: sent.text("service"),
        body: sent.text("told"),
        contact: sent.text("contact"),
    }
}

async fn draw(
    state: &WebState,
    shell: Shell,
    (kind, sent): (Kind, &Sent),
    (faults, refusal): Wrong,
) -> Result<FormPage, WebError> {
    let errors = ErrorSummary::new(shell.words, faults);
    let forms = Forms { shell: &shell, errors: &errors, sent };
    let (action, mut fields) = match kind {
        Kind::Correction => (CORRECTION, about_page(&forms)),
        Kind::Complaint => (COMPLAINT, about_unit(state, &forms).await?),
    };
    let body = forms.lines("told", 5, "ticket-hint-body");
    fields.insert(1, body);
    let hint = shell.say("ticket-hint-contact");
    fields.push(forms.line("contact").wide().hint(hint).optional());
    let code = kind.code();
    let title = shell.say(&format!("ticket-new-{code}-title"));
    Ok(FormPage {
        furniture: furniture(&shell, &title),
        lead: shell.say(&format!("ticket-new-{code}-lead")),
        title,
        action,
        request: sent.request(),
        code: sent.text("code"),
        refusal,
        fields,
        errors,
        shell,
    })
}

/// Which page and which passage; whether it is private.
fn about_page(forms: &Forms<'_>) -> Vec<Field> {
    let say = |key: &str| forms.shell.say(key);
    let private = Choice::new("1", say("ticket-private"), forms.sent.get("private"));
    vec![
        forms.line("page").wide().hint(say("ticket-hint-page")),
        forms.lines("passage", 2, "ticket-hint-passage").optional(),
        forms.checks("private", vec![private]).hint(say("ticket-hint-private")),
    ]
}

/// Which unit, which window.
async fn about_unit(state: &WebState, forms: &Forms<'_>) -> Result<Vec<Field>, WebError> {
    let units = state.acts.units().await.map_err(WebError::internal)?;
    let chosen = forms.sent.get("of_unit");
    let first = Choice::new("", forms.shell.say("matter-choose"), chosen);
    let one = |unit: &qz_domain::unit::Unit| {
        Choice::new(unit.code.clone(), forms.shell.unit_name(unit), chosen)
    };
    let choices = std::iter::once(first).chain(units.iter().map(one)).collect();
    let hint = forms.shell.say("ticket-hint-service");
    Ok(vec![forms.select("of_unit", choices), forms.line("service").hint(hint).optional()])
}

fn receipt(shell: Shell, made: TicketSubmitted, code: String) -> ReceiptPage {
    let here = shell.say("ticket-receipt-title");
    let url = shell.site.public_url.as_ref();
    let address = url.map(|url| format!("{}{}", url.origin(), super::PATH));
    let qr = address.as_ref().and_then(|at| qr::svg(at, &shell.say("portal-phone-code")).ok());
    ReceiptPage {
        furniture: furniture(&shell, &here),
        number: made.number.to_string(),
        code,
        qr,
        address,
        shell,
    }
}
