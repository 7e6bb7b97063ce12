//! What is inside a tile: hashes side by side, or entries each behind its length.

use std::iter::FusedIterator;

use crate::hash::Hash;

/// An entry does not fit the two length bytes before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("entry {position} is {length} bytes long; a log entry holds at most 65535")]
pub struct EntryTooLong {
    /// Its place in the bundle, counted from 0.
    pub position: usize,
    /// Its length in bytes.
    pub length: usize,
}

/// The bytes of an entry bundle end inside an entry or inside a length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the bundle is cut off within entry {position}")]
pub struct BundleError {
    /// The place of that entry in the bundle, counted from 0.
    pub position: usize,
}

/// The bytes of a hash tile are not 1 to 256 whole hashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a hash tile holds 1 to 256 hashes of 32 bytes, not {length} bytes")]
pub struct TileError {
    /// Its length in bytes.
    pub length: usize,
}

/// Writes entries as a bundle: each behind its length as two bytes, big end first.
pub fn encode_entries<E: AsRef<[u8]>>(entries: &[E]) -> Result<Vec<u8>, EntryTooLong> {
    let total = entries.iter().map(|entry| entry.as_ref().len() + 2).sum();
    let mut bytes = Vec::with_capacity(total);
    for (position, entry) in entries.iter().enumerate() {
        let entry = entry.as_ref();
        let length = u16::try_from(entry.len())
            .map_err(|_| EntryTooLong { position, length: entry.len() })?;
        bytes.extend_from_slice(&length.to_be_bytes());
        bytes.extend_from_slice(entry);
    }
    Ok(bytes)
}

/// Reads a bundle; the entries borrow its bytes.
pub fn decode_entries(bundle: &[u8]) -> Result<Vec<&[u8]>, BundleError> {
    Entries::new(bundle).collect()
}

/// The entries of a bundle one by one. After an error there are no more.
#[derive(Debug, Clone)]
pub struct Entries<'a> {
    rest: &'a [u8],
    position: usize,
}

impl<'a> Entries<'a> {
    /// Starts at the first entry of the bundle.
    pub const fn new(bundle: &'a [u8]) -> Self {
        Self { rest: bundle, position: 0 }
    }

    fn take_one(&mut self) -> Option<&'a [u8]> {
        let (length, rest) = self.rest.split_first_chunk()?;
        let (entry, rest) = rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
        self.rest = rest;
        Some(entry)
    }
}

impl<'a> Iterator for Entries<'a> {
    type Item = Result<&'a [u8], BundleError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let position = self.position;
        self.position += 1;
        let entry = self.take_one().ok_or(BundleError { position });
        if entry.is_err() {
            self.rest = &[];
        }
        Some(entry)
    }
}

impl FusedIterator for Entries<'_> {}

/// Writes hashes side by side.
pub fn encode_hashes(hashes: &[Hash]) -> Vec<u8> {
    hashes.iter().flat_map(|hash| hash.0).collect()
}

/// Reads 1 to 256 hashes written side by side.
pub fn decode_hashes(tile: &[u8]) -> Result<Vec<Hash>, TileError> {
    let (hashes, rest) = tile.as_chunks();
    if !rest.is_empty() || !(1..=256).contains(&hashes.len()) {
        return Err(TileError { length: tile.len() });
    }
    Ok(hashes.iter().copied().map(Hash).collect())
}
