//! Propose for the black list (提请列入黑榜): by the organ whose decision it rests on, once nobody can ask for a
//! review of it any more. Whoever it is about is told, and may say something before it is verified.

use super::nominate::blank;
use super::{ListEntryMade, add};
use crate::matter::{self, Doing, PaperForm, Setting, law};
use crate::{ActError, power};
use qz_domain::accountability::Accountability;
use qz_domain::field;
use qz_domain::id::{AccountId, AccountabilityId};
use qz_domain::list_entry::{
    Board, ListEntry, ListRefusal, Stage, Step, TEXT_MOST, TRANSITIONS, must_be_final,
};
use qz_domain::matter::{Hand, Part};
use qz_domain::power::Concern;
use qz_domain::procedure::{self, Stepped};
use qz_domain::refusal::Refusal;
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;
use qz_store::accountability::Around;
use qz_store::{Act, Write, accountability, list_entry};

/// Why it is proposed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProposalForm {
    /// What was done; no name of anybody.
    pub reason: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

/// Proposes whom a decision is about for the black list.
#[derive(Debug, Clone)]
pub struct ProposeForList {
    /// Who proposes.
    pub actor: AccountId,
    /// The decision it rests on.
    pub decision: AccountabilityId,
    /// Why.
    pub form: ProposalForm,
}

impl Act for ProposeForList {
    type Receipt = ListEntryMade;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ListEntryMade, ActError> {
        let Self { actor, decision, form } = self;
        let found = accountability::find_around(write.reads(), decision).await?;
        let Around { row, organ, unit, .. } = found.ok_or(ActError::NotFound)?;
        let units = vec![(organ.id, organ.line)];
        let concern = Concern { stage: row.stage.code(), people: vec![], units };
        let actor = power::require(write, actor, Step::Propose.action(), &concern).await?;
        let doing = matter::alone(write, &actor, &form.paper, Some(row.latest())).await?;
        must_be_ripe(write, &row, &doing).await?;
        within_authority(&row, (&organ, &unit), &doing)?;
        let reason = field::text("reason", &form.reason, TEXT_MOST)?;
        let hands = screened(write, &row, (&organ, &unit), &doing).await?;
        let told = law::deadline(write, doing.day, "statement_window").await?;
        let entry = ListEntry {
            person: row.person(),
            decision: Some(decision),
            reason,
            statement_due: Some(told),
            ..blank(write, (Board::Black, Stage::Told), &unit, &doing)
        };
        add(write, (Step::Propose, &actor), &entry, (doing, hands)).await
    }
}

/// The decision is final, and stands on the list no second time.
async fn must_be_ripe(
    write: &mut Write,
    row: &Accountability,
    doing: &Doing,
) -> Result<(), ActError> {
    let judged = accountability::judged(write.reads(), row.id).await?;
    must_be_final(judged.as_ref().map(|(one, reviews)| (one, *reviews)), doing.day)?;
    if list_entry::rests_on(write.reads(), row.id).await? {
        return Err(Refusal::from(ListRefusal::ListedAlready).into());
    }
    Ok(())
}

/// A person stands there only where the organ still has the authority for the measure, whatever their rank.
fn within_authority(
    row: &Accountability,
    units: (&Unit, &Unit),
    doing: &Doing,
) -> Result<(), ActError> {
    match row.person() {
        Some(_) => law::authority(doing.day, &row.measure, units, row.subject),
        None => Ok(()),
    }
}

async fn screened(
    write: &mut Write,
    row: &Accountability,
    (organ, unit): (&Unit, &Unit),
    doing: &Doing,
) -> Result<Vec<Hand>, ActError> {
    let guards = procedure::find(TRANSITIONS, None, Step::Propose)?.guards;
    let (part, organ, subject) = (Part::Nominated, organ.id, row.person());
    let setting = Setting { part, guards, hands: &[], organ, unit, subject };
    matter::screen(write, setting, doing).await
}
