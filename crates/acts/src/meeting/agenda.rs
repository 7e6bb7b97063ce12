//! Change the agenda of a meeting (调整议题), as long as its minutes are not signed.

use super::load::{Begun, begin};
use super::{MeetingChanged, keep};
use crate::ActError;
use qz_domain::accountability::Stage;
use qz_domain::action::Action;
use qz_domain::field::{Fault, FieldError};
use qz_domain::id::{AccountId, AccountabilityId, MeetingId, UnitId};
use qz_domain::matter::MatterRefusal;
use qz_domain::meeting::{ITEMS_MOST, Item, Meeting, MeetingRefusal, Step};
use qz_domain::refusal::Refusal;
use qz_domain::spelled::Spelled;
use qz_store::meeting::matter::{self, Matter};
use qz_store::{Act, Write, meeting};

/// Changes the agenda of a meeting.
#[derive(Debug, Clone)]
pub struct ChangeAgenda {
    /// Who changes it.
    pub actor: AccountId,
    /// Which meeting.
    pub meeting: MeetingId,
    /// The version they read.
    pub version: i64,
    /// The matters that stand on it now, in order.
    pub items: Vec<AccountabilityId>,
}

impl Act for ChangeAgenda {
    type Receipt = MeetingChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<MeetingChanged, ActError> {
        let Self { actor, meeting, version, items } = self;
        let mut begun = begin(write, actor, meeting, (Step::Agenda, version)).await?;
        let Begun { meeting, .. } = &mut begun;
        let wanted = distinct(items)?;
        if wanted.iter().eq(meeting.items.iter().map(|item| &item.accountability)) {
            return Err(Refusal::NothingChanged.into());
        }
        must_keep_ballots(meeting, &wanted)?;
        let known = |id: &AccountabilityId| meeting.item(*id).is_some();
        let new: Vec<_> = wanted.iter().filter(|id| !known(id)).copied().collect();
        must_be_ready(write, meeting.organ, &new).await?;
        let item = |id| match meeting.item(id) {
            Some((_, item)) => item.clone(),
            None => Item::new(id),
        };
        meeting.items = wanted.into_iter().map(item).collect();
        meeting::replace_items(write, meeting).await?;
        keep(write, begun, Step::Agenda, None).await
    }
}

/// The matters that were chosen, each once, as many as an agenda takes.
pub(super) fn distinct(items: Vec<AccountabilityId>) -> Result<Vec<AccountabilityId>, FieldError> {
    let mut wanted = vec![];
    for id in items {
        if !wanted.contains(&id) {
            wanted.push(id);
        }
    }
    let fault = |fault| Err(FieldError::new("agenda", fault));
    match wanted.len() {
        0 => fault(Fault::Missing),
        found if found > ITEMS_MOST => fault(Fault::TooMany { most: ITEMS_MOST, found }),
        _ => Ok(wanted),
    }
}

/// What was voted on stays on the agenda.
fn must_keep_ballots(meeting: &Meeting, wanted: &[AccountabilityId]) -> Result<(), Refusal> {
    let places = (1..).zip(&meeting.items);
    let mut gone = places.filter(|(_, item)| !wanted.contains(&item.accountability));
    match gone.find(|(_, item)| item.proposal.is_some()) {
        Some((place, _)) => {
            let what = format!("{place}");
            Err(MeetingRefusal::VotedOn { what }.into())
        }
        None => Ok(()),
    }
}

/// Matters of this organ whose finding is borne out, undecided, on no other agenda.
pub(super) async fn must_be_ready(
    write: &mut Write,
    organ: UnitId,
    items: &[AccountabilityId],
) -> Result<(), ActError> {
    if items.is_empty() {
        return Ok(());
    }
    let found = matter::these(write.reads(), items).await?;
    for id in items {
        let one = found.iter().find(|one| one.around.row.id == *id);
        let one = one.filter(|one| one.around.row.organ == organ && !one.around.row.is_erased());
        must_be_open(one.ok_or(ActError::NotFound)?)?;
    }
    Ok(())
}

fn must_be_open(one: &Matter) -> Result<(), Refusal> {
    let row = &one.around.row;
    if !matches!(row.stage, Stage::Noticed | Stage::Answered | Stage::Waived) {
        let (act, stage) = (Action::MeasureDecide.code(), row.stage.code());
        return Err(Refusal::OutOfOrder { act, stage });
    }
    if one.around.borne_out_on.is_none() {
        return Err(MatterRefusal::NotUpheld.into());
    }
    if one.called.is_some() {
        let (finding, subject) = (one.finding.to_string(), one.subject().to_owned());
        return Err(MeetingRefusal::OnAnotherAgenda { finding, subject }.into());
    }
    Ok(())
}
