//! Fix the terms of one record that waited for a notice (定期限): recomputed from the day they were
//! counted from, by the calendar as it is known now.

use super::import::{ImportNotice, NoticeImported};
use super::known;
use crate::bulletin::capped;
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::id::{AccountId, FindingId};
use qz_domain::spelled::Spelled;
use qz_domain::term::{Deadline, Due};
use qz_store::notice::WaitingRecord;
use qz_store::{
    Act, Deed, ObjectRef, Subject, Write, accountability, bulletin, finding, monthly_report,
    objection,
};

/// One step of bringing a notice in.
pub(super) enum NoticeStep {
    /// The notice itself.
    Import(ImportNotice),
    /// One record that waits.
    Fix { actor: AccountId, record: WaitingRecord },
}

impl Act for NoticeStep {
    type Receipt = NoticeImported;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<NoticeImported, ActError> {
        let (actor, record) = match self {
            Self::Import(import) => return import.perform(write).await,
            Self::Fix { actor, record } => (actor, record),
        };
        let calendar = known(write.reads()).await?;
        let again = |deadline: Deadline| Deadline::new(&calendar, deadline.from, deadline.length);
        let (object, is_fixed) = match record {
            WaitingRecord::Accountability(id) => {
                let found = accountability::find(write.reads(), id).await?;
                let mut row = found.ok_or(ActError::NotFound)?;
                row.answer_due = again(row.answer_due);
                row.remedy_due = row.remedy_due.map(again);
                row.version += 1;
                accountability::update(write, &row).await?;
                (id.object(), row.remedy_due.is_none_or(is_fixed) && is_fixed(row.answer_due))
            }
            WaitingRecord::Bulletin(id) => {
                let found = bulletin::find(write.reads(), id).await?;
                let mut row = found.ok_or(ActError::NotFound)?;
                let told = accountability::of_bulletin(write.reads(), id).await?;
                row.expiry = row.expiry.map(again).map(|expiry| capped(expiry, &told));
                row.version += 1;
                bulletin::update(write, &row).await?;
                (id.object(), row.expiry.is_none_or(is_fixed))
            }
            WaitingRecord::Finding(id) => (id.object(), of_finding(write, id, &again).await?),
            WaitingRecord::MonthlyReport(id) => {
                let found = monthly_report::numbered(write.reads(), id).await?;
                let mut row = found.ok_or(ActError::NotFound)?;
                row.due = again(row.due);
                row.version += 1;
                monthly_report::update(write, &row).await?;
                (id.object(), is_fixed(row.due))
            }
            WaitingRecord::Objection(id) => {
                let found = objection::find(write.reads(), id).await?;
                let mut row = found.ok_or(ActError::NotFound)?;
                row.due = again(row.due);
                row.version += 1;
                objection::update(write, &row).await?;
                (id.object(), is_fixed(row.due))
            }
        };
        let deed = deed(write, actor, object).await?;
        write.record(deed).await?;
        let year = calendar.years().last().unwrap_or_default();
        Ok(NoticeImported { year, fixed: usize::from(is_fixed) })
    }
}

/// The term that runs where a finding stands; whether it is fixed now.
async fn of_finding(
    write: &mut Write,
    id: FindingId,
    again: impl Fn(Deadline) -> Deadline,
) -> Result<bool, ActError> {
    let mut row = finding::find(write.reads(), id).await?.ok_or(ActError::NotFound)?;
    row.term = row.term.map(again);
    row.version += 1;
    finding::update(write, &row).await?;
    Ok(row.term.is_none_or(is_fixed))
}

fn is_fixed(deadline: Deadline) -> bool {
    matches!(deadline.due, Due::Fixed(_))
}

async fn deed(write: &mut Write, account: AccountId, object: ObjectRef) -> Result<Deed, ActError> {
    let actor = power::actor(write.reads(), account).await?;
    Ok(Deed {
        kind: Action::CalendarImport.code(),
        object,
        by: actor.and_then(|actor| actor.person),
        recorded_by: Some(account),
        paper: None,
        remark: String::new(),
    })
}
