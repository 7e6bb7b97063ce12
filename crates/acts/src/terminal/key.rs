//! Give a terminal the key by which it comes in (发放接入密钥), and take it back (收回接入密钥). The key is shown once; what
//! is kept is its hash. A new key ends the one before.

use super::load::{concern, load};
use crate::identity::Secret;
use crate::{ActError, Acts, power};
use qz_domain::action::Action;
use qz_domain::id::{AccountId, TerminalId};
use qz_domain::refusal::Refusal;
use qz_store::terminal::key;
use qz_store::{Act, Subject, Write};
use serde::{Deserialize, Serialize};

/// Gives a terminal a key.
#[derive(Debug, Clone)]
pub struct GiveKey {
    /// Who gives it.
    pub actor: AccountId,
    /// Which terminal.
    pub terminal: TerminalId,
    /// The hash of the key.
    pub hash: String,
}

/// Takes a terminal's key back: whoever has it is shut out at once.
#[derive(Debug, Clone)]
pub struct EndKey {
    /// Who takes it back.
    pub actor: AccountId,
    /// Which terminal.
    pub terminal: TerminalId,
}

/// The terminal whose key it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyChanged {
    /// In the store.
    pub terminal: TerminalId,
}

impl Act for GiveKey {
    type Receipt = KeyChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<KeyChanged, ActError> {
        let Self { actor, terminal, hash } = self;
        let action = Action::TerminalKey;
        let loaded = load(write.reads(), terminal).await?;
        let actor = power::require(write, actor, action, &concern(&loaded)).await?;
        if !loaded.0.kind.has_key() {
            return Err(Refusal::NoKeyNeeded.into());
        }
        key::put(write.free(), terminal, &hash).await?;
        write.record(actor.deed(action, terminal.object())).await?;
        Ok(KeyChanged { terminal })
    }
}

impl Act for EndKey {
    type Receipt = KeyChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<KeyChanged, ActError> {
        let Self { actor, terminal } = self;
        let action = Action::TerminalKeyEnd;
        let loaded = load(write.reads(), terminal).await?;
        let actor = power::require(write, actor, action, &concern(&loaded)).await?;
        if !key::end(write.free(), terminal).await? {
            return Err(Refusal::NoKey.into());
        }
        write.record(actor.deed(action, terminal.object())).await?;
        Ok(KeyChanged { terminal })
    }
}

/// Gives a terminal a new key; `None` where this very request gave it before, for it is shown once.
///
/// # Errors
/// Forbidden without the power; refused where the terminal comes in by its number alone.
pub async fn give_key(
    acts: &Acts,
    request: String,
    (actor, terminal): (AccountId, TerminalId),
) -> Result<Option<Secret>, ActError> {
    let secret = Secret::code(acts.chance());
    let done = acts.perform(request, GiveKey { actor, terminal, hash: secret.hash() }).await?;
    Ok((!done.repeated).then_some(secret))
}
