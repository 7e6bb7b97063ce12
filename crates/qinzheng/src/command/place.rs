//! `--config FILE` or `--data DIR`: which county's store a command is for.

use crate::config::{Config, FILE_NAME};
use anyhow::Result;
use clap::Args;
use std::path::PathBuf;

/// Which store.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct Place {
    /// The configuration file of the county.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The data folder of the county or of a demo; it holds qinzheng.toml.
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
}

impl Place {
    /// The configuration file.
    pub fn file(&self) -> PathBuf {
        match (&self.config, &self.data) {
            (Some(file), _) => file.clone(),
            (None, Some(folder)) => folder.join(FILE_NAME),
            (None, None) => PathBuf::from(FILE_NAME),
        }
    }

    /// The folder of `--data` when no county is set up in it.
    pub fn new_folder(&self) -> Option<PathBuf> {
        self.data.clone().filter(|folder| !folder.join(FILE_NAME).exists())
    }

    /// Reads the configuration.
    pub fn config(&self) -> Result<Config> {
        Ok(Config::read(&self.file())?)
    }
}
