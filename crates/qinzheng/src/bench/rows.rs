//! A million rows through the writer: CPU per row, beside SQLite's own insert of the same rows.
//!
//! Each act of the writer takes 1000 rows, as one batch of a terminal would come, and leaves its
//! own leaf; SQLite's own transactions take 1000 rows as well.

use super::figure::Figure;
use super::meter::{Meter, unit};
use super::punch::{self, BATCH, PUNCH, Punch};
use anyhow::{Context, Result};
use qz_acts::chance::SystemChance;
use qz_acts::clock::SystemClock;
use qz_domain::id::ImportId;
use qz_store::{Act, Ambient, Column, Deed, Store, StoreError, StoreUrl, Subject, Target, Write};
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;

/// Rows of a round.
const ROWS: usize = 1_000_000;

/// Both sides in turn.
pub async fn measure(rounds: usize) -> Result<Vec<Figure>> {
    let rows = punch::punches(ROWS);
    let (mut ours, mut peer) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        peer.push(plainly(&rows)?);
        ours.push(through_writer(&rows).await?);
    }
    let unit = unit("CPU-us/row", "wall-us/row");
    let ratio = Figure::ratio("rows-beside-sqlite", &ours, &peer);
    let ours = Figure::median("rows", ours, unit);
    Ok(vec![ours, Figure::median("sqlite-own", peer, unit), ratio])
}

/// Microseconds a row.
fn per_row(meter: Meter) -> f64 {
    const MICROSECONDS: f64 = 1e6;
    meter.stop().seconds() * MICROSECONDS / f64::from(u32::try_from(ROWS).unwrap_or(u32::MAX))
}

fn plainly(rows: &[Punch]) -> Result<f64> {
    let folder = TempDir::new()?;
    let file = folder.path().join("plain.db");
    punch::make_table(&file)?;
    let meter = Meter::start();
    punch::insert_plainly(&file, rows)?;
    Ok(per_row(meter))
}

async fn through_writer(rows: &[Punch]) -> Result<f64> {
    let folder = TempDir::new()?;
    let store = store(folder.path()).await?;
    let ambient = Ambient { clock: Arc::new(SystemClock), chance: Arc::new(SystemChance) };
    let writer = store.writer(ambient);
    let meter = Meter::start();
    for (nth, batch) in rows.chunks(BATCH).enumerate() {
        let act = TakeBatch { columns: punch::columns(batch), rows: batch.len() };
        writer.perform(format!("batch {nth}"), act).await.context("the writer refused a batch")?;
    }
    let figure = per_row(meter);
    drop(writer);
    store.close().await;
    Ok(figure)
}

async fn store(folder: &Path) -> Result<Store> {
    let file = folder.join("bench.db");
    let store = Store::open(&StoreUrl::Sqlite(file.clone())).await?;
    punch::make_table(&file)?;
    Ok(store)
}

/// One batch of rows: an act with an object and a leaf of its own.
struct TakeBatch {
    columns: Vec<Column>,
    rows: usize,
}

impl Act for TakeBatch {
    type Receipt = i64;
    type Error = StoreError;

    async fn perform(self, write: &mut Write) -> Result<i64, StoreError> {
        const BATCHES: Target = Target {
            table: "import",
            columns: &["id", "kind", "file_name", "hash", "row_count"],
            tail: "",
        };
        let id = ImportId(write.next_id());
        let rows = i64::try_from(self.rows).unwrap_or(i64::MAX);
        let text = |value: &str| Column::Text(vec![value.to_owned()]);
        let batch = vec![
            Column::Int(vec![id.0]),
            text("bench"),
            text("batch"),
            text(""),
            Column::Int(vec![rows]),
        ];
        write.insert(BATCHES, batch).await?;
        write.insert(PUNCH, self.columns).await?;
        let deed = Deed {
            kind: "bench",
            object: id.object(),
            by: None,
            recorded_by: None,
            paper: None,
            remark: String::new(),
        };
        write.record(deed).await?;
        Ok(rows)
    }
}
