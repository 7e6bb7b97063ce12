//! Punches (打卡): that a number was shown to a terminal at a time. What the terminal said is kept as it said it; beside
//! it stands the instant as it is taken to be, and why.

pub mod attlog;
pub mod file;
pub mod isapi;
pub mod operlog;

use crate::instant;
use crate::spelled;
use crate::terminal::Pin;
use jiff::civil::{DateTime, date};
use jiff::{SignedDuration, Timestamp, ToSpan};

/// Where a terminal did not say a status or a way of checking.
pub const UNSAID: i64 = -1;

/// A measured drift over this, in seconds, is taken to hold for the last day alone.
pub const DRIFT_MOST: i64 = 300;

/// A clock is taken to be ahead by so much at most: what shows a later time is set aside, however it was measured.
pub const AHEAD_OF_US_MOST: SignedDuration = SignedDuration::from_hours(7 * 24);

/// A line that arrives within so many seconds of what it shows arrives as it is made.
const PROMPT: i64 = 120;

/// A measurement older than this says nothing of a clock.
const FRESH: SignedDuration = SignedDuration::from_mins(5);

/// What is later than this after now was not punched.
const AHEAD_MOST: SignedDuration = SignedDuration::from_mins(10);

spelled! {
    /// What is known of the clock of a punch (时钟可信度).
    Clock {
        /// 已校正: the drift was measured when it was sent, and is taken off.
        Measured = "measured", "已校正";
        /// 时钟存疑: nothing was measured; the time is the terminal's own.
        Doubtful = "doubtful", "时钟存疑";
        /// 时钟回拨: it is earlier than the line before; flagged, and otherwise taken as any other.
        SetBack = "set_back", "时钟回拨";
        /// 平台时间: a platform's own server set the time; nothing is taken off.
        Platform = "platform", "平台时间";
    }
}

spelled! {
    /// Why a line was set aside (搁置原因): kept, listed, and no punch.
    Reason {
        /// 字段数不符: fewer than two fields, or more than sixteen.
        Fields = "fields", "字段数不符";
        /// 编号不可读
        Pin = "pin", "编号不可读";
        /// 时间不可读
        Time = "time", "时间不可读";
        /// 数字不可读: status or way of checking.
        Number = "number", "数字不可读";
        /// 时钟未设定: of a clock that was never set, such as 2000-01-01.
        Unset = "unset", "时钟未设定";
        /// 时间超前: more than ten minutes after it was received.
        Future = "future", "时间超前";
        /// 查无此人: nobody has that work number.
        Person = "person", "查无此人";
        /// 补卡或改签: somebody put it right; that is a correction.
        Corrected = "corrected", "补卡或改签";
        /// 外勤打卡: done away from the door.
        Away = "away", "外勤打卡";
        /// 结果不可读: what the system says of the point.
        Word = "word", "结果不可读";
        /// 未确认是本人: the door did not say, in a way that is known, that it knew who it was.
        Unproven = "unproven", "未确认是本人";
        /// 内容不可读: a whole body; only its length and its digest are kept.
        Body = "body", "内容不可读";
    }
}

/// A line that was read (打卡行).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number in the upload, from 1.
    pub number: i64,
    /// Who, by the terminal's numbering.
    pub pin: Pin,
    /// What its clock showed.
    pub shown: DateTime,
    /// Its status as sent; nothing is judged by it.
    pub status: i64,
    /// Its way of checking as sent.
    pub verify: i64,
}

/// A line that is set aside (搁置行).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// Its number in the upload, from 1.
    pub number: i64,
    /// Why.
    pub reason: Reason,
    /// What it says, shortened.
    pub text: String,
}

/// How far a terminal's clock is from ours (时钟偏差).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drift {
    /// Seconds by which it is ahead.
    pub seconds: i64,
    /// When that was measured.
    pub measured_at: Timestamp,
}

impl Drift {
    /// As it was measured from the time that a request says it was sent at.
    pub fn measured(said: Timestamp, now: Timestamp) -> Self {
        Self { seconds: said.as_second() - now.as_second(), measured_at: now }
    }
}

/// Why the time of a line cannot be a punch's; `None` when it can.
pub fn set_aside(shown: DateTime, drift: Option<Drift>, now: Timestamp) -> Option<Reason> {
    if shown.date() < date(2010, 1, 1) {
        return Some(Reason::Unset);
    }
    let ahead =
        fresh(drift, now).map_or(0, |drift| drift.seconds.clamp(0, AHEAD_OF_US_MOST.as_secs()));
    let latest = now.saturating_add(AHEAD_MOST).ok()?.saturating_add(ahead.seconds()).ok()?;
    match instant::instant(shown) {
        Some(at) if at <= latest => None,
        _ => Some(Reason::Future),
    }
}

/// The instant a punch is taken to be of, and what is known of it.
///
/// `before` is what the line before showed. `None` when the time cannot be an instant.
pub fn place(
    shown: DateTime,
    before: Option<DateTime>,
    (drift, now): (Option<Drift>, Timestamp),
) -> Option<(Timestamp, Clock)> {
    let at = instant::instant(shown)?;
    let recent = now.duration_since(at) <= SignedDuration::from_hours(24);
    let measured = fresh(drift, now).filter(|drift| drift.seconds.abs() <= DRIFT_MOST || recent);
    let taken = match measured {
        Some(drift) => at.checked_sub(drift.seconds.seconds()).ok()?,
        None => at,
    };
    let clock = match measured {
        _ if before.is_some_and(|before| shown < before) => Clock::SetBack,
        Some(_) => Clock::Measured,
        None => Clock::Doubtful,
    };
    Some((taken, clock))
}

/// What the latest line of an upload says of the clock of a terminal that does not tell it: a punch that arrives as it
/// is made shows that the clock is not far off. `None` where the line is older than that.
pub fn prompt(latest: DateTime, now: Timestamp) -> Option<Drift> {
    let off = instant::instant(latest)?.as_second() - now.as_second();
    let seconds = off.max(0);
    (off.abs() <= PROMPT).then_some(Drift { seconds, measured_at: now })
}

fn fresh(drift: Option<Drift>, now: Timestamp) -> Option<Drift> {
    drift.filter(|drift| now.duration_since(drift.measured_at).abs() <= FRESH)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::datetime;

    fn at(hour: i8, minute: i8) -> DateTime {
        datetime(2016, 3, 3, hour, minute, 0, 0)
    }

    fn now() -> Timestamp {
        instant::instant(at(8, 12)).unwrap()
    }

    fn drift(seconds: i64) -> Drift {
        Drift { seconds, measured_at: now() }
    }

    #[test]
    fn seven_minutes_ahead_at_the_same_heartbeat_are_taken_off() {
        let (found, clock) = place(at(8, 11), None, (Some(drift(420)), now())).unwrap();
        assert_eq!((instant::civil(found), clock), (at(8, 4), Clock::Measured));
    }

    #[test]
    fn what_was_not_measured_just_now_is_doubtful_and_stays_as_it_was_said() {
        let old = now() - SignedDuration::from_mins(6);
        let old = Some(Drift { seconds: 60, measured_at: old });
        for drift in [None, old] {
            let (found, clock) = place(at(8, 11), None, (drift, now())).unwrap();
            assert_eq!((instant::civil(found), clock), (at(8, 11), Clock::Doubtful));
        }
        let earlier = datetime(2016, 2, 28, 8, 0, 0, 0);
        assert_eq!(place(earlier, None, (Some(drift(420)), now())).unwrap().1, Clock::Doubtful);
        assert_eq!(place(earlier, None, (Some(drift(60)), now())).unwrap().1, Clock::Measured);
    }

    #[test]
    fn a_clock_that_was_set_back_loses_nothing_and_is_flagged() {
        let (found, clock) = place(at(7, 11), Some(at(8, 10)), (Some(drift(0)), now())).unwrap();
        assert_eq!((instant::civil(found), clock), (at(7, 11), Clock::SetBack));
    }

    #[test]
    fn a_punch_that_arrives_as_it_is_made_measures_the_clock() {
        let said = |hour, minute| prompt(at(hour, minute), now()).map(|drift| drift.seconds);
        assert_eq!(said(8, 11), Some(0), "what is a minute old says that the clock is right");
        assert_eq!(said(8, 14), Some(120), "what is to come says how far it is ahead at least");
        assert_eq!(said(8, 9), None, "what is older says nothing");
        assert_eq!(said(8, 15), None, "what is further ahead is no measure");
    }

    #[test]
    fn a_dead_battery_and_a_time_to_come_are_no_punches() {
        let of = |year| set_aside(datetime(year, 1, 1, 0, 0, 0, 0), None, now());
        assert_eq!(
            [1970, 2000, 2016, 2099].map(of),
            [Some(Reason::Unset), Some(Reason::Unset), None, Some(Reason::Future)]
        );
        assert_eq!(set_aside(at(8, 22), None, now()), None);
        assert_eq!(set_aside(at(8, 23), None, now()), Some(Reason::Future));
        assert_eq!(
            set_aside(at(8, 23), Some(drift(420)), now()),
            None,
            "its clock is known to be ahead"
        );
        let eight_days = datetime(2016, 3, 11, 8, 12, 0, 0);
        assert_eq!(
            set_aside(eight_days, Some(drift(8 * 86_400)), now()),
            Some(Reason::Future),
            "no clock is believed to be more than a week ahead"
        );
    }
}
