//! Importing a file of punches: choose it, see what it would do. A terminal's own file also says whose it is.

use super::{IMPORT, PUNCHES};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::part::{Choice, Control, Crumb, ErrorSummary, Field, FieldError, Link};
use crate::refusal::{act_error, at, field_errors, wording};
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Multipart, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use qz_acts::ActError;
use qz_acts::punch::FileFault;
use qz_acts::terminal::view::{Page, TerminalFilter, TerminalSort};
use qz_domain::terminal::Stage;

#[derive(Template)]
#[template(path = "terminal/import.html")]
struct ImportPage {
    shell: Shell,
    crumb: Crumb,
    errors: ErrorSummary,
    fields: Vec<Field>,
    waiting: Vec<Link>,
    forms: Vec<String>,
    rules: Vec<String>,
}

/// What the form sends.
#[derive(Default)]
struct Sent {
    terminal: String,
    name: String,
    bytes: Vec<u8>,
}

/// `GET /desk/punches/import`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
) -> Result<Response, WebError> {
    let page = draw(&state, &granted, shell, ("", vec![])).await?;
    Ok(Html(page.render()?).into_response())
}

/// `POST /desk/punches/import`
pub(super) async fn take(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    form: Multipart,
) -> Result<Response, WebError> {
    let words = shell.words;
    let Sent { terminal, name, bytes } = read(form).await?;
    let file = |what: &str| FieldError::new("file", at(words, &label(words, "file"), what));
    let taken = state.acts.take_punch_file(granted.account(), (&name, bytes), &terminal).await;
    let faults = match taken {
        Ok(Ok(id)) => return Ok(Redirect::to(&format!("{IMPORT}/{id}")).into_response()),
        Ok(Err(fault)) => vec![file(&told(words, &fault))],
        Err(ActError::Invalid(_)) if name.is_empty() => vec![file(&words.say("import-no-file"))],
        Err(ActError::Invalid(wrong)) => field_errors(words, &wrong, |name| label(words, name)),
        Err(error) => return Err(act_error(words, error, back(&shell))),
    };
    let page = draw(&state, &granted, shell, (&terminal, faults)).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
}

async fn read(mut form: Multipart) -> Result<Sent, WebError> {
    let mut sent = Sent::default();
    while let Some(part) = form.next_field().await.map_err(|_| WebError::Unreadable)? {
        match part.name() {
            Some("terminal") => {
                sent.terminal = part.text().await.map_err(|_| WebError::Unreadable)?;
            }
            Some("file") => {
                let name = part.file_name().unwrap_or_default();
                // Some browsers send the path.
                sent.name = name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
                sent.bytes = part.bytes().await.map_err(|_| WebError::Unreadable)?.to_vec();
            }
            _ => {}
        }
    }
    Ok(sent)
}

/// Why it is no file of punches, in words.
fn told(words: Words, fault: &FileFault) -> String {
    match fault {
        FileFault::Unreadable(error) => wording(words, &error.wording()),
        FileFault::NoForm => words.say("punch-import-no-form"),
        FileFault::NoLines => words.say("punch-import-no-lines"),
    }
}

fn label(words: Words, name: &str) -> String {
    words.say(if name == "terminal" { "punch-import-terminal" } else { "import-file" })
}

pub(super) fn back(shell: &Shell) -> Link {
    Link::new(IMPORT, shell.say("punch-import-title"))
}

async fn draw(
    state: &WebState,
    granted: &Granted,
    shell: Shell,
    (terminal, faults): (&str, Vec<FieldError>),
) -> Result<ImportPage, WebError> {
    let (words, account) = (shell.words, granted.account());
    let errors = ErrorSummary::new(words, faults);
    let uploads = state.acts.punch_uploads(account).await.map_err(WebError::internal)?;
    let waits = |one: &qz_acts::punch::upload::Upload| {
        Link::new(format!("{IMPORT}/{}", one.id), one.file_name.clone())
    };
    let punches = Link::new(PUNCHES, words.say("punch-list-title"));
    let lines = |key: &str| words.say(key).lines().map(str::to_owned).collect();
    Ok(ImportPage {
        crumb: Crumb::new(words, vec![punches], words.say("punch-import-title")),
        fields: fields(words, terminals(state, granted, &shell, terminal).await?, &errors),
        waiting: uploads.iter().map(waits).collect(),
        forms: lines("punch-import-forms"),
        rules: lines("punch-import-rules"),
        errors,
        shell,
    })
}

/// The terminals that may have written a file: those that are or were in service.
async fn terminals(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
    chosen: &str,
) -> Result<Vec<Choice>, WebError> {
    let (filter, sort) = (TerminalFilter::default(), TerminalSort::Name);
    let found = state.acts.terminals(granted.account(), &filter, (sort, Page::all())).await;
    let (lines, _) = found.map_err(|error| act_error(shell.words, error, back(shell)))?;
    let may = |stage| matches!(stage, Stage::InService | Stage::Retired);
    // What is no box has a number that no box can have.
    let boxes = lines.iter().filter(|one| may(one.stage) && !one.serial.contains(':'));
    let choice = |serial: &str, label: String| Choice::new(serial, label, chosen);
    let none = choice("", shell.say("punch-import-terminal-none"));
    let one = boxes.map(|one| choice(&one.serial, format!("{} {}", one.name, one.serial)));
    Ok(std::iter::once(none).chain(one).collect())
}

fn fields(words: Words, terminals: Vec<Choice>, errors: &ErrorSummary) -> Vec<Field> {
    let file = Control::File { accept: ".xlsx,.csv,.txt,.dat", several: false };
    let file = Field::new(words, "file", label(words, "file"), file);
    let terminal =
        Field::new(words, "terminal", label(words, "terminal"), Control::Select(terminals));
    vec![
        file.hint(words.say("punch-import-file-hint")).error(errors.of("file")),
        terminal
            .hint(words.say("punch-import-terminal-hint"))
            .optional()
            .error(errors.of("terminal")),
    ]
}
