//! One session judged by the punches that count.

use super::cover::Cover;
use super::evidence::Evidence;
use super::limits::Limits;
use super::owed::{Dues, Owed};
use super::span::Span;
use super::time::Second;
use super::window::{Bound, Window};
use qz_domain::attendance::{Code, Codes, CoverKind};
use qz_mechanism::attendance::Kind;

/// Arriving is without evidence.
const NO_ARRIVAL: u8 = 1;
/// Leaving is without evidence.
const NO_DEPARTURE: u8 = 2;

/// What a session came to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Judged {
    /// When one was to arrive and to leave.
    pub due: Span,
    /// When one arrived, as far as known.
    pub arrived: Option<Second>,
    /// When one left.
    pub left: Option<Second>,
    /// Seconds late beyond the grace.
    pub late: Second,
    /// Seconds early beyond the grace.
    pub early: Second,
    /// Half-days without evidence.
    pub halves: u8,
    /// The points without evidence where the session has some.
    pub missing: u8,
    /// The codes of these.
    pub codes: Codes,
}

/// Judges a session. Cover never makes it worse: where what is left comes out graver than the whole, the whole
/// stands.
pub(super) fn judge(
    own: Bound<'_>,
    window: &Window<'_>,
    punches: &[Second],
    covers: &[Cover],
) -> Judged {
    let under = |dues: &Dues| {
        let evidence = Evidence::of(own, dues, window, punches);
        Sitting { owed: own.owed, dues, limits: own.limits, window, covers }.judge(evidence)
    };
    let left = under(&own.owed.left);
    if !own.owed.is_cut() {
        return left;
    }
    let whole = under(&own.owed.whole);
    if left.gravity() > whole.gravity() { whole } else { left }
}

impl Judged {
    /// How much is amiss; of two the greater is the graver. Not to know is graver than to know of lateness: an
    /// arrival just after a leave is late from its end, and no departure.
    fn gravity(&self) -> (u8, u32, bool, bool, bool, Second) {
        let has = |code| self.codes.has(code);
        (
            self.halves,
            self.missing.count_ones(),
            has(Code::VeryLate),
            has(Code::Late),
            has(Code::LeftEarly),
            self.late + self.early,
        )
    }
}

struct Sitting<'a> {
    owed: &'a Owed,
    dues: &'a Dues,
    limits: &'a Limits,
    window: &'a Window<'a>,
    covers: &'a [Cover],
}

impl Sitting<'_> {
    fn judge(&self, evidence: Evidence) -> Judged {
        let mut codes = Codes::NONE;
        let arrive = self.dues.arrive;
        let on_time = |at: Second| at <= arrive + self.limits.grace_late;
        let counts_as = self.dues.flexible.map_or(arrive, |(from, _)| from);
        let arriving = (self.window.open, self.dues.split);
        let claimed = |codes: &mut Codes| self.claimed(arriving, codes).min();
        let arrived = match evidence.arrived {
            Some(at) if on_time(at) => Some(at),
            _ if self.is_excused(arrive) => Some(excused(counts_as, &mut codes)),
            found => found.or_else(|| claimed(&mut codes)),
        };
        let leave = self.leave(arrived);
        let in_time = |at: Second| at >= leave - self.limits.grace_early;
        let leaving = (self.dues.split, self.window.close);
        let left = match evidence.left {
            Some(at) if in_time(at) => Some(at),
            _ if self.is_excused(leave) => Some(excused(leave, &mut codes)),
            found => found.or_else(|| self.claimed(leaving, &mut codes).max()),
        };
        codes = codes.and(
            Codes::of(Code::Duty)
                .when(self.owed.kind == Kind::Duty && (arrived.is_some() || left.is_some())),
        );
        let due = (arrive, leave);
        let nothing =
            Judged { due, arrived, left, late: 0, early: 0, halves: 0, missing: 0, codes };
        self.weigh(nothing)
    }

    /// When one is to leave: of a flexible session a span after arriving.
    fn leave(&self, arrived: Option<Second>) -> Second {
        match self.dues.flexible {
            Some((from, span)) => {
                arrived.map_or(from, |at| at.clamp(from, self.dues.arrive)) + span
            }
            None => self.dues.leave,
        }
    }

    fn is_excused(&self, due: Second) -> bool {
        let outages = self.covers.iter().filter(|cover| cover.kind == CoverKind::Outage);
        outages.into_iter().any(|cover| cover.from <= due && due < cover.to)
    }

    /// Approved claims of a stretch, each of which is noted where it is taken.
    fn claimed<'c>(
        &'c self,
        (from, to): Span,
        codes: &'c mut Codes,
    ) -> impl Iterator<Item = Second> + 'c {
        let claims = self.covers.iter().filter(|cover| cover.kind == CoverKind::Correction);
        let within = claims.map(|cover| cover.from).filter(move |at| (from..to).contains(at));
        within.inspect(|_| codes.add(Code::Corrected))
    }

    fn weigh(&self, found: Judged) -> Judged {
        let mut judged = found;
        let (arrived, left) = (found.arrived, found.left);
        if arrived.is_none() && left.is_none() {
            judged.halves = self.owed.halves();
            return judged;
        }
        let late = arrived.map_or(0, |at| at - self.dues.arrive);
        if late > self.limits.grace_late {
            if late > self.limits.top {
                judged.halves = 1;
                if self.owed.half_days == 1 {
                    return judged;
                }
            } else {
                judged.late = late;
                judged.codes.add(if late > self.limits.late { Code::VeryLate } else { Code::Late });
            }
        }
        let early = left.map_or(0, |at| found.due.1 - at);
        if early > self.limits.grace_early {
            judged.early = early;
            judged.codes.add(Code::LeftEarly);
        }
        judged.missing |= NO_ARRIVAL * u8::from(arrived.is_none());
        judged.missing |= NO_DEPARTURE * u8::from(left.is_none());
        judged.codes = judged.codes.and(Codes::of(Code::MissingPunch).when(judged.missing != 0));
        judged
    }
}

/// A point that an outage excuses counts as due.
fn excused(due: Second, codes: &mut Codes) -> Second {
    codes.add(Code::Outage);
    due
}
