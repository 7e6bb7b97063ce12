//! 31, 34, 35 and 37: nights at the post, as whoever keeps the roster says.

use super::town::Town;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::key;

#[tokio::test]
async fn case_31_a_night_belongs_to_the_day_it_begins_and_frees_the_next() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await;
        town.assign(("", "G7"), "NIGHT", ("2026-03-03", "2026-03-03")).await.unwrap();
        let town = town.at("05 08:00").await;
        town.punch("7", "03", "17:55").await;
        town.punch("7", "04", "08:03").await;
        assert_eq!(town.day("03").await, "duty 0 0 - 840");
        assert_eq!(town.day("04").await, "rest_after_duty 0 0 - 0");
        assert_eq!(town.day("02").await, "unexplained 0 0 - 0", "the unit's rule before it");
    })
    .await;
}

#[tokio::test]
async fn case_34_a_night_over_the_end_of_a_month_is_wholly_of_the_month_it_begins_in() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await;
        town.assign(("", "G7"), "NIGHT", ("2026-03-31", "2026-03-31")).await.unwrap();
        let town = town.at("2026-04-03 08:00").await;
        town.punch("7", "31", "17:50").await;
        town.punch("7", "2026-04-01", "08:10").await;
        assert_eq!(town.day("31").await, "duty 0 0 - 840");
        assert_eq!(town.day("2026-04-01").await, "rest_after_duty 0 0 - 0");
        let worked = town.month(4).await.share.worked_minutes;
        assert_eq!(worked, 0, "April has none of it");
    })
    .await;
}

#[tokio::test]
async fn case_35_a_duty_on_a_holiday_is_counted_and_the_holiday_stays_one() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await;
        town.assign(("", "G7"), "NIGHT", ("2026-04-05", "2026-04-05")).await.unwrap();
        let town = town.at("2026-04-07 08:00").await;
        town.punch("7", "2026-04-05", "17:50").await;
        town.punch("7", "2026-04-06", "08:10").await;
        assert_eq!(town.day("2026-04-05").await, "duty+statutory_holiday 0 0 - 840");
    })
    .await;
}

/// After the start the reference records both; here what binds is said before the day from which it binds, so that a
/// swap afterwards is a matter of what people say of both days.
#[tokio::test]
async fn case_37_a_swap_before_the_start_moves_the_duty_and_afterwards_it_is_refused() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await;
        town.assign(("", "G7"), "NIGHT", ("2026-03-03", "2026-03-03")).await.unwrap();
        let town = town.at("03 19:00").await;
        let late = town.assign(("", "G8"), "NIGHT", ("2026-03-03", "2026-03-03")).await;
        assert_eq!(key(late), "refusal-attendance-not-to-come");
        town.assign(("", "G8"), "NIGHT", ("2026-03-05", "2026-03-05")).await.unwrap();
        let town = town.at("07 08:00").await;
        town.punch("7", "03", "17:55").await;
        town.punch("7", "04", "08:03").await;
        town.punch("8", "05", "17:55").await;
        town.punch("8", "06", "08:03").await;
        assert_eq!(town.day("03").await, "duty 0 0 - 840");
        assert_eq!(town.day("05").await, "unexplained 0 0 - 0", "that night is another's");
    })
    .await;
}
