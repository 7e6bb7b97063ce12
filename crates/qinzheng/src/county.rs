//! A county's folder: its configuration, its log key, the signer's memory, its store.

use crate::config::{Config, FILE_NAME, Log, text};
use crate::{demo, secret_file};
use anyhow::{Context, Result, bail};
use qz_acts::backup::Tenant;
use qz_acts::chance::SystemChance;
use qz_acts::clock::SystemClock;
use qz_acts::log::LogFiles;
use qz_acts::{Acts, StoreUrl};
use qz_ledger::{KeyError, SignerState, SigningKey, VerifierKey};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;

/// The name of the key's file in a new folder.
const KEY: &str = "log.key";
/// The name of the public half's file, beside the key.
const VKEY: &str = "log.vkey";
/// The name of the signer's memory in a new folder.
const STATE: &str = "log.state";

/// What a new folder shall say.
pub struct Plan {
    /// The folder.
    pub folder: PathBuf,
    /// Whose county.
    pub county: Tenant,
    /// The store as the configuration writes it.
    pub store: String,
    /// Where to listen.
    pub listen: String,
    /// How people reach it.
    pub public_url: String,
    /// The name of the log.
    pub origin: String,
    /// Whether it is a demo's.
    pub is_demo: bool,
}

/// A folder in the making: what was made goes away again unless [`Making::keep`] is called.
pub struct Making {
    plan: Plan,
    made: Vec<PathBuf>,
    kept: bool,
}

impl Plan {
    /// Begins the folder; refuses where a county stands already.
    pub fn begin(self) -> Result<Making> {
        let folder = &self.folder;
        make_folder(folder)
            .with_context(|| format!("the folder {} cannot be made", folder.display()))?;
        if let Some(file) = [FILE_NAME, KEY].iter().map(|n| folder.join(n)).find(|f| f.exists()) {
            bail!(
                "{} is there already: a county is set up once; name a new folder",
                file.display()
            );
        }
        Ok(Making { plan: self, made: Vec::new(), kept: false })
    }
}

impl Making {
    /// Makes the key of the log from 32 secret bytes.
    pub fn key(&mut self, seed: &[u8; 32]) -> Result<SigningKey> {
        let key = SigningKey::from_seed(&self.plan.origin, seed)?;
        self.secret_text(&key.secret_text())?;
        self.public(&key.verifier())?;
        Ok(key)
    }

    /// Writes the public half of the key, with which the log is checked.
    pub fn public(&mut self, key: &VerifierKey) -> Result<()> {
        self.public_text(VKEY, &key.to_string())
    }

    /// Writes a file that holds no secret.
    pub fn public_text(&mut self, name: &str, text: &str) -> Result<()> {
        let file = self.plan.folder.join(name);
        std::fs::write(&file, format!("{text}\n"))
            .with_context(|| format!("{} cannot be made", file.display()))?;
        self.made.push(file);
        Ok(())
    }

    /// Puts a key in that exists.
    pub fn secret_text(&mut self, text: &str) -> Result<()> {
        let file = self.plan.folder.join(KEY);
        secret_file::write(&file, text)?;
        self.made.push(file);
        Ok(())
    }

    /// Writes what the signer signed last; one that is there stays, for it may know of more.
    pub fn state(&mut self, state: SignerState) -> Result<()> {
        let file = self.plan.folder.join(STATE);
        if !file.exists() {
            secret_file::write(&file, &state.to_string())?;
            self.made.push(file);
        }
        Ok(())
    }

    /// The configuration as it will be read, checked before the store is made. Not yet kept.
    pub fn config(&mut self) -> Result<Config> {
        let Plan { folder, county, store, listen, public_url, origin, is_demo } = &self.plan;
        let text = text(county, store, (listen, public_url), origin, *is_demo);
        let file = folder.join(FILE_NAME);
        secret_file::write(&file, &text)?;
        self.made.push(file.clone());
        let config = Config::read(&file)?;
        if let StoreUrl::Sqlite(store) = &config.store
            && !store.exists()
        {
            self.made.push(store.clone());
        }
        Ok(config)
    }

    /// Keeps it all.
    pub fn keep(mut self) {
        self.kept = true;
    }
}

impl Drop for Making {
    fn drop(&mut self) {
        if self.kept {
            return;
        }
        for file in &self.made {
            let _ = std::fs::remove_file(file);
        }
        // Goes only when nothing else is in it.
        let _ = std::fs::remove_dir(&self.plan.folder);
    }
}

/// Opens the acts of a county with the machine's clock and chance; a demo's with the demo's clock.
pub async fn open(config: &Config) -> Result<Acts> {
    if config.is_demo {
        return demo::open(config).await;
    }
    let acts = Acts::open(&config.store, Arc::new(SystemClock), Arc::new(SystemChance)).await;
    acts.with_context(|| format!("the store of {} cannot be opened", config.file.display()))
}

/// The two files of the log's signer.
pub fn log_files(log: &Log) -> LogFiles {
    LogFiles::new(log.key.clone(), log.state.clone())
}

/// The key of the log.
pub fn key(log: &Log) -> Result<SigningKey> {
    let text = std::fs::read_to_string(&log.key)
        .with_context(|| format!("the log's key {} cannot be read", log.key.display()))?;
    let key: SigningKey = read_key(&log.key, &text)?;
    must_be_of(log, &log.key, key.name())?;
    Ok(key)
}

/// The public half of the key; for that, the private half need not be here.
pub fn public_key(log: &Log) -> Result<VerifierKey> {
    if log.key.exists() {
        return Ok(key(log)?.verifier());
    }
    let file = log.key.with_extension("vkey");
    let text = std::fs::read_to_string(&file).with_context(|| {
        format!("neither {} nor {} is there", log.key.display(), file.display())
    })?;
    let key: VerifierKey = read_key(&file, &text)?;
    must_be_of(log, &file, key.name())?;
    Ok(key)
}

fn read_key<K: FromStr<Err = KeyError>>(file: &Path, text: &str) -> Result<K> {
    text.trim().parse().with_context(|| file.display().to_string())
}

fn must_be_of(log: &Log, file: &Path, name: &str) -> Result<()> {
    if name != log.origin {
        bail!("{} is the key of the log {name}, not of {}", file.display(), log.origin);
    }
    Ok(())
}

/// A folder for its owner's eyes; one that stands keeps its permissions.
fn make_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// The host of an address such as `https://host:port`.
pub fn host(public_url: &str) -> &str {
    let host = public_url.split_once("://").map_or(public_url, |(_, host)| host);
    host.split(['/', ':']).next().unwrap_or(host)
}
