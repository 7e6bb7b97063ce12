//! The schemes that come with the product, as files that a county reads, edits and puts into force.

use crate::check::check;
use crate::mechanism::Reading;

/// A file: its code, its text.
pub const FILES: &[(&str, &str)] = &[
    (
        "appointment-and-second-line",
        include_str!("../../../mechanisms/appointment-and-second-line.kdl"),
    ),
    ("budget-and-welfare", include_str!("../../../mechanisms/budget-and-welfare.kdl")),
    ("campaign-indicators", include_str!("../../../mechanisms/campaign-indicators.kdl")),
    ("campaign", include_str!("../../../mechanisms/campaign.kdl")),
    ("case-meddling", include_str!("../../../mechanisms/case-meddling.kdl")),
    ("execution", include_str!("../../../mechanisms/execution.kdl")),
    ("five-checks", include_str!("../../../mechanisms/five-checks.kdl")),
    ("four-displays", include_str!("../../../mechanisms/four-displays.kdl")),
    ("joint-liability", include_str!("../../../mechanisms/joint-liability.kdl")),
    ("monthly-report", include_str!("../../../mechanisms/monthly-report.kdl")),
    ("off-duty-conduct", include_str!("../../../mechanisms/off-duty-conduct.kdl")),
    ("one-rule-eight-measures", include_str!("../../../mechanisms/one-rule-eight-measures.kdl")),
    ("real-deeds", include_str!("../../../mechanisms/real-deeds.kdl")),
    ("red-and-black-lists", include_str!("../../../mechanisms/red-and-black-lists.kdl")),
    ("staff-attendance", include_str!("../../../mechanisms/staff-attendance.kdl")),
    ("staffing", include_str!("../../../mechanisms/staffing.kdl")),
    ("tax-enforcement", include_str!("../../../mechanisms/tax-enforcement.kdl")),
    ("ten-key-projects", include_str!("../../../mechanisms/ten-key-projects.kdl")),
    ("three-asks", include_str!("../../../mechanisms/three-asks.kdl")),
    ("three-displays", include_str!("../../../mechanisms/three-displays.kdl")),
    ("three-implementations", include_str!("../../../mechanisms/three-implementations.kdl")),
    ("three-in-one", include_str!("../../../mechanisms/three-in-one.kdl")),
    ("work-records", include_str!("../../../mechanisms/work-records.kdl")),
];

/// Every shipped scheme as it is read, by its code.
pub fn readings() -> impl Iterator<Item = (&'static str, Reading)> {
    FILES.iter().map(|(code, text)| (*code, check(text)))
}

/// The text of the shipped scheme of a code, or of a name: another code does not make it another scheme.
pub(crate) fn of(code: &str, title: &str) -> Option<&'static str> {
    let begins = [format!("机制 {title} "), format!("机制 \"{title}\" ")];
    let is_called = |text: &str| begins.iter().any(|begins| text.contains(begins));
    let is_it = |(one, text): &&(&str, &str)| *one == code || is_called(text);
    FILES.iter().find(is_it).map(|(_, text)| *text)
}
