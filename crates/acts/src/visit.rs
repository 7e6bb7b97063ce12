//! Inspection visits (明察暗访): from the plan to the unit's reply, each step one act.

mod attach;
pub mod beside;
mod call_off;
mod cap;
mod correct;
mod drawn;
mod file_paper;
mod load;
mod plan;
pub mod public;
mod reply;
mod report;
mod sign;
mod team;
pub mod view;
pub mod waiting;

pub use attach::{AttachEvidence, Attached};
pub use call_off::CallOffVisit;
pub use correct::{CorrectVisit, CorrectionForm};
pub use file_paper::{FilePaperVisit, PaperVisitFiled, PaperVisitForm};
pub use plan::{PlanForm, PlanVisit, VisitPlanned};
pub use reply::{ReplyForm, ReplyVisit};
pub use report::{ReportForm, ReportVisit};
pub use sign::SignVisit;

use qz_domain::visit::Stage;
use serde::{Deserialize, Serialize};

/// What every step on an existing visit gives back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitChanged {
    /// The version it made.
    pub version: i64,
    /// Where the visit stands now.
    pub stage: Stage,
}
