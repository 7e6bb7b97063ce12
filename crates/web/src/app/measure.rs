//! Counts and times of requests, by the template of the route: no path, name or number of a record.

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use qz_acts::Acts;
use std::sync::{Arc, OnceLock};
use std::time::Instant;

const REQUESTS: &str = "qinzheng_http_requests_total";
const SECONDS: &str = "qinzheng_http_request_seconds";
const WAITING: &str = "qinzheng_writer_waiting";
const HASHES: &str = "qinzheng_password_hashes_total";

/// The bounds of the buckets of times, in seconds.
const BOUNDS: [f64; 8] = [0.002, 0.005, 0.01, 0.03, 0.1, 0.3, 1.0, 10.0];

/// The process's metrics. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Metrics(Option<Arc<PrometheusHandle>>);

impl Metrics {
    /// Starts to count, once for the whole process.
    pub fn start() -> Self {
        static HANDLE: OnceLock<Option<Arc<PrometheusHandle>>> = OnceLock::new();
        Self(HANDLE.get_or_init(install).clone())
    }

    /// The text that Prometheus reads, with how many acts wait and hashes were computed just now.
    pub fn text(&self, acts: &Acts) -> String {
        let waiting = u32::try_from(acts.waiting()).unwrap_or(u32::MAX);
        metrics::gauge!(WAITING).set(f64::from(waiting));
        metrics::counter!(HASHES).absolute(acts.passwords().computed());
        self.0.as_ref().map(|handle| handle.render()).unwrap_or_default()
    }
}

fn install() -> Option<Arc<PrometheusHandle>> {
    let matcher = Matcher::Full(SECONDS.to_owned());
    let builder = PrometheusBuilder::new().set_buckets_for_metric(matcher, &BOUNDS);
    match builder.map(PrometheusBuilder::install_recorder) {
        Ok(Ok(handle)) => Some(Arc::new(handle)),
        Ok(Err(fault)) | Err(fault) => {
            tracing::warn!(%fault, "metrics are not kept");
            None
        }
    }
}

/// Middleware: counts each answer and its time.
pub(super) async fn measure(request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>();
    let route = route.map_or("none", MatchedPath::as_str).to_owned();
    let method = request.method().as_str().to_owned();
    let began = Instant::now();
    let response = next.run(request).await;
    let status = response.status().as_u16().to_string();
    metrics::histogram!(SECONDS, "route" => route.clone()).record(began.elapsed());
    metrics::counter!(REQUESTS, "route" => route, "method" => method, "status" => status)
        .increment(1);
    response
}
