//! Reads what a terminal sends of punches (ATTLOG): a line each, 2 to 16 fields between tabs.

use super::{Aside, Line, Reason, UNSAID};
use crate::terminal::Pin;
use jiff::civil::DateTime;
use std::ops::RangeInclusive;

/// Fields that a line may have.
const FIELDS: RangeInclusive<usize> = 2..=16;
/// Fields of a line that are kept: number, time, status, way of checking, work code. The rest may hold what a camera saw.
const KEPT: usize = 5;
/// The most characters of a line that is set aside.
const TEXT_MOST: usize = 200;

/// What an upload says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Read {
    /// The lines that were read, in their order.
    pub lines: Vec<Line>,
    /// Those that were not.
    pub asides: Vec<Aside>,
}

impl Read {
    /// How many lines it had.
    pub fn count(&self) -> usize {
        self.lines.len() + self.asides.len()
    }
}

/// Takes off what is not kept: all fields after the fifth. A bad line is cut like any other.
pub fn strip(body: &[u8]) -> String {
    let mut kept = String::with_capacity(body.len());
    for line in lines(&String::from_utf8_lossy(body)) {
        let end = line.match_indices('\t').nth(KEPT - 1).map_or(line.len(), |(at, _)| at);
        // How many fields there were decides whether it is a line at all.
        let bad = !FIELDS.contains(&fields(line).count());
        kept.push_str(&line[..end]);
        kept.push_str(if bad && end < line.len() { "\t…\n" } else { "\n" });
    }
    kept
}

/// Reads a body that was stripped; a bad line leaves the others as they are.
pub fn read(body: &str) -> Read {
    let mut found = Read::default();
    for (number, line) in (1..).zip(lines(body)) {
        match read_line(number, line) {
            Ok(line) => found.lines.push(line),
            Err(reason) => {
                let text = line.chars().filter(|one| !one.is_control() || *one == '\t');
                let text = text.take(TEXT_MOST).collect();
                found.asides.push(Aside { number, reason, text });
            }
        }
    }
    found
}

fn lines(body: &str) -> impl Iterator<Item = &str> {
    body.split('\n').map(|line| line.trim_end_matches('\r')).filter(|line| !line.trim().is_empty())
}

/// Its fields; a tab at its end begins none.
fn fields(line: &str) -> impl Iterator<Item = &str> {
    line.strip_suffix('\t').unwrap_or(line).split('\t')
}

fn read_line(number: i64, line: &str) -> Result<Line, Reason> {
    let fields: Vec<_> = fields(line).collect();
    if !FIELDS.contains(&fields.len()) || fields.last() == Some(&"…") {
        return Err(Reason::Fields);
    }
    let pin: Pin = fields[0].parse().map_err(|()| Reason::Pin)?;
    let shown = read_time(fields[1]).ok_or(Reason::Time)?;
    let number_of = |at: usize| match fields.get(at).map(|text| text.trim()) {
        None | Some("") => Ok(UNSAID),
        Some(text) => text.parse::<u16>().map(i64::from).map_err(|_| Reason::Number),
    };
    Ok(Line { number, pin, shown, status: number_of(2)?, verify: number_of(3)? })
}

/// `2016-03-03 08:11:02`, or with a `T`; to the second and nothing else.
fn read_time(text: &str) -> Option<DateTime> {
    let text = text.trim();
    let is_form = text.len() == 19 && matches!(text.as_bytes()[10], b' ' | b'T');
    text.parse().ok().filter(|_| is_form)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::datetime;
    use proptest::prelude::*;

    fn of(body: &str) -> Read {
        read(&strip(body.as_bytes()))
    }

    #[test]
    fn two_to_sixteen_fields_are_read() {
        for fields in 2..=17 {
            let more = ["0", "15", "0", "0", "0", "1", "36.5", "", "", "", "", "", "", "", "9"];
            let line = format!("007\t2016-03-03 08:11:02\t{}", more[..fields - 2].join("\t"));
            let line = line.strip_suffix('\t').filter(|_| fields == 2).unwrap_or(&line).to_owned();
            let found = of(&line);
            if fields == 17 {
                assert_eq!(found.asides[0].reason, Reason::Fields);
                continue;
            }
            let one = &found.lines[0];
            assert_eq!((one.pin.as_str(), one.shown), ("007", datetime(2016, 3, 3, 8, 11, 2, 0)));
            assert_eq!(one.status, if fields > 2 { 0 } else { UNSAID }, "{fields} fields");
            assert_eq!(one.verify, if fields > 3 { 15 } else { UNSAID });
        }
    }

    #[test]
    fn line_ends_of_all_kinds_and_trailing_tabs_are_the_same() {
        let plain = of("1\t2016-03-03 08:11:02\t0\t1\n2\t2016-03-03 08:11:05\t255\t200\n");
        assert_eq!(plain.lines.len(), 2);
        assert_eq!((plain.lines[1].status, plain.lines[1].verify), (255, 200));
        for body in [
            "1\t2016-03-03 08:11:02\t0\t1\r\n2\t2016-03-03 08:11:05\t255\t200\r\n",
            "1\t2016-03-03 08:11:02\t0\t1\n2\t2016-03-03 08:11:05\t255\t200",
            "1\t2016-03-03 08:11:02\t0\t1\t\n2\t2016-03-03 08:11:05\t255\t200\t\n\n",
        ] {
            assert_eq!(of(body), plain, "{body:?}");
        }
        assert_eq!(of("").count(), 0);
    }

    #[test]
    fn good_lines_among_bad_ones_stand_and_each_bad_one_says_why() {
        let body = "1\t2016-03-03 08:11:02\t0\t1\nrubbish\n\t2016-03-03 08:11:02\n3\t1456963862\t0\t1\n\
                    4\t2016-02-30 08:00:00\n5\t2016-03-03 08:11:02\tin\n6\t2016-03-03 08:11:09\t0\t25\n";
        let found = of(body);
        let good: Vec<_> = found.lines.iter().map(|line| line.number).collect();
        let bad: Vec<_> = found.asides.iter().map(|one| (one.number, one.reason)).collect();
        assert_eq!(good, [1, 7]);
        assert_eq!(
            bad,
            [
                (2, Reason::Fields),
                (3, Reason::Pin),
                (4, Reason::Time),
                (5, Reason::Time),
                (6, Reason::Number)
            ]
        );
        assert_eq!(found.count(), 7);
    }

    #[test]
    fn what_a_camera_saw_is_not_kept() {
        let line = b"7\t2016-03-03 08:11:02\t0\t15\t0\t0\t0\t1\t36.5\t\t\n";
        assert_eq!(strip(line), "7\t2016-03-03 08:11:02\t0\t15\t0\n");
    }

    proptest! {
        #[test]
        fn no_bytes_upset_it_and_every_line_is_accounted_for(body in prop::collection::vec(any::<u8>(), 0..400)) {
            let kept = strip(&body);
            let lines = kept.split('\n').filter(|line| !line.trim().is_empty()).count();
            prop_assert_eq!(read(&kept).count(), lines);
            prop_assert_eq!(strip(kept.as_bytes()), kept);
        }
    }
}
