//! The month of a unit as bytes: what is agreed, sealed and corrected.

use super::judged::{DayResult, Judged};
use qz_domain::attendance::exception::Outcome;
use qz_domain::spelled::Spelled;
use qz_engine::attendance::{Row, date_of};
use qz_mechanism::attendance::RuleBook;
use std::fmt::Write as _;

/// What stands above the rows.
const HEADER: &str = "person,date,status,late_minutes,early_minutes,missing,worked_minutes,found\n";

/// The points without evidence, `am_out+pm_in`.
pub(super) fn missing(book: &RuleBook, row: &Row) -> String {
    let Some(rule) = book.rules().get(usize::from(row.rule)) else { return String::new() };
    let sessions = rule.sessions_on(date_of(row.day));
    let mut text = String::new();
    for (place, is_out) in row.missing.iter() {
        if !text.is_empty() {
            text.push('+');
        }
        let name = sessions.get(place).map_or("", |session| session.name.as_str());
        let _ = write!(text, "{name}_{}", if is_out { "out" } else { "in" });
    }
    text
}

/// The sheet: a line for each day of each person, with what people found of it.
pub(super) fn sheet(
    book: &RuleBook,
    judged: &Judged,
    found: impl Fn(&DayResult) -> Option<Outcome>,
) -> String {
    let mut text = HEADER.to_owned();
    for day in &judged.days {
        let number = judged.people.get(day.person).map_or("", |one| one.number.as_str());
        let Row { codes, late, early, worked, .. } = day.row;
        let (missing, found) = (missing(book, &day.row), found(day).map_or("", Spelled::code));
        let date = day.day;
        let _ = writeln!(text, "{number},{date},{codes},{late},{early},{missing},{worked},{found}");
    }
    text
}
