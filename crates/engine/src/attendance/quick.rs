//! A day in which nothing but punches matters: no cover, no duty, no neighbour within reach. It is worked out once for
//! a rule and day, and says what [`careful`](super::careful) says.

use super::careful::Workbench;
use super::cover::Cover;
use super::judge::Judge;
use super::limits::Limits;
use super::owed::Owed;
use super::person::{Facts, Posting};
use super::row::{Points, Row};
use super::span::Span;
use super::time::{DAY, DayNumber, Second, midnight};
use super::window::{Bound, Window};
use qz_domain::attendance::{Code, Codes};
use qz_mechanism::attendance::Kind;

/// No arrival: later than any.
const NEVER_IN: Second = Second::MAX / 2;
/// No departure: earlier than any.
const NEVER_OUT: Second = Second::MIN / 2;
/// Where a window begins or ends in the day, and never.
const NO_BORDER: Second = Second::MAX;
/// Sessions a quick day may have.
const MOST: usize = 2;
/// Stretches a day falls into: outside, arriving, leaving for each session, outside.
const STRETCHES: usize = 3 * MOST + 2;

/// See the module.
#[derive(Debug, Clone, Copy)]
pub(super) struct Quick {
    day: DayNumber,
    begin: Second,
    /// Where each session's window opens, splits, closes.
    borders: [Second; 3 * MOST],
    sessions: [Sitting; MOST],
    count: usize,
    limits: Limits,
    codes: Codes,
    has_work: bool,
    remarks: u8,
    rule: u16,
}

#[derive(Debug, Clone, Copy, Default)]
struct Sitting {
    due: Span,
    rest: Span,
    halves: u8,
    place: u8,
}

impl Quick {
    /// The day of a rule's code, if it is one of these.
    pub fn of(judge: &Judge<'_>, code: u32, day: DayNumber, bench: &mut Workbench) -> Option<Self> {
        let posting = Posting { unit: 0, code, from: DayNumber::MIN, to: DayNumber::MAX };
        let facts = Facts { postings: &[posting], ..Facts::default() };
        bench.reset();
        bench.turn_to(judge, &facts, day);
        let owed = bench.day();
        let (_, rule) = owed.under?;
        let limits = *judge.limits.get(usize::from(rule))?;
        let (begin, end) = (midnight(day), midnight(day + 1));
        let mut quick = Self {
            day,
            begin,
            borders: [NO_BORDER; 3 * MOST],
            sessions: [Sitting::default(); MOST],
            count: 0,
            limits,
            codes: owed.codes,
            has_work: owed.has_work,
            remarks: if judge.days.is_provisional(day) { Row::PROVISIONAL } else { 0 },
            rule,
        };
        let is_alone = !owed.is_unknown && bench.presence(judge) == (begin, end);
        for (bound, window) in bench.windows(judge) {
            quick.add(bound, &window, owed.pieces_of(bound.owed))?;
        }
        let (first, last) = (quick.borders[0], quick.borders[3 * quick.count.max(1) - 1]);
        let is_within = quick.count == 0 || (begin <= first && last <= end);
        (is_alone && is_within).then_some(quick)
    }

    fn add(&mut self, bound: Bound<'_>, window: &Window<'_>, pieces: &[Span]) -> Option<()> {
        let Owed { place, kind, half_days, own, left, .. } = *bound.owed;
        let is_plain = kind == Kind::Day && left.flexible.is_none() && !bound.owed.is_cut();
        let is_apart = window.before.is_none() && window.after.is_none();
        let at = self.count;
        if !is_plain || !is_apart || at >= MOST || (left.arrive, left.leave) != own {
            return None;
        }
        let [open, split, close] = self.borders.get_mut(3 * at..)?.first_chunk_mut()?;
        (*open, *split, *close) = (window.open, left.split, window.close);
        let rest = match pieces {
            [_] => (own.0, own.0),
            [one, other] => (one.1.min(other.1), one.0.max(other.0)),
            _ => return None,
        };
        self.sessions[at] = Sitting { due: own, rest, halves: half_days, place };
        self.count += 1;
        Some(())
    }

    /// Whether anything besides punches may matter on the day.
    pub fn is_disturbed(&self, facts: &Facts<'_>) -> bool {
        let date = (self.begin, self.begin + DAY);
        let near = |at: &Second| (date.0..date.1).contains(at);
        facts.covers.iter().any(|cover: &Cover| cover.meets(date))
            || facts.doubtful.iter().any(near)
    }

    /// Judges the day; `at` is the first punch that may be of it, and moves on to the next day's.
    pub fn row(&self, person: u32, punches: &[Second], at: &mut usize) -> Row {
        while punches.get(*at).is_some_and(|punch| *punch < self.begin) {
            *at += 1;
        }
        let since = *at;
        let mut first = [NEVER_IN; STRETCHES];
        let mut last = [NEVER_OUT; STRETCHES];
        while let Some(&punch) = punches.get(*at).filter(|punch| **punch < self.begin + DAY) {
            let stretch = self.borders.iter().filter(|border| **border <= punch).count();
            first[stretch] = first[stretch].min(punch);
            last[stretch] = punch;
            *at += 1;
        }
        let seen = punches.get(since..*at).unwrap_or_default();
        let seen = seen.first().zip(seen.last()).map(|(first, last)| (*first, *last));
        let mut row = self.blank(person, seen.unwrap_or((Row::NO_PUNCH, Row::NO_PUNCH)));
        if self.count == 0 {
            let (begun, ended) = seen.unwrap_or_default();
            row.worked = minutes(ended - begun);
            row.remarks |= if begun < ended { Row::UNAPPROVED } else { 0 };
            return row;
        }
        let mut worked = 0;
        for (at, sitting) in self.sessions[..self.count.min(MOST)].iter().enumerate() {
            worked += self.sit(sitting, (first[3 * at + 1], last[3 * at + 2]), &mut row);
        }
        row.worked = minutes(worked);
        self.finish(&mut row);
        row
    }

    fn blank(&self, person: u32, (first, last): Span) -> Row {
        Row {
            person,
            day: self.day,
            codes: self.codes,
            first,
            last,
            late: 0,
            early: 0,
            worked: 0,
            missing: Points::default(),
            halves: 0,
            remarks: self.remarks,
            rule: self.rule,
        }
    }

    /// One session; the seconds worked in it.
    fn sit(&self, sitting: &Sitting, (arrived, left): Span, row: &mut Row) -> Second {
        let limits = &self.limits;
        let (has_in, has_out) = (arrived != NEVER_IN, left != NEVER_OUT);
        let late = if has_in { arrived - sitting.due.0 } else { 0 };
        let over = late > limits.top.max(limits.grace_late);
        let none = !has_in && !has_out;
        let stops = none || (over && (sitting.halves == 1));
        row.halves += if none { sitting.halves } else { u8::from(over) };
        let late = if (late > limits.grace_late) && !over { late } else { 0 };
        let early = if has_out && !stops { sitting.due.1 - left } else { 0 };
        let early = if early > limits.grace_early { early } else { 0 };
        let missing = if stops { 0 } else { u8::from(!has_in) | u8::from(!has_out) << 1 };
        row.late += minutes(late);
        row.early += minutes(early);
        row.missing.add(sitting.place, missing);
        row.codes = row
            .codes
            .and(Codes::of(Code::Late).when((late > 0) && (late <= limits.late)))
            .and(Codes::of(Code::VeryLate).when(late > limits.late))
            .and(Codes::of(Code::LeftEarly).when(early > 0))
            .and(Codes::of(Code::MissingPunch).when(missing != 0));
        let stay = |(from, to): Span| (left.min(to) - arrived.max(from)).max(0);
        if has_in && has_out { stay(sitting.due) - stay(sitting.rest) } else { 0 }
    }

    fn finish(&self, row: &mut Row) {
        row.codes = row
            .codes
            .and(Codes::of(Code::UnexplainedHalf).when(row.halves == 1))
            .and(Codes::of(Code::Unexplained).when(row.halves > 1));
        let is_normal = self.has_work && !row.codes.meets(super::careful::AMISS);
        row.codes = row.codes.and(Codes::of(Code::Normal).when(is_normal));
    }
}

fn minutes(seconds: Second) -> u16 {
    // A day has 1440; a session with its window no more than three days.
    u16::try_from(seconds / 60).unwrap_or(u16::MAX)
}
