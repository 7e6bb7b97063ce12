//! From an archive to a county's folder: the folder is the county's own or made from the manifest.

use crate::archive::{Members, Reading};
use crate::command::Place;
use crate::config::Config;
use crate::county::{self, Making, Plan};
use anyhow::{Context, Result, bail};
use qz_acts::backup::{Manifest, Member, Restore, Sealed};
use qz_acts::log::{Options, Verified, VerifyError, verify_store};
use qz_ledger::{Checkpoint, SignerState, SigningKey, VerifierKey};
use std::io::Read;

/// The store of a folder that the manifest makes, and where it is served.
const STORE: &str = "sqlite:qinzheng.db";
const LISTEN: &str = "127.0.0.1:8080";
const PUBLIC_URL: &str = "http://127.0.0.1:8080";

/// What was restored, and whether it is in order.
pub struct Restored {
    /// The configuration of the folder.
    pub config: Config,
    /// What the archive said of itself.
    pub manifest: Manifest,
    /// The self-check of the restored store, against what the signer of the folder signed last.
    pub checked: Result<Verified, VerifyError>,
    /// Whether the folder was made, with the usual place to listen at.
    pub is_new: bool,
}

/// Restores an archive and checks the store; leaves nothing behind when it fails.
pub async fn restore(place: &Place, mut reading: Reading) -> Result<Restored> {
    let mut members = reading.members()?;
    let manifest: Manifest = serde_json::from_str(&members.manifest()?)
        .context("manifest.json: the archive is damaged")?;
    let (config, mut making) = folder(place, &manifest)?;
    let mut restore = Restore::begin(&config.store, &manifest).await?;
    let filled = match fill(&mut restore, &manifest, members).await {
        Ok(key) => reading.end().map(|()| key),
        Err(fault) => Err(fault),
    };
    let settled = filled.and_then(|key| settle(&config, &manifest, making.as_mut(), key));
    if let Err(fault) = settled {
        restore.abandon().await;
        return Err(fault);
    }
    restore.keep().await?;
    let is_new = making.is_some();
    if let Some(making) = making {
        making.keep();
    }
    let key = Some(county::public_key(&config.log)?);
    let signer = county::log_files(&config.log).state().ok();
    let checked = verify_store(&config.store, &Options { key, signer }, |_, _| {}).await;
    Ok(Restored { config, manifest, checked, is_new })
}

/// The county's own folder, or a new one as the manifest says.
fn folder(place: &Place, manifest: &Manifest) -> Result<(Config, Option<Making>)> {
    let Some(folder) = place.new_folder() else {
        let config = place.config()?;
        let (ours, theirs) = (&config.county.code, &manifest.tenant.code);
        if ours != theirs || config.log.origin != manifest.log.origin {
            let (ours_log, theirs_log) = (&config.log.origin, &manifest.log.origin);
            bail!(
                "the archive is of {theirs} with the log {theirs_log}, the folder is of {ours} with \
                 the log {ours_log}: restore it into a folder of its own"
            );
        }
        return Ok((config, None));
    };
    let plan = Plan {
        folder,
        county: manifest.tenant.clone(),
        store: STORE.to_owned(),
        listen: LISTEN.to_owned(),
        public_url: PUBLIC_URL.to_owned(),
        origin: manifest.log.origin.clone(),
        is_demo: manifest.is_demo,
    };
    let mut making = plan.begin()?;
    let config = making.config()?;
    Ok((config, Some(making)))
}

/// Loads every member; gives the text of the private key, if the archive has it.
async fn fill(
    restore: &mut Restore,
    manifest: &Manifest,
    mut members: Members<'_>,
) -> Result<Option<String>> {
    let mut key = None;
    for member in &manifest.members {
        let path = &member.path;
        let Some((found, bytes)) = members.next()? else {
            bail!("{path}: it is missing, the archive is cut off");
        };
        if found != *path {
            bail!("{path}: {found} stands in its place, the archive is damaged");
        }
        if let Some(table) = &member.table {
            restore.table(member, table, bytes).await?;
        } else {
            key = Some(text(member, bytes)?);
        }
    }
    match members.next()? {
        Some((path, _)) => bail!("{path}: the manifest does not name it, the archive is damaged"),
        None => Ok(key),
    }
}

fn text(member: &Member, bytes: impl Read) -> Result<String> {
    let mut sealed = Sealed::default();
    let mut text = String::new();
    let damaged = || format!("{}: the archive is damaged", member.path);
    bytes.take(1 << 16).read_to_string(&mut text).with_context(damaged)?;
    sealed.take(text.as_bytes());
    sealed.must_be(member)?;
    Ok(text)
}

/// The files beside the store: the signer's memory, and the key when it is there to be had.
fn settle(
    config: &Config,
    manifest: &Manifest,
    making: Option<&mut Making>,
    key: Option<String>,
) -> Result<()> {
    let vkey: VerifierKey = manifest.log.vkey.parse().context("manifest.json: the log's key")?;
    let state = match &manifest.log.checkpoint {
        None => SignerState::new(),
        Some(note) => {
            let signed = Checkpoint::open(note, &vkey);
            let signed =
                signed.context("manifest.json: the checkpoint is not signed by the log")?;
            SignerState { size: signed.size, root: signed.root }
        }
    };
    if let Some(text) = &key {
        let key: SigningKey = text.parse().context("log/key: this is no key of a log")?;
        if key.verifier() != vkey {
            bail!("log/key: this is not the key of the log, the archive is damaged");
        }
    }
    let Some(making) = making else { return must_fit(config, &vkey) };
    if let Some(text) = key {
        making.secret_text(&text)?;
    }
    making.public(&vkey)?;
    making.state(state)
}

/// A folder that stood before keeps its own key and the signer's memory.
fn must_fit(config: &Config, vkey: &VerifierKey) -> Result<()> {
    if config.log.key.exists() && county::key(&config.log)?.verifier() != *vkey {
        bail!("{} is another key than the log was signed with", config.log.key.display());
    }
    Ok(())
}
