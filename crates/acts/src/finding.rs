//! Findings (问题线索): from what a visit saw to whether it is borne out, each step one act.

mod adjudicate;
pub mod dossier;
mod erase;
mod hand_over;
mod load;
mod prolong;
mod register;
mod reply;
mod screen;
mod transfer;
mod verify;
pub mod view;

pub use adjudicate::{AdjudicateFinding, AdjudicationForm};
pub use hand_over::HandOverFinding;
pub(crate) use load::{Loaded, concern, load};
pub use prolong::{AnswerProlonging, ProlongVerification};
pub use register::{FindingRegistered, RegisterFinding, RegistrationForm};
pub(crate) use register::{Seen, made};
pub use reply::FileReply;
pub use screen::{ScreenFinding, ScreeningForm};
pub use transfer::{TransferFinding, TransferForm};
pub use verify::{VerificationForm, VerifyFinding};

use crate::ActError;
use crate::matter::{self, Doing, Setting, law};
use jiff::civil::Date;
use load::Begun;
use qz_domain::finding::{Finding, PROLONGING, Stage, Step};
use qz_domain::matter::Part;
use qz_domain::term::Deadline;
use qz_store::{Subject, Write, hand};
use serde::{Deserialize, Serialize};

/// What every step on an existing finding gives back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingChanged {
    /// The version it made.
    pub version: i64,
    /// Where the finding stands now.
    pub stage: Stage,
}

/// Passes a step's hands through its guards, then writes the finding as it now stands.
async fn keep(
    write: &mut Write,
    begun: Begun,
    (step, part): (Step, Part),
    doing: Doing,
) -> Result<FindingChanged, ActError> {
    let Begun { actor, loaded, transition, hands } = begun;
    let mut finding = loaded.finding;
    let (guards, organ, unit) = (transition.guards, finding.organ, &loaded.unit);
    let setting = Setting { part, guards, hands: &hands, organ, unit, subject: None };
    let hands = matter::new_hands(write, setting, &doing).await?;
    finding.stage = transition.to;
    finding.term = running(write, &finding, (step, doing.day)).await?;
    finding.version += 1;
    qz_store::finding::update(write, &finding).await?;
    hand::add_to_finding(write, finding.id, &hands).await?;
    write.record(doing.deed(step, finding.id.object(), &actor)).await?;
    Ok(FindingChanged { version: finding.version, stage: finding.stage })
}

/// The term that runs after a step: of the stage it led to, or as it ran before.
async fn running(
    write: &mut Write,
    finding: &Finding,
    (step, day): (Step, Date),
) -> Result<Option<Deadline>, ActError> {
    match (step, finding.term, finding.stage.term()) {
        (Step::Prolong | Step::Deny | Step::HandOver, term, _) => Ok(term),
        (Step::Grant, Some(term), _) => {
            law::deadline(write, term.due.earliest(), PROLONGING).await.map(Some)
        }
        (_, _, Some(code)) => law::deadline(write, day, code).await.map(Some),
        _ => Ok(None),
    }
}
