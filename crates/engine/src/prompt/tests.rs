//! What rules come to over small tables.

use super::{Asked, Outcome, Rule, Verdict};
use jiff::civil::{Date, date};
use qz_domain::calendar::Calendar;
use qz_domain::fact::{Fact, FactColumn, FactKind, FactRow, FactTable};
use qz_domain::id::{PersonId, UnitId};
use qz_mechanism::expression::{Expression, Field, Fold, Kind, Scope};
use qz_mechanism::fact::Per;
use qz_mechanism::language::{Language, Names};

const ENDS: [Date; 3] = [date(2015, 6, 30), date(2015, 7, 31), date(2015, 8, 31)];

fn rule(hit: &str, unless: Option<&str>, per: Per) -> Rule {
    let field =
        Field {
            source: None, names: Names::new("迟到", "late"), kind: Kind::Int, fold: Fold::Sum
        };
    let scope = Scope { fields: &[field] };
    let read = |text| Expression::condition(text, &scope).unwrap();
    Rule { hit: read(hit), unless: unless.map(read), per }
}

/// Rows of somebody of a unit: the record, the person, the cycle, how often late.
fn table(rows: &[(&str, &str, usize, Option<i64>)]) -> FactTable {
    let row = |(record, person, period, late): &(&str, &str, usize, Option<i64>)| FactRow {
        record: (*record).to_owned(),
        person: Some((PersonId(1), (*person).to_owned())),
        unit: Some((UnitId(1), "QX20".to_owned())),
        period: *period,
        facts: vec![late.map(Fact::Whole)],
    };
    FactTable {
        columns: vec![FactColumn { name: "late", kind: FactKind::Whole }],
        rows: rows.iter().map(row).collect(),
        known_on: date(2015, 9, 1),
    }
}

fn judged(rule: &Rule, rows: &[(&str, &str, usize, Option<i64>)]) -> Vec<Verdict> {
    let calendar = Calendar::shipped().unwrap();
    rule.judge(
        &table(rows),
        Asked { calendar: &calendar, ends: &ENDS, language: Language::Chinese },
    )
}

fn told(verdicts: &[Verdict]) -> Vec<(&str, usize, Outcome)> {
    verdicts.iter().map(|one| (one.subject.as_str(), one.cycle, one.outcome)).collect()
}

#[test]
fn each_subject_has_one_result_a_cycle_out_of_its_rows() {
    let rows = [
        ("a", "G1", 0, Some(2)),
        ("b", "G2", 0, Some(1)),
        ("c", "G1", 0, Some(2)),
        ("d", "G1", 1, Some(0)),
    ];
    let of_people = judged(&rule("迟到 > 3", None, Per::Person), &rows);
    let expected =
        [("G1", 0, Outcome::Prompt), ("G1", 1, Outcome::Clear), ("G2", 0, Outcome::Clear)];
    assert_eq!(told(&of_people), expected);
    assert_eq!(
        (of_people[0].trace.as_str(), &of_people[0].records[..]),
        (
            "迟到(4) > 3 → 是\n  迟到 → 4（共 2 行，用第 1–2 行）",
            &["a".to_owned(), "c".to_owned()][..]
        )
    );
    let of_units = judged(&rule("迟到 > 4", None, Per::Unit), &rows);
    assert_eq!(told(&of_units), [("QX20", 0, Outcome::Prompt), ("QX20", 1, Outcome::Clear)]);
    assert_eq!(judged(&rule("迟到 > 4", None, Per::Case), &rows).len(), 4);
}

#[test]
fn what_is_not_known_hits_nobody_and_what_is_excepted_is_told_apart() {
    let rows = [("a", "G1", 0, None), ("b", "G2", 0, Some(9))];
    let rule = rule("迟到 > 3", Some("迟到 = 9"), Per::Person);
    assert_eq!(
        told(&judged(&rule, &rows)),
        [("G1", 0, Outcome::Unknown), ("G2", 0, Outcome::Excepted)]
    );
}

#[test]
fn the_cycles_before_are_at_hand_for_what_asks_for_them() {
    let rows = [("a", "G1", 0, Some(5)), ("b", "G1", 1, Some(5)), ("c", "G1", 2, Some(5))];
    let twice = judged(&rule("连续(迟到 > 3, 3)", None, Per::Person), &rows);
    let expected =
        [("G1", 0, Outcome::Unknown), ("G1", 1, Outcome::Unknown), ("G1", 2, Outcome::Prompt)];
    assert_eq!(told(&twice), expected);
}
