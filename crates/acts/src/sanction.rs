//! Records of sanctions (处分登记): kept from the document of the organ that decided, corrected, ended by a later one.
//! Nothing is decided here, and nothing of it is public.

mod correct;
mod end;
mod form;
mod load;
mod record;
pub mod view;

pub use correct::CorrectSanction;
pub use end::{EndForm, EndSanction};
pub use form::SanctionForm;
pub use record::{RecordSanction, SanctionRecorded};

use qz_domain::sanction::Stage;
use serde::{Deserialize, Serialize};

/// What a step on the record of a sanction gives back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SanctionChanged {
    /// The version it made.
    pub version: i64,
    /// Where the record stands now.
    pub stage: Stage,
}
