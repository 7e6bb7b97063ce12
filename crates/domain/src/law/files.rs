//! The files of `law/` as this build has them (法规文件), and the one digest that stands for them all.
//!
//! The digest is that of the list `sha256sum` prints, so that anybody with the files can make it:
//! `cd law && sha256sum *.toml holidays/*.toml | sha256sum`.

use super::Law;
use super::shipped::{
    AUTHORITY, CAPS, FILES, GROUNDS, LEAVES, MEASURES, ORGANS, REQUIREMENTS, TERMS, TOLERANCE,
};
use super::versions::{Validity, Versioned};
use crate::calendar::Calendar;
use jiff::civil::Date;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::sync::LazyLock;

/// A file of the law.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LawFile {
    /// Its name below `law/`.
    pub name: &'static str,
    /// SHA-256 of its bytes.
    pub digest: [u8; 32],
    /// How many rows it has, of all dates.
    pub rows: usize,
    /// How many of them are in force on the day that was asked for.
    pub in_force: usize,
    /// The first day of the oldest row.
    pub first: Option<Date>,
}

impl Law {
    /// The digest of every file compiled in, the holidays' among them.
    pub fn shipped_digest() -> [u8; 32] {
        static DIGEST: LazyLock<[u8; 32]> = LazyLock::new(|| Sha256::digest(listing()).into());
        *DIGEST
    }

    /// The files of rules, as they were on a day.
    pub fn files(&self, day: Date) -> [LawFile; 9] {
        let of = |name, days: Vec<Validity>| file(name, &days, day);
        [
            of(AUTHORITY, self.authority.iter().map(|row| row.validity).collect()),
            of(CAPS, validities(&self.caps)),
            of(GROUNDS, validities(&self.grounds)),
            of(LEAVES, validities(&self.leaves)),
            of(MEASURES, validities(&self.measures)),
            of(ORGANS, self.organs.iter().map(|row| row.validity).collect()),
            of(REQUIREMENTS, validities(&self.requirements)),
            of(TERMS, validities(&self.terms)),
            of(TOLERANCE, validities(&self.questions)),
        ]
    }
}

fn validities<T: Versioned>(rows: &[T]) -> Vec<Validity> {
    rows.iter().map(Versioned::validity).collect()
}

fn file(name: &'static str, days: &[Validity], day: Date) -> LawFile {
    let text = texts().find(|(known, _)| *known == name).map_or("", |(_, text)| text);
    LawFile {
        name,
        digest: Sha256::digest(text).into(),
        rows: days.len(),
        in_force: days.iter().filter(|days| days.holds(day)).count(),
        first: days.iter().map(|days| days.from).min(),
    }
}

/// Every file by its name below `law/`, in the order of a listing.
fn texts() -> impl Iterator<Item = (&'static str, &'static str)> {
    let rules = [
        (AUTHORITY, FILES.authority),
        (CAPS, FILES.caps),
        (GROUNDS, FILES.grounds),
        (LEAVES, FILES.leaves),
        (MEASURES, FILES.measures),
        (ORGANS, FILES.organs),
        (REQUIREMENTS, FILES.requirements),
        (TERMS, FILES.terms),
        (TOLERANCE, FILES.tolerance),
    ];
    rules.into_iter().chain(Calendar::files())
}

/// What `sha256sum` prints of them.
fn listing() -> String {
    let mut out = String::new();
    for (name, text) in texts() {
        for byte in Sha256::digest(text) {
            let _ = write!(out, "{byte:02x}");
        }
        let _ = writeln!(out, "  {name}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    /// Every file of the folder is compiled in and stands in the list, in the order of a listing.
    #[test]
    fn no_file_of_the_folder_is_left_out_of_the_digest() {
        let law = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../law");
        let mut names = vec![];
        for below in ["", "holidays/"] {
            let mut here: Vec<_> = std::fs::read_dir(law.join(below))
                .unwrap()
                .map(|entry| entry.unwrap().file_name().into_string().unwrap())
                .filter(|name| Path::new(name).extension().is_some_and(|end| end == "toml"))
                .map(|name| format!("{below}{name}"))
                .collect();
            here.sort_unstable();
            names.extend(here);
        }
        let listed: Vec<_> = texts().map(|(name, _)| name.to_owned()).collect();
        assert_eq!(listed, names);
        for (name, text) in texts() {
            assert_eq!(std::fs::read_to_string(law.join(name)).unwrap(), text, "{name}");
        }
        let first = listing().lines().next().unwrap().to_owned();
        assert!(first.ends_with("  authority.toml") && first.len() == 64 + 2 + 14, "{first}");
    }

    #[test]
    fn the_files_say_how_many_rows_hold() {
        let files = Law::shipped().files(jiff::civil::date(2026, 6, 18));
        for file in &files {
            assert!(file.in_force > 0 && file.in_force <= file.rows, "{file:?}");
        }
        assert_eq!(files[7].name, "terms.toml");
    }
}
