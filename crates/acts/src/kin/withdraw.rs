//! Withdraw a tie of kin that was declared wrongly (更正亲属申报). The tie stays on record with its
//! reason; what was screened before that day keeps what was known then.

use crate::person::concern_of;
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::field;
use qz_domain::id::{AccountId, KinId, PersonId};
use qz_domain::instant;
use qz_domain::kin::REASON_MOST;
use qz_domain::refusal::Refusal;
use qz_store::{Act, Subject, Write, person};

/// What a person writes of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WithdrawalForm {
    /// 理由: what was wrong, and what shows it.
    pub reason: String,
}

/// Withdraws a tie of kin from today on.
#[derive(Debug, Clone)]
pub struct WithdrawKin {
    /// Who keys it.
    pub actor: AccountId,
    /// One of its two, whose record it is withdrawn from.
    pub person: PersonId,
    /// Which tie.
    pub kin: KinId,
    /// What they wrote.
    pub form: WithdrawalForm,
}

impl Act for WithdrawKin {
    type Receipt = super::KinDeclared;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<Self::Receipt, ActError> {
        let Self { actor, person: of, kin, form } = self;
        let tie = person::find_kin(write.reads(), kin).await?.ok_or(ActError::NotFound)?;
        let two = [tie.person, tie.relative];
        let concern = concern_of(write.reads(), of).await?;
        let action = Action::KinWithdraw;
        let actor = power::require(write, actor, action, &concern).await?;
        if !two.contains(&of) {
            return Err(ActError::NotFound);
        }
        if let Some(own) = actor.person.filter(|own| two.contains(own)) {
            let found = person::find(write.reads(), own).await?;
            let person = found.map(|person| person.name).unwrap_or_default();
            return Err(Refusal::OwnTie { person }.into());
        }
        if tie.withdrawn.is_some() {
            return Err(Refusal::TieWithdrawn.into());
        }
        let reason = field::text("reason", &form.reason, REASON_MOST)?;
        let today = instant::day(write.now());
        person::withdraw_kin(write, kin, (today, &reason)).await?;
        write.record(actor.deed(action, kin.object())).await?;
        Ok(super::KinDeclared { kin })
    }
}
