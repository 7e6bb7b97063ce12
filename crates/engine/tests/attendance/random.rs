//! Random months of somebody, and what both judges say of a million of their days.

use super::bench::{BOOK, Known, said};
use super::slow::{Slow, midnight};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use qz_domain::attendance::CoverKind;
use qz_domain::calendar::Calendar;
use qz_domain::spelled::Spelled;
use qz_engine::attendance::{Cover, Days, Judge};
use qz_mechanism::attendance::RuleBook;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

const FROM: Date = date(2026, 2, 9);
const TO: Date = date(2026, 3, 11);
const RULES: [&str; 11] = [
    "R1",
    "R1",
    "R2",
    "FLEX",
    "NIGHT",
    "NIGHT-ON",
    "NIGHT-SHARED",
    "NIGHT-AM",
    "PART",
    "SUMMER",
    "CHANGED",
];

/// Somebody with a month of random days.
pub fn random(dice: &mut StdRng) -> Known {
    let mut known = Known::default();
    let mut from = FROM - 5.days();
    while from <= TO + 5.days() {
        let rule = RULES[dice.random_range(0..RULES.len())];
        let to = from + dice.random_range(0_i64..12).days();
        known.postings.push((rule.to_owned(), from, Some(to)));
        from = to + dice.random_range(1_i64..3).min(1 + i64::from(dice.random_bool(0.1))).days();
    }
    let mut day = FROM - 3.days();
    while day <= TO + 3.days() {
        let begin = midnight(day);
        for (hour, minute) in [(8, 0), (12, 0), (14, 30), (18, 0)] {
            let due = begin + hour * 3600 + minute * 60;
            let taps = [0, 1, 1, 1, 1, 1, 2, 3][dice.random_range(0..8)];
            let spread = [300, 1200, 5400][dice.random_range(0..3)];
            known.punches.extend((0..taps).map(|_| due + dice.random_range(-spread..=spread)));
        }
        if dice.random_bool(0.25) {
            let kind = CoverKind::ALL[dice.random_range(0..CoverKind::ALL.len())];
            let from = begin + dice.random_range(0..24 * 4) * 900;
            let to = match kind {
                CoverKind::Correction => from,
                _ => from + [900, 7200, 14_400, 36_000, 201_600][dice.random_range(0..5)],
            };
            known.covers.push(Cover { kind, label: 0, from, to });
        }
        day += 1.day();
    }
    known
}

/// What is known within three days of a day; nothing else can matter.
fn near(known: &Known, day: Date) -> Known {
    let (from, to) = (midnight(day - 3.days()), midnight(day + 4.days()));
    let mut near = known.clone();
    near.punches.retain(|punch| (from..to).contains(punch));
    near.covers.retain(|cover| cover.from < to && cover.to >= from);
    near
}

/// Judges so many random person-days both ways.
fn agree(seed: u64, person_days: usize) {
    let book = RuleBook::read(BOOK).unwrap();
    let calendar = Calendar::shipped().unwrap();
    let days = Days::new(&calendar, FROM, TO);
    let judge = Judge::new(&book, &days);
    let mut dice = StdRng::seed_from_u64(seed);
    let mut judged = 0;
    while judged < person_days {
        let known = random(&mut dice);
        let rows = known.judged(&judge);
        let mut rows = rows.iter();
        for number in 0.. {
            let day = FROM + i64::from(number).days();
            if day > TO {
                break;
            }
            let near = near(&known, day);
            let slow = Slow { book: &book, calendar: &calendar, known: &near };
            let expected = slow.row(day);
            let found = slow.rule(day).map(|rule| (rows.next().unwrap(), rule));
            let found = found.map(|(row, rule)| said(row, rule, day));
            assert_eq!(found, expected, "{day} of {known:?}");
            judged += 1;
        }
        assert_eq!(rows.next(), None);
    }
}

#[test]
fn a_million_person_days_come_to_what_a_slow_and_obvious_judge_says() {
    std::thread::scope(|scope| {
        for seed in 0..2 {
            scope.spawn(move || agree(seed, 500_000));
        }
    });
}
