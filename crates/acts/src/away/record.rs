//! Record that somebody is away (登记外出): days and a kind.

use crate::person::{concern_of, named_person};
use crate::wrong::Wrong;
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::away::{Away, AwayKind, NOTE_MOST, must_be_alone};
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::{AccountId, AwayId, PersonId};
use qz_domain::refusal::Refusal;
use qz_domain::spelled::Spelled;
use qz_store::{Act, Deed, Subject, Write, away};
use serde::{Deserialize, Serialize};

/// What a person writes of an absence; the same columns as an import file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AwayForm {
    /// 工号: who is away.
    pub absentee: String,
    /// 类别
    pub kind: String,
    /// 起始日期
    pub since: String,
    /// 最后一天
    pub until: String,
    /// 备注: a few words to colleagues; may be empty.
    pub note: String,
}

/// Records an absence.
#[derive(Debug, Clone)]
pub struct RecordAway {
    /// Who records it.
    pub actor: AccountId,
    /// What they wrote.
    pub form: AwayForm,
    /// Where it comes from, such as a file and row; may be empty.
    pub source: String,
}

/// The number the absence got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AwayRecorded {
    /// Number in the store.
    pub away: AwayId,
}

impl Act for RecordAway {
    type Receipt = AwayRecorded;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<AwayRecorded, ActError> {
        let Self { actor, form, source } = self;
        let person = named_person(write.reads(), "absentee", &form.absentee).await?;
        let concern = concern_of(write.reads(), person.id).await?;
        let action = Action::AwayRecord;
        let actor = power::require(write, actor, action, &concern).await?;
        let new = Away { id: AwayId(write.next_id()), ..read(&form, person.id)? };
        let others = away::of_person(write.reads(), person.id).await?;
        must_be_alone(&person.name, &new, &others).map_err(Refusal::from)?;
        away::insert(write, &new).await?;
        let deed = Deed {
            kind: action.code(),
            object: new.id.object(),
            by: actor.person,
            recorded_by: Some(actor.account),
            paper: None,
            remark: source,
        };
        write.record(deed).await?;
        Ok(AwayRecorded { away: new.id })
    }
}

fn read(form: &AwayForm, person: PersonId) -> Result<Away, ActError> {
    let mut wrong = Wrong::default();
    let kind = wrong.note(field::word::<AwayKind>("kind", &form.kind));
    let since = wrong.note(field::day("since", &form.since));
    let until = wrong.note(field::day("until", &form.until));
    if since.zip(until).is_some_and(|(since, until)| until < since) {
        wrong.note::<()>(Err(FieldError::new("until", Fault::EndsBeforeStart)));
    }
    let note = wrong.note(field::optional_text("note", &form.note, NOTE_MOST));
    wrong.none()?;
    let (Some(kind), Some(since), Some(until), Some(note)) = (kind, since, until, note) else {
        return Err(ActError::NotFound);
    };
    Ok(Away { id: AwayId(0), person, since, until, back_on: None, kind, note })
}
