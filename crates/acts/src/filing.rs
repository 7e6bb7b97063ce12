//! What is filed for items of schemes in force (填报): filled in, said to be nothing, corrected, excused. Nothing filed is ever
//! changed.

mod answer;
mod correct;
mod excuse;
mod form;
mod load;
mod make;
mod sight;

pub use correct::CorrectFiling;
pub use excuse::{ExcuseFiling, ExcuseForm};
pub use make::{FilingForm, MakeFiling};
pub(crate) use sight::{Reader, read_by};

use qz_domain::id::FilingId;
use serde::{Deserialize, Serialize};

/// Which filing it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filed {
    /// In the store.
    pub filing: FilingId,
}

/// A value somebody filled in, by the title of its field.
pub type Given = (String, String);

/// The field of an element that has none of its own: what was done.
pub const NOTE: &str = "说明";
