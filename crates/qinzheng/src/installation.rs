//! A running installation: the doors, the worker, the log's keeper, around one store.

use crate::config::Config;
use crate::{county, server};
use anyhow::Result;
use axum::Router;
use qz_acts::Acts;
use qz_acts::log::{LogKeeper, PublicLog};
use qz_web::app::{DemoConfig, Readiness, Room, WebConfig, app};
use qz_web::shell::Named;
use qz_web::terminal::{PATIENCE, terminals};
use tokio::net::TcpListener;

/// An installation that stands: its store, the keeper of its log, its doors.
pub struct Installation {
    acts: Acts,
    keeper: Option<LogKeeper>,
    /// What is served.
    pub doors: Router,
}

impl Installation {
    /// Puts doors around a store. Of a demo it is said which.
    pub fn around(
        config: &Config,
        acts: Acts,
        (only, demo, readiness): (Option<Room>, Option<DemoConfig>, Readiness),
    ) -> Result<Self> {
        let keeper = keeper(config, &acts)?;
        let log = match &keeper {
            Some(keeper) => keeper.log().clone(),
            None => PublicLog::new(acts.clone(), county::public_key(&config.log)?),
        };
        let doors = WebConfig { log: Some(log), demo, only, readiness, ..doors_of(config) };
        Ok(Self { doors: app(acts.clone(), doors), acts, keeper })
    }

    /// Its reads and acts.
    pub fn acts(&self) -> &Acts {
        &self.acts
    }

    /// The doors of the terminal port.
    pub fn terminals(&self) -> Router {
        terminals(self.acts.clone(), PATIENCE)
    }

    /// Prepares, then does the standing work; ends only when preparing fails.
    pub async fn work(
        &self,
        prepare: impl AsyncFnOnce(&Acts, Option<&LogKeeper>) -> Result<()>,
    ) -> Result<()> {
        prepare(&self.acts, self.keeper.as_ref()).await?;
        match self.keeper.clone() {
            Some(keeper) => tokio::join!(self.acts.clone().run_worker(), keeper.run()).0,
            None => self.acts.clone().run_worker().await,
        }
        Ok(())
    }

    /// Signs the ledger a last time and closes the store.
    pub async fn close(self) {
        if let Some(keeper) = self.keeper {
            sign_last(&keeper).await;
        }
        self.acts.close().await;
    }
}

/// Where an installation is called at: by people, and by attendance terminals.
#[derive(Default)]
pub struct Listeners {
    /// By people.
    pub web: Option<TcpListener>,
    /// By terminals.
    pub terminals: Option<TcpListener>,
}

/// Serves one installation until it is told to stop.
pub async fn run(
    config: &Config,
    acts: Acts,
    Listeners { web, terminals }: Listeners,
    only: Option<Room>,
) -> Result<()> {
    let one = Installation::around(config, acts, (only, None, Readiness::ready()))?;
    let both = async {
        tokio::try_join!(serve_at(web, one.doors.clone()), serve_at(terminals, one.terminals()),)
    };
    let outcome = tokio::select! {
        served = both => served.map(drop),
        failed = one.work(async |_, _| Ok(())) => failed,
    };
    one.close().await;
    outcome
}

/// Serves where there is somewhere to listen.
pub async fn serve_at(listener: Option<TcpListener>, doors: Router) -> Result<()> {
    match listener {
        Some(listener) => server::serve(listener, doors).await,
        None => Ok(()),
    }
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
pub fn doors_of(config: &Config) -> WebConfig {
    let county = Named::new(&config.county.name, english(config));
    let office = &config.web.office;
    let name = office.name.as_ref().unwrap_or(&config.county.name);
    let name_en = office.name_en.clone().unwrap_or_else(|| english(config));
    WebConfig {
        phone: office.phone.clone(),
        site_code: office.site_code.clone(),
        public_url: Some(config.web.public_url.clone()),
        trusted_proxies: config.web.trusted_proxies.clone(),
        metrics_from: config.web.metrics_from.clone(),
        ..WebConfig::new(county, Named::new(name, name_en))
    }
}

/// The county's English name, or its own where it has none.
fn english(config: &Config) -> String {
    let county = &config.county;
    if county.name_en.is_empty() { county.name.clone() } else { county.name_en.clone() }
}
