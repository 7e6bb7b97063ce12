//! Writing an archive: each member's length is known before its bytes.

use super::{MANIFEST, MANIFEST_HASH};
use age::stream::StreamWriter;
use anyhow::{Context, Result, bail};
use flate2::write::GzEncoder;
use flate2::{Compression, GzBuilder};
use qz_acts::backup::Sealed as Hashed;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Fast, and within a few hundredths of the smallest for rows of text.
const LEVEL: u32 = 4;

/// An archive that is being written.
pub struct Writing {
    out: GzEncoder<Sealed>,
    target: PathBuf,
    /// Bytes that the open member still lacks.
    lacks: u64,
    /// Bytes that fill its last block.
    padding: usize,
}

/// The file, encrypted or not.
enum Sealed {
    Plain(BufWriter<NamedTempFile>),
    Encrypted(Box<StreamWriter<BufWriter<NamedTempFile>>>),
}

impl Writing {
    /// Begins an archive that will stand at `target`, where nothing may stand yet.
    pub fn begin(target: &Path, recipients: &[age::x25519::Recipient]) -> Result<Self> {
        if target.exists() {
            bail!("{} is there already; name a new file", target.display());
        }
        let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        let file = tempfile::Builder::new()
            .prefix(".qinzheng-backup-")
            .tempfile_in(folder)
            .with_context(|| format!("no file can be made in {}", folder.display()))?;
        let sealed = seal(BufWriter::new(file), recipients)?;
        let out =
            GzBuilder::new().mtime(0).operating_system(255).write(sealed, Compression::new(LEVEL));
        Ok(Self { out, target: target.to_owned(), lacks: 0, padding: 0 })
    }

    /// Writes the manifest and its hash, the first members.
    pub fn manifest(&mut self, text: &str) -> Result<()> {
        let mut sealed = Hashed::default();
        sealed.take(text.as_bytes());
        for (path, text) in [(MANIFEST, text), (MANIFEST_HASH, &sealed.sha256())] {
            self.open(path, text.len() as u64)?;
            self.write_all(text.as_bytes())?;
            self.close()?;
        }
        Ok(())
    }

    /// Opens a member; `bytes` are to be written next.
    pub fn open(&mut self, path: &str, bytes: u64) -> Result<()> {
        let mut header = tar::Header::new_gnu();
        header.set_path(path)?;
        header.set_size(bytes);
        header.set_mode(0o600);
        header.set_entry_type(tar::EntryType::Regular);
        header.set_cksum();
        self.out.write_all(header.as_bytes())?;
        self.lacks = bytes;
        self.padding = usize::try_from(bytes.next_multiple_of(512) - bytes)?;
        Ok(())
    }

    /// Closes the member.
    pub fn close(&mut self) -> Result<()> {
        if self.lacks > 0 {
            bail!("a member of the archive lacks {} bytes", self.lacks);
        }
        Ok(self.out.write_all(&[0; 512][..self.padding])?)
    }

    /// Ends the archive, makes sure it is on the disk, and gives it its name.
    pub fn end(mut self) -> Result<u64> {
        self.out.write_all(&[0; 1024])?;
        let file = match self.out.finish()? {
            Sealed::Plain(file) => file,
            Sealed::Encrypted(stream) => stream.finish()?,
        };
        let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.as_file().sync_all()?;
        let bytes = file.as_file().metadata()?.len();
        let put = file.persist_noclobber(&self.target);
        put.with_context(|| format!("{} cannot be made", self.target.display()))?;
        let folder = self.target.parent().filter(|folder| !folder.as_os_str().is_empty());
        File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?;
        Ok(bytes)
    }
}

impl Write for Writing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let fitting = usize::try_from(self.lacks).unwrap_or(usize::MAX).min(bytes.len());
        let written = self.out.write(&bytes[..fitting])?;
        self.lacks -= written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

fn seal(file: BufWriter<NamedTempFile>, recipients: &[age::x25519::Recipient]) -> Result<Sealed> {
    if recipients.is_empty() {
        return Ok(Sealed::Plain(file));
    }
    let recipients = recipients.iter().map(|recipient| recipient as &dyn age::Recipient);
    let stream = age::Encryptor::with_recipients(recipients)?.wrap_output(file)?;
    Ok(Sealed::Encrypted(Box::new(stream)))
}

impl Write for Sealed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(file) => file.write(bytes),
            Self::Encrypted(stream) => stream.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Plain(file) => file.flush(),
            Self::Encrypted(stream) => stream.flush(),
        }
    }
}
