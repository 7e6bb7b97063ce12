//! Sessions (会话): signed in until idle for half an hour, for twelve hours at most.

use super::secret::hash;
use super::{Identity, Proof, Secret};
use crate::actor::Actor;
use crate::{ActError, Acts, stand_in};
use jiff::{SignedDuration, Timestamp};
use qz_domain::id::{AccountId, PersonId, SessionId};
use qz_domain::instant;
use qz_store::session::{NewSession, SessionTimes};
use qz_store::{Chore, Conn, Free, StoreError, account, session};
use std::time::Duration;

/// How long a session lasts without use.
pub const IDLE: SignedDuration = SignedDuration::from_mins(30);
/// How long a session lasts at most.
pub const ABSOLUTE: SignedDuration = SignedDuration::from_hours(12);
/// How many sessions an account may have at once; the one used longest ago gives way.
pub const AT_ONCE: usize = 5;
/// The same for one of the three officers.
pub const OFFICER_AT_ONCE: usize = 2;

/// How precisely the last use is noted.
const NOTED: SignedDuration = SignedDuration::from_mins(1);
/// How long a request waits for that note while the writer is busy with a long batch.
const PATIENCE: Duration = Duration::from_millis(50);

/// The session a browser's token stands for, if it is still good.
pub async fn resolve(acts: &Acts, token: &str) -> Result<Option<Identity>, ActError> {
    let now = acts.now();
    let mut conn = acts.reader().await?;
    let Some(found) = session::find(&mut conn, &hash(token)).await? else { return Ok(None) };
    if !is_good(found.started_at, found.used_at, now) {
        return Ok(None);
    }
    let proof = Proof::Session { id: found.id, csrf: found.csrf };
    let mut identity =
        identify(&mut conn, found.account, found.account_name, found.person, proof).await?;
    let lent = stand_in::lend(&mut conn, &mut identity.actor, instant::day(now)).await?;
    identity.stood_down = lent.err();
    drop(conn);
    if now.duration_since(found.used_at) >= NOTED {
        let touched = acts.writer().chore(Touch { id: found.id, at: now });
        if let Ok(Err(fault)) = tokio::time::timeout(PATIENCE, touched).await {
            tracing::warn!(
                error = &fault as &dyn std::error::Error,
                "a session's use is not noted"
            );
        }
    }
    Ok(Some(identity))
}

/// Whether a session is neither idle for too long nor too old.
fn is_good(started_at: Timestamp, used_at: Timestamp, now: Timestamp) -> bool {
    now.duration_since(used_at) < IDLE && now.duration_since(started_at) < ABSOLUTE
}

/// Who an account is, with its roles as they are now.
pub(super) async fn identify(
    conn: &mut Conn,
    account: AccountId,
    account_name: String,
    person: Option<(PersonId, String)>,
    proof: Proof,
) -> Result<Identity, ActError> {
    let roles = account::held_roles(conn, account).await?;
    let grants = roles.iter().map(|held| held.grant.clone()).collect();
    let (person, person_name) = person.unzip();
    let actor = Actor { account, person, grants, stands_for: None };
    Ok(Identity { actor, account_name, person_name, roles, proof, stood_down: None })
}

/// An account's sessions that are still good, latest first.
pub async fn list(acts: &Acts, account: AccountId) -> Result<Vec<SessionTimes>, ActError> {
    let now = acts.now();
    let mut found = session::of_account(&mut acts.reader().await?, account).await?;
    found.retain(|times| is_good(times.started_at, times.used_at, now));
    Ok(found)
}

/// Ends one of an account's own sessions: signing out, or a session forgotten elsewhere.
pub async fn end(acts: &Acts, account: AccountId, id: SessionId) -> Result<(), ActError> {
    let ended = acts.writer().chore(End { account, id }).await?;
    if ended { Ok(()) } else { Err(ActError::NotFound) }
}

/// A session about to begin: the token goes to the browser, the rest into the store.
pub(super) struct Beginning {
    pub token: Secret,
    csrf: Secret,
}

impl Beginning {
    pub fn new(acts: &Acts) -> Self {
        let token = Secret::token("", acts.chance());
        let csrf = Secret::token("", acts.chance());
        Self { token, csrf }
    }

    /// Begins a session of an active account, ending what is too much or past its time.
    pub async fn begin(
        &self,
        free: &mut Free,
        account: AccountId,
        most: usize,
    ) -> Result<SessionId, StoreError> {
        let now = free.now();
        let back = |span| now.checked_sub(span).unwrap_or(Timestamp::MIN);
        session::purge(free, back(IDLE), back(ABSOLUTE)).await?;
        let others = session::of_account(free.reads(), account).await?;
        for oldest in others.iter().skip(most.saturating_sub(1)) {
            session::end(free, account, oldest.id).await?;
        }
        let csrf = self.csrf.reveal().to_owned();
        let new = NewSession { hash: self.token.hash(), account, csrf, started_at: now };
        session::insert(free, &new).await
    }
}

/// How many sessions an account with these roles may have at once.
pub(super) async fn most_at_once(conn: &mut Conn, id: AccountId) -> Result<usize, StoreError> {
    let roles = account::held_roles(conn, id).await?;
    let officer = roles.iter().any(|held| held.grant.role.is_officer());
    Ok(if officer { OFFICER_AT_ONCE } else { AT_ONCE })
}

struct Touch {
    id: SessionId,
    at: Timestamp,
}

impl Chore for Touch {
    type Output = ();

    async fn run(self, free: &mut Free) -> Result<(), StoreError> {
        session::touch(free, self.id, self.at).await
    }
}

struct End {
    account: AccountId,
    id: SessionId,
}

impl Chore for End {
    type Output = bool;

    async fn run(self, free: &mut Free) -> Result<bool, StoreError> {
        session::end(free, self.account, self.id).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_ends_after_half_an_hour_idle_and_twelve_hours_in_all() {
        let start = Timestamp::from_second(1_455_584_460).unwrap();
        let after = |minutes| start + SignedDuration::from_mins(minutes);
        assert!(is_good(start, start, after(29)));
        assert!(!is_good(start, start, after(30)));
        assert!(is_good(start, after(719), after(719)));
        assert!(!is_good(start, after(719), after(720)));
    }
}
