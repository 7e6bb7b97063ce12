//! An upload as a page: under way, rehearsed, imported, stopped or failed.

use super::faults::{FaultLine, line, report};
use super::{Room, records_of};
use crate::app::WebState;
use crate::error::WebError;
use crate::part::{Crumb, Light, LightState, Link, Progress};
use crate::refusal::act_error;
use crate::shell::Shell;
use crate::words::{Locale, Words};
use askama::Template;
use qz_acts::import::upload::{KeptReport, Upload};
use qz_acts::import::{ImportFile, ImportKind};
use qz_document::sheet::Encoding;
use qz_domain::id::AccountId;
use qz_domain::spelled::Spelled;

/// How many rows of the file are shown.
const ROWS_SHOWN: usize = 20;
/// How many faults are shown; the file of faults has all.
const FAULTS_SHOWN: usize = 100;

#[derive(Template)]
#[template(path = "import/upload.html")]
pub(super) struct UploadPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    light: Light,
    sentence: String,
    home: String,
    progress: Option<Progress>,
    failure: Option<String>,
    faults: Vec<FaultLine>,
    all_faults: usize,
    preview: Option<Preview>,
    may_confirm: Option<i64>,
    ways: Vec<Link>,
}

/// The first rows of the file.
struct Preview {
    about: String,
    caption: String,
    header: Vec<&'static str>,
    rows: Vec<PreviewRow>,
}

/// A row of the file, and whether something is wrong with it.
struct PreviewRow {
    number: usize,
    cells: Vec<String>,
    faulty: bool,
}

/// Whether an upload is under way.
pub(super) fn is_under_way(upload: &Upload) -> bool {
    matches!(upload.state.as_str(), "rehearsing" | "importing")
}

/// How far an upload is.
pub(super) fn progress(words: Words, upload: &Upload) -> (String, u64, u64) {
    let values = [("file", upload.file_name.as_str().into())];
    let label = words.say_with(&format!("import-doing-{}", upload.state), &values);
    (label, upload.done.max(0).unsigned_abs(), upload.total.max(0).unsigned_abs())
}

/// The page of an upload.
pub(super) async fn page(
    state: &WebState,
    account: AccountId,
    shell: Shell,
    upload: Upload,
) -> Result<UploadPage, WebError> {
    let words = shell.words;
    let kind = ImportKind::from_code(&upload.kind).ok_or(WebError::NotFound)?;
    let mut preview = None;
    if upload.state == "rehearsed" {
        let back = Link::new(Room::of(kind).href(), words.say(Room::of(kind).title()));
        let file = state.acts.upload_file(account, upload.id).await;
        let file = file.map_err(|error| act_error(words, error, back))?;
        preview = Some(first_rows(words, file, &report(&upload)));
    }
    Ok(draw(shell, kind, &upload, preview))
}

fn draw(shell: Shell, kind: ImportKind, upload: &Upload, preview: Option<Preview>) -> UploadPage {
    let words = shell.words;
    let room = Room::of(kind);
    let report = report(upload);
    let home = format!("/desk/import/uploads/{}", upload.id);
    let progress = is_under_way(upload).then(|| {
        let (label, done, total) = progress(words, upload);
        Progress::new(words, label, done, total).poll(format!("{home}/progress"))
    });
    let shown = report.refused.iter().take(FAULTS_SHOWN);
    let clean = upload.state == "rehearsed" && report.refused.is_empty();
    UploadPage {
        crumb: Crumb::new(
            words,
            vec![Link::new(room.href(), words.say(room.title()))],
            upload.file_name.clone(),
        ),
        title: words.say_with("import-of", &[("kind", words.term(kind).into())]),
        light: light(words, &upload.state, report.refused.is_empty()),
        sentence: sentence(words, upload, &report),
        progress,
        failure: (!report.file_fault.is_empty()).then(|| report.file_fault.clone()),
        faults: shown.map(|fault| line(words, kind, fault)).collect(),
        all_faults: report.refused.len(),
        preview,
        may_confirm: (clean && report.accepted > 0).then_some(count(report.accepted)),
        ways: ways(words, kind, upload, report.refused.is_empty()),
        home,
        shell,
    }
}

fn count(rows: usize) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX)
}

fn light(words: Words, state: &str, is_clean: bool) -> Light {
    let shape = match (state, is_clean) {
        ("imported", _) => LightState::Ok,
        ("rehearsed", true) => LightState::Warn,
        ("rehearsed", false) | ("failed", _) => LightState::Stop,
        _ => LightState::None,
    };
    let state = if state == "rehearsed" && !is_clean { "faulty" } else { state };
    Light::new(shape, words.say(&format!("import-state-{state}")))
}

/// What is so, in a sentence.
fn sentence(words: Words, upload: &Upload, report: &KeptReport) -> String {
    let (accepted, repeated) = (count(report.accepted), count(report.repeated));
    let mut rows: Vec<usize> = report.refused.iter().map(|fault| fault.row).collect();
    rows.dedup();
    let key = match (upload.state.as_str(), report.refused.is_empty(), report.accepted) {
        ("rehearsed", false, _) => "import-rehearsed-faulty",
        ("rehearsed", true, 0) => "import-rehearsed-nothing",
        ("rehearsed", true, _) => "import-rehearsed-clean",
        ("imported", ..) => "import-done",
        ("stopped", ..) => "import-stopped",
        ("failed", ..) => "import-failed",
        ("importing", ..) => "import-under-way",
        _ => "import-rehearsing",
    };
    let values = [
        ("accepted", accepted.into()),
        ("repeated", repeated.into()),
        ("refused", rows.len().into()),
        ("total", upload.total.into()),
    ];
    words.say_with(key, &values)
}

fn ways(words: Words, kind: ImportKind, upload: &Upload, is_clean: bool) -> Vec<Link> {
    let key = if is_clean { "import-another" } else { "import-mended" };
    let again = Link::new(Room::of(kind).href(), words.say(key));
    match upload.state.as_str() {
        "imported" => {
            let see = words.say_with("import-see", &[("kind", words.term(kind).into())]);
            vec![Link::new(records_of(kind), see), again]
        }
        "rehearsing" | "importing" => vec![],
        _ => vec![again],
    }
}

fn first_rows(words: Words, file: ImportFile, report: &KeptReport) -> Preview {
    let chinese = words.locale == Locale::ZhCn;
    let columns = file.kind.columns();
    let total = file.rows.len();
    let row = |(number, cells)| {
        let faulty = report.refused.iter().any(|fault| fault.row == number);
        PreviewRow { number, cells, faulty }
    };
    let rows: Vec<_> = file.rows.into_iter().take(ROWS_SHOWN).map(row).collect();
    let encoding = words.say(match file.encoding {
        Encoding::Utf8 => "import-encoding-utf8",
        Encoding::Utf8Marked => "import-encoding-utf8-marked",
        Encoding::Utf16Le | Encoding::Utf16Be => "import-encoding-utf16",
        Encoding::Gb18030 => "import-encoding-gb18030",
        Encoding::Workbook => "import-encoding-workbook",
    });
    Preview {
        about: words.say_with(
            "import-about-file",
            &[
                ("file", file.name.as_str().into()),
                ("rows", total.into()),
                ("encoding", encoding.into()),
            ],
        ),
        caption: words.say_with("import-first-rows", &[("count", rows.len().into())]),
        header: columns.iter().map(|c| if chinese { c.chinese } else { c.field }).collect(),
        rows,
    }
}
