//! What the pieces of the statements say, on a store that is empty.

use super::text::day_number;
use super::*;
use crate::{Store, StoreUrl};
use jiff::civil::date;
use qz_domain::finding::Stage;
use qz_domain::spelled::Spelled;

const ALL: [&Feed; 10] = [
    &STAFF,
    &VISITS,
    &FINDINGS,
    &DECISIONS,
    &RECTIFICATIONS,
    &BULLETINS,
    &MEETINGS,
    &REQUESTS,
    &TICKETS,
    &DUTIES,
];

async fn empty() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&StoreUrl::Sqlite(folder.path().join("a.db"))).await.unwrap();
    (folder, store)
}

#[tokio::test]
async fn every_source_is_a_statement_for_whatever_is_seen() {
    let (_folder, store) = empty().await;
    let mut conn = store.reader().await.unwrap();
    let day = |day| date(2016, 2, day);
    for sight in [Sight::All, Sight::Units(vec![UnitId(7), UnitId(12)])] {
        let periods = vec![(day(1), day(15)), (day(16), day(29))];
        let asked = Asked { periods, today: day(20), sight, viewer: Some(PersonId(1)) };
        for feed in ALL {
            let found = table(&mut conn, feed, &asked).await.unwrap();
            assert_eq!((found.columns.as_slice(), found.rows.len()), (feed.columns, 0));
        }
    }
}

#[tokio::test]
async fn days_lie_as_far_apart_in_a_statement_as_in_a_calendar() {
    const APART: &str = concat!("select ", day_number!("$1"), " - ", day_number!("$2"));
    let (_folder, store) = empty().await;
    let mut conn = store.reader().await.unwrap();
    let days = [(2016, 2, 28), (2016, 3, 1), (2015, 12, 31), (2100, 3, 1), (1999, 1, 31)];
    let days = days.map(|(year, month, day)| date(year, month, day));
    for (a, b) in days.iter().flat_map(|a| days.map(|b| (*a, b))) {
        let (minute, day) = (format!("{a}T08:00"), b.to_string());
        let (found,): (i64,) = on_either!(&mut conn, c => sqlx::query_as(APART)
            .bind(minute)
            .bind(day)
            .fetch_one(c)
            .await)
        .unwrap();
        assert_eq!(found, i64::from((a - b).get_days()), "{a} {b}");
    }
}

#[test]
fn what_is_seen_names_whole_units_and_a_finding_stands_as_its_stage_says() {
    let day = date(2016, 2, 16);
    let asked = |sight| Asked { periods: vec![(day, day)], today: day, sight, viewer: None };
    assert_eq!(asked(Sight::All).seen(), "*");
    assert_eq!(asked(Sight::Units(vec![UnitId(7), UnitId(12)])).seen(), ",7,12,");
    assert_eq!(asked(Sight::Units(vec![])).seen(), ",");
    assert!(asked(Sight::Units(vec![UnitId(7)])).sees(&[UnitId(1), UnitId(7)]));
    for stage in Stage::ALL {
        let word = format!("'{}'", stage.code());
        let stands = super::text::finding_stands!("f");
        assert_eq!(stands.contains(&word), stage.is_borne_out(), "{stage:?}");
    }
}
