//! Open an account (开设账号): a name, a person, a one-time code.

use super::{CODE_LASTS, Invited, deed, normal_name};
use crate::identity::Secret;
use crate::person::named_person;
use crate::{ActError, Acts, power};
use qz_domain::account::{Account, AccountStatus};
use qz_domain::action::Action;
use qz_domain::field::{Fault, FieldError};
use qz_domain::id::{AccountId, PersonId};
use qz_domain::power::Concern;
use qz_store::{Act, Conn, StoreError, Write, account, credential};
use serde::{Deserialize, Serialize};

const SHORTEST_NAME: usize = 2;
const LONGEST_NAME: usize = 32;

/// What the system officer writes of an account.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AccountForm {
    /// 账号名: 2–32 letters a–z, digits, `.`, `-`, `_`, a letter first.
    pub name: String,
    /// 工号 of the person it belongs to; may be empty until people are on record.
    pub person: String,
}

/// Opens an account.
#[derive(Debug, Clone)]
pub struct OpenAccount {
    /// The system officer.
    pub actor: AccountId,
    /// What they wrote.
    pub form: AccountForm,
    /// Hash of the one-time code.
    pub code: String,
}

/// The number the account got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountOpened {
    /// Number in the store.
    pub account: AccountId,
}

/// Opens an account; returns the code for its owner.
pub async fn open(
    acts: &Acts,
    request: String,
    actor: AccountId,
    form: AccountForm,
) -> Result<Invited, ActError> {
    let code = Secret::code(acts.chance());
    let done = acts.perform(request, OpenAccount { actor, form, code: code.hash() }).await?;
    let code = (!done.repeated).then_some(code);
    Ok(Invited { account: done.receipt.account, code })
}

impl Act for OpenAccount {
    type Receipt = AccountOpened;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<AccountOpened, ActError> {
        let Self { actor, form, code } = self;
        let stage = "";
        let concern = Concern { stage, people: vec![], units: vec![] };
        let actor = power::require(write, actor, Action::AccountManage, &concern).await?;
        let name = new_name(write.reads(), &form.name).await?;
        let person = holder(write.reads(), &form.person).await?;
        let account = invite(write, name, person, &code).await?;
        write.record(deed(Action::AccountManage, account, &actor, "开设")).await?;
        Ok(AccountOpened { account })
    }
}

/// Adds an account that waits for its one-time code to be used.
pub(crate) async fn invite(
    write: &mut Write,
    name: String,
    person: Option<PersonId>,
    code: &str,
) -> Result<AccountId, StoreError> {
    let id = AccountId(write.next_id());
    let status = AccountStatus::Invited;
    account::insert(write, &Account { id, name, person, status }).await?;
    let expires_at = write.now().checked_add(CODE_LASTS).unwrap_or(jiff::Timestamp::MAX);
    credential::set_code(write.free(), id, code, expires_at).await?;
    Ok(id)
}

/// A name for a new account: of the right form, and nobody's yet.
pub(crate) async fn new_name(conn: &mut Conn, given: &str) -> Result<String, ActError> {
    let fault = |fault| Err(FieldError::new("name", fault).into());
    let name = normal_name(given);
    if name.is_empty() {
        return fault(Fault::Missing);
    }
    let found = name.chars().count();
    if found > LONGEST_NAME {
        return fault(Fault::TooLong { most: LONGEST_NAME, found });
    }
    let lawful = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || ".-_".contains(c);
    let begins = name.starts_with(|c: char| c.is_ascii_lowercase());
    if found < SHORTEST_NAME || !begins || !name.chars().all(lawful) {
        return fault(Fault::BadForm("wen.yunan"));
    }
    match account::find_by_name(conn, &name).await? {
        Some(_) => fault(Fault::Taken(name)),
        None => Ok(name),
    }
}

/// The person an account is for: one that has no account yet.
pub(super) async fn holder(conn: &mut Conn, number: &str) -> Result<Option<PersonId>, ActError> {
    if number.trim().is_empty() {
        return Ok(None);
    }
    let person = named_person(conn, "person", number).await?;
    match account::find_by_person(conn, person.id).await? {
        Some(_) => Err(FieldError::new("person", Fault::Taken(person.number)).into()),
        None => Ok(Some(person.id)),
    }
}
