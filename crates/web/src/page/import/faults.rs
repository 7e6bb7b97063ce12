//! What is wrong with a file, by row and column: as lines of the page, and as a file to work from.

use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::download::{self, Format};
use crate::part::Link;
use crate::refusal::{act_error, told};
use crate::shell::Shell;
use crate::words::{Locale, Words};
use axum::extract::{Path, State};
use axum::response::Response;
use qz_acts::import::upload::{KeptFault, KeptReport, Upload};
use qz_acts::import::{HeaderFault, ImportKind};
use qz_document::sheet::{Cell, Sheet};
use qz_domain::spelled::Spelled;

/// A faulty row as it is shown.
pub(super) struct FaultLine {
    pub row: usize,
    pub column: String,
    pub what: String,
}

/// The report of an upload; an empty one until there is one.
pub(super) fn report(upload: &Upload) -> KeptReport {
    serde_json::from_str(&upload.report).unwrap_or_default()
}

/// A fault in words.
pub(super) fn line(words: Words, kind: ImportKind, fault: &KeptFault) -> FaultLine {
    FaultLine {
        row: fault.row,
        column: column(words, kind, &fault.field),
        what: told(words, &fault.key, &fault.args),
    }
}

/// The name of a column as the visitor's templates have it.
fn column(words: Words, kind: ImportKind, field: &str) -> String {
    let found = kind.columns().iter().find(|column| column.field == field);
    found.map_or(field, |column| name(words, column.chinese, column.field)).to_owned()
}

fn name<'a>(words: Words, chinese: &'a str, english: &'a str) -> &'a str {
    if words.locale == Locale::En { english } else { chinese }
}

/// Why a file cannot even be rehearsed, in words.
pub(super) fn header(words: Words, kind: ImportKind, fault: &HeaderFault) -> String {
    let columns =
        |names: Vec<String>| [("columns", names.join(&words.say("refusal-joint")).into())];
    match fault {
        HeaderFault::Unreadable(error) => crate::refusal::wording(words, &error.wording()),
        HeaderFault::Missing(names) => {
            let known = |chinese: &&str| kind.columns().iter().find(|c| c.chinese == *chinese);
            let lacking = names.iter().map(|chinese| {
                known(chinese).map_or(*chinese, |c| name(words, c.chinese, c.field)).to_owned()
            });
            words.say_with("import-header-missing", &columns(lacking.collect()))
        }
        HeaderFault::Unknown(names) => {
            words.say_with("import-header-unknown", &columns(names.clone()))
        }
        HeaderFault::NoRows => words.say("import-header-no-rows"),
    }
}

/// `GET /desk/import/uploads/{id}/faults.csv`
pub(super) async fn download(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<i64>,
) -> Result<Response, WebError> {
    let words = shell.words;
    let back = Link::new(format!("/desk/import/uploads/{id}"), words.say("import-title"));
    let upload = state.acts.upload(granted.account(), id).await;
    let upload = upload.map_err(|error| act_error(words, error, back))?;
    let kind = ImportKind::from_code(&upload.kind).ok_or(WebError::NotFound)?;
    let row = |fault: &KeptFault| {
        let FaultLine { row, column, what } = line(words, kind, fault);
        let row = i64::try_from(row).map_or(Cell::Empty, Cell::Number);
        vec![row, Cell::Text(column), Cell::Text(what)]
    };
    let sheet = Sheet {
        title: words.say("import-faults-title"),
        header: ["import-row", "import-column", "import-what"].map(|key| words.say(key)).into(),
        rows: report(&upload).refused.iter().map(row).collect(),
        notes: vec![],
    };
    download::sheet(&sheet, "faults", Format::Csv)
}
