//! Appoint somebody to a post (任职), on any footing.

use super::moving::{self, Ending, Move};
use crate::ActError;
use qz_domain::action::Action;
use qz_domain::id::{AccountId, AppointmentId, PersonId};
use qz_domain::spelled::Spelled;
use qz_store::{Act, Deed, Subject, Write, person};
use serde::{Deserialize, Serialize};

/// What a person writes of an appointment; the same columns as an import file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AppointForm {
    /// 工号: who is appointed.
    pub person: String,
    /// 岗位代码
    pub post: String,
    /// 方式; empty means 任职.
    pub kind: String,
    /// 起始日期
    pub since: String,
    /// 预计结束: must stand for what is for a time.
    pub due: String,
    /// 文号
    pub paper_number: String,
    /// 文件日期
    pub paper_day: String,
}

/// Appoints somebody.
#[derive(Debug, Clone)]
pub struct Appoint {
    /// Who keys it.
    pub actor: AccountId,
    /// What they wrote.
    pub form: AppointForm,
    /// Where it comes from, such as a file and row; may be empty.
    pub source: String,
}

/// The appointment that was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointed {
    /// Number in the store.
    pub appointment: AppointmentId,
    /// Whose it is.
    pub person: PersonId,
}

impl Act for Appoint {
    type Receipt = Appointed;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<Appointed, ActError> {
        let Self { actor, form, source } = self;
        let Move { actor, new, paper, .. } =
            moving::read(write, actor, (Action::Appoint, &form), Ending::None).await?;
        person::insert_appointment(write, &new).await?;
        let deed = Deed {
            kind: Action::Appoint.code(),
            object: new.person.object(),
            by: actor.person,
            recorded_by: Some(actor.account),
            paper,
            remark: source,
        };
        write.record(deed).await?;
        Ok(Appointed { appointment: new.id, person: new.person })
    }
}
