//! Fix the terms of one record that waited for a notice (定期限): recomputed from the day they were
//! counted from, by the calendar as it is known now.

use super::import::{ImportNotice, NoticeImported};
use super::known;
use crate::bulletin::capped;
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::calendar::Calendar;
use qz_domain::id::AccountId;
use qz_domain::spelled::Spelled;
use qz_domain::term::{Deadline, Due};
use qz_store::notice::WaitingRecord;
use qz_store::{
    Act, Deed, ObjectRef, Subject, Write, accountability, bulletin, finding, monthly_report,
    objection, rectification, review, ticket,
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
        let (object, is_fixed) = fix(write, &calendar, record).await?;
        let deed = deed(write, actor, object).await?;
        write.record(deed).await?;
        let year = calendar.years().last().unwrap_or_default();
        Ok(NoticeImported { year, fixed: usize::from(is_fixed) })
    }
}

/// The record with its terms counted again, and whether none of them waits any more.
async fn fix(
    write: &mut Write,
    calendar: &Calendar,
    record: WaitingRecord,
) -> Result<(ObjectRef, bool), ActError> {
    macro_rules! counted_again {
        ($nouns:ident, $find:ident, $id:ident, $row:ident => $terms:expr) => {{
            let found = $nouns::$find(write.reads(), $id).await?;
            let mut $row = found.ok_or(ActError::NotFound)?;
            let is_fixed = count_again(calendar, $terms);
            $row.version += 1;
            $nouns::update(write, &$row).await?;
            ($id.object(), is_fixed)
        }};
    }
    Ok(match record {
        WaitingRecord::Accountability(id) => {
            counted_again!(accountability, find, id, row => row.terms_mut())
        }
        WaitingRecord::Finding(id) => {
            counted_again!(finding, find, id, row => row.term.iter_mut().collect())
        }
        WaitingRecord::MonthlyReport(id) => {
            counted_again!(monthly_report, numbered, id, row => vec![&mut row.due])
        }
        WaitingRecord::Objection(id) => {
            counted_again!(objection, find, id, row => vec![&mut row.due])
        }
        WaitingRecord::Rectification(id) => {
            counted_again!(rectification, find_alone, id, row => row.terms_mut())
        }
        WaitingRecord::Review(id) => counted_again!(review, find, id, row => row.terms_mut()),
        WaitingRecord::Ticket(id) => counted_again!(ticket, find, id, row => row.terms_mut()),
        WaitingRecord::Bulletin(id) => {
            let found = bulletin::find(write.reads(), id).await?;
            let mut row = found.ok_or(ActError::NotFound)?;
            let is_fixed = count_again(calendar, row.expiry.iter_mut().collect());
            let told = accountability::of_bulletin(write.reads(), id).await?;
            row.expiry = row.expiry.map(|expiry| capped(expiry, &told));
            row.version += 1;
            bulletin::update(write, &row).await?;
            (id.object(), is_fixed)
        }
    })
}

/// Counts those that wait again; whether none waits any more. What is fixed stays: it may have been extended.
fn count_again(calendar: &Calendar, terms: Vec<&mut Deadline>) -> bool {
    let waits = |term: &Deadline| matches!(term.due, Due::AwaitingCalendar { .. });
    let mut is_fixed = true;
    for term in terms {
        if waits(term) {
            *term = Deadline::new(calendar, term.from, term.length);
        }
        is_fixed &= !waits(term);
    }
    is_fixed
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
