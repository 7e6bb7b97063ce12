//! Handlers behind a gate: functions that take a [`Granted`] first, then up to seven extractors.

use super::Granted;
use crate::app::WebState;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::response::{IntoResponse, Response};

/// A function that may stand behind a gate.
pub trait GatedHandler<Args>: Clone + Send + Sync + 'static {
    /// Takes the request that the gate let in.
    fn call(
        self,
        granted: Granted,
        request: Request,
        state: WebState,
    ) -> impl Future<Output = Response> + Send;
}

impl<F, Answer, Page> GatedHandler<()> for F
where
    F: FnOnce(Granted) -> Answer + Clone + Send + Sync + 'static,
    Answer: Future<Output = Page> + Send,
    Page: IntoResponse,
{
    async fn call(self, granted: Granted, _: Request, _: WebState) -> Response {
        self(granted).await.into_response()
    }
}

impl<F, Answer, Page, Marker, Only> GatedHandler<(Marker, Only)> for F
where
    F: FnOnce(Granted, Only) -> Answer + Clone + Send + Sync + 'static,
    Answer: Future<Output = Page> + Send,
    Page: IntoResponse,
    Only: FromRequest<WebState, Marker> + Send,
{
    async fn call(self, granted: Granted, request: Request, state: WebState) -> Response {
        let only = match Only::from_request(request, &state).await {
            Ok(only) => only,
            Err(rejection) => return rejection.into_response(),
        };
        self(granted, only).await.into_response()
    }
}

macro_rules! handlers {
    ($(($($part:ident)+) $last:ident;)+) => {$(
        #[expect(non_snake_case, reason = "a value is named like its type")]
        impl<F, Answer, Page, Marker, $($part,)+ $last> GatedHandler<(Marker, $($part,)+ $last)>
            for F
        where
            F: FnOnce(Granted, $($part,)+ $last) -> Answer + Clone + Send + Sync + 'static,
            Answer: Future<Output = Page> + Send,
            Page: IntoResponse,
            $($part: FromRequestParts<WebState> + Send,)+
            $last: FromRequest<WebState, Marker> + Send,
        {
            async fn call(self, granted: Granted, request: Request, state: WebState) -> Response {
                let (mut parts, body) = request.into_parts();
                $(
                    let $part = match $part::from_request_parts(&mut parts, &state).await {
                        Ok(part) => part,
                        Err(rejection) => return rejection.into_response(),
                    };
                )+
                let request = Request::from_parts(parts, body);
                let $last = match $last::from_request(request, &state).await {
                    Ok(last) => last,
                    Err(rejection) => return rejection.into_response(),
                };
                self(granted, $($part,)+ $last).await.into_response()
            }
        }
    )+};
}

handlers! {
    (A) B;
    (A B) C;
    (A B C) D;
    (A B C D) E;
    (A B C D E) G;
    (A B C D E G) H;
}
