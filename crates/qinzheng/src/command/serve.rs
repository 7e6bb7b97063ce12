//! `qinzheng serve`: the county's site and desk.

use super::Place;
use crate::config::Config;
use crate::installation::{self, Listeners};
use crate::{county, server};
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
    /// The port that attendance terminals call at.
    Terminals,
}

/// Does it.
pub async fn run(arguments: Arguments) -> Result<ExitCode> {
    let config = arguments.place.config()?;
    if config.is_demo {
        let folder = config.folder().display();
        bail!("{folder} is a demo's folder: serve it with `qinzheng demo --data {folder}`");
    }
    let listeners = listen(&config, arguments.only).await?;
    let acts = county::open(&config).await?;
    let only = arguments.only.and_then(|only| match only {
        Only::Portal => Some(Room::Portal),
        Only::Desk => Some(Room::Desk),
        Only::Terminals => None,
    });
    if let Some(web) = &listeners.web {
        let (address, public) = (web.local_addr()?, config.web.public_url.origin());
        println!("Serving {} at http://{address}/ as {public}", config.county.name);
    }
    if let Some(terminals) = &listeners.terminals {
        println!("Attendance terminals call at http://{}/iclock/", terminals.local_addr()?);
    }
    installation::run(&config, acts, listeners, only).await?;
    Ok(ExitCode::SUCCESS)
}

/// Takes the addresses of what is served: a part alone has its own and no other.
async fn listen(config: &Config, only: Option<Only>) -> Result<Listeners> {
    let mut listeners = Listeners::default();
    if only != Some(Only::Terminals) {
        listeners.web = Some(server::listen(config.web.listen).await?);
    }
    match (config.terminals, only) {
        (Some(address), None | Some(Only::Terminals)) => {
            listeners.terminals = Some(server::listen(address).await?);
        }
        (None, Some(Only::Terminals)) => bail!(
            "{} says no address for terminals: write `[terminals]` and `listen = \"0.0.0.0:8090\"`",
            config.file.display()
        ),
        _ => {}
    }
    Ok(listeners)
}
