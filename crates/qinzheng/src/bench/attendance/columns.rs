//! The month's columns: raw numbers, least byte first.

use anyhow::{Context, Result};
use std::fs::{self, File};
use std::io::{BufReader, Read};
use std::path::Path;

/// Numbers of one byte.
pub fn bytes(folder: &Path, name: &str) -> Result<Vec<u8>> {
    let path = folder.join(name);
    fs::read(&path).with_context(|| path.display().to_string())
}

/// Numbers of four bytes.
pub fn numbers(folder: &Path, name: &str) -> Result<Vec<u32>> {
    let bytes = bytes(folder, name)?;
    Ok(bytes.as_chunks().0.iter().map(|four| u32::from_le_bytes(*four)).collect())
}

/// Numbers of four bytes, read a piece at a time.
pub struct Column {
    file: BufReader<File>,
    bytes: Vec<u8>,
}

/// Bytes that are read at once.
const PIECE: usize = 256 * 1024;
const PIECE_FORWARD: i64 = 256 * 1024;

impl Column {
    /// Opens a column.
    pub fn open(folder: &Path, name: &str) -> Result<Self> {
        let path = folder.join(name);
        let file = File::open(&path).with_context(|| path.display().to_string())?;
        Ok(Self { file: BufReader::with_capacity(PIECE, file), bytes: Vec::with_capacity(PIECE) })
    }

    /// Passes over as many numbers as [`Self::next`] reads.
    pub fn skip(&mut self) -> Result<()> {
        Ok(self.file.seek_relative(PIECE_FORWARD)?)
    }

    /// The next numbers; none at the end.
    pub fn next(&mut self) -> Result<&[[u8; 4]]> {
        self.bytes.clear();
        (&mut self.file).take(PIECE as u64).read_to_end(&mut self.bytes)?;
        Ok(self.bytes.as_chunks().0)
    }
}
