//! One pass over a log, holding one entry bundle and one tile of every level at a time.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io;

use super::{Difference, Source};
use crate::checkpoint::Checkpoint;
use crate::frontier::{Frontier, TileNode};
use crate::hash::{Hash, leaf_hash};
use crate::tile::{Entries, TILE_WIDTH, TileLevel, TilePath, decode_hashes};

/// The audit of a log of `size` entries, as far as `tree` has grown.
pub(super) struct Audit<'a, S> {
    source: &'a S,
    size: u64,
    tree: Frontier,
    /// The tile being filled at every level above the leaves.
    upper: BTreeMap<u8, Vec<Hash>>,
    /// Kept checkpoints not yet passed, the largest first.
    kept: Vec<&'a Checkpoint>,
}

/// The bytes served for a tile.
struct Fetched {
    bytes: Vec<u8>,
    /// False when a full tile stands in for a partial one: only its first items were asked for.
    exact: bool,
}

impl<'a, S: Source> Audit<'a, S> {
    pub fn new(source: &'a S, size: u64, kept: &'a [Checkpoint]) -> Result<Self, Difference> {
        let mut kept: Vec<&Checkpoint> = kept.iter().collect();
        kept.sort_by_key(|checkpoint| Reverse(checkpoint.size));
        if let Some(largest) = kept.first().filter(|largest| largest.size > size) {
            return Err(Difference::Shrunk { kept: largest.size, found: size });
        }
        Ok(Self { source, size, tree: Frontier::new(), upper: BTreeMap::new(), kept })
    }

    /// Reads every bundle and every tile; the root they lead to.
    pub fn run(mut self) -> Result<Hash, Difference> {
        self.compare_kept()?;
        for index in 0..self.size.div_ceil(256) {
            self.read_bundle(index)?;
        }
        Ok(self.tree.root())
    }

    fn read_bundle(&mut self, index: u64) -> Result<(), Difference> {
        let (tile, leaves) = self.fetch_tile(0, index)?;
        let bundle = TilePath { level: TileLevel::Entries, ..tile };
        let fetched = self.fetch(bundle)?;
        let width =
            || Difference::Width { path: bundle, found: Entries::new(&fetched.bytes).count() };
        let mut entries = Entries::new(&fetched.bytes);
        for leaf in leaves {
            let entry = entries.next().ok_or_else(width)?;
            let entry = entry.map_err(|reason| Difference::Bundle { path: bundle, reason })?;
            if leaf_hash(entry) != leaf {
                return Err(Difference::Leaf { index: self.tree.size(), bundle, tile });
            }
            self.append(leaf)?;
        }
        if fetched.exact && entries.next().is_some() { Err(width()) } else { Ok(()) }
    }

    fn append(&mut self, leaf: Hash) -> Result<(), Difference> {
        for node in self.tree.push(leaf) {
            self.compare_node(node)?;
        }
        self.compare_kept()
    }

    fn compare_node(&mut self, node: TileNode) -> Result<(), Difference> {
        let TileNode { level, index, hash } = node;
        if index.is_multiple_of(256) {
            let (_, hashes) = self.fetch_tile(level, index / 256)?;
            self.upper.insert(level, hashes);
        }
        let position = usize::try_from(index % 256).unwrap_or(usize::MAX);
        let served = self.upper.get(&level).and_then(|hashes| hashes.get(position));
        if served == Some(&hash) {
            return Ok(());
        }
        Err(Difference::Node { path: self.path(level, index / 256), position })
    }

    fn compare_kept(&mut self) -> Result<(), Difference> {
        let size = self.tree.size();
        while let Some(kept) = self.kept.pop_if(|kept| kept.size == size) {
            if kept.root != self.tree.root() {
                return Err(Difference::Rewritten { size });
            }
        }
        Ok(())
    }

    fn path(&self, level: u8, index: u64) -> TilePath {
        let level = TileLevel::Hashes(level);
        TilePath::within(level, index, level.count(self.size))
    }

    fn fetch_tile(&self, level: u8, index: u64) -> Result<(TilePath, Vec<Hash>), Difference> {
        let path = self.path(level, index);
        let fetched = self.fetch(path)?;
        let mut hashes =
            decode_hashes(&fetched.bytes).map_err(|reason| Difference::Tile { path, reason })?;
        let (wanted, found) = (usize::from(path.width), hashes.len());
        if found < wanted || (fetched.exact && found > wanted) {
            return Err(Difference::Width { path, found });
        }
        hashes.truncate(wanted);
        Ok((path, hashes))
    }

    /// Once a log has grown it may drop a partial tile for the full one: that one is read instead.
    fn fetch(&self, path: TilePath) -> Result<Fetched, Difference> {
        let get = |path: TilePath| self.source.get(&path.to_string());
        let unreadable = |reason| Difference::Unreadable { path: path.to_string(), reason };
        match get(path) {
            Ok(bytes) => Ok(Fetched { bytes, exact: true }),
            Err(reason) if path.is_partial() && reason.kind() == io::ErrorKind::NotFound => {
                let bytes = get(TilePath { width: TILE_WIDTH, ..path });
                bytes.map(|bytes| Fetched { bytes, exact: false }).map_err(|_| unreadable(reason))
            }
            Err(reason) => Err(unreadable(reason)),
        }
    }
}
