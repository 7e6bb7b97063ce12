//! Monthly reports (月报): the members of a campaign confirm the counts of a month, the lead returns what
//! is incomplete.

mod confirm;
mod due;
mod facts;
mod lines;
mod load;
pub mod public;
mod send_back;
pub mod view;

pub use confirm::ConfirmReport;
pub(crate) use due::due;
pub(crate) use facts::facts;
pub use load::Side;
pub use send_back::ReturnReport;

use crate::ActError;
use crate::matter::{self, Doing, Setting};
use load::Begun;
use qz_domain::matter::{Hand, Part};
use qz_domain::monthly_report::Stage;
use qz_store::Write;
use serde::{Deserialize, Serialize};

/// What every step on a report gives back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportChanged {
    /// The version it made.
    pub version: i64,
    /// Where the report stands now.
    pub stage: Stage,
}

/// Passes a step's hands through its guards; gives those that were not noted before.
async fn screened(
    write: &mut Write,
    begun: &Begun,
    part: Part,
    doing: &Doing,
) -> Result<Vec<Hand>, ActError> {
    let Begun { owed, transition, hands, .. } = begun;
    let (guards, organ, unit) = (transition.guards, owed.member.lead.id, &owed.member.unit);
    let setting = Setting { part, guards, hands, organ, unit, subject: None };
    matter::new_hands(write, setting, doing).await
}
