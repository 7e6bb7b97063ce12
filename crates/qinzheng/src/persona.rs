//! Who does it, on the command line: in a demo's folder a persona, elsewhere an account proven by
//! a token in the environment, never one of the three officers.

use crate::config::Config;
use anyhow::{Context, Result, bail};
use qz_acts::Acts;
use qz_acts::identity::{Identity, Proof, demo, session, token};

/// Where the token of a program stands.
const TOKEN: &str = "QINZHENG_TOKEN";

/// The identity that `--as` names.
pub async fn prove(acts: &Acts, config: &Config, name: Option<&str>) -> Result<Identity> {
    let Some(name) = name else { bail!("say who does it with --as ACCOUNT") };
    if config.is_demo {
        return take(acts, name).await;
    }
    let Ok(text) = std::env::var(TOKEN) else {
        bail!("{TOKEN} is not set: the account {name} makes a token on its own page of the desk");
    };
    let proven = token::prove(acts, name, text.trim()).await;
    proven.with_context(|| format!("{TOKEN} does not prove the account {name}"))
}

/// A persona of a demo; the session that proves it ends at once.
pub async fn take(acts: &Acts, persona: &str) -> Result<Identity> {
    let taken = demo::sign_in(acts, persona).await;
    let secret = taken.with_context(|| format!("this demo has no persona {persona}"))?;
    let found = session::resolve(acts, secret.reveal()).await?;
    let identity = found.with_context(|| format!("the persona {persona} cannot be taken"))?;
    if let Proof::Session { id, .. } = identity.proof {
        session::end(acts, identity.actor.account, id).await?;
    }
    Ok(identity)
}
