//! End that somebody stands in for a post (解除AB岗).

use super::concern_of;
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::deputy::DeputyRefusal;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::{AccountId, DeputyId};
use qz_domain::refusal::Refusal;
use qz_store::{Act, Subject, Write, deputy, unit};

/// What a person writes of the end.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EndDeputyForm {
    /// 最后一天
    pub until: String,
}

/// Ends that somebody stands in.
#[derive(Debug, Clone)]
pub struct EndDeputy {
    /// Who ends it.
    pub actor: AccountId,
    /// Which row.
    pub deputy: DeputyId,
    /// What they wrote.
    pub form: EndDeputyForm,
}

impl Act for EndDeputy {
    type Receipt = super::DeputySet;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<Self::Receipt, ActError> {
        let Self { actor, deputy: id, form } = self;
        let row = deputy::find(write.reads(), id).await?.ok_or(ActError::NotFound)?;
        let post = unit::post(write.reads(), row.post).await?.ok_or(ActError::NotFound)?;
        let concern = concern_of(write.reads(), &post).await?;
        let action = Action::DeputyEnd;
        let actor = power::require(write, actor, action, &concern).await?;
        let until = field::day("until", &form.until)?;
        if until < row.since {
            return Err(FieldError::new("until", Fault::EndsBeforeStart).into());
        }
        if let Some(day) = row.until.filter(|last| *last <= until) {
            return Err(Refusal::from(DeputyRefusal::EndsBefore { post: post.name, day }).into());
        }
        deputy::end(write, id, until).await?;
        write.record(actor.deed(action, id.object())).await?;
        Ok(super::DeputySet { deputy: id })
    }
}
