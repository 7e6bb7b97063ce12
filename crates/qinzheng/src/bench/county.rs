//! The demo county in a store of its own in a temporary folder: real objects to measure with.

use crate::demo::{self, DemoAmbient};
use anyhow::Result;
use qz_acts::{Acts, StoreUrl};
use qz_web::app::Readiness;
use tempfile::TempDir;

/// A county that goes away with this value.
pub struct BenchCounty {
    /// Reads and acts.
    pub acts: Acts,
    /// Its store.
    pub url: StoreUrl,
    ambient: DemoAmbient,
    _folder: TempDir,
}

impl BenchCounty {
    /// With its people, and no visit yet.
    pub async fn with_people() -> Result<Self> {
        let county = Self::empty().await?;
        demo::load_people(&county.acts, &county.ambient, &Readiness::ready(), &demo::YEAR_2015)
            .await?;
        Ok(county)
    }

    /// With the whole year.
    pub async fn with_year() -> Result<Self> {
        let county = Self::empty().await?;
        demo::load(&county.acts, &county.ambient, &Readiness::ready(), &demo::YEAR_2015).await?;
        Ok(county)
    }

    async fn empty() -> Result<Self> {
        let folder = TempDir::new()?;
        let url = StoreUrl::Sqlite(folder.path().join("county.db"));
        let ambient = DemoAmbient::of(&demo::YEAR_2015);
        let acts = Acts::open(&url, ambient.clock(), ambient.chance()).await?;
        Ok(Self { acts, url, ambient, _folder: folder })
    }

    /// Turns its clock to another moment.
    pub fn stand_at(&self, when: jiff::civil::DateTime) {
        if let Some(at) = qz_domain::instant::instant(when) {
            self.ambient.stand_at(at);
        }
    }

    /// Closes the store.
    pub async fn close(self) {
        self.acts.close().await;
    }
}
