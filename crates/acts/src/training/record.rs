//! Record a training (登记培训).

use crate::person::{concern_of, named_person};
use crate::wrong::Wrong;
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::{AccountId, TrainingId};
use qz_domain::spelled::Spelled;
use qz_domain::training::{Course, Training};
use qz_store::{Act, Deed, Subject, Write, person};
use serde::{Deserialize, Serialize};

/// What a person writes of a training; the same columns as an import file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TrainingForm {
    /// 工号
    pub person: String,
    /// 课程
    pub course: String,
    /// 起
    pub since: String,
    /// 止
    pub until: String,
}

/// Records that a person is trained from a day until a day.
#[derive(Debug, Clone)]
pub struct RecordTraining {
    /// Who keys it.
    pub actor: AccountId,
    /// What they wrote.
    pub form: TrainingForm,
    /// Where it comes from, such as a file and row; may be empty.
    pub source: String,
}

/// The number the record got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrainingRecorded {
    /// Number in the store.
    pub training: TrainingId,
}

impl Act for RecordTraining {
    type Receipt = TrainingRecorded;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<TrainingRecorded, ActError> {
        let Self { actor, form, source } = self;
        let trained = named_person(write.reads(), "person", &form.person).await?;
        let concern = concern_of(write.reads(), trained.id).await?;
        let actor = power::require(write, actor, Action::TrainingRecord, &concern).await?;
        let mut wrong = Wrong::default();
        let course = wrong.note(field::word::<Course>("course", &form.course));
        let since = field::day("since", &form.since);
        let until = field::day("until", &form.until).and_then(|until| match since {
            Ok(since) if until < since => Err(FieldError::new("until", Fault::EndsBeforeStart)),
            _ => Ok(until),
        });
        let (since, until) = (wrong.note(since), wrong.note(until));
        let (Some(course), Some(since), Some(until)) = (course, since, until) else {
            return Err(wrong.into());
        };
        let id = TrainingId(write.next_id());
        let training = Training { id, person: trained.id, course, since, until };
        person::insert_training(write, &training).await?;
        let deed = Deed {
            kind: Action::TrainingRecord.code(),
            object: trained.id.object(),
            by: actor.person,
            recorded_by: Some(actor.account),
            paper: None,
            remark: source,
        };
        write.record(deed).await?;
        Ok(TrainingRecorded { training: id })
    }
}
