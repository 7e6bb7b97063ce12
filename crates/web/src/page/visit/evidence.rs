//! Evidence: attach a file, read one back.

use super::wrong::{refuse, unfit};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::download;
use crate::shell::Shell;
use axum::extract::{Multipart, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::visit::AttachEvidence;
use qz_document::evidence::{self, Clean};
use qz_domain::evidence::MediaType;
use qz_domain::id::{EvidenceId, VisitId};
use qz_domain::spelled::Spelled;

/// What the form sends.
#[derive(Debug, Default)]
struct Sent {
    request: String,
    version: i64,
    name: String,
    bytes: Vec<u8>,
}

/// `POST /desk/visits/{id}/evidence`
pub(super) async fn attach(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(visit): Path<VisitId>,
    form: Multipart,
) -> Result<Response, WebError> {
    let Sent { request, version, name, bytes } = read_form(form).await?;
    let cleaned = tokio::task::spawn_blocking(move || evidence::clean(&bytes, &name)).await;
    let cleaned = cleaned.map_err(WebError::internal)?;
    let Clean { media_type, name, bytes } = cleaned.map_err(|fault| unfit(&shell, &fault))?;
    let media_type = MediaType::from_code(media_type.as_str()).ok_or(WebError::Unreadable)?;
    let actor = granted.account();
    let act = AttachEvidence { actor, visit, version, name, media_type, bytes };
    state.acts.perform(request, act).await.map_err(|fault| refuse(&shell, fault))?;
    Ok(Redirect::to(&format!("/desk/visits/{visit}")).into_response())
}

async fn read_form(mut form: Multipart) -> Result<Sent, WebError> {
    let unreadable = |_| WebError::Unreadable;
    let mut sent = Sent::default();
    while let Some(part) = form.next_field().await.map_err(unreadable)? {
        match part.name().unwrap_or_default() {
            "request" => sent.request = part.text().await.map_err(unreadable)?,
            "version" => {
                let version = part.text().await.map_err(unreadable)?;
                sent.version = version.parse().map_err(|_| WebError::Unreadable)?;
            }
            "file" => {
                sent.name = part.file_name().unwrap_or_default().to_owned();
                sent.bytes = part.bytes().await.map_err(unreadable)?.to_vec();
            }
            "csrf" => {}
            _ => return Err(WebError::Unreadable),
        }
    }
    Ok(sent)
}

/// `GET /desk/visits/{id}/evidence/{file}`
pub(super) async fn read(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path((visit, file)): Path<(VisitId, EvidenceId)>,
) -> Result<Response, WebError> {
    let found = state.acts.evidence(granted.account(), visit, file).await;
    let (evidence, bytes) = found.map_err(|fault| refuse(&shell, fault))?;
    download::file(bytes, &evidence.name, evidence.media_type.code())
}
