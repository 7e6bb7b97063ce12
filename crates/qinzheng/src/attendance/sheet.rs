//! Small files of comma-separated values: columns by name, faults by file and line.

use anyhow::{Context, Result, anyhow, bail};
use csv::{ByteRecord, Reader, ReaderBuilder};
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::Path;

/// A file with the places of the columns that were asked for.
pub(super) struct Sheet<const N: usize> {
    name: String,
    reader: Reader<BufReader<File>>,
    places: [usize; N],
    names: [&'static str; N],
}

/// A line of a sheet.
pub(super) struct Line<'a, const N: usize> {
    sheet: &'a str,
    names: [&'static str; N],
    record: &'a ByteRecord,
    places: [usize; N],
}

impl<const N: usize> Sheet<N> {
    /// Opens a file that has these columns, in any order, and perhaps others.
    pub fn open(path: &Path, names: [&'static str; N]) -> Result<Self> {
        let name = path.display().to_string();
        let mut file = File::open(path).with_context(|| name.clone())?;
        let mut mark = [0; 3];
        let has_mark = file.read_exact(&mut mark).is_ok() && mark == [0xEF, 0xBB, 0xBF];
        file.seek(SeekFrom::Start(if has_mark { 3 } else { 0 }))?;
        let mut reader = ReaderBuilder::new().flexible(true).from_reader(BufReader::new(file));
        let header = reader.byte_headers().with_context(|| name.clone())?;
        let mut places = [0; N];
        for (place, wanted) in places.iter_mut().zip(names) {
            let found = header.iter().position(|column| column.trim_ascii() == wanted.as_bytes());
            let all = names.join(",");
            *place = found.ok_or_else(|| anyhow!("{name}:1: no column {wanted}; write {all}"))?;
        }
        Ok(Self { name, reader, places, names })
    }

    /// Reads every line.
    pub fn each(mut self, mut read: impl FnMut(&Line<'_, N>) -> Result<()>) -> Result<()> {
        let mut record = ByteRecord::new();
        while self.reader.read_byte_record(&mut record).with_context(|| self.name.clone())? {
            let line =
                Line { sheet: &self.name, names: self.names, record: &record, places: self.places };
            read(&line)?;
        }
        Ok(())
    }
}

impl<const N: usize> Line<'_, N> {
    /// The values, without surrounding space.
    pub fn values(&self) -> Result<[&str; N]> {
        let mut values = [""; N];
        for ((value, place), name) in values.iter_mut().zip(self.places).zip(self.names) {
            let Some(bytes) = self.record.get(place) else {
                bail!(self.fault(&format!("no value for {name}")));
            };
            let text = std::str::from_utf8(bytes);
            *value = text.map_err(|_| self.fault(&format!("{name} is not UTF-8")))?.trim();
        }
        Ok(values)
    }

    /// A fault of this line.
    pub fn fault(&self, what: &str) -> anyhow::Error {
        anyhow!("{}:{}: {what}", self.sheet, self.number())
    }

    /// Its number in the file, from 1.
    pub fn number(&self) -> u64 {
        self.record.position().map_or(0, csv::Position::line)
    }
}
