//! Personas (演示身份): accounts of a demo that anyone may take with one click. They have no
//! password, so nobody signs in with them by name.

use super::init::{deed, grant_first};
use super::session::Beginning;
use super::{IdentityError, Secret};
use crate::person::named_person;
use crate::{ActError, Acts};
use qz_domain::account::{Account, AccountStatus};
use qz_domain::action::Action;
use qz_domain::field::{Fault, FieldError};
use qz_domain::id::{AccountId, PersonId};
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;
use qz_store::{Act, Chore, Free, StoreError, Subject, Write, account, credential, unit};
use serde::{Deserialize, Serialize};

/// How many sessions a persona may have at once: a demo is shared.
const AT_ONCE: usize = 200;

/// A persona to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Persona {
    /// The name of its account: the role's code for one that anyone may take.
    pub name: String,
    /// Its role.
    pub role: Role,
    /// The work number of its person; officers have none.
    pub person: Option<String>,
    /// The code of the unit the role is for.
    pub unit: String,
}

impl Persona {
    /// One that anyone may take: its account is named after its role.
    pub fn open(role: Role, person: Option<String>, unit: String) -> Self {
        Self { name: role.code().to_owned(), role, person, unit }
    }
}

/// Opens an active account for each persona. Repeating it does nothing, so it may be called again
/// with those whose people were not on record the first time.
pub async fn open_personas(acts: &Acts, personas: &[Persona]) -> Result<(), ActError> {
    for persona in personas {
        let holder = persona.person.as_deref().unwrap_or("nobody");
        let request = format!("persona {} {} {holder}", persona.name, persona.role.code());
        acts.perform(request, OpenPersona(persona.clone())).await?;
    }
    Ok(())
}

/// The personas there are, in the order of roles, and whether each may be taken now.
pub async fn personas(acts: &Acts) -> Result<Vec<Role>, ActError> {
    let mut conn = acts.reader().await?;
    let mut found = Vec::new();
    for role in Role::ALL {
        let account = account::find_by_name(&mut conn, role.code()).await?;
        if account.is_some_and(|account| account.status == AccountStatus::Active) {
            found.push(*role);
        }
    }
    Ok(found)
}

/// Takes a persona. Only a demo has a door for this.
pub async fn sign_in(acts: &Acts, persona: &str) -> Result<Secret, IdentityError> {
    let role = Role::from_code(persona.trim()).ok_or(IdentityError::NoPersona)?;
    let beginning = Beginning::new(acts);
    let token = beginning.token.clone();
    acts.writer().chore(Take { role, beginning }).await?.map(|()| token)
}

struct OpenPersona(Persona);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct PersonaOpened {
    account: AccountId,
}

impl Act for OpenPersona {
    type Receipt = PersonaOpened;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<PersonaOpened, ActError> {
        let Self(Persona { name, role, person, unit: code }) = self;
        let holder = match person {
            Some(number) => Some(named_person(write.reads(), "person", &number).await?.id),
            None => None,
        };
        let remark = format!("演示身份：{}", role.chinese());
        // One that anyone may take has its role once; an official needs it for each organ.
        let is_open = name == role.code();
        let found = unit::find_by_code(write.reads(), &code).await?;
        let unit = found.ok_or_else(|| FieldError::new("unit", Fault::Unknown(code)))?.id;
        let known = known(write, &name, holder).await?;
        let id = match known {
            Some(known) => known,
            None => AccountId(write.next_id()),
        };
        if known.is_none() {
            let status = AccountStatus::Active;
            account::insert(write, &Account { id, name, person: holder, status }).await?;
        }
        let held = account::all_grants_of(write.reads(), id).await?;
        if !held.iter().any(|grant| grant.role == role && (is_open || grant.unit == unit)) {
            grant_first(write, id, role, unit).await?;
        }
        write.record(deed(Action::AccountManage, id.object(), &remark)).await?;
        Ok(PersonaOpened { account: id })
    }
}

/// The account that is there: by its name, given its person now; or the person's, whatever its name.
async fn known(
    write: &mut Write,
    name: &str,
    holder: Option<PersonId>,
) -> Result<Option<AccountId>, ActError> {
    if let Some(known) = account::find_by_name(write.reads(), name).await? {
        if let (None, Some(holder)) = (known.person, holder) {
            account::set_person(write, known.id, holder).await?;
        }
        return Ok(Some(known.id));
    }
    match holder {
        Some(holder) => {
            Ok(account::find_by_person(write.reads(), holder).await?.map(|account| account.id))
        }
        None => Ok(None),
    }
}

struct Take {
    role: Role,
    beginning: Beginning,
}

impl Chore for Take {
    type Output = Result<(), IdentityError>;

    async fn run(self, free: &mut Free) -> Result<Self::Output, StoreError> {
        let Some(account) = account::find_by_name(free.reads(), self.role.code()).await? else {
            return Ok(Err(IdentityError::NoPersona));
        };
        // An account with a password is somebody's own, whatever its name.
        if credential::phc_of(free.reads(), account.id).await?.is_some() {
            return Ok(Err(IdentityError::NoPersona));
        }
        match account.status {
            AccountStatus::Active => {
                self.beginning.begin(free, account.id, AT_ONCE).await?;
                Ok(Ok(()))
            }
            AccountStatus::Suspended => Ok(Err(IdentityError::Suspended)),
            AccountStatus::Invited => Ok(Err(IdentityError::NoPersona)),
        }
    }
}
