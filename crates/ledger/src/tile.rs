//! Tiles (分片): the static files of a C2SP tlog-tiles log, their paths and their bytes.

mod bytes;
mod path;

pub use bytes::{
    BundleError, Entries, EntryTooLong, TileError, decode_entries, decode_hashes, encode_entries,
    encode_hashes,
};
pub use path::{TileLevel, TilePath, TilePathError};

/// How many hashes or entries a full tile holds.
pub const TILE_WIDTH: u16 = 256;

/// Every file a log of `size` leaves publishes beside its checkpoint: the entry bundles, then
/// the hash tiles level by level, each level in order, its partial tile last.
pub fn tiles_of(size: u64) -> impl Iterator<Item = TilePath> {
    tiles_since(0, size)
}

/// The files of [`tiles_of`]`(new)` that a log of `old` leaves had not published yet.
///
/// When `new` is not larger there are none.
pub fn tiles_since(old: u64, new: u64) -> impl Iterator<Item = TilePath> {
    let levels = (0..8).map(TileLevel::Hashes);
    std::iter::once(TileLevel::Entries)
        .chain(levels)
        .flat_map(move |level| level_tiles(level, level.count(old), level.count(new)))
}

fn level_tiles(level: TileLevel, old: u64, new: u64) -> impl Iterator<Item = TilePath> {
    let end = if new > old { new.div_ceil(256) } else { 0 };
    (old / 256..end).map(move |index| TilePath::within(level, index, new))
}
