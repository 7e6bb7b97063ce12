//! The files of the demo's year, as they stand in `demo/2015`, inside the program.

use qz_acts::import::ImportKind;
use qz_domain::role::Role;

/// A file and who imports it.
pub struct DemoFile {
    /// What it holds.
    pub kind: ImportKind,
    /// Its name.
    pub name: &'static str,
    /// What stands in it.
    pub text: &'static str,
    /// The persona that imports it.
    pub by: Role,
}

macro_rules! file {
    ($kind:ident, $name:literal, $by:ident) => {
        DemoFile {
            kind: ImportKind::$kind,
            name: $name,
            text: include_str!(concat!("../../../../demo/2015/", $name)),
            by: Role::$by,
        }
    };
}

/// Units, posts, people: what the personas themselves come from.
pub const ORGANISATION: &[DemoFile] = &[
    file!(Units, "units.csv", Hr),
    file!(Posts, "posts.csv", Hr),
    file!(People, "people.csv", Hr),
];

/// What the people bring with them.
pub const TIES: &[DemoFile] = &[file!(Kin, "kin.csv", Hr), file!(Training, "training.csv", Hr)];

/// What the year brought.
pub const YEAR: &[DemoFile] = &[file!(Visits, "visits.csv", Clerk)];

/// The visits of the year.
pub const VISITS: &str = YEAR[0].text;

/// The personas: role, work number, English name.
pub const PERSONAS: &str = include_str!("../../../../demo/2015/personas.csv");
