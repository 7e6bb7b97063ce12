//! Declare kin (申报亲属).

use crate::person::{concern_of, named_person};
use crate::wrong::Wrong;
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::{AccountId, KinId, PersonId};
use qz_domain::instant;
use qz_domain::kin::{Kin, Relation};
use qz_domain::spelled::Spelled;
use qz_store::{Act, Deed, Subject, Write, person};
use serde::{Deserialize, Serialize};

/// What a person writes of a tie; the same columns as an import file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KinForm {
    /// 工号: who declares.
    pub person: String,
    /// 亲属工号: the relative.
    pub relative: String,
    /// 关系
    pub relation: String,
    /// 声明日期; empty means today.
    pub declared_on: String,
}

/// Declares a tie of kin between two people of the county.
#[derive(Debug, Clone)]
pub struct DeclareKin {
    /// Who keys it.
    pub actor: AccountId,
    /// What they wrote.
    pub form: KinForm,
    /// Where it comes from, such as a file and row; may be empty.
    pub source: String,
}

/// The number the declaration got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct KinDeclared {
    /// Number in the store.
    pub kin: KinId,
}

impl Act for DeclareKin {
    type Receipt = KinDeclared;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<KinDeclared, ActError> {
        let Self { actor, form, source } = self;
        let declarer = named_person(write.reads(), "person", &form.person).await?;
        let concern = concern_of(write.reads(), declarer.id).await?;
        let actor = power::require(write, actor, Action::KinDeclare, &concern).await?;
        let mut wrong = Wrong::default();
        let relative = relative(write, &form.relative, declarer.id).await;
        let relative = wrong.look(relative)?;
        let relation = wrong.note(field::word::<Relation>("relation", &form.relation));
        let declared_on = wrong.note(declared_on(write, &form.declared_on));
        let (Some(relative), Some(relation), Some(declared_on)) = (relative, relation, declared_on)
        else {
            return Err(wrong.into());
        };
        let (id, person) = (KinId(write.next_id()), declarer.id);
        let kin = Kin { id, person, relative, relation, declared_on, withdrawn: None };
        person::insert_kin(write, &kin).await?;
        let deed = Deed {
            kind: Action::KinDeclare.code(),
            object: kin.id.object(),
            by: Some(declarer.id),
            recorded_by: Some(actor.account),
            paper: None,
            remark: source,
        };
        write.record(deed).await?;
        Ok(KinDeclared { kin: kin.id })
    }
}

/// The other one of the tie; nobody is their own kin.
async fn relative(
    write: &mut Write,
    given: &str,
    declarer: PersonId,
) -> Result<PersonId, ActError> {
    let found = named_person(write.reads(), "relative", given).await?;
    if found.id == declarer {
        return Err(FieldError::new("relative", Fault::Taken(found.name)).into());
    }
    Ok(found.id)
}

fn declared_on(write: &Write, given: &str) -> Result<jiff::civil::Date, FieldError> {
    let today = instant::day(write.now());
    if given.trim().is_empty() {
        return Ok(today);
    }
    let day = field::day("declared_on", given)?;
    if day > today {
        return Err(FieldError::new("declared_on", Fault::InTheFuture));
    }
    Ok(day)
}
