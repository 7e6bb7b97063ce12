//! The path of a tile: `tile/<level>/<index>[.p/<width>]`, spelled in exactly one way.

use std::fmt;
use std::str::FromStr;

use super::TILE_WIDTH;

/// What a tile holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TileLevel {
    /// The log entries themselves, in bundles.
    Entries,
    /// Hashes; level 0 holds leaf hashes, each level above holds roots of full tiles below.
    Hashes(u8),
}

impl TileLevel {
    /// How many items this level has, over all its tiles, in a log of `size` leaves.
    pub fn count(self, size: u64) -> u64 {
        match self {
            Self::Entries => size,
            Self::Hashes(level) => size.checked_shr(u32::from(level) * 8).unwrap_or(0),
        }
    }
}

/// Names one tile of a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TilePath {
    /// Entries or a level of hashes (0 to 63).
    pub level: TileLevel,
    /// The position of the tile within its level.
    pub index: u64,
    /// How many items it holds, 1 to 256; less than 256 makes it a partial tile.
    pub width: u16,
}

/// The text is not the path of a tile.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a tile path: write it like `tile/0/x001/234` or `tile/entries/000.p/44`")]
pub struct TilePathError(String);

impl TilePath {
    /// The full tile at this place.
    pub const fn full(level: TileLevel, index: u64) -> Self {
        Self { level, index, width: TILE_WIDTH }
    }

    /// The tile at this place as a log of `size` leaves has it: partial at the right edge, and of
    /// width 0 where that log has nothing.
    pub(crate) fn within(level: TileLevel, index: u64, count: u64) -> Self {
        let left = count.saturating_sub(index.saturating_mul(256)).min(256);
        Self { level, index, width: u16::try_from(left).unwrap_or(TILE_WIDTH) }
    }

    /// Whether the tile holds fewer than 256 items.
    pub const fn is_partial(&self) -> bool {
        self.width < TILE_WIDTH
    }
}

impl fmt::Display for TilePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.level {
            TileLevel::Entries => f.write_str("tile/entries/")?,
            TileLevel::Hashes(level) => write!(f, "tile/{level}/")?,
        }
        let groups = self.index.checked_ilog(1000).unwrap_or(0);
        for power in (1..=groups).rev() {
            write!(f, "x{:03}/", self.index / 1000_u64.pow(power) % 1000)?;
        }
        write!(f, "{:03}", self.index % 1000)?;
        if self.is_partial() { write!(f, ".p/{}", self.width) } else { Ok(()) }
    }
}

impl FromStr for TilePath {
    type Err = TilePathError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        read(text)
            .filter(|path| path.to_string() == text)
            .ok_or_else(|| TilePathError(text.to_owned()))
    }
}

/// Reads leniently; the caller compares with the one true spelling.
fn read(text: &str) -> Option<TilePath> {
    let (level, rest) = text.strip_prefix("tile/")?.split_once('/')?;
    let level = match level {
        "entries" => TileLevel::Entries,
        digits => TileLevel::Hashes(digits.parse().ok().filter(|level| *level <= 63)?),
    };
    let (index, width) = match rest.split_once(".p/") {
        Some((index, width)) => (index, width.parse().ok().filter(|w| (1..256).contains(w))?),
        None => (rest, TILE_WIDTH),
    };
    let index = index.split('/').try_fold(0_u64, |sum, group| {
        let digits: u64 = group.trim_start_matches('x').parse().ok()?;
        sum.checked_mul(1000)?.checked_add(digits)
    })?;
    Some(TilePath { level, index, width })
}
