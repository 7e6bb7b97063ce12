//! `qinzheng demo`: the demo county, served at once and loaded meanwhile.

use crate::demo::{self, DemoAmbient};
use crate::installation::Rooms;
use crate::{installation, server};
use anyhow::Result;
use clap::Args;
use jiff::civil::Date;
use qz_acts::Acts;
use qz_acts::log::LogKeeper;
use qz_web::app::Readiness;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::process::ExitCode;

/// Where, and which day.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The port on this machine; 0 takes a free one.
    #[arg(long, value_name = "N", default_value_t = 8080)]
    port: u16,
    /// The folder for the demo's data; it is made, and used again.
    #[arg(long, value_name = "DIR", default_value = "qinzheng-demo")]
    data: PathBuf,
    /// The day that counts as today, instead of 2016-02-16.
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
    /// Which year.
    #[arg(long, default_value = "2015", value_parser = ["2015"])]
    scenario: String,
}

/// Does it.
pub async fn run(arguments: Arguments) -> Result<ExitCode> {
    let listener = server::listen(SocketAddr::from((Ipv4Addr::LOCALHOST, arguments.port))).await?;
    let address = listener.local_addr()?;
    let mut config = demo::folder(&arguments.data, &address.to_string())?;
    config.web.listen = address;
    config.web.public_url = format!("http://{address}").parse()?;
    let ambient = DemoAmbient::new();
    let acts = Acts::open(&config.store, ambient.clock(), ambient.chance()).await?;
    println!("The demo county is at http://{address}/ (scenario {}).", arguments.scenario);
    let readiness = Readiness::preparing(demo::preparing(0, 0));
    let ready = readiness.clone();
    let rooms = Rooms { only: None, clock: Some(ambient.movable()) };
    let prepare = async move |acts: &Acts, keeper: Option<&LogKeeper>| {
        demo::load(acts, &ambient, &ready).await?;
        if let Some(keeper) = keeper {
            keeper.sign_now().await?;
        }
        ambient.set_free(match arguments.today {
            Some(day) => demo::start(Some(day)),
            None => demo::latest(acts).await?,
        });
        ready.set_ready();
        demo::say_personas(acts, address).await
    };
    installation::run(&config, acts, listener, (rooms, readiness), prepare).await?;
    Ok(ExitCode::SUCCESS)
}
