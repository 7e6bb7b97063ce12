//! What holds of every day, whatever it holds.

use super::bench::{BOOK, Known};
use super::random::random;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use qz_domain::attendance::{Code, CoverKind};
use qz_engine::attendance::{Cover, DAY, Row, Second, day_number, midnight};
use qz_mechanism::attendance::RuleBook;
use rand::SeedableRng;
use rand::rngs::StdRng;
use std::sync::LazyLock;

const FROM: Date = date(2026, 2, 9);
const TO: Date = date(2026, 3, 11);
/// Rules whose sessions never touch another's.
const APART: [&str; 6] = ["R1", "R2", "FLEX", "NIGHT", "PART", "SUMMER"];

static RULES: LazyLock<RuleBook> = LazyLock::new(|| RuleBook::read(BOOK).unwrap());

fn rows(known: &Known) -> Vec<Row> {
    known.rows_by(&RULES, FROM, TO)
}

fn dice(seed: u64) -> StdRng {
    StdRng::seed_from_u64(seed)
}

/// Somebody with random punches under one rule, and no facts beside them.
fn plain(seed: u64, rule: usize) -> Known {
    let known = Known { postings: vec![], covers: vec![], ..random(&mut dice(seed)) };
    known.posted(APART[rule], "2015-01-01", None)
}

/// How much is amiss on a day, in the order of what weighs most.
fn amiss(row: &Row) -> (u8, u32, bool, bool, bool, u16) {
    let has = |code| row.codes.has(code);
    let (very_late, late, early) = (has(Code::VeryLate), has(Code::Late), has(Code::LeftEarly));
    (row.halves, row.missing.count(), very_late, late, early, row.late + row.early)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn order_and_repeats_change_nothing(seed: u64, turns in 1_usize..100) {
        let known = random(&mut dice(seed));
        let expected = rows(&known);
        let mut other = known.clone();
        other.punches.rotate_left(turns % known.punches.len());
        other.punches.reverse();
        other.punches.extend_from_slice(&known.punches[..turns.min(known.punches.len())]);
        other.covers.reverse();
        prop_assert_eq!(&rows(&other), &expected);
        prop_assert_eq!(&rows(&known), &expected, "and judging again changes nothing");
    }

    #[test]
    fn a_day_judged_quickly_is_the_day_judged_carefully(seed: u64, rule in 0..APART.len()) {
        let known = plain(seed, rule);
        let mut disturbed = known.clone();
        // Terminals that are down at night, when nothing is due, excuse nothing.
        let nights = (day_number(FROM)..=day_number(TO)).map(|day| midnight(day) + 3 * 3600);
        let outage = |from| Cover { kind: CoverKind::Outage, label: 0, from, to: from + 60 };
        disturbed.covers.extend(nights.map(outage));
        prop_assert_eq!(rows(&known), rows(&disturbed));
    }

    #[test]
    fn a_leave_never_makes_a_day_worse(
        seed: u64,
        rule in 0..APART.len(),
        from in 0..30 * 96_i32,
        length in 1..60_i32,
        is_trip: bool,
    ) {
        let known = plain(seed, rule);
        let mut away = known.clone();
        let from: Second = midnight(day_number(FROM)) + from * 900;
        let kind = if is_trip { CoverKind::Trip } else { CoverKind::Leave };
        away.covers.push(Cover { kind, label: 0, from, to: from + length * 900 });
        for (before, after) in rows(&known).iter().zip(rows(&away)) {
            prop_assert!(amiss(&after) <= amiss(before), "{before:?} became {after:?}");
        }
    }

    #[test]
    fn a_punch_never_makes_a_normal_day_worse(seed: u64, rule in 0..APART.len(), at in 0..31 * DAY) {
        let known = plain(seed, rule);
        let mut more = known.clone();
        more.punches.push(midnight(day_number(FROM)) + at);
        for (before, after) in rows(&known).iter().zip(rows(&more)) {
            let stays = !before.codes.has(Code::Normal) || after.codes.has(Code::Normal);
            prop_assert!(stays, "{before:?} became {after:?}");
        }
    }

    #[test]
    fn a_change_of_rules_changes_no_earlier_day(seed: u64, day in 0..30_i32) {
        let known = random(&mut dice(seed));
        let from = qz_engine::attendance::date_of(day_number(FROM) + day);
        let later = format!(
            "{BOOK}\nrule \"R1\" from=\"{from}\" {{ session \"am\" from=\"06:00\" to=\"07:00\"; }}\
             \nrule \"R2\" from=\"{from}\" {{ session \"am\" from=\"06:00\" to=\"07:00\"; }}"
        );
        let changed = known.rows_by(&RuleBook::read(&later).unwrap(), FROM, TO);
        for (before, after) in rows(&known).iter().zip(&changed) {
            // The day before may see its neighbour's window move, and no day before that.
            if before.day < day_number(from) - 1 {
                let told = |row: &Row| (row.codes, row.late, row.early, row.worked, row.missing);
                prop_assert_eq!(told(before), told(after));
            }
        }
    }
}
