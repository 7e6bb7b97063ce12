//! Where an import begins: choose what and which file; templates, what the columns mean, history.

use super::template::href as template_href;
use super::{Room, records_of};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::format::TimeTag;
use crate::part::{Choice, Control, Crumb, ErrorSummary, Field, Link};
use crate::shell::Shell;
use crate::words::{Locale, Words};
use askama::Template;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Response};
use qz_acts::import::history::ImportLine;
use qz_acts::import::upload::Upload;
use qz_acts::import::{ImportColumn, ImportKind};
use qz_domain::spelled::Spelled;

#[derive(Template)]
#[template(path = "import/home.html")]
pub(super) struct HomePage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    lead: String,
    action: &'static str,
    errors: ErrorSummary,
    fields: Vec<Field>,
    kinds: Vec<Kind>,
    waiting: Vec<Waiting>,
    history: Vec<Past>,
    order: Vec<String>,
}

/// A kind of file: its templates, its columns.
struct Kind {
    name: String,
    templates: Vec<Link>,
    columns: Vec<Column>,
}

/// A column and what it means.
struct Column {
    name: &'static str,
    required: bool,
    example: &'static str,
    meaning: &'static str,
}

/// An upload that is not imported yet.
struct Waiting {
    link: Link,
    what: String,
}

/// A file that was imported.
struct Past {
    kind: String,
    file: String,
    rows: i64,
    at: TimeTag,
    by: String,
    href: &'static str,
}

/// `GET /desk/import`
pub(super) async fn organisation(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
) -> Result<Response, WebError> {
    let page = page(&state, &granted, shell, Room::Organisation, ("", None)).await?;
    Ok(Html(page.render()?).into_response())
}

/// `GET /desk/import/visits`
pub(super) async fn visits(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
) -> Result<Response, WebError> {
    let page = page(&state, &granted, shell, Room::Visits, ("", None)).await?;
    Ok(Html(page.render()?).into_response())
}

/// The page, with the kind that was chosen and what was wrong with which field.
pub(super) async fn page(
    state: &WebState,
    granted: &Granted,
    shell: Shell,
    room: Room,
    (chosen, fault): (&str, Option<crate::part::FieldError>),
) -> Result<HomePage, WebError> {
    let words = shell.words;
    let account = granted.account();
    let uploads = state.acts.uploads(account, 10).await.map_err(WebError::internal)?;
    let past = state.acts.imports(account, 20).await.map_err(WebError::internal)?;
    let kinds: Vec<ImportKind> =
        room.kinds().filter(|kind| kind.is_open_to(granted.actor())).collect();
    let errors = ErrorSummary::new(words, fault.into_iter().collect());
    let here = |kind: &str| ImportKind::from_code(kind).filter(|kind| Room::of(*kind) == room);
    Ok(HomePage {
        crumb: Crumb::new(
            words,
            vec![Link::new("/desk", words.say("shell-rail-today"))],
            words.say(room.title()),
        ),
        title: words.say(room.title()),
        lead: words.say(match room {
            Room::Organisation => "import-lead",
            Room::Visits => "import-visits-lead",
        }),
        action: room.href(),
        fields: fields(words, &kinds, chosen, &errors),
        kinds: kinds.iter().map(|kind| describe(words, *kind)).collect(),
        waiting: uploads
            .iter()
            .filter(|upload| upload.state != "imported" && upload.state != "stopped")
            .filter_map(|upload| here(&upload.kind).map(|kind| waiting(words, kind, upload)))
            .collect(),
        history: past
            .into_iter()
            .filter_map(|line| here(&line.kind).map(|kind| history(words, kind, line)))
            .collect(),
        order: match room {
            Room::Organisation => words.say("import-order").lines().map(str::to_owned).collect(),
            Room::Visits => vec![],
        },
        errors,
        shell,
    })
}

fn fields(words: Words, kinds: &[ImportKind], chosen: &str, errors: &ErrorSummary) -> Vec<Field> {
    let mut fields = vec![];
    if kinds.len() > 1 {
        let choices =
            kinds.iter().map(|kind| Choice::new(kind.code(), words.term(*kind), chosen)).collect();
        let kind = Field::new(words, "kind", words.say("import-kind"), Control::Radios(choices));
        fields.push(kind.hint(words.say("import-kind-hint")).error(errors.of("kind")));
    }
    let file = Control::File { accept: ".xlsx,.csv,.txt", several: false };
    let file = Field::new(words, "file", words.say("import-file"), file);
    fields.push(file.hint(words.say("import-file-hint")).error(errors.of("file")));
    fields
}

fn describe(words: Words, kind: ImportKind) -> Kind {
    let chinese = words.locale == Locale::ZhCn;
    let template = |chinese: bool, ending: &str, key: &str| {
        Link::new(template_href(kind, chinese, ending), words.say(key))
    };
    let (own, other) = ("import-template-own", "import-template-other");
    Kind {
        name: words.term(kind),
        templates: vec![
            template(chinese, "xlsx", own),
            Link::new(template_href(kind, chinese, "csv"), "CSV"),
            template(!chinese, "xlsx", other),
        ],
        columns: kind.columns().iter().map(|one| column(chinese, one)).collect(),
    }
}

fn column(chinese: bool, one: &ImportColumn) -> Column {
    Column {
        name: if chinese { one.chinese } else { one.field },
        required: one.required,
        example: one.example,
        meaning: if chinese { one.meaning_zh } else { one.meaning },
    }
}

fn waiting(words: Words, kind: ImportKind, upload: &Upload) -> Waiting {
    let state = words.say(&format!("import-state-{}", upload.state));
    Waiting {
        link: Link::new(format!("/desk/import/uploads/{}", upload.id), upload.file_name.clone()),
        what: format!("{} · {state}", words.term(kind)),
    }
}

fn history(words: Words, kind: ImportKind, line: ImportLine) -> Past {
    Past {
        kind: words.term(kind),
        file: line.file_name,
        rows: line.rows,
        at: words.instant(line.at),
        by: line.by,
        href: records_of(kind),
    }
}
