//! Who stands in for a post on a day: whatever the order of the rows, one at most.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use qz_domain::deputy::{Deputy, DeputyRefusal, Naming, Seat, must_fit, on_day};
use qz_domain::id::{DeputyId, PersonId, PostId, UnitId};
use qz_domain::post::{Post, Rank};

fn day(number: i64) -> Date {
    date(2015, 1, 1).checked_add(number.days()).unwrap()
}

fn post(id: i64, leads: bool) -> Post {
    Post {
        id: PostId(id),
        code: format!("SH101-{id}"),
        unit: UnitId(10),
        name: "主任".to_owned(),
        name_en: String::new(),
        rank: Rank::SectionHead,
        leads,
        authorised: 1,
    }
}

fn deputy((id, post, person, since, length): (i64, i64, i64, i64, Option<i64>)) -> Deputy {
    let until = length.map(|length| day(since + length));
    Deputy {
        id: DeputyId(id),
        post: PostId(post),
        person: PersonId(person),
        since: day(since),
        until,
    }
}

/// Rows as the rules let them come to be: each that meets another of its post is left out.
fn kept(rows: Vec<Deputy>) -> Vec<Deputy> {
    rows.into_iter().fold(vec![], |mut kept, row| {
        if !kept.iter().any(|other: &Deputy| other.post == row.post && other.meets(&row)) {
            kept.push(row);
        }
        kept
    })
}

fn rows() -> impl Strategy<Value = Vec<Deputy>> {
    let row = (1_i64..3, 1_i64..6, 0_i64..60, proptest::option::of(0_i64..20));
    proptest::collection::vec(row, 0..24).prop_map(|rows| {
        let numbered = rows.into_iter().zip(1_i64..);
        kept(
            numbered
                .map(|((post, who, since, length), id)| deputy((id, post, who, since, length)))
                .collect(),
        )
    })
}

proptest! {
    #[test]
    fn any_order_of_the_rows_tells_the_same_one(
        (rows, shuffled) in rows().prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
        on in 0_i64..90,
        of in 1_i64..3,
    ) {
        let (on, of) = (day(on), PostId(of));
        prop_assert_eq!(on_day(&rows, of, on), on_day(&shuffled, of, on));
        let holding = rows.iter().filter(|row| row.post == of && row.holds_on(on)).count();
        prop_assert!(holding <= 1, "the rules let one at most hold on a day");
        prop_assert_eq!(on_day(&rows, of, on).is_some(), holding == 1);
    }
}

fn fits(seats: &[(i64, i64, bool)], leads: bool) -> Result<(), DeputyRefusal> {
    let seats: Vec<_> = seats
        .iter()
        .map(|(unit, post, leads)| Seat { unit: UnitId(*unit), post: PostId(*post), leads: *leads })
        .collect();
    let (new, post) = (deputy((0, 1, 7, 0, None)), post(1, leads));
    let others = [(deputy((1, 1, 8, 40, Some(5))), "洛书远".to_owned())];
    let above = Some(UnitId(1));
    let (new, others) = (Deputy { until: Some(day(30)), ..new }, others.as_slice());
    must_fit(Naming { name: "闻允安", new: &new, post: &post, above, seats: &seats, others })
}

#[test]
fn a_deputy_is_of_the_unit_and_a_leaders_leads_there_or_above() {
    assert_eq!(fits(&[(10, 2, false)], false), Ok(()));
    assert_eq!(fits(&[(10, 2, true)], true), Ok(()));
    assert_eq!(fits(&[(1, 2, true)], true), Ok(()));
    let (person, post) = ("闻允安".to_owned(), "主任".to_owned());
    let far = DeputyRefusal::OfAnotherUnit { person: person.clone(), post: post.clone() };
    assert_eq!(fits(&[(1, 2, true)], false), Err(far));
    let below = DeputyRefusal::LeadsNothingNear { person: person.clone(), post: post.clone() };
    for seat in [(10, 2, false), (1, 2, false), (20, 2, true)] {
        assert_eq!(fits(&[seat], true), Err(below.clone()), "{seat:?}");
    }
    let own = DeputyRefusal::HoldsThePost { person, post };
    assert_eq!(fits(&[(10, 1, true)], true), Err(own));
}

#[test]
fn a_post_has_one_deputy_a_day() {
    let others = [(deputy((1, 1, 8, 10, Some(5))), "洛书远".to_owned())];
    let seats = [Seat { unit: UnitId(10), post: PostId(2), leads: true }];
    let post = post(1, true);
    let fit = |since, length| {
        let new = deputy((2, 1, 7, since, length));
        let (seats, others) = (seats.as_slice(), others.as_slice());
        must_fit(Naming { name: "闻允安", new: &new, post: &post, above: None, seats, others })
    };
    assert_eq!(fit(16, None), Ok(()));
    assert_eq!(fit(0, Some(9)), Ok(()));
    let taken =
        DeputyRefusal::SecondDeputy { post: post.name.clone(), other: "洛书远".to_owned() };
    assert_eq!(fit(15, None), Err(taken.clone()));
    assert_eq!(fit(0, None), Err(taken));
}
