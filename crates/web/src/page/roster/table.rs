//! The month as a table: a row a day, a column a post; and as a sheet of the same rows.

use crate::part::{Light, LightState};
use crate::words::Words;
use jiff::civil::Date;
use qz_acts::roster::view::RosterMonth;
use qz_domain::roster::{DutyPost, DutyTurn};

/// A day of the month.
pub(super) struct DayRow {
    pub day: String,
    pub weekday: String,
    pub cells: Vec<CellText>,
}

/// A post on a day.
pub(super) struct CellText {
    /// Who is on it.
    pub names: Vec<String>,
    /// What is to be known of it: a gap, both people of a turn handed over too late.
    pub marks: Vec<Light>,
}

/// Every day of the month.
pub(super) fn days(view: &RosterMonth) -> impl Iterator<Item = Date> + use<> {
    let (first, last) = (view.month.first(), view.month.last());
    std::iter::successors(Some(first), |day| day.tomorrow().ok())
        .take_while(move |day| *day <= last)
}

/// The rows of the table.
pub(super) fn rows(words: Words, view: &RosterMonth) -> Vec<DayRow> {
    let row = |day: Date| DayRow {
        day: words.month_day(day),
        weekday: words.weekday(day),
        cells: view.posts.iter().map(|post| cell(words, view, (post, day))).collect(),
    };
    days(view).map(row).collect()
}

fn cell(words: Words, view: &RosterMonth, (post, day): (&DutyPost, Date)) -> CellText {
    let here = |turn: &&DutyTurn| turn.post == post.id && turn.day == day;
    let turns: Vec<_> = view.standing.iter().filter(here).collect();
    let mut marks = vec![];
    if let Some(count) = view.gaps.get(&(post.id, day)) {
        let said = words.say_with("roster-gap", &[("count", (*count).into())]);
        marks.push(Light::new(LightState::Stop, said));
    }
    let unseen = turns.iter().filter(|turn| view.unseen.contains(turn));
    marks.extend(unseen.map(|turn| {
        let values = [("person", view.name(turn.person).into())];
        Light::new(LightState::Warn, words.say_with("roster-unseen", &values))
    }));
    let late = view.swaps.iter().filter(|line| {
        line.row.is_late && (line.row.turn.post, line.row.turn.day) == (post.id, day)
    });
    marks.extend(late.map(|line| {
        let values = [("giver", line.giver.as_str().into()), ("taker", line.taker.as_str().into())];
        Light::new(LightState::Stop, words.say_with("roster-both", &values))
    }));
    CellText { names: turns.iter().map(|turn| view.name(turn.person)).collect(), marks }
}

/// A cell as the text of a file.
pub(super) fn text(words: Words, cell: &CellText) -> String {
    let names = cell.names.join(&words.say("roster-joint"));
    let marks = cell.marks.iter().map(|mark| mark.word.clone());
    let parts: Vec<_> =
        std::iter::once(names).filter(|text| !text.is_empty()).chain(marks).collect();
    parts.join(" ")
}
