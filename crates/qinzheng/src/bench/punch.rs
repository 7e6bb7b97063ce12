//! Rows such as attendance will bring (打卡): person, instant, device, method, and a key that
//! makes repeating one harmless. The same rows and the same table for both sides.

use qz_store::{Column, Target};
use rusqlite::Connection;
use std::path::Path;

/// Rows a transaction takes, on both sides.
pub const BATCH: usize = 1000;

/// The table, as SQLite makes it.
const TABLE: &str = "create table punch (
    id integer primary key,
    person integer not null,
    at integer not null,
    device integer not null,
    method integer not null,
    key blob not null unique
) strict";

/// Where the rows go.
pub const PUNCH: Target =
    Target { table: "punch", columns: &["person", "at", "device", "method", "key"], tail: "" };

/// One row.
#[derive(Debug, Clone, Copy)]
pub struct Punch {
    person: i64,
    at: i64,
    device: i64,
    method: i64,
    key: [u8; 16],
}

/// `count` rows, the same every time.
pub fn punches(count: usize) -> Vec<Punch> {
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    (0_i64..)
        .take(count)
        .map(|nth| {
            let chance = step(&mut seed);
            let mut key = [0; 16];
            key[..8].copy_from_slice(&nth.to_be_bytes());
            key[8..].copy_from_slice(&chance.to_be_bytes());
            let person = (chance % 20_000).cast_signed();
            Punch { person, at: 1_455_584_460_000 + nth, device: nth % 40, method: 1, key }
        })
        .collect()
}

/// The next number of a fixed series (xorshift): the bench needs spread, not chance.
fn step(seed: &mut u64) -> u64 {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    *seed
}

/// The rows as the store's bulk insert takes them.
pub fn columns(rows: &[Punch]) -> Vec<Column> {
    let int = |pick: fn(&Punch) -> i64| Column::Int(rows.iter().map(pick).collect());
    vec![
        int(|row| row.person),
        int(|row| row.at),
        int(|row| row.device),
        int(|row| row.method),
        Column::Bytes(rows.iter().map(|row| row.key.to_vec()).collect()),
    ]
}

/// Makes the table in a SQLite file.
pub fn make_table(file: &Path) -> rusqlite::Result<()> {
    Connection::open(file)?.execute_batch(TABLE)
}

/// SQLite's own way: one prepared insert, [`BATCH`] rows a transaction, as durable as ours.
pub fn insert_plainly(file: &Path, rows: &[Punch]) -> rusqlite::Result<()> {
    let conn = Connection::open(file)?;
    conn.execute_batch("pragma journal_mode = wal; pragma synchronous = full")?;
    let mut insert =
        conn.prepare("insert into punch (person, at, device, method, key) values (?, ?, ?, ?, ?)")?;
    for batch in rows.chunks(BATCH) {
        conn.execute_batch("begin immediate")?;
        for row in batch {
            insert.execute((row.person, row.at, row.device, row.method, &row.key[..]))?;
        }
        conn.execute_batch("commit")?;
    }
    Ok(())
}
