//! `qinzheng serve`: the county's site and desk.

use super::Place;
use crate::{county, installation, server};
use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use qz_web::app::Room;
use std::process::ExitCode;

/// Whose, and which part.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    place: Place,
    /// Serve one part alone.
    #[arg(long, value_enum)]
    only: Option<Only>,
}

/// A part that may be served alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Only {
    /// Pages for everybody.
    Portal,
    /// Pages for who signs in, and the API.
    Desk,
}

/// Does it.
pub async fn run(arguments: Arguments) -> Result<ExitCode> {
    let config = arguments.place.config()?;
    if config.is_demo {
        let folder = config.folder().display();
        bail!("{folder} is a demo's folder: serve it with `qinzheng demo --data {folder}`");
    }
    let listener = server::listen(config.web.listen).await?;
    let acts = county::open(&config).await?;
    let only = arguments.only.map(|only| match only {
        Only::Portal => Room::Portal,
        Only::Desk => Room::Desk,
    });
    let address = listener.local_addr()?;
    println!(
        "Serving {} at http://{address}/ as {}",
        config.county.name,
        config.web.public_url.origin()
    );
    installation::run(&config, acts, listener, only).await?;
    Ok(ExitCode::SUCCESS)
}
