//! What the days of a stretch are, looked up once.

use super::time::{DayNumber, date_of, day_number};
use jiff::civil::{Date, Weekday};
use qz_domain::attendance::{Code, Codes};
use qz_domain::calendar::Calendar;

/// What a day is by the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayKind {
    /// A working day.
    Work,
    /// A statutory holiday.
    Statutory,
    /// A weekday off that is no statutory holiday.
    InLieu,
    /// A Saturday or Sunday off.
    Rest,
    /// No notice of its year is known.
    Unknown,
}

impl DayKind {
    /// The code of a free day.
    pub(super) fn code(self) -> Codes {
        match self {
            Self::Work | Self::Unknown => Codes::NONE,
            Self::Statutory => Codes::of(Code::StatutoryHoliday),
            Self::InLieu => Codes::of(Code::InLieuRest),
            Self::Rest => Codes::of(Code::Rest),
        }
    }
}

/// The days of a stretch and of the two days on either side of it, which windows and rosters may reach.
#[derive(Debug, Clone)]
pub struct Days {
    first: DayNumber,
    listed: Vec<(Date, DayKind)>,
    /// The last year whose notice is known; late December may still be moved by the next one's.
    known_until: i16,
}

/// Days looked at before and after a stretch.
pub(super) const AROUND: DayNumber = 2;

/// From this day of December on a day may be moved by the next year's notice.
const LATE: i8 = 25;

impl Days {
    /// The days from `from` to `to`, both inclusive, by a calendar.
    pub fn new(calendar: &Calendar, from: Date, to: Date) -> Self {
        let kind = |date: Date| match calendar.day(date) {
            Err(_) => DayKind::Unknown,
            Ok(day) if day.workday => DayKind::Work,
            Ok(day) if day.statutory => DayKind::Statutory,
            Ok(_) if matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday) => DayKind::Rest,
            Ok(_) => DayKind::InLieu,
        };
        let known_until = calendar.years().last().unwrap_or(i16::MIN);
        Self::of(from, to, known_until, kind)
    }

    /// Days of which another says what they are.
    pub fn of(from: Date, to: Date, known_until: i16, kind: impl Fn(Date) -> DayKind) -> Self {
        let (first, last) = (day_number(from) - AROUND, day_number(to) + AROUND);
        let listed = (first..=last).map(date_of).map(|date| (date, kind(date))).collect();
        Self { first, listed, known_until }
    }

    /// The days themselves, without those around them.
    pub fn range(&self) -> std::ops::RangeInclusive<DayNumber> {
        let count = DayNumber::try_from(self.listed.len()).unwrap_or(DayNumber::MAX);
        self.first + AROUND..=self.first + count - 1 - AROUND
    }

    /// What a day is; unknown where it lies outside.
    pub(super) fn kind(&self, day: DayNumber) -> DayKind {
        self.get(day).map_or(DayKind::Unknown, |(_, kind)| kind)
    }

    /// The date of a day.
    pub(super) fn date(&self, day: DayNumber) -> Date {
        self.get(day).map_or_else(|| date_of(day), |(date, _)| date)
    }

    /// Whether the next year's notice may still move a day.
    pub(super) fn is_provisional(&self, day: DayNumber) -> bool {
        let date = self.date(day);
        (date.month(), date.year()) == (12, self.known_until) && date.day() >= LATE
    }

    fn get(&self, day: DayNumber) -> Option<(Date, DayKind)> {
        usize::try_from(day - self.first).ok().and_then(|at| self.listed.get(at)).copied()
    }
}
