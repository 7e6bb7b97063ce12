//! Acts a second: the visits of the year one by one, each waiting for its commit, and as one batch.

use super::county::BenchCounty;
use super::figure::Figure;
use anyhow::{Result, bail};
use qz_acts::BatchMode;
use qz_acts::import::{ImportFile, ImportKind, read};
use qz_acts::visit::{FilePaperVisit, PaperVisitForm};
use qz_domain::id::AccountId;
use std::time::Instant;

/// Visits of a round of single acts.
const SINGLE: usize = 200;

/// One by one.
pub async fn single(rounds: usize) -> Result<Vec<Figure>> {
    let visits = visits()?;
    let mut rates = Vec::new();
    for _ in 0..rounds {
        let county = BenchCounty::with_people().await?;
        let actor = clerk(&county).await?;
        let began = Instant::now();
        for (nth, (_, cells)) in visits.rows.iter().take(SINGLE).enumerate() {
            let act = FilePaperVisit { actor, form: form(cells) };
            county.acts.perform(format!("single {nth}"), act).await?;
        }
        rates.push(rate(SINGLE, began));
        county.close().await;
    }
    Ok(vec![Figure::median("acts-single", rates, "acts/s")])
}

/// As one batch: the import of the year's visits.
pub async fn batch(rounds: usize) -> Result<Vec<Figure>> {
    let visits = visits()?;
    let mut rates = Vec::new();
    for _ in 0..rounds {
        let county = BenchCounty::with_people().await?;
        let actor = clerk(&county).await?;
        let began = Instant::now();
        let report = county
            .acts
            .import(actor, &visits, BatchMode::AllOrNothing, Box::new(|_, _| true))
            .await?;
        if report.accepted != visits.rows.len() {
            bail!("{} of {} visits were taken", report.accepted, visits.rows.len());
        }
        rates.push(rate(visits.rows.len(), began));
        county.close().await;
    }
    Ok(vec![Figure::median("acts-batch", rates, "acts/s")])
}

fn rate(acts: usize, began: Instant) -> f64 {
    f64::from(u32::try_from(acts).unwrap_or(u32::MAX)) / began.elapsed().as_secs_f64()
}

fn visits() -> Result<ImportFile> {
    let text = crate::demo::VISITS;
    Ok(read(ImportKind::Visits, "visits.csv", text.as_bytes())?)
}

async fn clerk(county: &BenchCounty) -> Result<AccountId> {
    Ok(crate::persona::take(&county.acts, "clerk").await?.actor.account)
}

/// A row of the file as the form of a sheet.
fn form(cells: &[String]) -> PaperVisitForm {
    let at = |place: usize| cells.get(place).cloned().unwrap_or_default();
    PaperVisitForm {
        number: at(0),
        organ: at(1),
        unit: at(2),
        manner: at(3),
        visited_at: at(4),
        team: vec![at(5), at(6), at(7)],
        observed: at(8),
        outcome: at(9),
        told: at(10),
        reply: at(11),
        hash: String::new(),
    }
}
