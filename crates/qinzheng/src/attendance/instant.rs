//! Instants as punches write them. Nearly all of a file share a few dates, so the last date is remembered.

use jiff::Timestamp;
use jiff::civil::Date;
use qz_engine::attendance::{DAY, Second, day_number, midnight};

/// Seconds from 1970 to the origin of [`Second`], 2000-01-01 at +08:00.
const ORIGIN: i64 = 946_656_000;

/// Reads instants, RFC 3339 with any offset.
#[derive(Debug, Default)]
pub(super) struct Instants {
    date: [u8; 10],
    midnight: Second,
}

impl Instants {
    /// The second at +08:00; `None` where it is no instant or lies beyond 2068 or before 1932.
    pub fn read(&mut self, text: &[u8]) -> Option<Second> {
        if let Some((date, rest)) = text.split_first_chunk::<10>()
            && let Some((time, b"+08:00")) = rest.split_first_chunk::<9>()
            && let Some(seconds) = seconds(time)
        {
            if *date != self.date {
                let day: Date = std::str::from_utf8(date).ok()?.parse().ok()?;
                (self.date, self.midnight) = (*date, midnight(day_number(day)));
            }
            return self.midnight.checked_add(seconds);
        }
        let instant: Timestamp = std::str::from_utf8(text).ok()?.parse().ok()?;
        (instant.as_second() - ORIGIN).try_into().ok()
    }
}

/// `T07:58:00` as seconds of the day.
fn seconds(time: &[u8; 9]) -> Option<Second> {
    let two = |at: usize| {
        let (tens, ones) = (time[at].wrapping_sub(b'0'), time[at + 1].wrapping_sub(b'0'));
        (tens < 10 && ones < 10).then(|| Second::from(tens) * 10 + Second::from(ones))
    };
    let is_written = matches!(time[0], b'T' | b't' | b' ') && time[3] == b':' && time[6] == b':';
    let (hour, minute, second) = (two(1)?, two(4)?, two(7)?);
    let seconds = hour * 3600 + minute * 60 + second;
    (is_written && minute < 60 && second < 60 && seconds < DAY).then_some(seconds)
}

#[cfg(test)]
mod tests {
    use super::Instants;
    use jiff::civil::date;
    use qz_engine::attendance::{day_number, midnight};

    #[test]
    fn every_offset_is_the_same_instant() {
        let mut instants = Instants::default();
        let expected = Some(midnight(day_number(date(2026, 3, 3))) + 8 * 3600 + 90);
        for text in [
            "2026-03-03T08:01:30+08:00",
            "2026-03-03T00:01:30Z",
            "2026-03-02T19:01:30-05:00",
            "2026-03-03T08:01:30.750+08:00",
        ] {
            assert_eq!(instants.read(text.as_bytes()), expected, "{text}");
        }
        for text in [
            "",
            "2026-03-03",
            "2026-03-03T08:61:30+08:00",
            "2026-13-03T08:01:30+08:00",
            "2026-03-03T08:01:30",
        ] {
            assert_eq!(instants.read(text.as_bytes()), None, "{text}");
        }
    }
}
