//! Requests of attendance (考勤申请): asked for by everybody for themselves, answered by the head of the unit or, of a head, by
//! the county's leaders; keyed by personnel from paper; ended early, taken back.

mod answer;
mod ask;
mod credit;
mod form;
mod load;
mod own;
mod record;
pub mod view;
mod work_start;

pub use answer::{ApproveRequest, RefuseRequest, RevokeRequest};
pub use ask::AskRequest;
pub use form::RequestForm;
pub use own::{EndRequest, WithdrawRequest};
pub use record::RecordRequest;
pub use work_start::{SetWorkStart, WorkStartKept};

use qz_domain::id::RequestId;
use qz_domain::request::Stage;
use serde::{Deserialize, Serialize};

/// Which request was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestMade {
    /// In the store.
    pub request: RequestId,
}

/// What a step on a request gives back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestChanged {
    /// The version it made.
    pub version: i64,
    /// Where the request stands now.
    pub stage: Stage,
}
