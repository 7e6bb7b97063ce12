//! Tie an account to its person (补录持有人): once, for an account opened before people were on
//! record.

use super::open::holder;
use super::{concern_of, deed, existing};
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::field::{Fault, FieldError};
use qz_domain::id::AccountId;
use qz_domain::refusal::Refusal;
use qz_store::{Act, Write, account};
use serde::{Deserialize, Serialize};

/// Ties an account to its person.
#[derive(Debug, Clone)]
pub struct TieAccount {
    /// The system officer.
    pub actor: AccountId,
    /// The account, which has no person yet.
    pub account: AccountId,
    /// 工号
    pub person: String,
}

/// Done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountTied {}

impl Act for TieAccount {
    type Receipt = AccountTied;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<AccountTied, ActError> {
        let target = existing(write.reads(), self.account).await?;
        let concern = concern_of(&target);
        let actor = power::require(write, self.actor, Action::AccountManage, &concern).await?;
        if actor.account == target.id {
            return Err(Refusal::OwnAccount.into());
        }
        if target.person.is_some() {
            return Err(FieldError::new("person", Fault::Taken(target.name)).into());
        }
        let person = holder(write.reads(), &self.person).await?;
        let person = person.ok_or_else(|| FieldError::new("person", Fault::Missing))?;
        account::set_person(write, target.id, person).await?;
        write.record(deed(Action::AccountManage, target.id, &actor, "补录持有人")).await?;
        Ok(AccountTied {})
    }
}
