//! The ledger: appending leaves, checking a published log from its files, and a store with all its
//! objects. Leaves per second of CPU.

use super::county::BenchCounty;
use super::figure::Figure;
use super::meter::{Meter, unit};
use anyhow::{Context, Result};
use qz_acts::log::{Options, verify_store};
use qz_ledger::tile::tiles_since;
use qz_ledger::{
    Checkpoint, Frontier, Hash, SigningKey, Source, TileLevel, VerifierKey, audit, encode_entries,
    encode_hashes, leaf_hash,
};
use std::collections::{BTreeMap, HashMap};
use std::io;

/// Leaves of the published log.
const LEAVES: u64 = 1_000_000;
/// Checks of the store in a round: the clock of the CPU ticks in hundredths of a second.
const CHECKS: u64 = 20;

/// Appending.
pub fn append(rounds: usize) -> Vec<Figure> {
    let mut rates = Vec::new();
    for _ in 0..rounds {
        let meter = Meter::start();
        let mut tree = Frontier::new();
        for index in 0..LEAVES {
            std::hint::black_box(tree.push(leaf_hash(entry(index).as_bytes())));
        }
        std::hint::black_box(tree.root());
        rates.push(per_second(LEAVES, meter));
    }
    vec![Figure::median("ledger-append", rates, leaves_a_second())]
}

/// Checking from the files alone, with the signature.
pub fn verify_tiles(rounds: usize) -> Result<Vec<Figure>> {
    let (log, key) = Log::publish()?;
    let mut rates = Vec::new();
    for _ in 0..rounds {
        let meter = Meter::start();
        let audited = audit(&log, Some(&key)).context("the log of the bench is not in order")?;
        rates.push(per_second(audited.size, meter));
    }
    Ok(vec![Figure::median("ledger-verify-tiles", rates, leaves_a_second())])
}

/// Checking the demo's store: leaves, acts, nodes, and every object as it stands.
pub async fn verify_store_with_objects(rounds: usize) -> Result<Vec<Figure>> {
    let county = BenchCounty::with_year().await?;
    let mut rates = Vec::new();
    for _ in 0..rounds {
        let meter = Meter::start();
        let mut leaves = 0;
        for _ in 0..CHECKS {
            leaves += verify_store(&county.url, &Options::default(), |_, _| {}).await?.size;
        }
        rates.push(per_second(leaves, meter));
    }
    county.close().await;
    Ok(vec![Figure::median("ledger-verify-store", rates, leaves_a_second())])
}

fn leaves_a_second() -> &'static str {
    unit("leaves/CPU-s", "leaves/wall-s")
}

fn per_second(leaves: u64, meter: Meter) -> f64 {
    f64::from(u32::try_from(leaves).unwrap_or(u32::MAX)) / meter.stop().seconds().max(0.01)
}

/// An entry such as the product writes: the same length, the same form.
fn entry(index: u64) -> String {
    let at = 1_455_584_460_000_u64 + index;
    let [act, object, root, shipped] = [1, 2, 3, 4].map(|nth| Hash([nth; 32]));
    format!(
        "{{\"act\":\"{act}\",\"at\":{at},\"kind\":\"visit_import\",\
         \"law\":{{\"county\":null,\"shipped\":\"{shipped}\"}},\"object\":\"{object}\",\
         \"prev\":{{\"root\":\"{root}\",\"size\":{index}}},\"v\":2}}"
    )
}

/// A published log in memory, so that no disk is measured.
struct Log(HashMap<String, Vec<u8>>);

impl Source for Log {
    fn get(&self, path: &str) -> io::Result<Vec<u8>> {
        self.0.get(path).cloned().ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

impl Log {
    fn publish() -> Result<(Self, VerifierKey)> {
        let key = SigningKey::from_seed("bench.example/acts", &[7; 32])?;
        let mut tree = Frontier::new();
        let mut levels: BTreeMap<u8, Vec<Hash>> = BTreeMap::new();
        for index in 0..LEAVES {
            let hash = leaf_hash(entry(index).as_bytes());
            levels.entry(0).or_default().push(hash);
            for node in tree.push(hash) {
                levels.entry(node.level).or_default().push(node.hash);
            }
        }
        let mut files = HashMap::new();
        for path in tiles_since(0, LEAVES) {
            let from = path.index * 256;
            let until = from + u64::from(path.width);
            let bytes = match path.level {
                TileLevel::Entries => {
                    encode_entries(&(from..until).map(entry).collect::<Vec<_>>())?
                }
                TileLevel::Hashes(level) => {
                    let (from, until) = (usize::try_from(from)?, usize::try_from(until)?);
                    encode_hashes(&levels[&level][from..until])
                }
            };
            files.insert(path.to_string(), bytes);
        }
        let note = Checkpoint::new(key.name(), LEAVES, tree.root())?.signed(&key)?;
        files.insert("checkpoint".to_owned(), note.into_bytes());
        Ok((Self(files), key.verifier()))
    }
}
