//! Bring in a year's holiday notice (导入放假通知).

use super::{known, read};
use crate::digest;
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::field::{Fault, FieldError};
use qz_domain::id::{AccountId, NoticeId};
use qz_domain::power::Concern;
use qz_domain::spelled::Spelled;
use qz_store::notice::{StoredNotice, insert};
use qz_store::{Act, Deed, Subject, Write};
use serde::{Deserialize, Serialize};

/// Brings in a notice.
#[derive(Debug, Clone)]
pub struct ImportNotice {
    /// Who brings it in.
    pub actor: AccountId,
    /// The text, in the form of `law/holidays/2026.toml`.
    pub body: String,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeImported {
    /// The year that is known now.
    pub year: i16,
    /// How many records had a term that it fixed.
    pub fixed: usize,
}

impl Act for ImportNotice {
    type Receipt = NoticeImported;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<NoticeImported, ActError> {
        let Self { actor, body } = self;
        let concern = Concern { stage: "", people: vec![], units: vec![] };
        let actor = power::require(write, actor, Action::CalendarImport, &concern).await?;
        let before = known(write.reads()).await?;
        let after = read(&before, &body)?;
        let year = after.years().find(|year| !before.knows(*year));
        let year = year.ok_or_else(|| {
            let last = before.years().last().unwrap_or_default();
            FieldError::new("notice", Fault::Taken(last.to_string()))
        })?;
        let hash = digest::sha256(&body);
        let new = StoredNotice { id: NoticeId(write.next_id()), year, body, hash };
        insert(write, &new).await?;
        let deed = Deed {
            kind: Action::CalendarImport.code(),
            object: new.id.object(),
            by: actor.person,
            recorded_by: Some(actor.account),
            paper: None,
            remark: year.to_string(),
        };
        write.record(deed).await?;
        Ok(NoticeImported { year, fixed: 0 })
    }
}
