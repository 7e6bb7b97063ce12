//! Laws of the combination: each rule by itself, and that neither order nor length is ever wrong.

use super::*;
use crate::id::{PersonId, SanctionId, UnitId};
use crate::sanction::{Imposer, SanctionRefusal, must_be_lawful};
use jiff::civil::date;
use proptest::prelude::*;

fn one(kind: SanctionKind, decided_on: Date) -> Sanction {
    Sanction {
        id: SanctionId(1),
        subject: PersonId(1),
        unit: UnitId(1),
        kind,
        imposer: Imposer::Office,
        organ: "示河县人民政府".to_owned(),
        number: "示政处〔2021〕1号".to_owned(),
        hash: String::new(),
        decided_on,
        heard_on: decided_on,
        stated: None,
        stage: Stage::Recorded,
        ended_on: None,
        ended_by: String::new(),
        ended_number: String::new(),
        corrected: String::new(),
        version: 1,
    }
}

fn until(rows: &[Sanction]) -> (SanctionKind, Option<Date>) {
    let found = combined(Law::shipped(), rows).unwrap();
    (found.kind, found.until)
}

const DAY: Date = date(2021, 1, 15);

#[test]
fn each_kind_has_the_period_of_its_law_then_and_now() {
    let months = |day: Date| {
        SanctionKind::ALL.iter().map(|kind| period(Law::shipped(), *kind, day)).collect::<Vec<_>>()
    };
    let expected = [Some(6), Some(12), Some(18), Some(24), Some(24), None];
    assert_eq!(months(date(2015, 6, 18)), expected);
    assert_eq!(months(date(2020, 7, 1)), expected);
    assert_eq!(months(date(2007, 5, 31)), [None; 6], "before the ordinance of 2007");
}

#[test]
fn of_several_kinds_at_once_the_heaviest_is_executed_alone() {
    let rows = [one(SanctionKind::Warning, DAY), one(SanctionKind::MajorDemerit, DAY)];
    assert_eq!(until(&rows), (SanctionKind::MajorDemerit, Some(date(2022, 7, 15))));
}

#[test]
fn several_of_one_kind_run_for_what_is_stated_and_for_one_period_otherwise() {
    let mut rows = [one(SanctionKind::Demerit, DAY), one(SanctionKind::Demerit, DAY)];
    assert_eq!(until(&rows), (SanctionKind::Demerit, Some(date(2022, 1, 15))));
    rows[1].stated = Some(20);
    assert_eq!(until(&rows), (SanctionKind::Demerit, Some(date(2022, 9, 15))));
    rows[0].stage = Stage::Rescinded;
    assert_eq!(until(&rows), (SanctionKind::Demerit, Some(date(2022, 1, 15))), "one is left");
}

#[test]
fn a_new_one_begins_when_the_running_one_ends_and_48_months_are_the_most() {
    let rows = [one(SanctionKind::Demerit, DAY), one(SanctionKind::Warning, date(2021, 7, 15))];
    assert_eq!(until(&rows), (SanctionKind::Demerit, Some(date(2022, 7, 15))));
    let later = [one(SanctionKind::Warning, DAY), one(SanctionKind::Warning, date(2021, 7, 16))];
    assert_eq!(until(&later), (SanctionKind::Warning, Some(date(2022, 1, 16))), "it had ended");
    let mut long = [
        one(SanctionKind::Removal, DAY),
        one(SanctionKind::Removal, DAY),
        one(SanctionKind::Removal, date(2021, 2, 15)),
    ];
    long[0].stated = Some(48);
    assert_eq!(until(&long), (SanctionKind::Removal, Some(date(2025, 2, 15))));
    let capped = combined(Law::shipped(), &long).unwrap().because;
    assert_eq!(capped.last(), Some(&Because::Capped { until: date(2025, 2, 15) }));
}

#[test]
fn what_is_lifted_ends_that_day_and_discharge_does_not_end() {
    let mut rows = [one(SanctionKind::Demerit, DAY), one(SanctionKind::Warning, date(2021, 3, 1))];
    rows[1].stage = Stage::Lifted;
    rows[1].ended_on = Some(date(2021, 4, 1));
    assert_eq!(
        until(&rows),
        (SanctionKind::Demerit, Some(date(2022, 1, 15))),
        "the old one goes on"
    );
    let all = [one(SanctionKind::Discharge, DAY), one(SanctionKind::Warning, DAY)];
    assert_eq!(until(&all), (SanctionKind::Discharge, None));
    let gone = Sanction { stage: Stage::Rescinded, ..one(SanctionKind::Discharge, DAY) };
    assert_eq!(combined(Law::shipped(), &[gone]), None);
}

#[test]
fn a_stated_period_lies_between_one_and_the_sum() {
    let said = |row: &Sanction, others: &[Sanction]| must_be_lawful(row, others).unwrap_err();
    let first = one(SanctionKind::MajorDemerit, DAY);
    let second = |stated| {
        let (id, stated) = (SanctionId(2), Some(stated));
        Sanction { id, stated, ..one(SanctionKind::MajorDemerit, DAY) }
    };
    let (kind, least, most) = (SanctionKind::MajorDemerit, 18, 36);
    let outside = |stated| SanctionRefusal::PeriodOutside { kind, stated, least, most }.into();
    assert_eq!(said(&second(17), std::slice::from_ref(&first)), outside(17));
    assert_eq!(said(&second(37), std::slice::from_ref(&first)), outside(37));
    assert!(must_be_lawful(&second(36), std::slice::from_ref(&first)).is_ok());
    let discharged = Sanction { stated: Some(24), ..one(SanctionKind::Discharge, DAY) };
    assert_eq!(said(&discharged, &[]), SanctionRefusal::NoPeriod.into());
    let (heard_on, decided_on) = (date(2021, 1, 16), DAY);
    let late = Sanction { heard_on, ..first };
    assert_eq!(said(&late, &[]), SanctionRefusal::HeardAfter { heard_on, decided_on }.into());
}

fn some() -> impl Strategy<Value = Sanction> {
    let lift = proptest::option::weighted(0.2, 0_i32..900);
    (0_usize..5, 0_i32..1_500, proptest::option::of(0_i64..60), lift, any::<bool>()).prop_map(
        |(kind, day, stated, lift, is_gone)| {
            let decided_on = date(2019, 1, 31).saturating_add((day / 90 * 90).days());
            let mut row = Sanction { stated, ..one(SanctionKind::ALL[kind], decided_on) };
            if let Some(days) = lift {
                row.stage = if is_gone { Stage::Rescinded } else { Stage::Lifted };
                row.ended_on = Some(decided_on.saturating_add(days.days()));
            }
            row
        },
    )
}

proptest! {
    #[test]
    fn never_beyond_48_months_never_shorter_than_one_and_in_any_order(
        rows in proptest::collection::vec(some(), 1..7).prop_shuffle(),
        turn in 0_usize..7,
    ) {
        let law = Law::shipped();
        let found = combined(law, &rows);
        let mut other = rows.clone();
        let by = turn % other.len();
        other.rotate_left(by);
        prop_assert_eq!(&found, &combined(law, &other));
        other.reverse();
        prop_assert_eq!(&found, &combined(law, &other));
        let standing: Vec<_> = rows.iter().filter(|row| counts(row)).collect();
        let Some(last) = standing.iter().map(|row| row.decided_on).max() else {
            prop_assert!(found.is_none());
            return Ok(());
        };
        let end = found.unwrap().until.unwrap();
        prop_assert!(end <= after(last, MOST), "{end}");
        for row in standing.iter().filter(|row| row.stage == Stage::Recorded) {
            let alone = after(row.decided_on, period(law, row.kind, row.decided_on).unwrap());
            let is_lighter = standing.iter().any(|other| {
                other.decided_on == row.decided_on && other.kind > row.kind
            });
            prop_assert!(end >= alone || is_lighter, "{end} {row:?}");
        }
    }
}
