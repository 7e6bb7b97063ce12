//! The county's clock face: civil time at +08:00, and instants as whole milliseconds.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;

/// The one zone of the country: +08:00, without summer time.
const ZONE: Offset = Offset::constant(8);

/// What the county's clock shows at an instant.
pub fn civil(at: Timestamp) -> DateTime {
    ZONE.to_datetime(at)
}

/// The county's day at an instant.
pub fn day(at: Timestamp) -> Date {
    civil(at).date()
}

/// The instant at which the county's clock shows `when`. `None` outside the years 1–9998.
pub fn instant(when: DateTime) -> Option<Timestamp> {
    ZONE.to_timestamp(when).ok()
}

/// The instant at which a day of the county begins. `None` outside the years 1–9998.
pub fn midnight(day: Date) -> Option<Timestamp> {
    instant(day.to_datetime(jiff::civil::Time::midnight()))
}

/// RFC 3339 with the county's offset, to the second: `2015-06-18T09:20:00+08:00`.
pub fn rfc3339(at: Timestamp) -> String {
    civil(at).strftime("%Y-%m-%dT%H:%M:%S+08:00").to_string()
}

/// Reads `2015-06-18 09:20`, `2015-06-18T09:20` or with seconds, as the county's clock.
pub fn read_civil(text: &str) -> Option<DateTime> {
    let text = text.trim();
    let (day, time) = text.split_once(['T', ' '])?;
    let day: Date = day.replace('/', "-").parse().ok()?;
    let time: jiff::civil::Time = read_time(time.trim())?;
    Some(day.to_datetime(time))
}

fn read_time(text: &str) -> Option<jiff::civil::Time> {
    let padded = if text.find(':') == Some(1) { format!("0{text}") } else { text.to_owned() };
    padded.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::datetime;

    #[test]
    fn the_county_is_eight_hours_ahead() {
        let at = instant(datetime(2016, 2, 16, 9, 1, 0, 0)).unwrap();
        assert_eq!(rfc3339(at), "2016-02-16T09:01:00+08:00");
        assert_eq!(at.to_string(), "2016-02-16T01:01:00Z");
        assert_eq!(day(at), jiff::civil::date(2016, 2, 16));
    }

    #[test]
    fn the_forms_people_type_are_read() {
        let nine = Some(datetime(2015, 3, 5, 9, 20, 0, 0));
        for text in
            ["2015-03-05 09:20", "2015-03-05T09:20", "2015/03/05 9:20", "2015-03-05 09:20:00"]
        {
            assert_eq!(read_civil(text), nine, "{text}");
        }
        for text in ["", "2015-03-05", "2015-02-30 09:20", "09:20", "2015-03-05 25:00"] {
            assert_eq!(read_civil(text), None, "{text}");
        }
    }
}
