//! The archive of a workbook: what its directory declares is bounded before anything is unpacked,
//! and no part is unpacked past what was declared for it.

use std::collections::HashMap;
use std::io::{BufReader, Cursor, Read as _};

use zip::ZipArchive;

use super::xml::Xml;
use crate::sheet::{limits, refusal::ReadError};

/// Parts smaller than this may be packed as tightly as they like.
const SMALL_PART: u64 = 1 << 20;

/// A workbook's archive whose declared sizes are within bounds.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Where each part stands, by its path in lower case with forward strokes.
    places: HashMap<String, usize>,
}

impl<'a> Archive<'a> {
    /// Opens an archive and checks its directory; unpacks nothing.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let entries = bytes.windows(4).filter(|window| *window == b"PK\x01\x02").count();
        if entries > limits::ARCHIVE_ENTRIES {
            return Err(ReadError::TooManyParts { entries });
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged("zip"))?;
        let mut archive = Self { zip, places: HashMap::new() };
        archive.check_directory(bytes.len() as u64)?;
        Ok(archive)
    }

    fn check_directory(&mut self, packed: u64) -> Result<(), ReadError> {
        let mut unpacked = 0_u64;
        for place in 0..self.zip.len() {
            let entry = self.zip.by_index_data(place).map_err(|_| damaged("zip"))?;
            let name = entry.name().map_err(|_| damaged("zip"))?.into_owned();
            unpacked = unpacked.saturating_add(entry.size());
            let tight = entry.size() / entry.compressed_size().max(1) > limits::RATIO;
            if unpacked > limits::UNPACKED_BYTES
                || unpacked / packed > limits::RATIO
                || entry.size() > SMALL_PART && tight
            {
                return Err(ReadError::UnpacksTooLarge { part: name });
            }
            self.places.insert(plain(&name), place);
        }
        Ok(())
    }

    /// Whether the archive holds a part.
    pub(super) fn holds(&self, part: &str) -> bool {
        self.places.contains_key(&plain(part))
    }

    /// The markup of a part, unpacked as it is read.
    pub(super) fn xml(&mut self, part: &str) -> Result<Xml<'_>, ReadError> {
        let place = self.places.get(&plain(part)).copied().ok_or_else(|| damaged(part))?;
        let entry = self.zip.by_index(place).map_err(|_| damaged(part))?;
        let declared = entry.size();
        Ok(Xml::new(Box::new(BufReader::new(entry.take(declared))), part))
    }
}

/// A part that is missing or cannot be read.
fn damaged(part: &str) -> ReadError {
    ReadError::Damaged { part: part.to_owned() }
}

/// A part's path as it is looked up: programs differ in case and in the stroke they use.
fn plain(path: &str) -> String {
    path.trim_start_matches('/').replace('\\', "/").to_lowercase()
}
