//! The portal (门户): what anybody may read without an account, every figure a query that opens to
//! its rows.
//!
//! Publication gate (G8): a public page names units, never a person, and tells of a visit no more
//! than that it was made: see [`qz_acts::visit::public`].

mod archive;
mod article;
mod articles;
mod attendance;
mod before;
mod breakdown;
mod buckets;
mod bulletin;
pub(crate) mod bulletins;
mod cache;
mod campaign;
mod campaigns;
pub(crate) mod cited;
mod counts;
pub(crate) mod decisions;
mod download;
mod draw;
mod draws;
mod feed;
pub(crate) mod findings;
mod furniture;
pub(crate) mod hidden;
mod home;
pub(super) mod law;
pub(crate) mod lists;
mod mechanism;
mod mechanisms;
mod open_data;
pub(crate) mod period;
mod records;
pub(crate) mod rectifications;
pub(crate) mod reports;
mod search;
mod statistics;
mod story;
mod ticket;
mod trend;
mod unit;
mod units;
mod visits;
mod years;

pub(super) use bulletin::{
    Document as BulletinDocument, document as bulletin_document, facts as bulletin_facts,
};
pub(crate) use cache::{Cache, kept};
pub(crate) use records::{AskedRecords, Wanted};
pub(crate) use reports::rows as report_rows;
pub(crate) use visits::AskedVisits;

use crate::app::WebState;
use crate::door::{Doors, Method::Get};
use crate::error::WebError;
use crate::shell::Shell;
use crate::words::{Locale, Words};
use jiff::civil::Date;
use period::Period;
use qz_acts::visit::public::NamedUnit;
use qz_acts::{ActError, Acts};
use qz_domain::instant;
use qz_domain::unit::Unit;

/// The doors of the portal; the story has one in a demo alone.
pub(crate) fn doors(doors: Doors, demo: bool) -> Doors {
    let cache = Cache::default();
    let mut doors = doors.public(Get, "/", kept(&cache, home::show)).navigation("/", "nav-home");
    if demo {
        doors = doors
            .public(Get, story::PATH, kept(&cache, story::show))
            .navigation(story::PATH, "nav-story");
    }
    let doors = ticket::doors(doors, &cache)
        .public(Get, "/statistics", kept(&cache, statistics::show))
        .public(Get, "/statistics/units", kept(&cache, breakdown::show_units))
        .public(Get, "/statistics/organs", kept(&cache, breakdown::show_organs))
        .public(Get, "/statistics/visits", kept(&cache, visits::show))
        .public(Get, findings::PATH, kept(&cache, findings::show))
        .public(Get, decisions::PATH, kept(&cache, decisions::show))
        .public(Get, bulletins::PATH, kept(&cache, bulletins::show))
        .public(Get, "/bulletins/{id}", kept(&cache, bulletin::show))
        .public(Get, archive::PATH, kept(&cache, archive::show))
        .public(Get, campaigns::PATH, kept(&cache, campaigns::show))
        .public(Get, "/campaigns/{id}", kept(&cache, campaign::show))
        .public(Get, articles::PATH, kept(&cache, articles::show))
        .public(Get, "/articles/{id}", kept(&cache, article::show))
        .public(Get, draws::PATH, kept(&cache, draws::show))
        .public(Get, "/draws/{id}", kept(&cache, draw::show))
        .public(Get, "/draws/{id}/file", kept(&cache, draw::file))
        .public(Get, lists::RED, kept(&cache, lists::red))
        .public(Get, lists::BLACK, kept(&cache, lists::black))
        .public(Get, attendance::PATH, kept(&cache, attendance::show))
        .public(Get, rectifications::PATH, kept(&cache, rectifications::show))
        .public(Get, search::PATH, kept(&cache, search::show))
        .public(Get, reports::PATH, kept(&cache, reports::show))
        .public(Get, "/reports/{month}", kept(&cache, reports::month))
        .public(Get, law::PATH, kept(&cache, law::show))
        .public(Get, mechanisms::PATH, kept(&cache, mechanisms::show))
        .public(Get, "/mechanisms/{code}", kept(&cache, mechanism::show))
        .public(Get, "/mechanisms/{code}/posts", kept(&cache, mechanism::posts::show))
        .public(Get, "/feed.atom", kept(&cache, feed::show))
        .public(Get, "/units", kept(&cache, units::show))
        .public(Get, "/units/{code}", kept(&cache, unit::show))
        .public(Get, "/data", kept(&cache, open_data::show))
        .public(Get, "/data/{file}", kept(&cache, open_data::file));
    signposts(doors)
}

/// What stands in the navigation and at the foot of every page.
fn signposts(doors: Doors) -> Doors {
    doors
        .navigation(bulletins::PATH, "nav-bulletins")
        .navigation(mechanisms::PATH, "nav-mechanisms")
        .navigation(articles::PATH, "nav-articles")
        .navigation("/statistics", "nav-statistics")
        .navigation(lists::RED, "nav-lists")
        .navigation("/units", "nav-units")
        .footer(campaigns::PATH, "nav-campaigns")
        .footer(search::PATH, "nav-search")
        .footer(archive::PATH, "nav-archive")
        .footer(reports::PATH, "nav-reports")
        .footer(rectifications::PATH, "nav-rectifications")
        .footer(attendance::PATH, "nav-attendance")
        .footer(draws::PATH, "nav-draws")
        .footer(law::PATH, "nav-law")
        .footer("/data", "nav-data")
}

/// The county's day.
pub(crate) fn today(acts: &Acts) -> Date {
    instant::day(acts.now())
}

/// The year a page tells of when none was asked for: the last with a filed visit, as a [`Period`];
/// `None` before the first is filed. Also the first and last year that have any.
pub(crate) async fn data_years(acts: &Acts) -> Result<Option<(i16, i16)>, WebError> {
    let extent = acts.filed_extent().await.map_err(fault)?;
    Ok(extent.map(|(first, last)| (first.year(), last.year())))
}

/// The days a page tells of when none were asked for.
pub(crate) fn usual(years: Option<(i16, i16)>, today: Date) -> Period {
    Period::year(years.map_or(today.year(), |(_, last)| last))
}

/// A read that failed is a fault of ours.
pub(crate) fn fault(error: ActError) -> WebError {
    WebError::internal(error)
}

/// What a unit is called in the visitor's language.
fn unit_name(words: Words, unit: &Unit) -> String {
    called(words, &unit.name, &unit.name_en)
}

fn named(words: Words, unit: &NamedUnit) -> String {
    called(words, &unit.name, &unit.name_en)
}

fn called(words: Words, chinese: &str, english: &str) -> String {
    match words.locale {
        Locale::En if !english.is_empty() => english.to_owned(),
        _ => chinese.to_owned(),
    }
}

/// Whether a unit is the county itself, which is no unit of the county: nothing is above it and
/// others are below it.
fn is_county(unit: &Unit, units: &[Unit]) -> bool {
    unit.parent.is_none() && units.iter().any(|other| other.parent == Some(unit.id))
}

/// The address of a unit's page.
pub(super) fn unit_link(code: &str) -> String {
    format!("/units/{}", crate::query::encode(code).replace('/', "%2F"))
}

/// A title in the phrases between which it may break: after a comma or a colon of Chinese.
fn phrases(text: &str) -> Vec<String> {
    text.split_inclusive(['，', '：']).map(str::to_owned).collect()
}

/// Whether an installation has a page: links lead only to what there is.
fn has(state: &WebState, path: &str) -> bool {
    state.doors.iter().any(|door| door.path == path)
}

/// What the shell knows to be now, in words; pages say as of when their figures are.
fn now_text(shell: &Shell) -> String {
    shell.now_text().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_breaks_between_its_phrases() {
        assert_eq!(phrases("2015年全年，走访1630次"), ["2015年全年，", "走访1630次"]);
        assert_eq!(phrases("Visits, all"), ["Visits, all"]);
    }

    #[test]
    fn a_code_of_a_unit_stays_one_part_of_the_path() {
        assert_eq!(unit_link("SH-014"), "/units/SH-014");
        assert_eq!(unit_link("镇/1"), "/units/%E9%95%87%2F1");
    }
}
