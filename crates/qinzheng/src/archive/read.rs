//! Reading an archive, member by member in its own order; every byte of it is checked.

use super::{AGE_HEAD, GZIP_HEAD, MANIFEST, MANIFEST_HASH};
use anyhow::{Context, Result, bail};
use flate2::bufread::GzDecoder;
use qz_acts::backup::Sealed;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

/// The longest manifest that is read, in bytes.
const LONGEST_MANIFEST: u64 = 1 << 20;

/// The private keys that an encrypted archive may be opened with.
pub type Identities = Vec<Box<dyn age::Identity + Send + Sync>>;

/// What may stand behind the last member: a tar's two empty blocks, and no more than a few.
const LONGEST_END: u64 = 1 << 14;

type Gzip = GzDecoder<Box<dyn BufRead>>;

/// An archive that is being read.
pub struct Reading {
    tar: tar::Archive<Gzip>,
}

impl Reading {
    /// Opens an archive, with `identities` when it is encrypted.
    pub fn open(file: &Path, identities: &Identities) -> Result<Self> {
        let name = file.display();
        let opened = File::open(file).with_context(|| format!("{name} cannot be read"))?;
        let mut plain = BufReader::with_capacity(1 << 16, opened);
        let is_encrypted = plain.fill_buf()?.starts_with(AGE_HEAD);
        let mut bytes: Box<dyn BufRead> = Box::new(plain);
        if is_encrypted {
            if identities.is_empty() {
                bail!("{name} is encrypted: give the key file with --identity FILE");
            }
            let decryptor = age::Decryptor::new_buffered(bytes)
                .with_context(|| format!("{name}: the head of the encryption is damaged"))?;
            let identities = identities.iter().map(|identity| &**identity as &dyn age::Identity);
            let stream = decryptor
                .decrypt(identities)
                .with_context(|| format!("{name} does not open with this key"))?;
            bytes = Box::new(BufReader::with_capacity(1 << 16, stream));
        }
        let head =
            bytes.fill_buf().with_context(|| format!("{name} is damaged at its beginning"))?;
        if !head.starts_with(&GZIP_HEAD) {
            bail!("{name} is no archive that `qinzheng backup` wrote");
        }
        Ok(Self { tar: tar::Archive::new(GzDecoder::new(bytes)) })
    }

    /// The members in their order, the manifest first.
    pub fn members(&mut self) -> Result<Members<'_>> {
        Ok(Members { entries: self.tar.entries()?, last: "its beginning".to_owned() })
    }

    /// Reads to the very end, where gzip and age have their last sums.
    pub fn end(self) -> Result<()> {
        let mut gzip = self.tar.into_inner();
        let mut rest = Vec::new();
        let damaged = "the archive is damaged at its end";
        gzip.by_ref().take(LONGEST_END).read_to_end(&mut rest).context(damaged)?;
        let mut behind = gzip.into_inner();
        if rest.iter().any(|byte| *byte != 0)
            || rest.len() as u64 == LONGEST_END
            || !behind.fill_buf().context(damaged)?.is_empty()
        {
            bail!("{damaged}: something stands behind its last member");
        }
        Ok(())
    }
}

/// The members of an archive that is being read.
pub struct Members<'a> {
    entries: tar::Entries<'a, Gzip>,
    /// The path of the last member, to say where a damage begins.
    last: String,
}

impl Members<'_> {
    /// The manifest's text: the first member, with the hash in the second.
    pub fn manifest(&mut self) -> Result<String> {
        let text = self.text(MANIFEST, LONGEST_MANIFEST)?;
        let mut hashed = Sealed::default();
        hashed.take(text.as_bytes());
        if self.text(MANIFEST_HASH, 64)? != hashed.sha256() {
            bail!("{MANIFEST}: it is not what {MANIFEST_HASH} says, the archive is damaged");
        }
        Ok(text)
    }

    /// The text of the next member, which must be this one.
    fn text(&mut self, path: &str, most: u64) -> Result<String> {
        let damaged = || format!("{path}: the archive is damaged");
        let Some((found, member)) = self.next().with_context(damaged)? else {
            bail!("{path}: it is missing, the archive is empty");
        };
        if found != path {
            bail!("{path}: {found} stands in its place, the archive is damaged");
        }
        let mut text = String::new();
        member.take(most).read_to_string(&mut text).with_context(damaged)?;
        Ok(text)
    }

    /// The next member: its path and its bytes.
    pub fn next(&mut self) -> Result<Option<(String, impl Read + '_)>> {
        let Some(member) = self.entries.next() else { return Ok(None) };
        let last = &self.last;
        let member = member.with_context(|| format!("the archive is damaged behind {last}"))?;
        let path = String::from_utf8_lossy(&member.path_bytes()).into_owned();
        self.last.clone_from(&path);
        Ok(Some((path, member)))
    }
}
