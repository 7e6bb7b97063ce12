//! 67, 69 and 70: days found absent without leave add up to a prompt, in both readings; 68, the sum of a year, is the
//! domain's own (`attendance/counter.rs`).

use super::town::Town;
use qz_domain::attendance::counter::Alert;
use qz_domain::attendance::exception::Outcome;
use qz_testkit::engines::on_both_engines;

/// Every day here was explained by G7 before their head said what it was, and could be contested for its days.
async fn found(town: &Town, days: &[&str]) {
    for day in days {
        town.explained_and_settled(day, Outcome::Awol).await;
    }
}

#[tokio::test]
async fn cases_67_69_and_70_rows_are_counted_in_days_and_in_working_days_and_halves_make_days() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await.at("25 09:00").await;
        town.punch("7", "12", "14:25 18:02").await;
        town.punch("7", "13", "07:58 12:01").await;
        assert_eq!(town.codes(&["12", "13"]).await, ["unexplained_half"; 2]);
        found(&town, &["02", "03", "04", "05", "06", "09", "10"]).await;
        assert_eq!(town.month(3).await.absences.alert(), None, "each may still be contested");
        let town = town.at("2026-04-02 09:00").await;
        let seven = town.month(3).await.absences;
        assert_eq!((seven.row_workdays, seven.row_days, seven.alert()), (14, 18, None));
        found(&town, &["11", "12", "13"]).await;
        let town = town.at("2026-04-13 09:00").await;
        let nine = town.month(3).await.absences;
        let two_halves = (nine.row_workdays, nine.row_days, nine.year);
        assert_eq!(two_halves, (18, 22, 18), "case 69: nine days, two of them by halves");
        assert_eq!(nine.alert(), Some(Alert::Talk), "case 70: eleven with the weekend counted in");
        found(&town, &["16", "17", "18"]).await;
        let town = town.at("2026-04-22 09:00").await;
        let twelve = town.month(3).await.absences;
        assert_eq!((twelve.row_workdays, twelve.row_days), (24, 32), "case 67");
        assert_eq!(
            twelve.alert(),
            Some(Alert::Exceeded),
            "sixteen by one reading, twelve by the other"
        );
    })
    .await;
}

#[tokio::test]
async fn cases_67_and_70_what_was_taken_for_a_trip_ends_the_row() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await.at("25 09:00").await;
        found(&town, &["02", "03", "05", "06"]).await;
        town.explained_and_settled("04", Outcome::Trip).await;
        let town = town.at("2026-04-02 09:00").await;
        let absences = town.month(3).await.absences;
        assert_eq!((absences.row_workdays, absences.year), (4, 8));
    })
    .await;
}
