//! Under which rule and for which unit somebody is, from day to day (考勤归属): the unit of the post held that day, a
//! secondment before the own post; the person's own rule before the unit's, the nearest unit's before those above.

use super::assignment::Assignment;
use crate::appointment::{Appointment, AppointmentKind};
use crate::id::{PersonId, UnitId};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::{BTreeSet, HashMap};

/// A span of days under one rule, for one unit; both ends count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placement {
    /// The unit that answers for these days.
    pub unit: UnitId,
    /// The rule.
    pub code: String,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

/// The spans with rostered duties laid over them (排班): on such a day the rule of the duty takes the place of the day's own,
/// for the same unit. `duties` are days with the rules of their duties, in the order of time; of two on one day the first
/// is asked. On a day that no rule binds, nothing is.
pub fn with_duties(placed: Vec<Placement>, duties: &[(Date, String)]) -> Vec<Placement> {
    let mut laid = vec![];
    for span in placed {
        let mut rest = Some(span.from);
        let here = |duty: &&(Date, String)| (span.from..=span.to).contains(&duty.0);
        for (day, code) in duties.iter().filter(here) {
            let Some(from) = rest.filter(|from| from <= day) else { continue };
            let before = day.yesterday().ok().filter(|before| from <= *before);
            laid.extend(before.map(|to| Placement { from, to, ..span.clone() }));
            laid.push(Placement { code: code.clone(), from: *day, to: *day, unit: span.unit });
            rest = day.tomorrow().ok();
        }
        let left = rest.filter(|from| *from <= span.to);
        laid.extend(left.map(|from| Placement { from, ..span.clone() }));
    }
    laid
}

/// Every assignment, and what stands above what.
#[derive(Debug, Clone, Default)]
pub struct Roll {
    of_units: HashMap<UnitId, Vec<Assignment>>,
    of_people: HashMap<PersonId, Vec<Assignment>>,
    parents: HashMap<UnitId, UnitId>,
}

impl Roll {
    /// Of the assignments there are and of the units with the unit above each.
    pub fn new(
        assignments: impl IntoIterator<Item = Assignment>,
        parents: impl IntoIterator<Item = (UnitId, UnitId)>,
    ) -> Self {
        let mut roll = Self { parents: parents.into_iter().collect(), ..Self::default() };
        for one in assignments {
            match one.person {
                Some(person) => roll.of_people.entry(person).or_default().push(one),
                None => roll.of_units.entry(one.unit).or_default().push(one),
            }
        }
        roll
    }

    /// Where somebody is placed in a stretch, in the order of time. Days on which they hold no post, or no rule binds,
    /// are in none.
    pub fn placements(&self, held: &[Appointment], (from, to): (Date, Date)) -> Vec<Placement> {
        let mut placed: Vec<Placement> = vec![];
        let turns: Vec<Date> = self.turns(held, (from, to)).into_iter().collect();
        for (at, first) in turns.iter().enumerate() {
            let next = turns.get(at + 1).and_then(|next| next.yesterday().ok());
            let last = next.unwrap_or(to).min(to);
            let Some((unit, code)) = self.on(held, *first) else { continue };
            let goes_on = |before: &&mut Placement| {
                (before.unit, before.code.as_str()) == (unit, code)
                    && before.to.tomorrow().is_ok_and(|day| day == *first)
            };
            match placed.last_mut().filter(goes_on) {
                Some(before) => before.to = last,
                None => {
                    placed.push(Placement { unit, code: code.to_owned(), from: *first, to: last });
                }
            }
        }
        placed
    }

    /// The first day of the stretch, and each day on which something may change.
    fn turns(&self, held: &[Appointment], (from, to): (Date, Date)) -> BTreeSet<Date> {
        let mut turns = BTreeSet::from([from]);
        let mut turn = |since: Date, until: Option<Date>| {
            let after = until.and_then(|until| until.checked_add(1.day()).ok());
            let ends = [Some(since), after].into_iter().flatten();
            turns.extend(ends.filter(|day| from < *day && *day <= to));
        };
        for post in held {
            turn(post.since, post.until);
            for one in self.line(post.unit).flat_map(|unit| self.bound(unit)) {
                turn(one.since, one.until);
            }
        }
        let own = held.first().and_then(|post| self.of_people.get(&post.person));
        own.into_iter().flatten().for_each(|one| turn(one.since, one.until));
        turns
    }

    /// The unit and the rule of a day.
    fn on(&self, held: &[Appointment], day: Date) -> Option<(UnitId, &str)> {
        let mut holding = held.iter().filter(|one| one.holds_on(day));
        let lent = holding.clone().find(|one| one.kind.is_away());
        let post = lent.or_else(|| holding.find(|one| one.kind == AppointmentKind::Full))?;
        let mine = self.of_people.get(&post.person).into_iter().flatten();
        let own = mine.clone().find(|one| one.holds_on(day));
        let of_unit = || {
            let near = |unit| self.bound(unit).iter().find(|one| one.holds_on(day));
            self.line(post.unit).find_map(near)
        };
        Some((post.unit, &own.or_else(of_unit)?.code))
    }

    /// What binds a unit itself.
    fn bound(&self, unit: UnitId) -> &[Assignment] {
        self.of_units.get(&unit).map_or(&[], Vec::as_slice)
    }

    /// A unit, the one above it, and so on.
    fn line(&self, unit: UnitId) -> impl Iterator<Item = UnitId> {
        // No more units stand above each other than there are, should the records run in a ring.
        let above = |unit: &UnitId| self.parents.get(unit).copied();
        std::iter::successors(Some(unit), above).take(self.parents.len() + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{AppointmentId, AssignmentId, PostId};
    use jiff::civil::date;

    fn day(day: i8) -> Date {
        date(2026, 3, day)
    }

    fn post(unit: i64, kind: AppointmentKind, since: i8, until: Option<i8>) -> Appointment {
        Appointment {
            id: AppointmentId(1),
            person: PersonId(7),
            unit: UnitId(unit),
            post: PostId(1),
            kind,
            since: day(since),
            due: None,
            until: until.map(day),
        }
    }

    fn rule(
        unit: i64,
        person: Option<i64>,
        code: &str,
        since: i8,
        until: Option<i8>,
    ) -> Assignment {
        Assignment {
            id: AssignmentId(1),
            unit: UnitId(unit),
            person: person.map(PersonId),
            code: code.to_owned(),
            since: day(since),
            until: until.map(day),
            reason: String::new(),
            document: String::new(),
        }
    }

    fn told(roll: &Roll, held: &[Appointment]) -> Vec<(i64, String, i8, i8)> {
        let placed = roll.placements(held, (day(1), day(31)));
        placed.into_iter().map(|p| (p.unit.0, p.code, p.from.day(), p.to.day())).collect()
    }

    #[test]
    fn a_transfer_charges_each_day_to_the_unit_of_that_day() {
        let roll = Roll::new(
            vec![rule(1, None, "R1", 1, None), rule(2, None, "R1", 1, None)],
            [(UnitId(1), UnitId(9)), (UnitId(2), UnitId(9))],
        );
        let held =
            [post(2, AppointmentKind::Full, 16, None), post(1, AppointmentKind::Full, 1, Some(15))];
        assert_eq!(told(&roll, &held), [(1, "R1".to_owned(), 1, 15), (2, "R1".to_owned(), 16, 31)]);
    }

    #[test]
    fn the_host_of_a_secondment_answers_and_the_own_rule_goes_before_the_units() {
        let roll = Roll::new(
            vec![
                rule(9, None, "R2", 1, None),
                rule(1, None, "R1", 5, None),
                rule(1, Some(7), "HALF", 20, Some(22)),
            ],
            [(UnitId(1), UnitId(9)), (UnitId(2), UnitId(9))],
        );
        let held = [
            post(2, AppointmentKind::Secondment, 10, Some(12)),
            post(1, AppointmentKind::Full, 3, None),
        ];
        let expected = [
            (1, "R2", 3, 4),
            (1, "R1", 5, 9),
            (2, "R2", 10, 12),
            (1, "R1", 13, 19),
            (1, "HALF", 20, 22),
            (1, "R1", 23, 31),
        ];
        let expected: Vec<_> =
            expected.into_iter().map(|(u, c, f, t)| (u, c.to_owned(), f, t)).collect();
        assert_eq!(told(&roll, &held), expected);
    }

    #[test]
    fn a_rostered_duty_takes_the_place_of_its_day_alone() {
        let span = |code: &str, from, to| Placement {
            unit: UnitId(1),
            code: code.to_owned(),
            from: day(from),
            to: day(to),
        };
        let duty = |on, code: &str| (day(on), code.to_owned());
        let placed = vec![span("R1", 1, 10), span("R2", 11, 12)];
        let duties = [
            duty(1, "夜"),
            duty(4, "夜"),
            duty(4, "晚"),
            duty(5, "晚"),
            duty(12, "夜"),
            duty(20, "夜"),
        ];
        let expected = vec![
            span("夜", 1, 1),
            span("R1", 2, 3),
            span("夜", 4, 4),
            span("晚", 5, 5),
            span("R1", 6, 10),
            span("R2", 11, 11),
            span("夜", 12, 12),
        ];
        assert_eq!(with_duties(placed.clone(), &duties), expected);
        assert_eq!(with_duties(placed.clone(), &[]), placed);
    }

    #[test]
    fn without_a_post_or_a_rule_there_is_no_day() {
        let roll = Roll::new(vec![rule(1, None, "R1", 10, Some(12))], []);
        assert_eq!(told(&roll, &[]), []);
        assert_eq!(
            told(&roll, &[post(1, AppointmentKind::Full, 1, None)]),
            [(1, "R1".to_owned(), 10, 12)]
        );
        let joined = [post(1, AppointmentKind::Full, 11, Some(11))];
        assert_eq!(told(&roll, &joined), [(1, "R1".to_owned(), 11, 11)]);
    }
}
