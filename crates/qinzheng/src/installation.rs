//! A running installation: the doors, the worker, the log's keeper, around one store.

use crate::config::Config;
use crate::{county, server};
use anyhow::Result;
use qz_acts::Acts;
use qz_acts::clock::ScriptedClock;
use qz_acts::log::{LogKeeper, PublicLog};
use qz_web::app::{DemoConfig, Readiness, Room, WebConfig, app};
use qz_web::shell::Named;
use std::sync::Arc;
use tokio::net::TcpListener;

/// Which rooms are served, and the clock of a demo.
pub struct Rooms {
    /// One room alone.
    pub only: Option<Room>,
    /// The clock that anybody may move on.
    pub clock: Option<Arc<ScriptedClock>>,
}

/// Serves at once and prepares meanwhile; the worker and the log's keeper begin when `prepare` is
/// done. Ends when it is told to stop or when preparing fails: the ledger is signed a last time, the store closed.
pub async fn run(
    config: &Config,
    acts: Acts,
    listener: TcpListener,
    (rooms, readiness): (Rooms, Readiness),
    prepare: impl AsyncFnOnce(&Acts, Option<&LogKeeper>) -> Result<()>,
) -> Result<()> {
    let keeper = keeper(config, &acts)?;
    let log = match &keeper {
        Some(keeper) => keeper.log().clone(),
        None => PublicLog::new(acts.clone(), county::public_key(&config.log)?),
    };
    let doors = WebConfig { log: Some(log), ..doors_of(config, rooms, readiness) };
    let serving = server::serve(listener, app(acts.clone(), doors));
    let working = async {
        prepare(&acts, keeper.as_ref()).await?;
        match keeper.clone() {
            Some(keeper) => tokio::join!(acts.clone().run_worker(), keeper.run()).0,
            None => acts.clone().run_worker().await,
        }
        Ok(())
    };
    let outcome = tokio::select! {
        served = serving => served,
        failed = working => failed,
    };
    if let Some(keeper) = keeper {
        sign_last(&keeper).await;
    }
    acts.close().await;
    outcome
}

/// Signs what was done since the last round, so that a stopped server owes nothing.
async fn sign_last(keeper: &LogKeeper) {
    if let Err(fault) = keeper.sign_now().await {
        tracing::error!(error = &fault as &dyn std::error::Error, "the ledger was not signed");
    }
}

/// The keeper of the log; none where its private key is kept away.
fn keeper(config: &Config, acts: &Acts) -> Result<Option<LogKeeper>> {
    let files = county::log_files(&config.log);
    if files.exist() {
        return Ok(Some(LogKeeper::with(acts.clone(), files)?));
    }
    tracing::warn!("the log's key is not here: acts are recorded, and no checkpoint is signed");
    Ok(None)
}

/// What the configuration says, as the doors take it.
pub fn doors_of(config: &Config, rooms: Rooms, readiness: Readiness) -> WebConfig {
    let Rooms { only, clock } = rooms;
    let county = Named::new(&config.county.name, english(config));
    let office = &config.web.office;
    let name = office.name.as_ref().unwrap_or(&config.county.name);
    let name_en = office.name_en.clone().unwrap_or_else(|| english(config));
    let scenario = Named::new("2015年", "the year 2015");
    WebConfig {
        phone: office.phone.clone(),
        site_code: office.site_code.clone(),
        public_url: Some(config.web.public_url.clone()),
        demo: config.is_demo.then_some(DemoConfig { scenario, clock }),
        trusted_proxies: config.web.trusted_proxies.clone(),
        metrics_from: config.web.metrics_from.clone(),
        only,
        readiness,
        ..WebConfig::new(county, Named::new(name, name_en))
    }
}

/// The county's English name, or its own where it has none.
fn english(config: &Config) -> String {
    let county = &config.county;
    if county.name_en.is_empty() { county.name.clone() } else { county.name_en.clone() }
}
