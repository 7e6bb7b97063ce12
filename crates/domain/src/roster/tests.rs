//! Who may be on which day, what moves a turn, what a month reads as.

use super::*;
use crate::attendance::CoverKind;
use crate::procedure::tests::walk;
use jiff::civil::date;

fn turn(post: i64, day: i8, person: i64) -> DutyTurn {
    DutyTurn { post: DutyPostId(post), day: date(2016, 3, day), person: PersonId(person) }
}

fn swap(id: i64, turn: DutyTurn, taker: i64) -> DutySwap {
    DutySwap {
        id: SwapId(id),
        roster: RosterId(1),
        turn,
        taker: PersonId(taker),
        reason: String::new(),
        stage: SwapStage::Approved,
        asked_on: date(2016, 3, 1),
        decided_by: None,
        decided_on: None,
        answer: String::new(),
        is_late: false,
        version: 2,
    }
}

#[test]
fn every_move_that_is_not_a_row_is_refused_in_order() {
    walk(TRANSITIONS, &Step::ALL);
    walk(SWAPS, &SwapStep::ALL);
}

#[test]
fn a_turn_goes_from_hand_to_hand_and_stays_where_it_was_approved_too_late() {
    let turns = [turn(1, 3, 7), turn(1, 4, 8)];
    let first = swap(10, turn(1, 3, 7), 8);
    let on = swap(11, turn(1, 3, 8), 9);
    assert_eq!(standing(&turns, &[on.clone(), first.clone()]), [turn(1, 3, 9), turn(1, 4, 8)]);
    let late = DutySwap { is_late: true, ..first.clone() };
    assert_eq!(standing(&turns, &[late, on]), turns, "what was approved too late moves nothing");
    let asked = DutySwap { stage: SwapStage::Pending, ..first.clone() };
    assert_eq!(standing(&turns, &[asked]), turns);
    // The roster was changed since: the turn is no longer whoever's who handed it over.
    assert_eq!(standing(&[turn(1, 3, 6)], &[first]), [turn(1, 3, 6)]);
}

#[test]
fn a_change_pairs_who_went_with_who_came_and_says_what_had_begun() {
    let old = [turn(1, 3, 7), turn(1, 3, 8), turn(2, 5, 9)];
    let new = [turn(1, 3, 8), turn(1, 3, 6), turn(1, 4, 7)];
    let found = changes(&old, &new, |_, day| day <= date(2016, 3, 3));
    let line = |post, day, was: Option<i64>, now: Option<i64>, is_late| TurnChange {
        post: DutyPostId(post),
        day: date(2016, 3, day),
        was: was.map(PersonId),
        now: now.map(PersonId),
        is_late,
    };
    let expected = [
        line(1, 3, Some(7), Some(6), true),
        line(1, 4, None, Some(7), false),
        line(2, 5, Some(9), None, false),
    ];
    assert_eq!(found, expected);
    assert_eq!(changes(&new, &new, |_, _| true), []);
}

#[test]
fn a_draft_is_prompted_for_who_is_on_twice_away_or_on_the_second_night() {
    let turns = [turn(1, 3, 7), turn(1, 4, 7), turn(2, 3, 7), turn(2, 4, 8), turn(2, 5, 8)];
    let away = [(PersonId(8), date(2016, 3, 5), CoverKind::Leave)];
    let (day, seven, eight) = (|day| date(2016, 3, day), PersonId(7), PersonId(8));
    assert_eq!(
        clashes(&turns, |post| post == DutyPostId(1), &away),
        [
            Clash::Twice { person: seven, day: day(3) },
            Clash::Away { person: eight, day: day(5), kind: CoverKind::Leave },
            Clash::SecondNight { person: seven, day: day(4) },
        ]
    );
    assert_eq!(clashes(&turns[..1], |_| true, &[]), []);
}

#[test]
fn a_closed_post_is_filled_until_its_last_day() {
    let post = DutyPost {
        id: DutyPostId(1),
        unit: UnitId(1),
        name: "夜班".to_owned(),
        kind: DutyKind::OnSite,
        rule: "夜班".to_owned(),
        needed: 2,
        closed_on: Some(date(2016, 3, 31)),
    };
    assert!(post.is_open(date(2016, 3, 31)) && !post.is_open(date(2016, 4, 1)));
}
