//! The script of the year as data: what became of what the visits saw, and what was told of it. The
//! files of `demo/2015/matters`, `bulletins.toml`, `law.toml`, `campaign.toml`, `reports.toml`,
//! `reviews.toml`, `articles.toml` and `tickets.toml`.

mod attendance;
mod campaign;
mod chain;
mod draw;
mod law;
mod listing;
mod officials;
mod rectification;
mod report;
mod review;
mod roster;
mod scheme;
mod steps;
#[cfg(test)]
mod tests;
mod ticket;

pub use campaign::Campaign;
pub use listing::Listing;
pub use officials::officials;
pub use rectification::Rectification;
pub use report::Reports;
pub use scheme::Scheme;
pub use steps::{Dated, steps};

use super::scenario::Scenario;
use anyhow::{Context, Result, ensure};
use jiff::civil::Date;
use qz_domain::number::VisitNumber;
use serde::Deserialize;
use serde::de::{Deserializer, Error};

/// The office that writes for the portal.
const PUBLICITY: &str = "SH104";

/// Everything the script tells.
#[derive(Debug)]
pub struct Script {
    /// The matters, in the order of the files.
    pub matters: Vec<Matter>,
    /// The bulletins of the year.
    pub bulletins: Vec<Bulletin>,
    /// The one that its signer asked for himself, if anybody did.
    pub self_requested: Option<SelfRequested>,
    /// How the county changed its own law.
    pub changes: Vec<law::Change>,
    /// The campaigns with their plans.
    pub campaigns: Vec<Campaign>,
    /// The monthly reports on them.
    pub reports: Reports,
    /// The draws.
    pub draws: Vec<draw::Draw>,
    /// What was to be put right.
    pub rectifications: Vec<Rectification>,
    /// What was looked at again.
    pub reviews: Vec<review::Review>,
    /// Who was put on the red and the black list.
    pub lists: Vec<Listing>,
    /// The schemes that units put into force.
    pub schemes: Vec<Scheme>,
    /// What was written for the portal.
    pub articles: Vec<Article>,
    /// What was punched, and what people said of it.
    pub attendance: attendance::Attendance,
    /// What anybody told the county.
    pub tickets: Vec<ticket::Ticket>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ArticleFile {
    article: Vec<Article>,
}

/// An article, as far as it came.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Article {
    pub title: String,
    pub section: String,
    pub source: String,
    pub authors: String,
    pub body: String,
    #[serde(deserialize_with = "day")]
    pub drafted: Date,
    pub drafter: String,
    #[serde(default, deserialize_with = "maybe_day")]
    pub checked: Option<Date>,
    #[serde(default)]
    pub checker: String,
    #[serde(default, deserialize_with = "maybe_day")]
    pub published: Option<Date>,
    #[serde(default)]
    pub publisher: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MatterFile {
    matter: Vec<Matter>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct BulletinFile {
    bulletin: Vec<Bulletin>,
    self_requested: Option<SelfRequested>,
}

/// A finding and who answers for it, as far as it got: steps without a day were not done.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matter {
    /// The visit's number.
    #[serde(deserialize_with = "number")]
    pub visit: VisitNumber,
    /// The organ that looks into it.
    #[serde(default = "commission")]
    pub organ: String,
    #[serde(deserialize_with = "day")]
    pub registered: Date,
    pub registrar: String,
    pub facts: String,
    #[serde(default, deserialize_with = "maybe_day")]
    pub screened: Option<Date>,
    #[serde(default)]
    pub screener: String,
    #[serde(default)]
    pub screening: String,
    #[serde(default = "pursue")]
    pub screening_outcome: String,
    #[serde(default, deserialize_with = "maybe_day")]
    pub verified: Option<Date>,
    #[serde(default)]
    pub verifiers: Vec<String>,
    #[serde(default)]
    pub established: String,
    #[serde(default)]
    pub in_favour: String,
    #[serde(default, deserialize_with = "maybe_day")]
    pub adjudicated: Option<Date>,
    #[serde(default)]
    pub adjudicator: String,
    #[serde(default)]
    pub finding: String,
    #[serde(default)]
    pub reason: String,
    #[serde(default)]
    pub ground: String,
    /// Who answers for what, where more than one does.
    pub chain: Option<chain::Chain>,
    #[serde(default, rename = "subject")]
    pub subjects: Vec<Subject>,
}

/// One who answers for it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    /// Work number of a person.
    pub person: Option<String>,
    /// Code of a unit.
    pub unit: Option<String>,
    pub measure: String,
    /// The answers to the questions of tolerance, each with why after a colon; none where the law asked nothing.
    #[serde(default)]
    pub tolerance: Vec<String>,
    /// The ground of this one, where it is not the finding's.
    pub ground: Option<String>,
    pub conduct: String,
    pub proposer: String,
    #[serde(deserialize_with = "day")]
    pub noticed: Date,
    #[serde(default, deserialize_with = "maybe_day")]
    pub answered: Option<Date>,
    #[serde(default, deserialize_with = "maybe_day")]
    pub waived: Option<Date>,
    #[serde(default)]
    pub answer: String,
    #[serde(default)]
    pub response: String,
    #[serde(default, deserialize_with = "maybe_day")]
    pub decided: Option<Date>,
    #[serde(default)]
    pub panel: Vec<String>,
    #[serde(default)]
    pub because: String,
    #[serde(default, deserialize_with = "maybe_day")]
    pub served: Option<Date>,
    #[serde(default)]
    pub server: String,
}

/// The days and hands of a bulletin.
#[derive(Debug, Deserialize)]
pub struct Course {
    #[serde(deserialize_with = "day")]
    pub drafted: Date,
    pub drafter: String,
    #[serde(deserialize_with = "day")]
    pub checked: Date,
    pub checker: String,
    #[serde(deserialize_with = "day")]
    pub reviewed: Date,
    pub reviewer: String,
    /// What the reviewer weighed, where the bulletin shows who somebody is.
    #[serde(default)]
    pub assessment: Option<Assessment>,
    #[serde(deserialize_with = "day")]
    pub signed: Date,
    pub signer: String,
    /// For whom, when the one whose it was to sign was away.
    #[serde(default)]
    pub signed_for: Option<String>,
    #[serde(deserialize_with = "day")]
    pub published: Date,
    pub publisher: String,
}

/// The impact assessment of a bulletin.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    pub purpose: String,
    pub effect: String,
    pub safeguard: String,
}

/// A bulletin on decisions.
#[derive(Debug, Deserialize)]
pub struct Bulletin {
    pub number: i64,
    pub title: String,
    pub lead: String,
    pub close: String,
    /// The visits whose decisions it makes known.
    pub matters: Vec<String>,
    #[serde(default)]
    pub names: Vec<Name>,
    #[serde(flatten)]
    pub course: Course,
}

/// A name that a bulletin shows, and why.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Name {
    pub person: String,
    pub reason: String,
}

/// The first secretary's own.
#[derive(Debug, Deserialize)]
pub struct SelfRequested {
    pub title: String,
    pub lead: String,
    pub close: String,
    pub scope: String,
    pub faults: Vec<String>,
    pub plan: Vec<Promise>,
    #[serde(deserialize_with = "day")]
    pub countersigned: Date,
    pub countersigner: String,
    #[serde(flatten)]
    pub course: Course,
}

/// What it promises.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Promise {
    pub item: String,
    pub standard: String,
    #[serde(deserialize_with = "day")]
    pub due: Date,
}

/// The organ that looks into matters, but for the police's own.
const COMMISSION: &str = "SH102";
/// The organ that issues the first secretary's own bulletin.
const COMMITTEE_OFFICE: &str = "SH101";

fn pursue() -> String {
    "pursue".to_owned()
}

fn commission() -> String {
    COMMISSION.to_owned()
}

/// Reads the script of a scenario.
pub fn read(scenario: &Scenario) -> Result<Script> {
    let mut matters = vec![];
    for (name, text) in scenario.matters {
        let file: MatterFile = toml::from_str(text).with_context(|| (*name).to_owned())?;
        matters.extend(file.matter);
    }
    let (name, text) = scenario.bulletins;
    let BulletinFile { bulletin: bulletins, self_requested } =
        toml::from_str(text).with_context(|| name.to_owned())?;
    for (bulletin, expected) in bulletins.iter().zip(1..) {
        ensure!(
            bulletin.number == expected,
            "{name}: {} stands in place {expected}",
            bulletin.number
        );
    }
    let campaigns = campaign::read(scenario)?;
    let reports = report::read(scenario)?;
    let rectifications = rectification::read(scenario)?;
    let reviews = review::read(scenario)?;
    let lists = listing::read(scenario)?;
    let schemes = scheme::read(scenario)?;
    let attendance = attendance::read(scenario)?;
    let (name, text) = scenario.articles;
    let ArticleFile { article: articles } =
        toml::from_str(text).with_context(|| name.to_owned())?;
    let mut draws = vec![];
    for (name, text) in scenario.draws {
        let file: draw::DrawFile = toml::from_str(text).with_context(|| (*name).to_owned())?;
        draws.extend(file.draw);
    }
    let (name, text) = scenario.law;
    let law::LawFile { change: changes } = toml::from_str(text).with_context(|| name.to_owned())?;
    let tickets = ticket::read(scenario)?;
    Ok(Script {
        matters,
        bulletins,
        self_requested,
        changes,
        campaigns,
        reports,
        draws,
        rectifications,
        reviews,
        lists,
        schemes,
        articles,
        attendance,
        tickets,
    })
}

fn day<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
    let read = toml::value::Datetime::deserialize(from)?;
    read.to_string().parse().map_err(D::Error::custom)
}

fn maybe_day<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
    day(from).map(Some)
}

fn maybe_number<'de, D: Deserializer<'de>>(from: D) -> Result<Option<VisitNumber>, D::Error> {
    number(from).map(Some)
}

fn number<'de, D: Deserializer<'de>>(from: D) -> Result<VisitNumber, D::Error> {
    String::deserialize(from)?.parse().map_err(D::Error::custom)
}
