//! The files of the demo, as they stand in `demo/2015` and `demo/today`, inside the program.

use qz_acts::import::ImportKind;
use qz_domain::role::Role;

/// A file and who imports it.
#[derive(Debug)]
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
        file!("2015/", $kind, $name, $by)
    };
    ($folder:literal, $kind:ident, $name:literal, $by:ident) => {
        DemoFile {
            kind: ImportKind::$kind,
            name: $name,
            text: include_str!(concat!("../../../../demo/", $folder, $name)),
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
pub const TIES: &[DemoFile] = &[file!(Training, "training.csv", Hr)];

/// Who was appointed, transferred, named a deputy or away in the year, each row on its day.
pub const MOVES: &[DemoFile] = &[
    file!(Appointments, "appointments.csv", Hr),
    file!(Appointments, "leaders.csv", Organisation),
    file!(Deputies, "deputies.csv", Organisation),
    file!(Away, "away.csv", Hr),
];

/// Who declared kin, and when.
pub const KIN: &str = include_str!("../../../../demo/2015/kin.csv");

/// The visits of the year.
pub const VISITS: &str = include_str!("../../../../demo/2015/visits.csv");

/// The personas: role, work number, English name.
pub const PERSONAS: &str = include_str!("../../../../demo/2015/personas.csv");

macro_rules! matters {
    ($($name:literal)+) => {
        &[$((
            concat!("matters/", $name, ".toml"),
            include_str!(concat!("../../../../demo/2015/matters/", $name, ".toml")),
        ),)+]
    };
}

/// What became of what the visits saw, one file for each bulletin's time, and the police's own.
pub const MATTERS: &[(&str, &str)] = matters! {
    "01" "02" "03" "04" "05" "06" "07" "08" "09" "10" "11" "12" "13" "14" "15" "16" "17" "police"
};

/// The bulletins of the year.
pub const BULLETINS: (&str, &str) =
    ("bulletins.toml", include_str!("../../../../demo/2015/bulletins.toml"));

/// Units, posts, people of today.
pub const TODAY_ORGANISATION: &[DemoFile] = &[
    file!("today/", Units, "units.csv", Hr),
    file!("today/", Posts, "posts.csv", Hr),
    file!("today/", People, "people.csv", Hr),
];

/// What the people of today bring with them.
pub const TODAY_TIES: &[DemoFile] = &[file!("today/", Training, "training.csv", Hr)];

/// Who was appointed, named a deputy or away in today's months.
pub const TODAY_MOVES: &[DemoFile] = &[
    file!("today/", Appointments, "appointments.csv", Hr),
    file!("today/", Appointments, "leaders.csv", Organisation),
    file!("today/", Deputies, "deputies.csv", Organisation),
    file!("today/", Away, "away.csv", Hr),
];

/// Who declared kin today.
pub const TODAY_KIN: &str = include_str!("../../../../demo/today/kin.csv");

/// The visits of today's months.
pub const TODAY_VISITS: &str = include_str!("../../../../demo/today/visits.csv");

/// The personas of today.
pub const TODAY_PERSONAS: &str = include_str!("../../../../demo/today/personas.csv");

/// Matters in flight.
pub const TODAY_MATTERS: &[(&str, &str)] =
    &[("matters/in_flight.toml", include_str!("../../../../demo/today/matters/in_flight.toml"))];

/// The draws of today's months.
pub const TODAY_DRAWS: &[(&str, &str)] =
    &[("draws.toml", include_str!("../../../../demo/today/draws.toml"))];

/// The bulletins of today's months.
pub const TODAY_BULLETINS: (&str, &str) =
    ("bulletins.toml", include_str!("../../../../demo/today/bulletins.toml"));
/// The county's changes of its own law.
pub const LAW: (&str, &str) = ("law.toml", include_str!("../../../../demo/2015/law.toml"));

/// The county's changes of its own law, today.
pub const TODAY_LAW: (&str, &str) = ("law.toml", include_str!("../../../../demo/today/law.toml"));

/// The schemes of the year.
pub const SCHEMES: (&str, &str) =
    ("schemes.toml", include_str!("../../../../demo/2015/schemes.toml"));

/// The schemes of today.
pub const TODAY_SCHEMES: (&str, &str) =
    ("schemes.toml", include_str!("../../../../demo/today/schemes.toml"));

/// The campaign of the year.
pub const CAMPAIGN: (&str, &str) =
    ("campaign.toml", include_str!("../../../../demo/2015/campaign.toml"));

/// The campaign under way today.
pub const TODAY_CAMPAIGN: (&str, &str) =
    ("campaign.toml", include_str!("../../../../demo/today/campaign.toml"));

/// The monthly reports on it.
pub const REPORTS: (&str, &str) =
    ("reports.toml", include_str!("../../../../demo/2015/reports.toml"));

/// The monthly reports on today's.
pub const TODAY_REPORTS: (&str, &str) =
    ("reports.toml", include_str!("../../../../demo/today/reports.toml"));

/// What was to be put right.
pub const RECTIFICATIONS: (&str, &str) =
    ("rectifications.toml", include_str!("../../../../demo/2015/rectifications.toml"));

/// Who was put on the red and the black list.
pub const LISTS: (&str, &str) = ("lists.toml", include_str!("../../../../demo/2015/lists.toml"));

/// Who is put on them today.
pub const TODAY_LISTS: (&str, &str) =
    ("lists.toml", include_str!("../../../../demo/today/lists.toml"));

/// What is to be put right today.
pub const TODAY_RECTIFICATIONS: (&str, &str) =
    ("rectifications.toml", include_str!("../../../../demo/today/rectifications.toml"));

/// What was looked at again.
pub const REVIEWS: (&str, &str) =
    ("reviews.toml", include_str!("../../../../demo/2015/reviews.toml"));

/// What is looked at again today.
pub const TODAY_REVIEWS: (&str, &str) =
    ("reviews.toml", include_str!("../../../../demo/today/reviews.toml"));

/// What was written for the portal.
pub const ARTICLES: (&str, &str) =
    ("articles.toml", include_str!("../../../../demo/2015/articles.toml"));

/// What was written for the portal of today.
pub const TODAY_ARTICLES: (&str, &str) =
    ("articles.toml", include_str!("../../../../demo/today/articles.toml"));

/// What anybody told the county.
pub const TICKETS: (&str, &str) =
    ("tickets.toml", include_str!("../../../../demo/2015/tickets.toml"));

/// What anybody told the county of today.
pub const TODAY_TICKETS: (&str, &str) =
    ("tickets.toml", include_str!("../../../../demo/today/tickets.toml"));

/// What was punched, and what people said of it.
pub const ATTENDANCE: (&str, &str) =
    ("attendance.toml", include_str!("../../../../demo/2015/attendance.toml"));

/// What is punched today.
pub const TODAY_ATTENDANCE: (&str, &str) =
    ("attendance.toml", include_str!("../../../../demo/today/attendance.toml"));
