//! A slow and obvious judge: minutes are ticked off one by one, nothing is remembered, nothing is clever. It reads the
//! same page of rules.

use super::bench::Known;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use qz_domain::attendance::{Code, Codes, CoverKind};
use qz_domain::calendar::Calendar;
use qz_engine::attendance::{Cover, Second};
use qz_mechanism::attendance::{Kind, RestAfter, Rule, RuleBook, Session};

/// A session with the minutes that are owed and those that are left.
#[derive(Clone)]
struct Owed<'a> {
    rule: &'a Rule,
    session: &'a Session,
    start: Second,
    end: Second,
    due: Vec<bool>,
    left: Vec<bool>,
}

/// What is owed on a day, and what that alone says of it.
struct Day<'a> {
    sessions: Vec<Owed<'a>>,
    has_work: bool,
    codes: Vec<Code>,
}

pub struct Slow<'a> {
    pub book: &'a RuleBook,
    pub calendar: &'a Calendar,
    pub known: &'a Known,
}

pub fn midnight(day: Date) -> Second {
    Second::try_from(day.duration_since(date(2000, 1, 1)).as_secs()).unwrap()
}

impl<'a> Slow<'a> {
    pub fn rule(&self, day: Date) -> Option<&'a Rule> {
        let is_posted = |(_, from, to): &&(String, Date, Option<Date>)| {
            *from <= day && to.is_none_or(|to| day <= to)
        };
        let (code, ..) = self.known.postings.iter().find(is_posted)?;
        self.book.rules().iter().rfind(|rule| rule.code == *code && rule.from <= day)
    }

    fn is_worked(&self, rule: &Rule, day: Date) -> bool {
        let weekday = usize::try_from(day.weekday().to_monday_zero_offset()).unwrap();
        !rule.is_exempt
            && (rule.is_every_day || self.calendar.is_workday(day).unwrap())
            && rule.weekdays.is_none_or(|days| days[weekday])
    }

    fn freed(&self, day: Date) -> RestAfter {
        let before = day - 1.day();
        let roster = self.rule(before).filter(|rule| self.is_worked(rule, before));
        let duty =
            roster.filter(|rule| rule.sessions_on(before).iter().any(|one| one.kind == Kind::Duty));
        duty.map_or(RestAfter::None, |rule| rule.rest_after)
    }

    fn day(&self, day: Date) -> Option<Day<'a>> {
        let rule = self.rule(day)?;
        let mut found = Day { sessions: vec![], has_work: false, codes: vec![] };
        let mut is_idle = true;
        if self.is_worked(rule, day) {
            for session in rule.sessions_on(day) {
                let mut one = self.minutes(rule, session, day, &mut found.codes);
                if !one.due.contains(&true) {
                    is_idle &= !found.codes.contains(&Code::RestAfterDuty);
                    continue;
                }
                is_idle = false;
                found.has_work |= session.kind == Kind::Day;
                self.take_cover(&mut one, &mut found.codes);
                found.sessions.push(one);
            }
        }
        let fact = self.calendar.day(day).unwrap();
        if fact.workday {
            if rule.is_exempt {
                found.codes.push(Code::Exempt);
            } else if is_idle {
                found.codes.push(Code::NotScheduled);
            }
        } else if !found.has_work {
            let is_weekend = day.weekday().to_monday_zero_offset() > 4;
            found.codes.push(match (fact.statutory, is_weekend) {
                (true, _) => Code::StatutoryHoliday,
                (false, true) => Code::Rest,
                (false, false) => Code::InLieuRest,
            });
        }
        Some(found)
    }

    fn minutes(
        &self,
        rule: &'a Rule,
        session: &'a Session,
        day: Date,
        codes: &mut Vec<Code>,
    ) -> Owed<'a> {
        let freed = self.freed(day);
        let mut due = vec![];
        for minute in session.from..session.to {
            let is_break = session.breaks.iter().any(|(from, to)| (*from..*to).contains(&minute));
            let is_freed = session.kind == Kind::Day
                && (freed == RestAfter::Day || freed == RestAfter::Morning && minute < 720);
            if is_freed && !is_break {
                codes.push(Code::RestAfterDuty);
            }
            due.push(!is_break && !is_freed);
        }
        let (start, end) = (midnight(day) + session.from * 60, midnight(day) + session.to * 60);
        Owed { rule, session, start, end, left: due.clone(), due }
    }

    fn covering(&self, minute: Second, is_leave: bool) -> bool {
        self.known.covers.iter().any(|cover| {
            let is_kind = match cover.kind {
                CoverKind::Leave => is_leave,
                CoverKind::Trip | CoverKind::Field => !is_leave,
                _ => false,
            };
            is_kind && cover.from <= minute && minute < cover.to
        })
    }

    fn take_cover(&self, one: &mut Owed<'_>, codes: &mut Vec<Code>) {
        for (place, minute) in (one.start..one.end).step_by(60).enumerate() {
            if !one.due[place] {
                continue;
            }
            let (leave, trip) = (self.covering(minute, true), self.covering(minute, false));
            codes.extend(leave.then_some(Code::Leave));
            codes.extend(trip.then_some(Code::Trip));
            codes.extend((leave && trip).then_some(Code::ToVerify));
            one.left[place] &= !leave && !trip;
        }
    }
}

/// When one is to arrive and leave in minutes that are ticked; of a flexible session only its core counts.
fn dues(one: &Owed<'_>, ticked: &[bool]) -> Option<(Second, Second)> {
    let minutes = (one.start..one.end).step_by(60).zip(ticked).filter(|(minute, is_ticked)| {
        let core = one.session.flexible.is_none_or(|flexible| {
            let (from, to) = (flexible.until - one.session.from, flexible.span);
            (one.start + from * 60..one.start + to * 60).contains(minute)
        });
        **is_ticked && core
    });
    let minutes: Vec<_> = minutes.map(|(minute, _)| minute).collect();
    Some((*minutes.first()?, *minutes.last()? + 60))
}

#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Verdict {
    arrived: Option<Second>,
    left: Option<Second>,
    halves: u8,
    missing: (bool, bool),
    tier: u8,
    late: Second,
    early: Second,
    outage: bool,
    corrected: bool,
}

/// A stretch of a session under one reading of when one is to arrive and leave.
struct Reading {
    arrive: Second,
    leave: Second,
    split: Second,
    flexible: Option<(Second, Second)>,
}

impl Reading {
    fn whole(one: &Owed<'_>) -> Self {
        match one.session.flexible {
            Some(flexible) => {
                let until = one.start + (flexible.until - one.session.from) * 60;
                Self {
                    arrive: until,
                    leave: one.start + flexible.span * 60,
                    split: one.start.midpoint(one.end),
                    flexible: Some((one.start, flexible.span * 60)),
                }
            }
            None => Self::fixed(dues(one, &one.due).unwrap()),
        }
    }

    fn left(one: &Owed<'_>) -> Option<Self> {
        if one.left == one.due {
            Some(Self::whole(one))
        } else {
            dues(one, &one.left).map(Self::fixed)
        }
    }

    fn fixed((arrive, leave): (Second, Second)) -> Self {
        Self { arrive, leave, split: arrive.midpoint(leave), flexible: None }
    }
}

fn touch(one: &Owed<'_>, next: &Owed<'_>) -> bool {
    next.start <= one.end
}

fn border(one: &Owed<'_>, next: &Owed<'_>) -> Second {
    (next.start - next.rule.window.before * 60).max(one.end.midpoint(next.start))
}

impl Slow<'_> {
    fn punches(&self, from: Second, to: Second) -> Vec<Second> {
        let mut punches: Vec<_> =
            self.known.punches.iter().copied().filter(|punch| (from..to).contains(punch)).collect();
        punches.sort_unstable();
        punches
    }

    /// Who of two sessions that touch has which punch.
    fn handed_over(
        &self,
        one: (&Owed<'_>, &Reading),
        next: (&Owed<'_>, &Reading),
    ) -> (Option<Second>, Option<Second>) {
        let zone = (next.0.start - next.0.rule.window.before * 60).max(one.1.split);
        let earlier = self.punches(one.1.split, zone).last().copied();
        let near = self.punches(zone, next.1.split);
        if one.0.rule.shares_punch || next.0.rule.shares_punch {
            return (near.last().copied().or(earlier), near.first().copied());
        }
        let mut taps: Vec<Vec<Second>> = vec![];
        for punch in near {
            match taps.last_mut() {
                Some(tap) if punch - tap[0] <= next.0.rule.double_tap => tap.push(punch),
                _ => taps.push(vec![punch]),
            }
        }
        if taps.len() < 2 {
            return (taps.first().and_then(|tap| tap.last()).copied().or(earlier), None);
        }
        let mut best: Option<(Second, Second, Second)> = None;
        for at in 1..taps.len() {
            let (out, arriving) = (*taps[at - 1].last().unwrap(), taps[at][0]);
            let short = (one.1.leave - out).max(0) + (arriving - next.1.arrive).max(0);
            if best.is_none_or(|(least, ..)| short < least) {
                best = Some((short, out, arriving));
            }
        }
        best.map_or((None, None), |(_, out, arriving)| (Some(out), Some(arriving)))
    }

    fn verdict(
        &self,
        one: &Owed<'_>,
        reading: &Reading,
        (before, after): (Option<&Owed<'_>>, Option<&Owed<'_>>),
    ) -> Verdict {
        let gone = |other: &Owed<'_>| Reading::left(other).is_none();
        let before = before.filter(|other| !(touch(other, one) && gone(other)));
        let after = after.filter(|other| !(touch(one, other) && gone(other)));
        let own_open = one.start - one.rule.window.before * 60;
        let own_close = one.end + one.rule.window.after * 60;
        let mut open = before.map_or(own_open, |other| border(other, one));
        let mut close = after.map_or(own_close, |other| own_close.min(border(one, other)));
        let mut arrival = None;
        let mut departure = None;
        if let Some(other) = before.filter(|other| touch(other, one)) {
            let theirs = Reading::left(other).unwrap();
            open = own_open.max(theirs.split);
            arrival = Some(self.handed_over((other, &theirs), (one, reading)).1);
        }
        if let Some(other) = after.filter(|other| touch(one, other)) {
            let theirs = Reading::left(other).unwrap();
            close = theirs.split;
            departure = Some(self.handed_over((one, reading), (other, &theirs)).0);
        }
        let first = arrival.unwrap_or_else(|| self.punches(open, reading.split).first().copied());
        let last = departure.unwrap_or_else(|| self.punches(reading.split, close).last().copied());
        self.points(one, reading, (first, last), (open, close))
    }

    fn points(
        &self,
        one: &Owed<'_>,
        reading: &Reading,
        (first, last): (Option<Second>, Option<Second>),
        (open, close): (Second, Second),
    ) -> Verdict {
        let down = |due: Second| {
            self.known
                .covers
                .iter()
                .any(|cover| cover.kind == CoverKind::Outage && cover.from <= due && due < cover.to)
        };
        let claims = |from: Second, to: Second| {
            let all = self.known.covers.iter().filter(|cover| cover.kind == CoverKind::Correction);
            let mut all: Vec<_> =
                all.map(|cover| cover.from).filter(|at| (from..to).contains(at)).collect();
            all.sort_unstable();
            all
        };
        let grace = &one.rule.grace;
        let mut found = Verdict { arrived: first, left: last, ..Verdict::default() };
        if first.is_none_or(|at| at - reading.arrive > grace.late * 60) {
            if down(reading.arrive) {
                found.arrived = Some(reading.flexible.map_or(reading.arrive, |(from, _)| from));
                found.outage = true;
            } else if first.is_none() {
                found.arrived = claims(open, reading.split).first().copied();
                found.corrected |= found.arrived.is_some();
            }
        }
        let leave = match (reading.flexible, found.arrived) {
            (Some((from, span)), Some(at)) => at.clamp(from, reading.arrive) + span,
            (Some((from, span)), None) => from + span,
            (None, _) => reading.leave,
        };
        if last.is_none_or(|at| leave - at > grace.early * 60) {
            if down(leave) {
                found.left = Some(leave);
                found.outage = true;
            } else if last.is_none() {
                found.left = claims(reading.split, close).last().copied();
                found.corrected |= found.left.is_some();
            }
        }
        weigh(one, (reading.arrive, leave), found)
    }

    /// The codes, minutes late and early, points without evidence and minutes worked of a day.
    pub fn row(&self, day: Date) -> Option<String> {
        let today = self.day(day)?;
        let [before, after] = [day - 1.day(), day + 1.day()].map(|day| self.day(day));
        let mut row = Sum { codes: today.codes.clone(), ..Sum::default() };
        let before = before.as_ref().and_then(|day| day.sessions.last());
        let after = after.as_ref().and_then(|day| day.sessions.first());
        for (place, one) in today.sessions.iter().enumerate() {
            let Some(left) = Reading::left(one) else { continue };
            let earlier = place.checked_sub(1).and_then(|at| today.sessions.get(at)).or(before);
            let later = today.sessions.get(place + 1).or(after);
            let whole = Reading::whole(one);
            let mut verdict = self.verdict(one, &left, (earlier, later));
            if (left.arrive, left.leave, left.flexible)
                != (whole.arrive, whole.leave, whole.flexible)
            {
                let other = self.verdict(one, &whole, (earlier, later));
                if gravity(&verdict) > gravity(&other) {
                    verdict = other;
                }
            }
            row.add(one, &verdict);
        }
        let presence = self.presence(day, &today, (before, after));
        let is_free = today.sessions.iter().all(|one| Reading::left(one).is_none());
        self.free_time(&mut row, day, (&today, is_free), presence);
        Some(row.said())
    }

    fn presence(
        &self,
        day: Date,
        today: &Day<'_>,
        (before, after): (Option<&Owed<'_>>, Option<&Owed<'_>>),
    ) -> (Second, Second) {
        let (mut from, mut to) = (midnight(day), midnight(day) + 86_400);
        if let Some(one) = before {
            from = from.max(one.end + one.rule.window.after * 60);
        }
        if let Some(one) = after {
            to = to.min(one.start - one.rule.window.before * 60);
        }
        let gone = |other: &Owed<'_>| Reading::left(other).is_none();
        for (place, one) in today.sessions.iter().enumerate() {
            let earlier = place.checked_sub(1).and_then(|at| today.sessions.get(at)).or(before);
            let later = today.sessions.get(place + 1).or(after);
            let own_open = one.start - one.rule.window.before * 60;
            let own_close = one.end + one.rule.window.after * 60;
            if place == 0 {
                from = from.min(match earlier {
                    Some(other) if touch(other, one) && gone(other) => own_open,
                    Some(other) if touch(other, one) => {
                        own_open.max(Reading::left(other).unwrap().split)
                    }
                    Some(other) => border(other, one),
                    None => own_open,
                });
            }
            if place + 1 == today.sessions.len() {
                to = to.max(match later {
                    Some(other) if touch(one, other) && gone(other) => own_close,
                    Some(other) if touch(one, other) => Reading::left(other).unwrap().split,
                    Some(other) => own_close.min(border(one, other)),
                    None => own_close,
                });
            }
        }
        let punches = self.punches(from, to);
        punches.first().zip(punches.last()).map_or((0, 0), |(first, last)| (*first, *last))
    }

    fn free_time(
        &self,
        row: &mut Sum,
        day: Date,
        (today, is_free): (&Day<'_>, bool),
        (first, last): (Second, Second),
    ) {
        let orders: Vec<_> =
            self.known.covers.iter().filter(|cover| cover.kind == CoverKind::Overtime).collect();
        let midnight = midnight(day);
        let mut overtime = 0;
        for minute in (first - first % 60..last).step_by(60) {
            let is_ordered = orders.iter().any(|order| order.from <= minute && minute < order.to);
            let is_owed = today.sessions.iter().any(|one| {
                (one.start..one.end).contains(&minute)
                    && one.due[usize::try_from((minute - one.start) / 60).unwrap()]
            });
            let seconds = last.min(minute + 60) - first.max(minute);
            overtime += if is_ordered && !is_owed { seconds } else { 0 };
            if orders.is_empty() {
                break;
            }
        }
        row.worked += overtime;
        row.codes.extend((overtime >= 60).then_some(Code::Overtime));
        let touches = |order: &&Cover| order.from < midnight + 86_400 && midnight < order.to;
        if is_free && !orders.iter().any(touches) && last > first {
            row.worked = last - first;
        }
    }
}

fn weigh(one: &Owed<'_>, (arrive, leave): (Second, Second), found: Verdict) -> Verdict {
    let mut verdict = found;
    let count = |ticked: &[bool]| ticked.iter().filter(|ticked| **ticked).count();
    if found.arrived.is_none() && found.left.is_none() {
        let is_half = 2 * count(&one.left) <= count(&one.due);
        verdict.halves = if is_half { 1 } else { one.session.half_days };
        return verdict;
    }
    if let Some(late) =
        found.arrived.map(|at| at - arrive).filter(|late| *late > one.rule.grace.late * 60)
    {
        let tiers = one.rule.tiers.map(|tiers| (tiers.late * 60, tiers.very_late * 60));
        verdict.tier = match tiers {
            Some((_, top)) if late > top => 3,
            Some((first, _)) if late > first => 2,
            _ => 1,
        };
        if verdict.tier == 3 {
            verdict.halves = 1;
            if one.session.half_days == 1 {
                return verdict;
            }
        } else {
            verdict.late = late;
        }
    }
    if let Some(early) =
        found.left.map(|at| leave - at).filter(|early| *early > one.rule.grace.early * 60)
    {
        verdict.early = early;
    }
    verdict.missing = (found.arrived.is_none(), found.left.is_none());
    verdict
}

fn gravity(verdict: &Verdict) -> (u8, u8, bool, bool, bool, Second) {
    let missing = u8::from(verdict.missing.0) + u8::from(verdict.missing.1);
    let (late, early) = (verdict.late, verdict.early);
    (verdict.halves, missing, verdict.tier == 2, verdict.tier == 1, early > 0, late + early)
}

#[derive(Default)]
struct Sum {
    codes: Vec<Code>,
    late: Second,
    early: Second,
    halves: u8,
    missing: Vec<String>,
    worked: Second,
}

impl Sum {
    fn add(&mut self, one: &Owed<'_>, verdict: &Verdict) {
        let codes = &mut self.codes;
        let has_evidence = verdict.arrived.is_some() || verdict.left.is_some();
        codes.extend((verdict.tier == 1).then_some(Code::Late));
        codes.extend((verdict.tier == 2).then_some(Code::VeryLate));
        codes.extend((verdict.early > 0).then_some(Code::LeftEarly));
        codes.extend(verdict.outage.then_some(Code::Outage));
        codes.extend(verdict.corrected.then_some(Code::Corrected));
        codes.extend((one.session.kind == Kind::Duty && has_evidence).then_some(Code::Duty));
        codes.extend((one.session.kind == Kind::Day).then_some(Code::Normal));
        for (is_missing, point) in [(verdict.missing.0, "in"), (verdict.missing.1, "out")] {
            if is_missing {
                self.missing.push(format!("{}_{point}", one.session.name));
                codes.push(Code::MissingPunch);
            }
        }
        self.late += verdict.late / 60;
        self.early += verdict.early / 60;
        self.halves += verdict.halves;
        if let (Some(arrived), Some(left)) = (verdict.arrived, verdict.left) {
            for (minute, is_left) in (one.start..one.end).step_by(60).zip(&one.left) {
                let within = left.min(minute + 60) - arrived.max(minute);
                self.worked += if *is_left { within.max(0) } else { 0 };
            }
        }
    }

    fn said(mut self) -> String {
        self.codes.extend(match self.halves {
            0 => None,
            1 => Some(Code::UnexplainedHalf),
            _ => Some(Code::Unexplained),
        });
        let amiss = [
            Code::ToVerify,
            Code::Unexplained,
            Code::UnexplainedHalf,
            Code::VeryLate,
            Code::Late,
            Code::LeftEarly,
            Code::MissingPunch,
        ];
        if self.codes.iter().any(|code| amiss.contains(code)) {
            self.codes.retain(|code| *code != Code::Normal);
        }
        let codes = self.codes.into_iter().fold(Codes::NONE, |all, code| all.and(Codes::of(code)));
        let missing = if self.missing.is_empty() { "-".to_owned() } else { self.missing.join("+") };
        format!("{codes} {} {} {missing} {}", self.late, self.early, self.worked / 60)
    }
}
