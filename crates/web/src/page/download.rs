//! Files that are handed out: sheets as CSV or XLSX, evidence as it was kept.

use crate::error::WebError;
use crate::query;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use qz_document::sheet::{self, Sheet};

/// What kind of sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// Text with commas, UTF-8 with a mark, as spreadsheet programs like it.
    Csv,
    /// A workbook.
    Xlsx,
}

/// The kind that a path asks for by its ending, so that one handler stands behind both doors.
impl<S: Sync> FromRequestParts<S> for Format {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, WebError> {
        match parts.uri.path().rsplit_once('.') {
            Some((_, "csv")) => Ok(Self::Csv),
            Some((_, "xlsx")) => Ok(Self::Xlsx),
            _ => Err(WebError::NotFound),
        }
    }
}

/// A sheet as a file; `stem` is its name without the ending, in ASCII.
pub(crate) fn sheet(sheet: &Sheet, stem: &str, format: Format) -> Result<Response, WebError> {
    let (bytes, ending, media_type) = match format {
        Format::Csv => (sheet::csv(sheet), "csv", "text/csv; charset=utf-8"),
        Format::Xlsx => {
            let bytes = sheet::xlsx(sheet).map_err(WebError::internal)?;
            let media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            (bytes, "xlsx", media_type)
        }
    };
    file(bytes, &format!("{stem}.{ending}"), media_type)
}

/// Bytes as a file to be saved, never to be opened in the site's own name.
pub(crate) fn file(bytes: Vec<u8>, name: &str, media_type: &str) -> Result<Response, WebError> {
    let disposition = format!("attachment; filename*=UTF-8''{}", query::encode(name));
    let disposition = HeaderValue::from_str(&disposition).map_err(WebError::internal)?;
    let media_type = HeaderValue::from_str(media_type).map_err(WebError::internal)?;
    let headers = [(header::CONTENT_TYPE, media_type), (header::CONTENT_DISPOSITION, disposition)];
    Ok((headers, bytes).into_response())
}
