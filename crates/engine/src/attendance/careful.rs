//! A person-day judged with everything that may matter.

use super::cover::Cover;
use super::evidence::between;
use super::judge::Judge;
use super::limits::Limits;
use super::owed::{Owed, OwedDay};
use super::person::Facts;
use super::row::{Points, Row};
use super::session::{Judged, judge};
use super::span::{Span, length, shared, within};
use super::time::{DayNumber, Second, midnight};
use super::window::{Bound, Window};
use qz_domain::attendance::{Code, Codes, CoverKind};
use qz_mechanism::attendance::Kind;

/// Codes beside which a day is not normal.
pub(super) const AMISS: Codes = Codes::of(Code::ToVerify)
    .and(Codes::of(Code::Unexplained))
    .and(Codes::of(Code::UnexplainedHalf))
    .and(Codes::of(Code::VeryLate))
    .and(Codes::of(Code::Late))
    .and(Codes::of(Code::LeftEarly))
    .and(Codes::of(Code::MissingPunch));

/// A session of a day with what it came to and the seconds worked in it.
pub(super) type Part<'a> = (&'a Owed, Judged, Second);

/// What is owed on a day and on its neighbours, kept while the days of a person are walked.
#[derive(Debug, Default)]
pub(super) struct Workbench {
    days: [OwedDay; 3],
    at: Option<DayNumber>,
}

impl Workbench {
    /// Forgets the person.
    pub fn reset(&mut self) {
        self.at = None;
    }

    /// Works out what a day and its neighbours ask.
    pub fn turn_to(&mut self, judge: &Judge<'_>, facts: &Facts<'_>, day: DayNumber) {
        if self.at == Some(day - 1) {
            self.days.rotate_left(1);
            self.days[2].fill(judge, facts, day + 1);
        } else if self.at != Some(day) {
            for (owed, day) in self.days.iter_mut().zip(day - 1..) {
                owed.fill(judge, facts, day);
            }
        }
        self.at = Some(day);
    }

    /// The day itself.
    pub fn day(&self) -> &OwedDay {
        &self.days[1]
    }

    /// The session before those of the day, and the one after.
    pub fn neighbours<'a>(
        &'a self,
        judge: &'a Judge<'_>,
    ) -> (Option<Bound<'a>>, Option<Bound<'a>>) {
        let [before, _, after] = &self.days;
        let bound = |day: &'a OwedDay, owed: Option<&'a Owed>| {
            Some(Bound { owed: owed?, limits: limits(judge, day)? })
        };
        (bound(before, before.sessions.last()), bound(after, after.sessions.first()))
    }

    /// The sessions of the day with their windows.
    pub fn windows<'a>(
        &'a self,
        judge: &'a Judge<'_>,
    ) -> impl Iterator<Item = (Bound<'a>, Window<'a>)> {
        let (before, after) = self.neighbours(judge);
        let day = self.day();
        let limits = limits(judge, day);
        let bound = move |at: usize| Some(Bound { owed: day.sessions.get(at)?, limits: limits? });
        (0..day.sessions.len()).filter_map(move |at| {
            let one = bound(at)?;
            let earlier = at.checked_sub(1).map_or(before, bound);
            let later = bound(at + 1).or(after);
            Some((one, one.window(earlier, later)))
        })
    }

    /// The stretch whose punches are of this day: its date, less what is of a neighbour's sessions, and what of
    /// its own sessions lies beyond.
    pub fn presence(&self, judge: &Judge<'_>) -> Span {
        let date = (midnight(self.day().day), midnight(self.day().day + 1));
        let (before, after) = self.neighbours(judge);
        let reach = self.windows(judge).fold(None, |reach: Option<Span>, (_, window)| {
            Some(reach.map_or((window.open, window.close), |span| (span.0, window.close)))
        });
        let taken = before.map_or(date.0, |one| one.owed.own.1 + one.limits.after);
        let given = after.map_or(date.1, |one| one.owed.own.0 - one.limits.before);
        let from = reach.map_or_else(|| taken.max(date.0), |own| own.0.min(taken.max(date.0)));
        let to = reach.map_or_else(|| given.min(date.1), |own| own.1.max(given.min(date.1)));
        (from, to)
    }
}

fn limits<'a>(judge: &'a Judge<'_>, day: &OwedDay) -> Option<&'a Limits> {
    let (_, rule) = day.under?;
    judge.limits.get(usize::from(rule))
}

/// Judges the day the workbench is turned to; tells each session to `see`. `None` where no row is due.
pub(super) fn row(
    judge: &Judge<'_>,
    (person, facts): (u32, &Facts<'_>),
    bench: &Workbench,
    mut see: impl FnMut(Part<'_>),
) -> Option<(u32, Row)> {
    let day = bench.day();
    let (unit, rule) = day.under?;
    let mut tally = Tally::new(day.codes);
    let span = bench.presence(judge);
    let seen = between(span, facts.punches);
    let presence = seen.first().zip(seen.last()).map(|(first, last)| (*first, *last));
    if !day.is_unknown {
        for (bound, window) in bench.windows(judge).filter(|(bound, _)| !bound.owed.is_gone) {
            let judged = self::judge(bound, &window, facts.punches, facts.covers);
            let worked = worked(&judged, day.pieces_of(bound.owed));
            tally.add(bound.owed, &judged, worked);
            see((bound.owed, judged, worked));
        }
        if !between(span, facts.doubtful).is_empty() {
            tally.codes.add(Code::ToVerify);
        }
        tally.free_time(day, facts.covers, presence.unwrap_or_default());
    }
    let mut remarks = tally.remarks;
    if judge.days.is_provisional(day.day) {
        remarks |= Row::PROVISIONAL;
    }
    let minutes = |seconds: Second| u16::try_from(seconds / 60).unwrap_or(u16::MAX);
    let row = Row {
        person,
        day: day.day,
        codes: tally.codes(),
        first: presence.map_or(Row::NO_PUNCH, |(first, _)| first),
        last: presence.map_or(Row::NO_PUNCH, |(_, last)| last),
        late: tally.late,
        early: tally.early,
        worked: minutes(tally.worked),
        missing: tally.missing,
        halves: tally.halves,
        remarks,
        rule,
    };
    Some((unit, row))
}

/// The seconds of a session that were worked; none where a point is unknown.
fn worked(judged: &Judged, pieces: &[Span]) -> Second {
    judged.arrived.zip(judged.left).map_or(0, |stay| within(stay, pieces))
}

struct Tally {
    codes: Codes,
    late: u16,
    early: u16,
    worked: Second,
    missing: Points,
    halves: u8,
    remarks: u8,
    has_work: bool,
}

impl Tally {
    fn new(codes: Codes) -> Self {
        Self {
            codes,
            late: 0,
            early: 0,
            worked: 0,
            missing: Points::default(),
            halves: 0,
            remarks: 0,
            has_work: false,
        }
    }

    fn add(&mut self, owed: &Owed, judged: &Judged, worked: Second) {
        let minutes = |seconds: Second| u16::try_from(seconds / 60).unwrap_or(u16::MAX);
        self.codes = self.codes.and(judged.codes);
        self.late = self.late.saturating_add(minutes(judged.late));
        self.early = self.early.saturating_add(minutes(judged.early));
        self.worked += worked;
        self.missing.add(owed.place, judged.missing);
        self.halves = self.halves.saturating_add(judged.halves);
        self.has_work |= owed.kind == Kind::Day;
    }

    /// What was worked outside of sessions: inside an order it is overtime; on a day that asked for nothing and had
    /// no order it is told and not approved.
    fn free_time(&mut self, day: &OwedDay, covers: &[Cover], presence: Span) {
        let date = (midnight(day.day), midnight(day.day + 1));
        let orders = covers.iter().filter(|cover| cover.kind == CoverKind::Overtime);
        let mut is_ordered = false;
        let mut overtime = 0;
        let mut counted = Second::MIN;
        for order in orders {
            is_ordered |= order.meets(date);
            // Orders come by their start: what an earlier one covered is not counted again.
            let span = shared((order.from.max(counted), order.to), presence);
            overtime += length(span) - within(span, &day.regular).min(length(span));
            counted = counted.max(order.to);
        }
        self.worked += overtime;
        self.codes = self.codes.and(Codes::of(Code::Overtime).when(overtime >= 60));
        if day.sessions.iter().all(|owed| owed.is_gone) && !is_ordered && length(presence) > 0 {
            self.worked = length(presence);
            self.remarks |= Row::UNAPPROVED;
        }
    }

    fn codes(&self) -> Codes {
        let unexplained = match self.halves {
            0 => Codes::NONE,
            1 => Codes::of(Code::UnexplainedHalf),
            _ => Codes::of(Code::Unexplained),
        };
        let codes = self.codes.and(unexplained);
        codes.and(Codes::of(Code::Normal).when(self.has_work && !codes.meets(AMISS)))
    }
}
