//! How the turns of one post and the lines of a change are kept: one row each, whatever their number. Turns are
//! `03:12,15 04:12`, days of the month with people; lines of a change `12:2016-03-05:7:-:1`, post, day, who was on it, who
//! is, whether it had begun.

use jiff::civil::Date;
use qz_domain::id::{DutyPostId, PersonId};
use qz_domain::month::Month;
use qz_domain::roster::{DutyTurn, TurnChange};

/// The turns of one post, sorted, as they are kept.
pub(super) fn of_turns(turns: &[DutyTurn]) -> String {
    let day = |turns: &[DutyTurn]| {
        let people: Vec<_> = turns.iter().map(|turn| turn.person.to_string()).collect();
        let day = turns.first().map_or(0, |turn| turn.day.day());
        format!("{day:02}:{}", people.join(","))
    };
    let days: Vec<_> = turns.chunk_by(|one, next| one.day == next.day).map(day).collect();
    days.join(" ")
}

/// Reads them; `None` for what nobody of ours wrote.
pub(super) fn turns(month: Month, post: DutyPostId, text: &str) -> Option<Vec<DutyTurn>> {
    let mut turns = vec![];
    for day in text.split_whitespace() {
        let (day, people) = day.split_once(':')?;
        let day = Date::new(month.year(), month.number(), day.parse().ok()?).ok()?;
        for person in people.split(',') {
            turns.push(DutyTurn { post, day, person: person.parse().ok()? });
        }
    }
    Some(turns)
}

/// The lines of a change, as they are kept.
pub(super) fn of_changes(lines: &[TurnChange]) -> String {
    let who =
        |person: Option<PersonId>| person.map_or_else(|| "-".to_owned(), |one| one.to_string());
    let line = |one: &TurnChange| {
        let is_late = i64::from(one.is_late);
        format!("{}:{}:{}:{}:{is_late}", one.post, one.day, who(one.was), who(one.now))
    };
    lines.iter().map(line).collect::<Vec<_>>().join(" ")
}

/// Reads them; `None` for what nobody of ours wrote.
pub(super) fn changes(text: &str) -> Option<Vec<TurnChange>> {
    let who = |given: &str| match given {
        "-" => Some(None),
        given => given.parse().ok().map(Some),
    };
    let line = |text: &str| {
        let [post, day, was, now, is_late] = text.split(':').collect::<Vec<_>>().try_into().ok()?;
        let (post, day) = (post.parse().ok()?, day.parse().ok()?);
        Some(TurnChange { post, day, was: who(was)?, now: who(now)?, is_late: is_late == "1" })
    };
    text.split_whitespace().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn turns_and_changes_are_read_as_they_were_written() {
        let month = Month::of(date(2016, 2, 1));
        let turn = |day, person| DutyTurn {
            post: DutyPostId(4),
            day: date(2016, 2, day),
            person: PersonId(person),
        };
        let all = [turn(3, 12), turn(3, 15), turn(29, 12)];
        assert_eq!(of_turns(&all), "03:12,15 29:12");
        assert_eq!(turns(month, DutyPostId(4), "03:12,15 29:12").unwrap(), all);
        assert_eq!(turns(month, DutyPostId(4), "").unwrap(), []);
        for wrong in ["30:1", "03", "03:", "03:x"] {
            assert_eq!(turns(month, DutyPostId(4), wrong), None, "{wrong}");
        }
        let line = TurnChange {
            post: DutyPostId(4),
            day: date(2016, 2, 3),
            was: Some(PersonId(12)),
            now: None,
            is_late: true,
        };
        assert_eq!(of_changes(&[line]), "4:2016-02-03:12:-:1");
        assert_eq!(changes("4:2016-02-03:12:-:1").unwrap(), [line]);
        assert_eq!(changes("4:2016-02-03:12"), None);
    }
}
