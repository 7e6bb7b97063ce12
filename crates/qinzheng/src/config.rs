//! The configuration file `qinzheng.toml` (配置): whose county, which store, where to listen, which
//! log. Paths in it are meant from the folder it stands in. A word it does not know is a fault.

mod read;
mod write;

pub use read::ConfigError;
pub use write::text;

use qz_acts::StoreUrl;
use qz_acts::backup::Tenant;
use qz_web::address::Network;
use qz_web::headers::PublicUrl;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// The name of the file in a data folder.
pub const FILE_NAME: &str = "qinzheng.toml";

/// A configuration that was read and checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The file it was read from.
    pub file: PathBuf,
    /// Whose county.
    pub county: Tenant,
    /// Where the store is.
    pub store: StoreUrl,
    /// The doors.
    pub web: Web,
    /// Where attendance terminals call; nowhere unless it is said.
    pub terminals: Option<SocketAddr>,
    /// The ledger's log.
    pub log: Log,
    /// Whether the folder is a demo's: its personas sign in without a password.
    pub is_demo: bool,
}

/// The doors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Web {
    /// Where the server listens.
    pub listen: SocketAddr,
    /// How people reach it: `https://host`, without a path.
    pub public_url: PublicUrl,
    /// Whose `X-Forwarded-…` headers are believed.
    pub trusted_proxies: Vec<Network>,
    /// Who may read `/metrics`; this machine alone unless it is said.
    pub metrics_from: Vec<Network>,
    /// The office that hosts the site, its English name, its telephone, the site's code.
    pub office: Office,
}

/// The office that hosts the site (主办).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Office {
    /// Its name; the county's unless it is said.
    pub name: Option<String>,
    /// Its English name.
    pub name_en: Option<String>,
    /// Its telephone.
    pub phone: Option<String>,
    /// The identification code of a government site (网站标识码).
    pub site_code: Option<String>,
}

/// The ledger's log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log {
    /// Its name, in every checkpoint.
    pub origin: String,
    /// The file of its private key.
    pub key: PathBuf,
    /// The file in which the signer keeps what it signed last.
    pub state: PathBuf,
}

impl Config {
    /// Reads and checks a file.
    pub fn read(file: &Path) -> Result<Self, ConfigError> {
        read::read(file)
    }

    /// The folder that paths are meant from.
    pub fn folder(&self) -> &Path {
        folder_of(&self.file)
    }
}

fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
