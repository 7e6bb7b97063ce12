//! Empty files to fill in: the header in either language, an example row, what each column means.

use crate::door::Granted;
use crate::error::WebError;
use crate::page::download::{self, Format};
use axum::extract::Path;
use axum::response::Response;
use qz_acts::import::{ImportKind, template};
use qz_domain::spelled::Spelled;

/// The name of a template's file: `people-zh.xlsx`.
pub(super) fn href(kind: ImportKind, chinese: bool, ending: &str) -> String {
    let language = if chinese { "zh" } else { "en" };
    format!("/desk/import/templates/{}-{language}.{ending}", kind.code())
}

/// `GET /desk/import/templates/{file}`
pub(super) async fn download(_: Granted, Path(file): Path<String>) -> Result<Response, WebError> {
    let (stem, ending) = file.split_once('.').ok_or(WebError::NotFound)?;
    let (kind, language) = stem.split_once('-').ok_or(WebError::NotFound)?;
    let kind = ImportKind::from_code(kind).ok_or(WebError::NotFound)?;
    let format = match ending {
        "csv" => Format::Csv,
        "xlsx" => Format::Xlsx,
        _ => return Err(WebError::NotFound),
    };
    match language {
        "zh" => download::sheet(&template(kind, true), stem, format),
        "en" => download::sheet(&template(kind, false), stem, format),
        _ => Err(WebError::NotFound),
    }
}
