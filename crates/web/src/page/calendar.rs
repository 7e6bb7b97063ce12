//! The calendar on the desk (工作日历): which years are known, what waits for the next one's notice, and
//! the form that brings it in.

use crate::app::WebState;
use crate::door::Method::{Get, Post};
use crate::door::{Doors, Granted, Scope};
use crate::error::WebError;
use crate::part::{Control, ErrorSummary, Field, FieldError, Link};
use crate::refusal::{act_error, field_errors};
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use qz_acts::ActError;
use qz_acts::calendar::NoticeImported;
use qz_domain::action::Action;
use qz_domain::calendar::Calendar;
use serde::Deserialize;

const PATH: &str = "/desk/calendar";

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let action = Action::CalendarImport;
    doors
        .rail("rail-organisation", PATH, "calendar-title", action)
        .door(Get, PATH, action, Scope::Reach, show)
        .door(Post, PATH, action, Scope::Reach, submit)
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Sent {
    #[serde(rename = "csrf")]
    _csrf: String,
    notice: String,
}

#[derive(Template)]
#[template(path = "calendar.html")]
struct CalendarPage {
    shell: Shell,
    sentence: String,
    done: Option<String>,
    errors: ErrorSummary,
    field: Field,
    example: &'static str,
}

/// `GET /desk/calendar`
async fn show(
    _: Granted,
    State(state): State<WebState>,
    shell: Shell,
) -> Result<Response, WebError> {
    let page = draw(&state, shell, "", (vec![], None)).await?;
    Ok(Html(page.render()?).into_response())
}

/// `POST /desk/calendar`
async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let faults = match state.acts.import_notice(granted.account(), &sent.notice).await {
        Ok(imported) => {
            let page = draw(&state, shell, "", (vec![], Some(imported))).await?;
            return Ok(Html(page.render()?).into_response());
        }
        Err(ActError::Invalid(faults)) => faults,
        Err(other) => {
            return Err(act_error(
                shell.words,
                other,
                Link::new(PATH, shell.say("calendar-title")),
            ));
        }
    };
    let faults = field_errors(shell.words, &faults, |_| shell.say("calendar-notice"));
    let page = draw(&state, shell, &sent.notice, (faults, None)).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
}

async fn draw(
    state: &WebState,
    shell: Shell,
    typed: &str,
    (faults, imported): (Vec<FieldError>, Option<NoticeImported>),
) -> Result<CalendarPage, WebError> {
    let calendar = state.acts.calendar().await.map_err(WebError::internal)?;
    let waiting = state.acts.waiting_terms().await.map_err(WebError::internal)?;
    let years: Vec<i16> = calendar.years().collect();
    let (first, last) = years.first().zip(years.last()).unwrap_or((&0, &0));
    let said = [
        ("first", (*first).into()),
        ("last", (*last).into()),
        ("next", (*last + 1).into()),
        ("waiting", waiting.into()),
    ];
    let done = imported.map(|NoticeImported { year, fixed }| {
        shell.say_with("calendar-done", &[("year", year.into()), ("fixed", fixed.into())])
    });
    let errors = ErrorSummary::new(shell.words, faults);
    let control = Control::Lines { rows: 14, value: typed.to_owned() };
    let field = Field::new(shell.words, "notice", shell.say("calendar-notice"), control)
        .wide()
        .hint(shell.say("calendar-notice-hint"))
        .error(errors.of("notice"));
    let sentence = shell.say_with("calendar-sentence", &said);
    Ok(CalendarPage { sentence, done, errors, field, example: Calendar::example(), shell })
}
