//! Withdraw an objection (撤回异议): by the person, as long as it is not answered.

use super::load::{Begun, begin};
use super::{ObjectionChanged, keep};
use crate::ActError;
use qz_domain::id::{AccountId, ObjectionId};
use qz_domain::objection::Step;
use qz_store::{Act, Write};

/// Withdraws an objection.
#[derive(Debug, Clone)]
pub struct WithdrawObjection {
    /// Who raised it.
    pub actor: AccountId,
    /// Which.
    pub objection: ObjectionId,
    /// The version they read.
    pub version: i64,
}

impl Act for WithdrawObjection {
    type Receipt = ObjectionChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ObjectionChanged, ActError> {
        let Self { actor, objection, version } = self;
        let begun = begin(write, (actor, objection), |_| Step::Withdraw, version).await?;
        let Begun { actor, row, transition } = begun;
        keep(write, (row, transition), &actor).await
    }
}
