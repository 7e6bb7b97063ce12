//! Reading the file: what is wrong, on which line, and what to write instead.

use super::{Config, Log, Office, Web, folder_of};
use qz_acts::StoreUrl;
use qz_acts::backup::Tenant;
use qz_web::address::Network;
use serde::Deserialize;
use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use toml::Spanned;

/// A configuration file that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    /// The file.
    pub file: PathBuf,
    /// The line, from 1, where there is one.
    pub line: Option<usize>,
    /// What is wrong and what to do.
    pub fault: String,
}

impl fmt::Display for ConfigError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.file.display())?;
        if let Some(line) = self.line {
            write!(out, ":{line}")?;
        }
        write!(out, ": {}", self.fault)
    }
}

impl std::error::Error for ConfigError {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawConfig {
    county: RawCounty,
    store: RawStore,
    web: RawWeb,
    terminals: Option<RawTerminals>,
    log: RawLog,
    demo: Option<RawDemo>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCounty {
    code: Spanned<String>,
    name: Spanned<String>,
    #[serde(default)]
    name_en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawStore {
    url: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWeb {
    listen: Spanned<String>,
    public_url: Spanned<String>,
    #[serde(default)]
    trusted_proxies: Vec<Spanned<String>>,
    metrics_from: Option<Vec<Spanned<String>>>,
    office: Option<String>,
    office_en: Option<String>,
    phone: Option<String>,
    site_code: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTerminals {
    listen: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLog {
    origin: Spanned<String>,
    key: PathBuf,
    state: PathBuf,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDemo {
    scenario: Spanned<String>,
}

const LISTEN: &str = "is no address to listen at; write one such as \"127.0.0.1:8080\"";

/// A file's name and text, to say where a fault is.
struct Source<'a> {
    file: &'a Path,
    text: &'a str,
}

pub(super) fn read(file: &Path) -> Result<Config, ConfigError> {
    let text = std::fs::read_to_string(file).map_err(|fault| ConfigError {
        file: file.to_owned(),
        line: None,
        fault: format!("cannot be read ({fault}); `qinzheng init` makes one"),
    })?;
    let source = Source { file, text: &text };
    let raw: RawConfig = toml::from_str(&text)
        .map_err(|fault| source.fault(fault.span(), one_line(fault.message())))?;
    source.check(raw)
}

impl Source<'_> {
    fn check(&self, raw: RawConfig) -> Result<Config, ConfigError> {
        if let Some(demo) = &raw.demo
            && demo.scenario.get_ref() != "2015"
        {
            return Err(self.at(&demo.scenario, "is no scenario; write \"2015\""));
        }
        let RawCounty { code, name, name_en } = raw.county;
        self.must_be_filled(&code)?;
        self.must_be_filled(&name)?;
        let county = Tenant { code: code.into_inner(), name: name.into_inner(), name_en };
        let folder = folder_of(self.file);
        let log = Log {
            origin: self.origin(raw.log.origin)?,
            key: folder.join(raw.log.key),
            state: folder.join(raw.log.state),
        };
        let terminals = raw.terminals.map(|raw| self.value(&raw.listen, LISTEN)).transpose()?;
        Ok(Config {
            file: self.file.to_owned(),
            county,
            store: self.store(&raw.store.url)?,
            web: self.web(raw.web)?,
            terminals,
            log,
            is_demo: raw.demo.is_some(),
        })
    }

    fn store(&self, url: &Spanned<String>) -> Result<StoreUrl, ConfigError> {
        const WRONG: &str = "is no store; write \"sqlite:FILE.db\" or \"postgres://…\"";
        match self.value(url, WRONG)? {
            StoreUrl::Sqlite(file) => Ok(StoreUrl::Sqlite(folder_of(self.file).join(file))),
            url @ StoreUrl::Postgres(_) => Ok(url),
        }
    }

    fn web(&self, raw: RawWeb) -> Result<Web, ConfigError> {
        const PUBLIC: &str =
            "is no address of the site; write one such as \"https://qinzheng.example.cn\"";
        let metrics_from = raw.metrics_from.map(|list| self.networks(&list)).transpose()?;
        let (name, name_en) = (raw.office, raw.office_en);
        Ok(Web {
            listen: self.value(&raw.listen, LISTEN)?,
            public_url: self.value(&raw.public_url, PUBLIC)?,
            trusted_proxies: self.networks(&raw.trusted_proxies)?,
            metrics_from: metrics_from.unwrap_or_else(Network::this_machine),
            office: Office { name, name_en, phone: raw.phone, site_code: raw.site_code },
        })
    }

    fn networks(&self, list: &[Spanned<String>]) -> Result<Vec<Network>, ConfigError> {
        const WRONG: &str =
            "is no address or network; write one such as \"127.0.0.1\" or \"10.0.0.0/8\"";
        list.iter().map(|network| self.value(network, WRONG)).collect()
    }

    fn origin(&self, origin: Spanned<String>) -> Result<String, ConfigError> {
        let text = origin.get_ref();
        if text.is_empty() || text.contains('+') || text.chars().any(char::is_whitespace) {
            const WRONG: &str =
                "is no name of a log; write one without spaces such as \"example.cn/sh/acts\"";
            return Err(self.at(&origin, WRONG));
        }
        Ok(origin.into_inner())
    }

    fn value<T: FromStr>(&self, text: &Spanned<String>, wrong: &str) -> Result<T, ConfigError> {
        text.get_ref().parse().map_err(|_| self.at(text, wrong))
    }

    fn must_be_filled(&self, text: &Spanned<String>) -> Result<(), ConfigError> {
        if text.get_ref().trim().is_empty() { Err(self.at(text, "is empty")) } else { Ok(()) }
    }

    fn at(&self, text: &Spanned<String>, wrong: &str) -> ConfigError {
        let shown = without_password(text.get_ref());
        self.fault(Some(text.span()), format!("\"{shown}\" {wrong}"))
    }

    fn fault(&self, span: Option<Range<usize>>, fault: String) -> ConfigError {
        let before = span.and_then(|span| self.text.get(..span.start));
        let line = before.map(|before| before.matches('\n').count() + 1);
        ConfigError { file: self.file.to_owned(), line, fault }
    }
}

/// An address of a database as it may be shown.
fn without_password(url: &str) -> &str {
    if url.contains('@') { "(an address with a password)" } else { url }
}

fn one_line(text: &str) -> String {
    text.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("; ")
}
