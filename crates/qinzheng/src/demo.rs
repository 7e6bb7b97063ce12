//! The demo county (演示县): a folder, a seed, and the year's files, replayed through the same acts
//! a person uses. Everything in it is invented.
//!
//! Time and chance are scripted while the year is loaded, so that two loads give one ledger root.
//! Afterwards the clock ticks and chance is the machine's: sessions of a demo are no easier to
//! guess than others.

mod ambient;
mod edition;
mod files;
mod load;
mod scenario;
mod script;
mod year;

pub use ambient::{DemoAmbient, start};
pub use files::VISITS;
pub use load::{load, load_people, preparing};
pub use scenario::{Scenario, TODAY, YEAR_2015};

use crate::config::Config;
use crate::county::Plan;
use anyhow::{Result, bail};
use jiff::Timestamp;
use qz_acts::backup::Tenant;
use qz_acts::chance::SeededChance;
use qz_acts::log::ActFilter;
use qz_acts::{Acts, identity};
use qz_domain::ambient::Chance;
use qz_domain::spelled::Spelled;
use qz_ledger::SignerState;
use std::net::SocketAddr;
use std::path::Path;

/// The county of the demo.
pub fn county() -> Tenant {
    let [code, name, name_en] = ["SH", "示河县", "Shihe County"].map(str::to_owned);
    Tenant { code, name, name_en }
}

/// A scenario's folder in the demo's: as it stands, or new. One that another version of the
/// program loaded is refused. The key of its log follows from the seed, so everybody can sign
/// with it: nothing of a demo is evidence.
pub fn folder(folder: &Path, listen: &str, scenario: &Scenario) -> Result<Config> {
    let folder = &scenario.folder_in(folder);
    let file = folder.join(crate::config::FILE_NAME);
    if file.exists() {
        let config = Config::read(&file)?;
        if !config.is_demo {
            bail!("{} is a real county's folder: name another one for the demo", folder.display());
        }
        edition::must_be_ours(folder, scenario)?;
        return Ok(config);
    }
    let plan = Plan {
        folder: folder.to_owned(),
        county: county(),
        store: "sqlite:demo.db".to_owned(),
        listen: listen.to_owned(),
        public_url: format!("http://{listen}"),
        origin: scenario.origin.to_owned(),
        is_demo: true,
    };
    let mut making = plan.begin()?;
    let config = making.config()?;
    making.key(&SeededChance::new(scenario.seed).bytes())?;
    making.state(SignerState::new())?;
    making.public_text(edition::FILE_NAME, &edition::ours(scenario))?;
    making.keep();
    Ok(config)
}

/// Opens a demo that was loaded before: its clock goes on from the latest act.
pub async fn open(config: &Config) -> Result<Acts> {
    let ambient = DemoAmbient::of(&YEAR_2015);
    let acts = Acts::open(&config.store, ambient.clock(), ambient.chance()).await?;
    ambient.set_free(latest(&acts, &YEAR_2015).await?);
    Ok(acts)
}

/// The latest instant of a scenario: its start, or that of the latest act.
pub async fn latest(acts: &Acts, scenario: &Scenario) -> Result<Timestamp> {
    let newest = acts.log_rows(&ActFilter::default(), None, 1).await?;
    Ok(newest.first().map_or(Timestamp::MIN, |act| act.at).max(start(scenario, None)))
}

/// Says who may be taken, once they are there.
pub async fn say_personas(acts: &Acts, address: SocketAddr) -> Result<()> {
    let personas = identity::demo::personas(acts).await?;
    let codes: Vec<_> = personas.into_iter().map(Spelled::code).collect();
    println!("Ready: open http://{address}/sign-in and take a persona: {}.", codes.join(", "));
    Ok(())
}
