//! Reads what a door controller sends of its events (ISAPI, 门禁事件): who was let in when, and the event's number. Names,
//! cards, pictures and body data are dropped at the door; a line of what is kept has its fields between tabs.

use super::attlog::Read;
use super::{Aside, Line, Reason, UNSAID};
use crate::instant;
use jiff::Timestamp;
use jiff::civil::DateTime;
use std::fmt::Write as _;

/// What an event is of, where somebody stood at a door; alarms, faults and doings of its operators are of others.
const AT_THE_DOOR: i64 = 5;
/// What a door controller calls it when it knew somebody: card; card or finger or face with a code or with each other;
/// several together; the number with finger, face or code. How it is set to check says nothing of this.
const KNOWN: [i64; 18] = [1, 2, 16, 38, 40, 43, 46, 54, 57, 60, 63, 66, 69, 72, 75, 77, 101, 105];
/// What its keys for coming and going are called, in the order of their numbers.
const KEYS: [&str; 7] =
    ["undefined", "checkIn", "checkOut", "breakOut", "breakIn", "overtimeIn", "overtimeOut"];
/// The most characters of a field that is kept.
const FIELD_MOST: usize = 40;
/// How a line begins that stands for a body that could not be read.
const UNREADABLE: &str = "?";

/// An event, as far as it is kept (门禁事件).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Event {
    /// Its number at the device, counted up by one.
    pub number: Option<i64>,
    /// Whom it knew; empty for nobody.
    pub person: String,
    /// When it was, as it says.
    pub at: String,
    /// What it is of.
    pub major: i64,
    /// What it was.
    pub minor: i64,
    /// The key that was pressed for coming or going.
    pub key: String,
    /// Whether it is sent as it happens, and not from memory.
    pub is_current: bool,
}

impl Event {
    /// What is kept of it; `None` where nobody was known, which is no punch.
    pub fn line(&self) -> Option<String> {
        let Self { number, person, at, major, minor, key, is_current } = self;
        if *major != AT_THE_DOOR || person.trim().is_empty() {
            return None;
        }
        let number = number.map(|number| number.to_string()).unwrap_or_default();
        let now = if *is_current { "now" } else { "later" };
        let (person, at, key) = (plain(person), plain(at), plain(key));
        Some(format!("{number}\t{person}\t{at}\t{major}\t{minor}\t{key}\t{now}\n"))
    }
}

/// What is kept of a body that cannot be read: how long it was and the beginning of its SHA-256.
pub fn unreadable(bytes: usize, hash: &[u8]) -> String {
    let mut text = format!("{UNREADABLE}\t{bytes}\t");
    for byte in hash.iter().take(8) {
        let _ = write!(text, "{byte:02x}");
    }
    text.push('\n');
    text
}

/// Reads lines that were kept; with the time of the latest that was sent as it happened, which tells of the clock.
pub fn read(kept: &str) -> (Read, Option<DateTime>) {
    let (mut found, mut latest) = (Read::default(), None);
    for (number, text) in (1..).zip(kept.lines()) {
        match read_line(number, text) {
            Ok(line) => {
                if text.ends_with("\tnow") {
                    latest = latest.max(Some(line.shown));
                }
                found.lines.push(line);
            }
            Err(reason) => found.asides.push(Aside { number, reason, text: text.to_owned() }),
        }
    }
    (found, latest)
}

/// When a device says it is: with its offset, or else by the county's clock.
pub fn instant_of(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    let civil = || text.parse::<DateTime>().ok().and_then(instant::instant);
    text.parse().ok().or_else(civil)
}

fn read_line(number: i64, text: &str) -> Result<Line, Reason> {
    let fields: Vec<_> = text.split('\t').collect();
    let [_, person, at, _, minor, key, _] = fields.as_slice() else {
        return Err(Reason::Body);
    };
    let pin = person.parse().map_err(|()| Reason::Pin)?;
    let at = instant_of(at).ok_or(Reason::Time)?;
    let shown = instant::civil(at).with().subsec_nanosecond(0).build();
    let shown = shown.map_err(|_| Reason::Time)?;
    let verify: i64 = minor.parse().map_err(|_| Reason::Number)?;
    if !KNOWN.contains(&verify) {
        return Err(Reason::Unproven);
    }
    let status = KEYS.iter().position(|one| one == key);
    let status = status.and_then(|at| i64::try_from(at).ok()).unwrap_or(UNSAID);
    Ok(Line { number, pin, shown, status, verify })
}

fn plain(text: &str) -> String {
    text.trim().chars().filter(|one| !one.is_control()).take(FIELD_MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::datetime;
    use proptest::prelude::*;

    fn event(person: &str, at: &str, minor: i64) -> Event {
        Event {
            number: Some(20),
            person: person.to_owned(),
            at: at.to_owned(),
            major: 5,
            minor,
            key: "checkIn".to_owned(),
            is_current: true,
        }
    }

    fn of(event: &Event) -> (Read, Option<DateTime>) {
        read(&event.line().unwrap())
    }

    #[test]
    fn whom_a_door_knew_is_a_punch_by_the_countys_clock() {
        let shown = datetime(2016, 3, 3, 8, 11, 2, 0);
        for at in
            ["2016-03-03T08:11:02+08:00", "2016-03-03T00:11:02Z", "2016-03-03T08:11:02.750+08:00"]
        {
            let (found, latest) = of(&event("007", at, 75));
            let one = &found.lines[0];
            assert_eq!((one.pin.as_str(), one.shown), ("007", shown), "{at}");
            assert_eq!((one.status, one.verify, latest), (1, 75, Some(shown)));
        }
        let (found, _) = of(&event("007", "2016-03-03T08:11:02", 1));
        assert_eq!(found.lines[0].shown, shown, "without an offset it is the county's clock");
    }

    #[test]
    fn what_is_sent_from_memory_tells_nothing_of_the_clock() {
        let later = Event { is_current: false, ..event("7", "2016-03-03T08:11:02+08:00", 38) };
        let (found, latest) = of(&later);
        assert_eq!((found.lines.len(), latest), (1, None));
    }

    #[test]
    fn whom_it_did_not_know_is_no_punch_and_who_was_not_let_in_is_set_aside() {
        let at = "2016-03-03T08:11:02+08:00";
        assert_eq!(event(" ", at, 76).line(), None);
        assert_eq!(Event { major: 2, ..event("7", at, 1024) }.line(), None);
        let reason = |event: &Event| of(event).0.asides[0].reason;
        assert_eq!(reason(&event("7", at, 76)), Reason::Unproven);
        assert_eq!(reason(&event("7", at, 9999)), Reason::Unproven);
        assert_eq!(reason(&event("7", "yesterday", 75)), Reason::Time);
        assert_eq!(reason(&event("七", at, 75)), Reason::Pin);
        let body = unreadable(12, &[0xab; 32]);
        assert_eq!(body, "?\t12\tabababababababab\n");
        assert_eq!(read(&body).0.asides[0].reason, Reason::Body);
    }

    proptest! {
        #[test]
        fn no_field_makes_a_second_line_and_every_line_is_accounted_for(
            person in "\\PC{0,60}", at in "\\PC{0,60}", key in any::<String>(), minor in any::<i64>()
        ) {
            let event = Event { key, ..event(&format!("1{person}\t\n"), &at, minor) };
            let kept = event.line().unwrap();
            prop_assert_eq!(kept.lines().count(), 1);
            prop_assert_eq!(read(&kept).0.count(), 1);
        }
    }
}
