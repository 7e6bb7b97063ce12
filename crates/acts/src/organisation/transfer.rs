//! Transfer somebody (调动): one appointment ends, another begins the day after, and whoever takes
//! over the open work is named. A part that was played stays a part: nothing is reassigned.

use super::appoint::{AppointForm, Appointed};
use super::moving::{self, Ending, Move};
use crate::ActError;
use crate::person::named_person;
use qz_domain::action::Action;
use qz_domain::field::{Fault, FieldError};
use qz_domain::id::{AccountId, HandoverId, PersonId};
use qz_domain::spelled::Spelled;
use qz_store::appointment::{Handover, OpenWork};
use qz_store::{Act, Deed, Subject, Write, appointment, person};

/// What a person writes of a transfer; the same columns as an import file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TransferForm {
    /// The new appointment.
    pub to: AppointForm,
    /// 原岗位代码: the post that ends the day before.
    pub from: String,
    /// 接手人: who takes over the open work; must stand when there is any.
    pub taker: String,
}

/// Transfers somebody.
#[derive(Debug, Clone)]
pub struct Transfer {
    /// Who keys it.
    pub actor: AccountId,
    /// What they wrote.
    pub form: TransferForm,
    /// Where it comes from, such as a file and row; may be empty.
    pub source: String,
}

impl Act for Transfer {
    type Receipt = Appointed;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<Appointed, ActError> {
        let Self { actor, form, source } = self;
        let asked = (Action::Transfer, &form.to);
        let Move { actor, new, ended, paper } =
            moving::read(write, actor, asked, Ending::Of(&form.from)).await?;
        let ended = ended.ok_or_else(|| FieldError::new("from", Fault::Missing))?;
        let work = appointment::open_work(write.reads(), new.person).await?;
        if let Some(until) = ended.until {
            appointment::end(write, ended.id, until).await?;
        }
        person::insert_appointment(write, &new).await?;
        if let Some(taker) = taker(write, &form.taker, (new.person, &work)).await? {
            let handover = |one: &OpenWork| Handover {
                id: HandoverId(write.next_id()),
                appointment: ended.id,
                person: new.person,
                kind: one.kind,
                record: one.record,
                taker,
            };
            let all: Vec<_> = work.iter().map(handover).collect();
            appointment::insert_handovers(write, &all).await?;
        }
        let deed = Deed {
            kind: Action::Transfer.code(),
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

/// Who takes over: nobody where nothing is open, and never whoever leaves.
async fn taker(
    write: &mut Write,
    given: &str,
    (person, work): (PersonId, &[OpenWork]),
) -> Result<Option<PersonId>, ActError> {
    if work.is_empty() {
        return Ok(None);
    }
    let found = named_person(write.reads(), "taker", given).await?;
    if found.id == person {
        return Err(FieldError::new("taker", Fault::Taken(found.name)).into());
    }
    Ok(Some(found.id))
}
