//! `qinzheng demo`: the demo county, served at once and loaded meanwhile.

use crate::demo::{self, DemoAmbient, Scenario, TODAY, YEAR_2015};
use crate::installation::{Installation, serve_at};
use crate::server;
use anyhow::Result;
use clap::Args;
use jiff::civil::Date;
use qz_acts::Acts;
use qz_acts::log::LogKeeper;
use qz_web::app::{DemoConfig, Readiness, side_by_side};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tokio::net::TcpListener;

/// Where, and which day.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The port on this machine; 0 takes a free one.
    #[arg(long, value_name = "N", default_value_t = 8080)]
    port: u16,
    /// The port on this machine at which attendance terminals call; 0 takes a free one. None unless it is said.
    #[arg(long, value_name = "N")]
    terminal_port: Option<u16>,
    /// The folder for the demo's data; it is made, and used again.
    #[arg(long, value_name = "DIR", default_value = "qinzheng-demo")]
    data: PathBuf,
    /// The day that counts as today in the chosen scenario, instead of its own.
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
    /// The scenario that is shown first; the banner leads to the other.
    #[arg(long, default_value = "2015", value_parser = ["2015", "today"])]
    scenario: String,
}

/// Does it.
pub async fn run(arguments: Arguments) -> Result<ExitCode> {
    let listener = server::listen(SocketAddr::from((Ipv4Addr::LOCALHOST, arguments.port))).await?;
    let address = listener.local_addr()?;
    let (one, other) = match arguments.scenario.as_str() {
        "today" => (&TODAY, &YEAR_2015),
        _ => (&YEAR_2015, &TODAY),
    };
    let first = Home::open(&arguments.data, address, (one, other)).await?;
    let second = Home::open(&arguments.data, address, (other, one)).await?;
    println!("The demo county is at http://{address}/ (scenario {}).", one.code);
    let beside = vec![(other.code, second.installation.doors.clone())];
    let doors = side_by_side(first.installation.doors.clone(), beside);
    let ready = async || demo::say_personas(first.acts(), address).await;
    let terminals = terminal_listener(arguments.terminal_port).await?;
    let both = async {
        let terminals = serve_at(terminals, first.installation.terminals());
        tokio::try_join!(server::serve(listener, doors), terminals)
    };
    let outcome = tokio::select! {
        served = both => served.map(drop),
        failed = first.work(arguments.today, ready) => failed,
        failed = second.work(None, async || Ok(())) => failed,
    };
    first.installation.close().await;
    second.installation.close().await;
    outcome?;
    Ok(ExitCode::SUCCESS)
}

/// Where terminals call, when that was asked for.
async fn terminal_listener(port: Option<u16>) -> Result<Option<TcpListener>> {
    let Some(port) = port else { return Ok(None) };
    let listener = server::listen(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).await?;
    println!("Attendance terminals call at http://{}/iclock/.", listener.local_addr()?);
    Ok(Some(listener))
}

/// A scenario with its installation.
struct Home {
    scenario: &'static Scenario,
    ambient: DemoAmbient,
    readiness: Readiness,
    installation: Installation,
}

impl Home {
    /// Opens a scenario's folder, beside another one's.
    async fn open(
        data: &Path,
        address: SocketAddr,
        (scenario, other): (&'static Scenario, &Scenario),
    ) -> Result<Self> {
        let mut config = demo::folder(data, &address.to_string(), scenario)?;
        config.web.listen = address;
        config.web.public_url = format!("http://{address}").parse()?;
        let ambient = DemoAmbient::of(scenario);
        let acts = Acts::open(&config.store, ambient.clock(), ambient.chance()).await?;
        let readiness = Readiness::preparing(demo::preparing(0, 0));
        let shown = DemoConfig {
            scenario: scenario.named(),
            beside: vec![(other.code, other.named())],
            session: scenario.session,
            clock: Some(ambient.movable()),
        };
        let rooms = (None, Some(shown), readiness.clone());
        let installation = Installation::around(&config, acts, rooms)?;
        Ok(Self { scenario, ambient, readiness, installation })
    }

    fn acts(&self) -> &Acts {
        self.installation.acts()
    }

    /// Loads the scenario, lets its clock go, says that it is ready, and goes on with the
    /// standing work.
    async fn work(&self, today: Option<Date>, say: impl AsyncFnOnce() -> Result<()>) -> Result<()> {
        let Self { scenario, ambient, readiness, installation } = self;
        let prepare = async |acts: &Acts, keeper: Option<&LogKeeper>| {
            demo::load(acts, ambient, readiness, scenario).await?;
            if let Some(keeper) = keeper {
                keeper.sign_now().await?;
            }
            ambient.set_free(match today {
                Some(day) => demo::start(scenario, Some(day)),
                None => demo::latest(acts, scenario).await?,
            });
            readiness.set_ready();
            say().await
        };
        installation.work(prepare).await
    }
}
