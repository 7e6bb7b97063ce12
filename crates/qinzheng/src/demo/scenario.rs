//! The scenarios of the demo (演示情景): the seed year as it was judged then, and work in flight under
//! today's law. Each is a store of its own with a clock of its own.

use super::files::{self, DemoFile};
use jiff::civil::{DateTime, datetime};
use qz_web::shell::Named;
use std::path::{Path, PathBuf};

/// A county's year as files, and the instants between which it is played.
#[derive(Debug)]
pub struct Scenario {
    /// How it is called on the command line and in addresses.
    pub code: &'static str,
    /// How it is called on pages, in Chinese and English.
    pub name: (&'static str, &'static str),
    /// What everything random in it follows from while it is loaded.
    pub seed: u64,
    /// The name of its log.
    pub origin: &'static str,
    /// The folder inside the demo's own; empty for the demo's own.
    pub folder: &'static str,
    /// The cookie that keeps a session in it, so that one is signed in to each on its own.
    pub session: &'static str,
    /// When the county begins to keep its records: units, posts, people and accounts are there.
    pub beginning: DateTime,
    /// What the county's clock shows when all is loaded.
    pub start: DateTime,
    /// Units, posts, people: what the personas themselves come from.
    pub organisation: &'static [DemoFile],
    /// What the people bring with them.
    pub ties: &'static [DemoFile],
    /// Who was appointed, transferred, named a deputy or away, each row on its day.
    pub moves: &'static [DemoFile],
    /// Who declared kin, and when.
    pub kin: &'static str,
    /// The visits.
    pub visits: &'static str,
    /// The personas: role, work number, English name.
    pub personas: &'static str,
    /// What became of what the visits saw.
    pub matters: &'static [(&'static str, &'static str)],
    /// What was told of it.
    pub bulletins: (&'static str, &'static str),
    /// How the county changed its own law.
    pub law: (&'static str, &'static str),
    /// The campaigns with their plans.
    pub campaign: (&'static str, &'static str),
    /// The monthly reports on them.
    pub reports: (&'static str, &'static str),
    /// What was to be put right.
    pub rectifications: (&'static str, &'static str),
    /// What was looked at again.
    pub reviews: (&'static str, &'static str),
    /// The red and the black list.
    pub lists: (&'static str, &'static str),
    /// The schemes that units put into force.
    pub schemes: (&'static str, &'static str),
    /// The draws.
    pub draws: &'static [(&'static str, &'static str)],
    /// What was written for the portal.
    pub articles: (&'static str, &'static str),
    /// What was punched, and what people said of it.
    pub attendance: (&'static str, &'static str),
    /// What anybody told the county.
    pub tickets: (&'static str, &'static str),
}

/// The seed year, seen from the morning the article of it appeared.
pub static YEAR_2015: Scenario = Scenario {
    code: "2015",
    name: ("2015年", "the year 2015"),
    seed: 2015,
    origin: "demo.example/sh/acts",
    folder: "",
    session: "qz",
    beginning: datetime(2015, 1, 1, 8, 0, 0, 0),
    start: datetime(2016, 2, 16, 9, 1, 0, 0),
    organisation: files::ORGANISATION,
    ties: files::TIES,
    moves: files::MOVES,
    kin: files::KIN,
    visits: files::VISITS,
    personas: files::PERSONAS,
    matters: files::MATTERS,
    bulletins: files::BULLETINS,
    law: files::LAW,
    campaign: files::CAMPAIGN,
    reports: files::REPORTS,
    rectifications: files::RECTIFICATIONS,
    reviews: files::REVIEWS,
    lists: files::LISTS,
    schemes: files::SCHEMES,
    draws: &[],
    articles: files::ARTICLES,
    attendance: files::ATTENDANCE,
    tickets: files::TICKETS,
};

/// Work in flight under the law of today.
pub static TODAY: Scenario = Scenario {
    code: "today",
    name: ("今天", "today"),
    seed: 2026,
    origin: "demo.example/sh/today/acts",
    folder: "today",
    session: "qz-today",
    beginning: datetime(2026, 7, 1, 8, 0, 0, 0),
    start: datetime(2026, 11, 23, 9, 1, 0, 0),
    organisation: files::TODAY_ORGANISATION,
    ties: files::TODAY_TIES,
    moves: files::TODAY_MOVES,
    kin: files::TODAY_KIN,
    visits: files::TODAY_VISITS,
    personas: files::TODAY_PERSONAS,
    matters: files::TODAY_MATTERS,
    bulletins: files::TODAY_BULLETINS,
    law: files::TODAY_LAW,
    campaign: files::TODAY_CAMPAIGN,
    reports: files::TODAY_REPORTS,
    rectifications: files::TODAY_RECTIFICATIONS,
    reviews: files::TODAY_REVIEWS,
    lists: files::TODAY_LISTS,
    schemes: files::TODAY_SCHEMES,
    draws: files::TODAY_DRAWS,
    articles: files::TODAY_ARTICLES,
    attendance: files::TODAY_ATTENDANCE,
    tickets: files::TODAY_TICKETS,
};

impl Scenario {
    /// Its name in both languages.
    pub fn named(&self) -> Named {
        Named::new(self.name.0, self.name.1)
    }

    /// Where its data are in a demo's folder.
    pub fn folder_in(&self, demo: &Path) -> PathBuf {
        if self.folder.is_empty() { demo.to_owned() } else { demo.join(self.folder) }
    }

    /// All its files with their names, in an order that stays.
    pub fn files(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let tables = self.organisation.iter().chain(self.ties).chain(self.moves);
        let rest = [("kin", self.kin), ("visits", self.visits), ("personas", self.personas)];
        let written = [self.bulletins, self.law, self.campaign, self.reports, self.articles];
        let written = written.into_iter().chain([self.tickets]);
        let told = self.matters.iter().copied().chain(written);
        let more = [self.rectifications, self.reviews, self.lists, self.schemes, self.attendance];
        let told = told.chain(more);
        let told = told.chain(self.draws.iter().copied());
        tables.map(|file| (file.name, file.text)).chain(told).chain(rest)
    }
}
