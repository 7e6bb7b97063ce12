//! Signing in (登录): a name and a password; a one-time code and a first password.
//!
//! An attempt counts as failed before its password is looked at, in one transaction with the check
//! of the limits, so that many at once get no more tries than one after another. Unknown names do
//! the same work as known ones and are told the same.

use super::limits::{Since, wait};
use super::password::is_weak;
use super::secret::{hash, hash_of_typed_code, same};
use super::session::{Beginning, most_at_once};
use super::{IdentityError, PasswordFault, Secret};
use crate::account::{Activate, ChangePassword, known_words, normal_name};
use crate::{ActError, Acts};
use qz_domain::account::{Account, AccountStatus};
use qz_domain::id::AccountId;
use qz_store::sign_in::Attempt;
use qz_store::{Chore, Free, StoreError, account, actor, credential, sign_in};
use std::net::IpAddr;

/// The longest name or password that is looked at; longer ones are wrong.
const LONGEST_GIVEN: usize = 1024;

/// Signs in. Returns the token of the new session.
pub async fn sign_in(
    acts: &Acts,
    name: &str,
    password: &str,
    from: IpAddr,
) -> Result<Secret, IdentityError> {
    let name = normal_name(&name[..name.floor_char_boundary(LONGEST_GIVEN)]);
    let attempt = attempt(&name, from);
    let found = knock(acts, &attempt, name).await?;
    let phc = found.as_ref().and_then(|found| found.phc.clone());
    let given = password[..password.floor_char_boundary(LONGEST_GIVEN)].to_owned();
    let right = acts.passwords().verify(given, phc.clone()).await?;
    let (Some(found), Some(phc), true) = (found, phc, right) else {
        return Err(IdentityError::Wrong);
    };
    if found.status == AccountStatus::Suspended {
        return Err(IdentityError::Suspended);
    }
    let stronger = if is_weak(&phc) {
        Some(acts.passwords().hash(password.to_owned(), acts.chance()).await?)
    } else {
        None
    };
    let beginning = Beginning::new(acts);
    let token = beginning.token.clone();
    let begin = Begin { account: found.account, phc, stronger, attempt, beginning };
    if acts.writer().chore(begin).await? { Ok(token) } else { Err(IdentityError::Wrong) }
}

/// Sets the first password of an invited account with its one-time code, and signs in.
pub async fn activate(
    acts: &Acts,
    name: &str,
    code: &str,
    password: &str,
    from: IpAddr,
) -> Result<Secret, IdentityError> {
    let name = normal_name(&name[..name.floor_char_boundary(LONGEST_GIVEN)]);
    let words = known_words(&mut acts.reader().await?, &name, None).await?;
    super::check_password(password, &words)?;
    let attempt = attempt(&name, from);
    knock(acts, &attempt, name.clone()).await?;
    let code = hash_of_typed_code(code);
    let account = holder_of_code(acts, &name, &code).await?.ok_or(IdentityError::WrongCode)?;
    let words = known_words(&mut acts.reader().await?, &name, account.person).await?;
    super::check_password(password, &words)?;
    let phc = acts.passwords().hash(password.to_owned(), acts.chance()).await?;
    let act = Activate { account: account.id, code, phc: phc.clone() };
    acts.perform(acts.new_request(), act).await.map_err(wrong_code)?;
    let beginning = Beginning::new(acts);
    let token = beginning.token.clone();
    let begin = Begin { account: account.id, phc, stronger: None, attempt, beginning };
    if acts.writer().chore(begin).await? { Ok(token) } else { Err(IdentityError::WrongCode) }
}

/// The account of this name, if this is the hash of its one-time code.
async fn holder_of_code(acts: &Acts, name: &str, code: &str) -> Result<Option<Account>, ActError> {
    let mut conn = acts.reader().await?;
    let Some(found) = account::find_by_name(&mut conn, name).await? else { return Ok(None) };
    let kept = credential::code_of(&mut conn, found.id, acts.now()).await?;
    Ok(kept.filter(|kept| same(kept, code)).map(|_| found))
}

fn wrong_code(fault: ActError) -> IdentityError {
    match fault {
        ActError::Store(_) => fault.into(),
        _ => IdentityError::WrongCode,
    }
}

/// Changes one's own password. Ends all sessions of the account; returns the token of a new one.
pub async fn change_password(
    acts: &Acts,
    account: AccountId,
    present: &str,
    new: &str,
    from: IpAddr,
) -> Result<Secret, IdentityError> {
    let (name, words) = {
        let mut conn = acts.reader().await?;
        let found = account::find(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let words = known_words(&mut conn, &found.name, found.person).await?;
        (found.name, words)
    };
    super::check_password(new, &words)?;
    if new == present {
        return Err(PasswordFault::Same.into());
    }
    let attempt = attempt(&name, from);
    let found = knock(acts, &attempt, name).await?;
    let phc = found.and_then(|found| found.phc);
    if !acts.passwords().verify(present.to_owned(), phc.clone()).await? {
        return Err(IdentityError::Wrong);
    }
    let phc_new = acts.passwords().hash(new.to_owned(), acts.chance()).await?;
    let act = ChangePassword { account, old: phc.unwrap_or_default(), new: phc_new.clone() };
    acts.perform(acts.new_request(), act).await?;
    let beginning = Beginning::new(acts);
    let token = beginning.token.clone();
    let begin = Begin { account, phc: phc_new, stronger: None, attempt, beginning };
    if acts.writer().chore(begin).await? { Ok(token) } else { Err(IdentityError::Wrong) }
}

/// Who tries, in hashes: the name, the address, and its network (/24, /64).
fn attempt(name: &str, from: IpAddr) -> Attempt {
    let network = match from.to_canonical() {
        IpAddr::V4(address) => {
            let [a, b, c, _] = address.octets();
            format!("{a}.{b}.{c}.0/24")
        }
        IpAddr::V6(address) => format!("{:032x}/64", u128::from(address) >> 64),
    };
    Attempt {
        name: hash(&format!("name {name}")),
        address: hash(&format!("address {}", from.to_canonical())),
        network: hash(&format!("network {network}")),
    }
}

/// What is known of a name that somebody signs in with.
struct Found {
    account: AccountId,
    status: AccountStatus,
    phc: Option<String>,
}

/// Counts the attempt as failed, if the limits let it pass.
async fn knock(
    acts: &Acts,
    attempt: &Attempt,
    name: String,
) -> Result<Option<Found>, IdentityError> {
    let knock = Knock { attempt: attempt.clone(), name };
    acts.writer().chore(knock).await?.map_err(|seconds| IdentityError::TooSoon { seconds })
}

struct Knock {
    attempt: Attempt,
    name: String,
}

impl Chore for Knock {
    type Output = Result<Option<Found>, u32>;

    async fn run(self, free: &mut Free) -> Result<Self::Output, StoreError> {
        let Self { attempt, name } = self;
        let now = free.now();
        let since = Since::before(now);
        sign_in::purge(free, since.pair, since.familiar).await?;
        let (pair, hour, familiar) = (since.pair, since.hour, since.familiar);
        let earlier = sign_in::failures(free.reads(), &attempt, pair, hour, familiar).await?;
        let seconds = wait(&earlier, now);
        if seconds > 0 {
            return Ok(Err(seconds));
        }
        sign_in::fail(free, &attempt, now).await?;
        let Some(account) = account::find_by_name(free.reads(), &name).await? else {
            return Ok(Ok(None));
        };
        let phc = credential::phc_of(free.reads(), account.id).await?;
        Ok(Ok(Some(Found { account: account.id, status: account.status, phc })))
    }
}

/// Begins a session, if the account is still active and the password still the one that was
/// verified.
struct Begin {
    account: AccountId,
    phc: String,
    stronger: Option<String>,
    attempt: Attempt,
    beginning: Beginning,
}

impl Chore for Begin {
    type Output = bool;

    async fn run(self, free: &mut Free) -> Result<bool, StoreError> {
        let active = actor::find(free.reads(), self.account).await?.is_some();
        let phc = credential::phc_of(free.reads(), self.account).await?;
        if !active || phc.as_deref() != Some(&self.phc) {
            return Ok(false);
        }
        if let Some(stronger) = &self.stronger {
            credential::strengthen(free, self.account, &self.phc, stronger).await?;
        }
        let now = free.now();
        sign_in::succeed(free, &self.attempt, now).await?;
        let most = most_at_once(free.reads(), self.account).await?;
        self.beginning.begin(free, self.account, most).await?;
        Ok(true)
    }
}
