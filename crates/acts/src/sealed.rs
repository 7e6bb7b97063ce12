//! Sealed sources (封存来源): who told of what became a finding is sealed by whoever registers it, and opened by two,
//! for one of them and one day.

mod answer;
mod ask;
mod end;
mod load;
mod read;
mod seal;
mod tie;
pub mod view;

pub use answer::{AnswerOpening, Verdict};
pub use ask::{AskForm, AskOpening, OpeningAsked};
pub use end::EndOpening;
pub use read::{ReadSource, Unsealed};
pub use seal::{SealForm, SealSource, SourceSealed};

pub(crate) use tie::must_have_no_tie;

use crate::ActError;
use crate::actor::Actor;
use crate::matter::Doing;
use qz_domain::sealed::{Opening, Stage, Step};
use qz_store::{Subject, Write, sealed};
use serde::{Deserialize, Serialize};

/// What every step on an existing opening gives back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpeningChanged {
    /// The version it made.
    pub version: i64,
    /// Where the opening stands now.
    pub stage: Stage,
}

/// Writes an opening as it stands after a step.
async fn keep(
    write: &mut Write,
    (mut opening, to): (Opening, Stage),
    (step, doing, actor): (Step, &Doing, &Actor),
) -> Result<OpeningChanged, ActError> {
    opening.stage = to;
    opening.version += 1;
    sealed::update(write, &opening).await?;
    write.record(doing.deed(step, opening.id.object(), actor)).await?;
    Ok(OpeningChanged { version: opening.version, stage: to })
}
