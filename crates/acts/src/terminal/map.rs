//! Say whose a number is (编号对照), from which day to which. Its punches of those days are that person's at once, the
//! old ones too.

use crate::organisation::whole_county;
use crate::person::named_person;
use crate::wrong::Wrong;
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::{AccountId, PinId};
use qz_domain::terminal::{NAME_MOST, Pin, PinOf};
use qz_store::terminal::pin;
use qz_store::{Act, Subject, Write, terminal};
use serde::{Deserialize, Serialize};

/// What a person writes of whose a number is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PinForm {
    /// 编号体系
    pub numbering: String,
    /// 机内编号
    pub pin: String,
    /// 工号或姓名
    pub person: String,
    /// 起始日期
    pub since: String,
    /// 最后一天; empty while it lasts.
    pub until: String,
}

/// Says whose a number is.
#[derive(Debug, Clone)]
pub struct MapPin {
    /// Who says so.
    pub actor: AccountId,
    /// What they wrote.
    pub form: PinForm,
}

/// The number the row got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PinMapped {
    /// In the store.
    pub id: PinId,
}

impl Act for MapPin {
    type Receipt = PinMapped;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<PinMapped, ActError> {
        let Self { actor, form } = self;
        let action = Action::PinMap;
        let actor = power::require(write, actor, action, &whole_county()).await?;
        let row = read(write, &form).await?;
        let others = pin::of_pin(write.reads(), &row.numbering, &row.pin).await?;
        if others.iter().any(|other| other.meets(&row)) {
            return Err(FieldError::new("pin", Fault::Overlapping).into());
        }
        pin::insert(write, &row).await?;
        write.record(actor.deed(action, row.id.object())).await?;
        Ok(PinMapped { id: row.id })
    }
}

async fn read(write: &mut Write, form: &PinForm) -> Result<PinOf, ActError> {
    let mut wrong = Wrong::default();
    let numbering = wrong.note(field::text("numbering", &form.numbering, NAME_MOST));
    if let Some(name) = &numbering
        && !terminal::numberings(write.reads()).await?.contains(name)
    {
        wrong.note::<()>(Err(FieldError::new("numbering", Fault::Unknown(name.clone()))));
    }
    let pin = wrong.note(read_pin("pin", &form.pin));
    let person = wrong.look(named_person(write.reads(), "pin_of", &form.person).await)?;
    let since = wrong.note(field::day("since", &form.since));
    let until = match form.until.trim() {
        "" => Some(None),
        given => wrong.note(field::day("until", given)).map(Some),
    };
    if since.zip(until.flatten()).is_some_and(|(since, until)| until < since) {
        wrong.note::<()>(Err(FieldError::new("until", Fault::EndsBeforeStart)));
    }
    wrong.none()?;
    let whole = (numbering, pin, person, since, until);
    let (Some(numbering), Some(pin), Some(person), Some(since), Some(until)) = whole else {
        return Err(wrong.into());
    };
    Ok(PinOf { id: PinId(write.next_id()), numbering, pin, person: person.id, since, until })
}

/// Reads a number as it is typed.
pub(super) fn read_pin(name: &'static str, given: &str) -> Result<Pin, FieldError> {
    let text = field::text(name, given, 24)?;
    text.parse().map_err(|()| FieldError::new(name, Fault::BadForm("0017")))
}

/// Says until when a number is somebody's.
#[derive(Debug, Clone)]
pub struct EndPin {
    /// Who says so.
    pub actor: AccountId,
    /// Which row.
    pub id: PinId,
    /// The last day.
    pub until: String,
}

impl Act for EndPin {
    type Receipt = PinMapped;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<PinMapped, ActError> {
        let Self { actor, id, until } = self;
        let action = Action::PinEnd;
        let actor = power::require(write, actor, action, &whole_county()).await?;
        let row = pin::find(write.reads(), id).await?.ok_or(ActError::NotFound)?;
        let until = field::day("until", &until)?;
        if until < row.since {
            return Err(FieldError::new("until", Fault::EndsBeforeStart).into());
        }
        let ended = PinOf { until: Some(until), ..row };
        let others = pin::of_pin(write.reads(), &ended.numbering, &ended.pin).await?;
        if others.iter().any(|other| other.id != id && other.meets(&ended)) {
            return Err(FieldError::new("until", Fault::Overlapping).into());
        }
        pin::set_until(write, id, until).await?;
        write.record(actor.deed(action, id.object())).await?;
        Ok(PinMapped { id })
    }
}
