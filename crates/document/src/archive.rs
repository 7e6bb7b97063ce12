//! Archives (打包): files in, one ZIP out. The same files and the same day give the same bytes.

use jiff::civil::Date;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Why an archive could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the archive cannot hold {name}")]
pub struct ArchiveError {
    /// The file at which it failed.
    pub name: String,
    #[source]
    source: Box<dyn std::error::Error + Send + Sync>,
}

/// Packs files by name, in their order, each dated with the same day.
///
/// # Errors
/// A name twice, or a file too large for the format.
pub fn pack<'a>(
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
    day: Date,
) -> Result<Vec<u8>, ArchiveError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(moment(day))
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let at = |source: Box<dyn std::error::Error + Send + Sync>| ArchiveError {
            name: name.to_owned(),
            source,
        };
        writer.start_file(name, options).map_err(|fault| at(fault.into()))?;
        writer.write_all(bytes).map_err(|fault| at(fault.into()))?;
    }
    let ended = writer.finish();
    let fault =
        |fault: zip::result::ZipError| ArchiveError { name: String::new(), source: fault.into() };
    Ok(ended.map_err(fault)?.into_inner())
}

/// Midnight of a day; the format knows none before 1980, which then stands for it.
fn moment(day: Date) -> DateTime {
    let part = |value: i8| value.unsigned_abs();
    let year = day.year().unsigned_abs();
    DateTime::from_date_and_time(year, part(day.month()), part(day.day()), 0, 0, 0)
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::pack;
    use jiff::civil::date;
    use std::io::{Cursor, Read as _};
    use zip::ZipArchive;

    const FILES: [(&str, &[u8]); 2] = [("01-b.html", b"two"), ("a/00.txt", b"one")];

    #[test]
    fn the_same_files_give_the_same_bytes_and_come_out_in_their_order() {
        let first = pack(FILES, date(2015, 6, 18)).unwrap();
        assert_eq!(first, pack(FILES, date(2015, 6, 18)).unwrap());
        let mut archive = ZipArchive::new(Cursor::new(first)).unwrap();
        for (at, (name, bytes)) in FILES.into_iter().enumerate() {
            let mut file = archive.by_index(at).unwrap();
            assert_eq!(file.name().unwrap(), name);
            let mut read = vec![];
            file.read_to_end(&mut read).unwrap();
            assert_eq!(read, bytes);
        }
    }

    #[test]
    fn a_name_that_stands_twice_is_refused_by_name() {
        let twice: [(&str, &[u8]); 2] = [("a", b"1"), ("a", b"2")];
        assert_eq!(pack(twice, date(2015, 6, 18)).unwrap_err().name, "a");
    }
}
