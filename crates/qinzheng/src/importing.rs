//! What an import says on the command line: counts, and every fault with its row and column.

use crate::command::Format;
use anyhow::{Context, Result};
use qz_acts::import::{ImportKind, ImportReport, RowFault, Trouble, template};
use qz_document::sheet;
use qz_domain::spelled::Spelled;
use qz_web::words::{Locale, Words};
use serde_json::json;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

/// Prints the outcome; the exit code says whether the rows are kept (or would be).
pub fn say(
    file: &Path,
    kind: ImportKind,
    report: &ImportReport,
    rehearsed: bool,
    format: Format,
) -> Result<ExitCode> {
    let (accepted, repeated, refused) = (report.accepted, report.repeated, report.refused.len());
    match format {
        Format::Text => {
            println!("accepted {accepted}, repeated {repeated}, refused {refused}");
            for fault in report.refused.iter().filter(|fault| says_more(report, fault)) {
                let row = if fault.row == 0 { String::new() } else { format!(":{}", fault.row) };
                eprintln!("{}{row}: {}", file.display(), in_words(kind, fault));
            }
        }
        Format::Json => println!("{}", serde_json::to_string_pretty(&document(kind, report))?),
    }
    let well = report.kept || (rehearsed && refused == 0);
    if !well && format == Format::Text {
        eprintln!("Nothing was kept: mend what is named above and import the whole file again.");
    }
    Ok(if well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Whoever may not import the file need not be told so again for every row.
fn says_more(report: &ImportReport, fault: &RowFault) -> bool {
    let whole = report.refused.iter().any(|other| other.row == 0 && other.trouble == fault.trouble);
    fault.row == 0 || !whole
}

fn document(kind: ImportKind, report: &ImportReport) -> serde_json::Value {
    let refused = report.refused.iter().map(|fault| {
        json!({ "row": fault.row, "column": fault.field, "fault": words(&fault.trouble),
                "words": in_words(kind, fault) })
    });
    json!({
        "accepted": report.accepted,
        "repeated": report.repeated,
        "refused": refused.collect::<Vec<_>>(),
        "kept": report.kept,
    })
}

/// The column by both names, and what is wrong in it.
fn in_words(kind: ImportKind, fault: &RowFault) -> String {
    let said = words(&fault.trouble);
    let Some(field) = fault.field else { return said };
    let column = kind.columns().iter().find(|column| column.field == field);
    match column {
        Some(column) => format!("column {} ({field}): {said}", column.chinese),
        None => format!("{field}: {said}"),
    }
}

fn words(trouble: &Trouble) -> String {
    let words = Words::new(Locale::En);
    match trouble {
        Trouble::Field(fault) => words.tell(fault),
        Trouble::Refused(refusal) => words.tell(refusal),
        Trouble::Forbidden(action) => {
            format!("the account has no power to do this ({})", action.code())
        }
    }
}

/// Writes an empty file of a kind: as XLSX or CSV by its name, or CSV on standard output.
pub fn write_template(kind: ImportKind, chinese: bool, file: Option<&Path>) -> Result<()> {
    let sheet = template(kind, chinese);
    let is_xlsx = file.is_some_and(|file| file.extension().is_some_and(|name| name == "xlsx"));
    let bytes = if is_xlsx { sheet::xlsx(&sheet)? } else { sheet::csv(&sheet) };
    match file {
        Some(file) => {
            let made = std::fs::File::create_new(file).and_then(|mut out| out.write_all(&bytes));
            made.with_context(|| format!("{} cannot be made", file.display()))?;
        }
        None => std::io::stdout().write_all(&bytes)?,
    }
    for note in &sheet.notes {
        eprintln!("{note}");
    }
    Ok(())
}
