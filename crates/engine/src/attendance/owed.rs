//! What a day asks of a person, after what frees them and what covers them; punches are not looked at.

use super::calendar::DayKind;
use super::cover::Cover;
use super::judge::Judge;
use super::person::{Facts, posted};
use super::span::{Span, cut, ends, length, shared, within};
use super::time::{DAY, DayNumber, Second, midnight};
use jiff::civil::Date;
use qz_domain::attendance::{Code, Codes, CoverKind};
use qz_mechanism::attendance::{Kind, RestAfter, Rule, Session};

const MINUTE: Second = 60;
const NOON: Second = DAY / 2;

/// A day as it is owed.
#[derive(Debug, Default)]
pub(super) struct OwedDay {
    /// Which day.
    pub day: DayNumber,
    /// The unit posted to and the version of the rule; `None` where no row is due.
    pub under: Option<(u32, u16)>,
    /// Its sessions, in the order of time.
    pub sessions: Vec<Owed>,
    /// What is left of the time of the sessions, which name their parts of it.
    pub pieces: Vec<Span>,
    /// The time of its sessions before cover, which no overtime can be.
    pub regular: Vec<Span>,
    /// The codes that follow from what is owed alone.
    pub codes: Codes,
    /// Whether it asks for work of the day, and not for a duty alone.
    pub has_work: bool,
    /// Nothing is judged, because the calendar does not know the day.
    pub is_unknown: bool,
}

/// A session and what is left of it.
#[derive(Debug, Clone)]
pub(super) struct Owed {
    /// Its place among the day's sessions, which names its points.
    pub place: u8,
    /// A duty or work of the day.
    pub kind: Kind,
    /// Half-days it counts for.
    pub half_days: u8,
    /// Wholly covered: nothing is judged, and it still bounds what punches are of its neighbours.
    pub is_gone: bool,
    /// Its own start and end.
    pub own: Span,
    /// When one was to arrive and leave without cover.
    pub whole: Dues,
    /// When one is to arrive and leave.
    pub left: Dues,
    /// Its time before cover, and what is left of it.
    pub required: Second,
    /// See [`Self::required`].
    pub remaining: Second,
    /// The part of the day's pieces that is its own.
    pub pieces: (usize, usize),
}

/// When one is to arrive and to leave, and what divides the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dues {
    /// The latest arrival that is not late.
    pub arrive: Second,
    /// The earliest departure that is not early; of a flexible session for who does not arrive.
    pub leave: Second,
    /// Punches before it are arrivals, those from it on departures.
    pub split: Second,
    /// Of a flexible session: the earliest arrival that counts, and the span from arrival to departure.
    pub flexible: Option<(Second, Second)>,
}

impl Dues {
    fn fixed((arrive, leave): Span) -> Self {
        Self { arrive, leave, split: arrive.midpoint(leave), flexible: None }
    }

    fn flexible((from, to): Span, (until, span): (Second, Second)) -> Self {
        let split = from.midpoint(to);
        Self { arrive: until, leave: from + span, split, flexible: Some((from, span)) }
    }
}

impl Owed {
    /// Whether cover changed when one is to arrive or leave.
    pub fn is_cut(&self) -> bool {
        self.whole != self.left
    }

    /// Half-days that are unexplained when there is no evidence at all.
    pub fn halves(&self) -> u8 {
        if self.remaining * 2 <= self.required { 1 } else { self.half_days }
    }
}

impl OwedDay {
    /// The pieces that are left of a session.
    pub fn pieces_of(&self, owed: &Owed) -> &[Span] {
        self.pieces.get(owed.pieces.0..owed.pieces.1).unwrap_or_default()
    }

    /// Works out what a day asks.
    pub fn fill(&mut self, judge: &Judge<'_>, facts: &Facts<'_>, day: DayNumber) {
        self.clear(day);
        let posting = posted(facts.postings, day);
        let Some((place, rule)) = judge.rule(posting, day) else { return };
        self.under = posting.map(|posting| (posting.unit, place));
        let kind = judge.days.kind(day);
        if kind == DayKind::Unknown {
            self.is_unknown = true;
            self.codes = Codes::of(Code::CalendarUnknown);
            return;
        }
        let is_worked = judge.is_worked(rule, day);
        if is_worked {
            let had = judge.had_duty(facts.postings, day - 1);
            let freed = had.map_or(RestAfter::None, |had| had.rest_after);
            for (session, place) in rule.sessions_on(judge.days.date(day)).iter().zip(0..) {
                self.session(place, session, freed, facts.covers);
            }
        }
        let is_workday = kind == DayKind::Work;
        let is_idle = self.regular.is_empty() && !self.codes.has(Code::RestAfterDuty);
        // The kind of a free day stays beside a duty, and says nothing of a day of work.
        let said = [
            kind.code().when(!self.has_work),
            Codes::of(Code::Exempt).when(is_workday && rule.is_exempt),
            Codes::of(Code::NotScheduled).when(is_workday && is_idle && !rule.is_exempt),
        ];
        self.codes = said.into_iter().fold(self.codes, Codes::and);
    }

    fn clear(&mut self, day: DayNumber) {
        self.day = day;
        self.under = None;
        self.sessions.clear();
        self.pieces.clear();
        self.regular.clear();
        self.codes = Codes::NONE;
        self.has_work = false;
        self.is_unknown = false;
    }

    fn session(&mut self, place: u8, session: &Session, freed: RestAfter, covers: &[Cover]) {
        let begin = midnight(self.day);
        let at = |(from, to): (i32, i32)| (begin + from * MINUTE, begin + to * MINUTE);
        let own = at((session.from, session.to));
        let first = self.pieces.len();
        self.pieces.push(own);
        for rest in &session.breaks {
            cut(&mut self.pieces, first, at(*rest));
        }
        let rest = match (session.kind, freed) {
            (Kind::Duty, _) | (_, RestAfter::None) => (begin, begin),
            (Kind::Day, RestAfter::Morning) => (begin, begin + NOON),
            (Kind::Day, RestAfter::Day) => own,
        };
        if within(rest, &self.pieces[first..]) > 0 {
            self.codes.add(Code::RestAfterDuty);
            cut(&mut self.pieces, first, rest);
        }
        let Some(bounds) = ends(&self.pieces[first..]) else { return };
        self.has_work |= session.kind == Kind::Day;
        let since = self.regular.len();
        self.regular.extend_from_slice(&self.pieces[first..]);
        let whole = match session.flexible {
            Some(flexible) => {
                Dues::flexible(own, (begin + flexible.until * MINUTE, flexible.span * MINUTE))
            }
            None => Dues::fixed(bounds),
        };
        self.cover(first, since, covers);
        let required = total(&self.regular[since..]);
        let remaining = total(&self.pieces[first..]);
        let left = if remaining == required { Some(whole) } else { self.left(first, &whole) };
        let (left, is_gone) = (left.unwrap_or(whole), left.is_none());
        let (kind, half_days) = (session.kind, session.half_days);
        let pieces = (first, self.pieces.len());
        self.sessions.push(Owed {
            place,
            kind,
            half_days,
            is_gone,
            own,
            whole,
            left,
            required,
            remaining,
            pieces,
        });
    }

    /// Takes leave and trips out of the pieces from `first` on, which were the regular ones from `since` on.
    fn cover(&mut self, first: usize, since: usize, covers: &[Cover]) {
        for cover in covers.iter().filter(|cover| cover.is_away()) {
            let regular = &self.regular[since..];
            if within(cover.span(), regular) == 0 {
                continue;
            }
            let is_leave = cover.kind == CoverKind::Leave;
            let clashes = |other: &&Cover| {
                other.is_away()
                    && is_leave != (other.kind == CoverKind::Leave)
                    && within(shared(cover.span(), other.span()), regular) > 0
            };
            if covers.iter().any(|other| clashes(&other)) {
                self.codes.add(Code::ToVerify);
            }
            self.codes.add(if is_leave { Code::Leave } else { Code::Trip });
            cut(&mut self.pieces, first, cover.span());
        }
    }

    /// When one is to arrive and leave in what cover left. Of a flexible session that is its core, from the latest
    /// arrival to the earliest departure.
    fn left(&self, first: usize, whole: &Dues) -> Option<Dues> {
        let core = |piece: &Span| match whole.flexible {
            Some(_) => shared(*piece, (whole.arrive, whole.leave)),
            None => *piece,
        };
        let pieces: Vec<_> =
            self.pieces[first..].iter().map(core).filter(|piece| length(*piece) > 0).collect();
        ends(&pieces).map(Dues::fixed)
    }
}

fn total(pieces: &[Span]) -> Second {
    pieces.iter().map(|piece| length(*piece)).sum()
}

/// Whether a day of a rule holds a duty.
pub(super) fn on_duty(rule: &Rule, date: Date) -> bool {
    rule.sessions_on(date).iter().any(|session| session.kind == Kind::Duty)
}
