//! 39 to 43: trips, before and after the fact.

use super::town::{Town, form};
use qz_acts::matter::PaperForm;
use qz_acts::request::RecordRequest;
use qz_domain::role::Role;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::key;

#[tokio::test]
async fn case_39_a_trip_covers_its_sessions_and_punches_on_it_are_kept() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await.at("02 16:00").await;
        town.approved(form(("trip", ""), "2026-03-03 08:00", "2026-03-05 18:00")).await;
        let town = town.at("06 08:00").await;
        town.punch("7", "04", "09:40").await;
        assert_eq!(town.codes(&["03", "04", "05"]).await, ["trip"; 3]);
        let hr = town.county.account(Role::Hr).await;
        let view = town.county.acts.terminal(hr, town.terminal).await.unwrap();
        assert_eq!(view.counts.0, 1);
    })
    .await;
}

#[tokio::test]
async fn cases_40_and_41_half_a_day_out_leaves_the_other_half_to_be_judged() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await.at("03 16:00").await;
        town.approved(form(("trip", ""), "2026-03-04 08:00", "2026-03-04 12:00")).await;
        town.approved(form(("field", ""), "2026-03-05 14:30", "2026-03-05 18:00")).await;
        let town = town.at("06 08:00").await;
        assert_eq!(town.day("04").await, "unexplained_half+trip 0 0 - 0", "case 40");
        town.punch("7", "05", "07:58 12:01").await;
        assert_eq!(town.day("05").await, "normal+trip 0 0 - 240", "case 41");
    })
    .await;
}

#[tokio::test]
async fn case_42_a_trip_is_told_two_working_days_afterwards_and_later_on_paper_alone() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await.at("05 09:00").await;
        assert_eq!(town.codes(&["02", "03"]).await, ["unexplained"; 2]);
        let late = town.ask(form(("trip", ""), "2026-03-02", "")).await;
        assert_eq!(key(late), "refusal-request-too-late");
        let made = town.approved(form(("trip", ""), "2026-03-03", "")).await;
        let view = town.county.acts.request(town.me().await, made).await.unwrap();
        assert!(view.row.is_late, "counted apart");
        assert_eq!(town.codes(&["02", "03"]).await, ["unexplained", "trip"]);
        let actor = town.county.account(Role::Hr).await;
        let paper = PaperForm {
            number: "枫差〔2026〕1号".to_owned(),
            day: "2026-03-04".to_owned(),
            by: "G6".to_owned(),
            ..PaperForm::default()
        };
        let (person, form) = ("G7".to_owned(), form(("trip", ""), "2026-03-02", ""));
        let record = RecordRequest { actor, person, form, paper };
        let made = town.county.done(record).await.request;
        assert!(town.county.acts.request(actor, made).await.unwrap().row.is_late);
        assert_eq!(town.codes(&["02", "03"]).await, ["trip"; 2], "whoever heads the unit said so");
    })
    .await;
}

/// A judge that meets both says that the day is to be verified; here they cannot come to stand on the same hours.
#[tokio::test]
async fn case_43_leave_over_a_trip_is_refused_either_way_round() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await.at("02 09:00").await;
        town.approved(form(("trip", ""), "2026-03-03 08:00", "2026-03-03 18:00")).await;
        let leave = town.ask(form(("leave", "sick"), "2026-03-03 14:00", "2026-03-03 18:00")).await;
        assert_eq!(key(leave), "refusal-request-clash");
        town.approved(form(("leave", "sick"), "2026-03-04 下午", "")).await;
        let trip = town.ask(form(("trip", ""), "2026-03-04 08:00", "2026-03-04 18:00")).await;
        assert_eq!(key(trip), "refusal-request-clash");
        town.approved(form(("trip", ""), "2026-03-04 上午", "")).await;
        let town = town.at("05 08:00").await;
        assert_eq!(town.codes(&["03", "04"]).await, ["trip", "leave+trip"]);
    })
    .await;
}
