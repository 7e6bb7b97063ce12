//! The two files the signer keeps outside the database: its key and its memory.

use super::fault::LogFault;
use qz_domain::ambient::Chance;
use qz_ledger::{Signer, SignerState, SigningKey, VerifierKey};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// The name of the key's file. Whoever reads it can sign in the name of the log.
pub const KEY_FILE: &str = "log.key";
/// The name of the file that holds size and root of what was signed last.
pub const STATE_FILE: &str = "log.state";

/// Where the signer's two files are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogFiles {
    key: PathBuf,
    state: PathBuf,
}

impl LogFiles {
    /// The files in a folder.
    pub fn of(folder: &Path) -> Self {
        Self { key: folder.join(KEY_FILE), state: folder.join(STATE_FILE) }
    }

    /// The files at places of their own.
    pub fn new(key: PathBuf, state: PathBuf) -> Self {
        Self { key, state }
    }

    /// Makes a key and the memory of a signer that has signed nothing. `origin` names the log,
    /// such as `county.example/acts`: no space, no plus.
    pub fn create(&self, origin: &str, chance: &dyn Chance) -> Result<VerifierKey, LogFault> {
        let mut seed = chance.bytes();
        let key = SigningKey::from_seed(origin, &seed);
        std::hint::black_box(&mut seed).fill(0);
        let key = key.map_err(|reason| LogFault::Key { path: self.key.clone(), reason })?;
        if self.exist() {
            return Err(LogFault::KeyExists(self.key.clone()));
        }
        self.save(SignerState::new())?;
        write_new(&self.key, &format!("{}\n", key.secret_text()))
            .map_err(|reason| self.file(&self.key, "written", reason))?;
        Ok(key.verifier())
    }

    /// Whether there is a key.
    pub fn exist(&self) -> bool {
        self.key.exists()
    }

    /// The public key.
    pub fn verifier(&self) -> Result<VerifierKey, LogFault> {
        Ok(self.key()?.verifier())
    }

    /// What was signed last.
    pub fn state(&self) -> Result<SignerState, LogFault> {
        let path = &self.state;
        let text = fs::read_to_string(path).map_err(|reason| self.file(path, "read", reason))?;
        text.parse().map_err(|reason| LogFault::State { path: path.clone(), reason })
    }

    /// The signer as these files describe it.
    pub(super) fn signer(&self) -> Result<Signer, LogFault> {
        Ok(Signer::new(self.key()?, self.state()?))
    }

    /// Writes down what was signed; it is on the disk when this returns.
    pub(super) fn save(&self, state: SignerState) -> Result<(), LogFault> {
        write_whole(&self.state, state.to_string().as_bytes())
            .map_err(|reason| self.file(&self.state, "written", reason))
    }

    fn key(&self) -> Result<SigningKey, LogFault> {
        let path = &self.key;
        let text = fs::read_to_string(path).map_err(|reason| self.file(path, "read", reason))?;
        if is_open(path).map_err(|reason| self.file(path, "read", reason))? {
            return Err(LogFault::KeyIsOpen(path.clone()));
        }
        text.trim_end().parse().map_err(|reason| LogFault::Key { path: path.clone(), reason })
    }

    #[expect(clippy::unused_self, reason = "reads as the fault of one of these files")]
    fn file(&self, path: &Path, action: &'static str, reason: io::Error) -> LogFault {
        LogFault::File { path: path.to_owned(), action, reason }
    }
}

/// Writes a file that only its owner may read, and that was not there.
fn write_new(path: &Path, text: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    sync_folder(path)
}

/// Puts a file in place whole: readers see the old bytes or the new, also after a power cut.
pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let beside = PathBuf::from(beside);
    let mut file = File::create(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&beside, path)?;
    sync_folder(path)
}

/// A renamed file stays renamed only once its folder is on the disk.
fn sync_folder(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

#[cfg(unix)]
fn is_open(path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::PermissionsExt as _;
    Ok(fs::metadata(path)?.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn is_open(_: &Path) -> io::Result<bool> {
    Ok(false)
}
