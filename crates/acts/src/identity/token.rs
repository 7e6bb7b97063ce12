//! Tokens of programs (访问令牌): an account makes one for itself, for some of its actions, for 90
//! days at most. Never for one of the three officers.

use super::secret::hash;
use super::session::identify;
use super::{Identity, IdentityError, Proof, Secret};
use crate::{ActError, Acts, power};
use jiff::SignedDuration;
use qz_domain::action::Action;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::AccountId;
use qz_store::token::Token;
use qz_store::{Chore, Conn, Free, StoreError, token};

/// The longest a token lasts, in days.
pub const LONGEST_DAYS: i64 = 90;
/// How many tokens an account may have.
const MOST: usize = 20;
/// What every token begins with, so that one left lying about is recognised.
const PREFIX: &str = "qz_";

/// What somebody writes of a token they want.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TokenForm {
    /// 名称: what it is for, 1–40 characters.
    pub label: String,
    /// 事项: codes of actions.
    pub actions: Vec<String>,
    /// 有效天数: 1–90.
    pub days: String,
}

/// Makes a token for an account's own programs. It is shown this once.
pub async fn make(acts: &Acts, account: AccountId, form: &TokenForm) -> Result<Secret, ActError> {
    let label = field::text("label", &form.label, 40)?;
    let days = field::number("days", &form.days, 1, LONGEST_DAYS)?;
    if form.actions.is_empty() {
        return Err(FieldError::new("actions", Fault::Missing).into());
    }
    let actions = form.actions.iter().map(|code| field::word("actions", code));
    let actions = actions.collect::<Result<Vec<Action>, _>>()?;
    let made_at = acts.now();
    let expires_at = made_at
        .checked_add(SignedDuration::from_hours(24 * days))
        .map_err(|_| FieldError::new("days", Fault::BadForm("90")))?;
    let secret = Secret::token(PREFIX, acts.chance());
    let token = Token { id: 0, label, actions, made_at, expires_at };
    let make = Make { account, hash: secret.hash(), token };
    acts.writer().chore(make).await??;
    Ok(secret)
}

/// Whose token a text is, with the actions it is for; `None` when it is nobody's or has ended.
pub async fn resolve(acts: &Acts, text: &str) -> Result<Option<Identity>, ActError> {
    let mut conn = acts.reader().await?;
    let Some(found) = token::find(&mut conn, &hash(text.trim()), acts.now()).await? else {
        return Ok(None);
    };
    let proof = Proof::Token { id: found.id, actions: found.actions };
    let identity =
        identify(&mut conn, found.account, found.account_name, found.person, proof).await?;
    let officer = identity.actor.grants.iter().any(|grant| grant.role.is_officer());
    Ok((!officer).then_some(identity))
}

/// As [`resolve`], for a command line that says in whose name it acts.
pub async fn prove(acts: &Acts, account: &str, text: &str) -> Result<Identity, IdentityError> {
    let found = resolve(acts, text).await?;
    found.filter(|found| found.account_name == account).ok_or(IdentityError::Wrong)
}

/// An account's tokens, latest first.
pub async fn list(acts: &Acts, account: AccountId) -> Result<Vec<Token>, ActError> {
    Ok(token::of_account(&mut acts.reader().await?, account).await?)
}

/// The actions an account may make a token for now.
pub async fn choices(acts: &Acts, account: AccountId) -> Result<Vec<Action>, ActError> {
    allowed(&mut acts.reader().await?, account).await
}

/// Ends one of an account's own tokens.
pub async fn end(acts: &Acts, account: AccountId, id: i64) -> Result<(), ActError> {
    let ended = acts.writer().chore(End { account, id }).await?;
    if ended { Ok(()) } else { Err(ActError::NotFound) }
}

/// What an account's programs may do: what it may itself, but nothing for an officer, and not the
/// account's own matters.
async fn allowed(conn: &mut Conn, account: AccountId) -> Result<Vec<Action>, ActError> {
    use qz_domain::spelled::Spelled;
    let Some(actor) = power::actor(conn, account).await? else { return Ok(vec![]) };
    if actor.grants.iter().any(|grant| grant.role.is_officer()) {
        return Ok(vec![]);
    }
    let may =
        |action: &Action| *action != Action::SelfService && power::reach(&actor, *action).is_some();
    Ok(Action::ALL.iter().copied().filter(may).collect())
}

struct Make {
    account: AccountId,
    hash: String,
    token: Token,
}

impl Chore for Make {
    type Output = Result<(), ActError>;

    async fn run(self, free: &mut Free) -> Result<Self::Output, StoreError> {
        let allowed = match allowed(free.reads(), self.account).await {
            Ok(allowed) => allowed,
            Err(fault) => return Ok(Err(fault)),
        };
        if let Some(beyond) = self.token.actions.iter().find(|action| !allowed.contains(action)) {
            return Ok(Err(ActError::Forbidden(*beyond)));
        }
        let most = token::of_account(free.reads(), self.account).await?.len();
        if most >= MOST {
            let fault = Fault::NotANumber {
                found: (most + 1).to_string(),
                least: 1,
                most: i64::try_from(MOST).unwrap_or(i64::MAX),
            };
            return Ok(Err(FieldError::new("label", fault).into()));
        }
        token::insert(free, self.account, &self.hash, &self.token).await?;
        Ok(Ok(()))
    }
}

struct End {
    account: AccountId,
    id: i64,
}

impl Chore for End {
    type Output = bool;

    async fn run(self, free: &mut Free) -> Result<bool, StoreError> {
        token::end(free, self.account, self.id).await
    }
}
