//! The answer to a program: problem+json (RFC 9457).

use super::WebError;
use super::page::{faults, refusal, text, title};
use crate::shell::Shell;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// A problem. `detail` is in the language that was asked for; `type` and `guard` never change.
#[derive(Debug, Serialize)]
pub(super) struct Problem {
    r#type: String,
    title: String,
    status: u16,
    detail: String,
    instance: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    guard: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Fault>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
}

#[derive(Debug, Serialize)]
struct Fault {
    field: String,
    detail: String,
}

impl Problem {
    pub(super) fn new(error: &WebError, shell: &Shell, path: &str, id: Option<String>) -> Self {
        let refusal = refusal(error);
        let fault = |fault: &crate::part::FieldError| Fault {
            field: fault.field.clone(),
            detail: fault.message.clone(),
        };
        Self {
            r#type: format!("urn:qinzheng:problem:{}", error.code()),
            title: refusal.map_or_else(|| title(error, shell), |refusal| refusal.title.clone()),
            status: error.status().as_u16(),
            detail: refusal
                .map_or_else(|| text(error, shell), |refusal| refusal.sentences.join(" ")),
            instance: path.to_owned(),
            guard: refusal.and_then(|refusal| refusal.guard.clone()),
            errors: faults(error).iter().map(fault).collect(),
            id,
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = axum::http::StatusCode::from_u16(self.status);
        let mut response = axum::Json(&self).into_response();
        response
            .headers_mut()
            .insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        *response.status_mut() = status.unwrap_or(axum::http::StatusCode::INTERNAL_SERVER_ERROR);
        response
    }
}
