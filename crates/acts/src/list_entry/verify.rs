//! Verify what is nominated or proposed (核实): by the office that keeps the lists, not by whoever nominated it
//! and not by anybody of the unit. What is proposed for the black list is verified after its unit had its say.

use super::load::{Begun, begin};
use super::{ListEntryChanged, keep};
use crate::matter::{self, PaperForm};
use crate::wrong::yes_or_no;
use crate::{ActError, power};
use qz_domain::field;
use qz_domain::id::{AccountId, ListEntryId};
use qz_domain::list_entry::{Step, TEXT_MOST, TRANSITIONS};
use qz_domain::matter::{MatterRefusal, Part};
use qz_domain::procedure::{self, Stepped};
use qz_domain::refusal::{Guard, Refusal};
use qz_store::{Act, Write};

/// What verification found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VerificationForm {
    /// Whether it goes on: `yes` or `no`.
    pub passed: String,
    /// How it was verified, or why it goes no further.
    pub verified: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

/// Verifies an entry.
#[derive(Debug, Clone)]
pub struct VerifyForList {
    /// Who verifies.
    pub actor: AccountId,
    /// Which entry.
    pub entry: ListEntryId,
    /// The version they read.
    pub version: i64,
    /// What they found.
    pub form: VerificationForm,
}

impl Act for VerifyForList {
    type Receipt = ListEntryChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ListEntryChanged, ActError> {
        let Self { actor, entry, version, form } = self;
        let mut begun = begin(write, actor, entry, (Step::Verify, version)).await?;
        let step = if yes_or_no("confirmed", &form.passed)? { Step::Verify } else { Step::Decline };
        begun.transition = procedure::find(TRANSITIONS, begun.transition.from, step)?;
        let latest = begun.line.entry.latest_on;
        let doing = matter::alone(write, &begun.actor, &form.paper, Some(latest)).await?;
        must_be_heard(&begun, doing.day)?;
        let one = &mut begun.line.entry;
        one.verified = field::text("verified", &form.verified, TEXT_MOST)?;
        one.office = Some(power::seat(&begun.actor, step.action())?);
        keep(write, begun, (step, Some(Part::Verified)), doing).await
    }
}

fn must_be_heard(begun: &Begun, day: jiff::civil::Date) -> Result<(), Refusal> {
    let (line, guards) = (&begun.line, begun.transition.guards);
    if !guards.contains(&Guard::Heard) || line.entry.is_heard(day) {
        return Ok(());
    }
    let subject = line.person.clone().unwrap_or_else(|| line.unit.name.clone());
    let due = line.entry.statement_due.map_or(day, |term| term.due.earliest());
    Err(MatterRefusal::NotHeard { subject, due }.into())
}
