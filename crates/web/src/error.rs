//! Errors as pages: one enum, a page for people, problem+json (RFC 9457) for programs.
//!
//! A handler returns `Result<Response, WebError>`. [`IntoResponse`] knows no request, so it only
//! sets the status and leaves the error in the response's extensions; the layer [`page_errors`],
//! which knows the request and its [`Shell`], draws the page. The layer also draws
//! the bare refusals of the framework (405, 413, a garbled form), so no error is ever naked text.

mod catch;
mod page;
mod problem;

pub use catch::page_errors;

use crate::part::{FieldError, Progress, RefusalBox};
use crate::shell::Shell;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use qz_acts::ticket::public::PageState;
use std::error::Error;
use std::sync::Arc;

/// Everything that can end a request other than well.
#[derive(Debug, thiserror::Error)]
pub enum WebError {
    /// 400: the request could not be read.
    #[error("the request could not be read")]
    Unreadable,
    /// 401: nobody is signed in, or no longer. A page that was asked for leads to `/sign-in`.
    #[error("nobody is signed in")]
    SignedOut,
    /// 403: signed in, but without the power.
    #[error("the power is missing")]
    Forbidden(RefusalBox),
    /// 404: nothing here, or nothing this visitor may know of.
    #[error("there is nothing at this address")]
    NotFound,
    /// 405: the page cannot be used this way.
    #[error("the address does not take this method")]
    WrongMethod,
    /// 409: the record changed since it was read.
    #[error("the record was changed by somebody else")]
    Conflict,
    /// 413: more was sent than is taken.
    #[error("more was sent than is taken")]
    TooLarge {
        /// The most bytes that are taken, when known.
        most: Option<u64>,
    },
    /// 422: a guard of the act said no.
    #[error("a guard refused the act")]
    Refused(RefusalBox),
    /// 422: input at fault. Pages show their form again; this is for programs and as a last resort.
    #[error("the input is at fault")]
    Invalid(Vec<FieldError>),
    /// 451: the page is kept from the public while it is checked, or for good.
    #[error("the page is kept from the public")]
    Withheld(PageState),
    /// 429: asked too often.
    #[error("asked too often")]
    TooManyRequests {
        /// After how many seconds to ask again.
        retry_after: u32,
    },
    /// 503: not ready yet.
    #[error("not ready yet")]
    NotReady(Option<Progress>),
    /// 500: a fault of ours. The visitor sees a number, the log the whole chain.
    #[error("something failed inside")]
    Internal(#[source] Box<dyn Error + Send + Sync>),
}

/// The error of a response, until the layer draws it.
#[derive(Debug, Clone)]
struct Failure(Arc<WebError>);

impl WebError {
    /// A fault of ours.
    pub fn internal(error: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Internal(error.into())
    }

    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::SignedOut => StatusCode::UNAUTHORIZED,
            Self::Forbidden(_) => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::Conflict => StatusCode::CONFLICT,
            Self::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Refused(_) | Self::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Withheld(_) => StatusCode::UNAVAILABLE_FOR_LEGAL_REASONS,
            Self::TooManyRequests { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::NotReady(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The error's name in problem+json and in the keys of its words.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::SignedOut => "signed-out",
            Self::Forbidden(_) => "forbidden",
            Self::NotFound => "not-found",
            Self::WrongMethod => "wrong-method",
            Self::Conflict => "conflict",
            Self::TooLarge { .. } => "too-large",
            Self::Refused(_) => "refused",
            Self::Invalid(_) => "invalid",
            Self::Withheld(_) => "withheld",
            Self::TooManyRequests { .. } => "too-many-requests",
            Self::NotReady(_) => "not-ready",
            Self::Internal(_) => "internal",
        }
    }

    /// The error a bare status of the framework stands for.
    fn from_status(status: StatusCode) -> Option<Self> {
        match status {
            StatusCode::UNAUTHORIZED => Some(Self::SignedOut),
            StatusCode::NOT_FOUND => Some(Self::NotFound),
            StatusCode::METHOD_NOT_ALLOWED => Some(Self::WrongMethod),
            StatusCode::CONFLICT => Some(Self::Conflict),
            StatusCode::PAYLOAD_TOO_LARGE => Some(Self::TooLarge { most: None }),
            StatusCode::TOO_MANY_REQUESTS => Some(Self::TooManyRequests { retry_after: 60 }),
            StatusCode::SERVICE_UNAVAILABLE => Some(Self::NotReady(None)),
            status if status.is_client_error() => Some(Self::Unreadable),
            status if status.is_server_error() => Some(Self::internal(Bare(status))),
            _ => None,
        }
    }

    fn retry_after(&self) -> Option<u32> {
        match self {
            Self::TooManyRequests { retry_after } => Some(*retry_after),
            Self::NotReady(_) => Some(2),
            _ => None,
        }
    }
}

/// The page of an error, as the layer draws it; `id` is the number of a fault of ours.
pub fn draw_page(error: &WebError, shell: Shell, id: Option<String>) -> askama::Result<String> {
    page::ErrorPage::new(error, shell, id).draw()
}

/// A status without words.
#[derive(Debug, thiserror::Error)]
#[error("a layer answered {0} without an error of ours")]
struct Bare(StatusCode);

impl From<askama::Error> for WebError {
    fn from(error: askama::Error) -> Self {
        Self::internal(error)
    }
}

impl IntoResponse for WebError {
    fn into_response(self) -> Response {
        let (status, retry_after) = (self.status(), self.retry_after());
        let mut response = (status, self.to_string()).into_response();
        if let Some(seconds) = retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response.extensions_mut().insert(Failure(Arc::new(self)));
        response
    }
}
