//! 44 to 50, 65 and 66: leave as it is counted, ended early, overstayed, and asked for afterwards.

use super::town::{ALL_DAY, Town, date, form};
use qz_acts::ActError;
use qz_acts::attendance::{AgreeSheet, CorrectSheet, SealSheet};
use qz_acts::request::{EndRequest, RequestForm};
use qz_domain::attendance::exception::Outcome;
use qz_domain::month::Month;
use qz_domain::refusal::Refusal;
use qz_domain::request::RequestRefusal;
use qz_domain::role::Role;
use qz_testkit::attendance::unit;
use qz_testkit::engines::on_both_engines;

fn leave(code: &str, from: &str, to: &str) -> RequestForm {
    form(("leave", code), from, to)
}

#[tokio::test]
async fn case_44_annual_leave_over_a_weekend_takes_two_working_days() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await.at("02 09:00").await;
        town.works_since("2010-01-01").await;
        assert_eq!(town.left("annual").await, Some(20), "ten days, in halves");
        town.approved(leave("annual", "2026-03-06", "2026-03-09")).await;
        assert_eq!(town.left("annual").await, Some(16));
        let town = town.at("11 08:00").await;
        let days = ["06", "07", "08", "09", "10"];
        assert_eq!(town.codes(&days).await, ["leave", "rest", "rest", "leave", "unexplained"]);
    })
    .await;
}

#[tokio::test]
async fn case_45_maternity_leave_counts_every_day_and_rest_days_stay_rest_days() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await.at("02 09:00").await;
        let made = town.approved(leave("maternity", "2026-03-03", "2026-06-08")).await;
        let view = town.county.acts.request(town.me().await, made).await.unwrap();
        let balance = view.left.unwrap().balance.unwrap();
        assert_eq!((balance.entitled, balance.used), (Some(196), 196), "98 days, in halves");
        let town = town.at("10 08:00").await;
        assert_eq!(town.codes(&["06", "07", "08", "09"]).await, ["leave", "rest", "rest", "leave"]);
    })
    .await;
}

#[tokio::test]
async fn cases_46_47_and_65_hours_of_leave_are_cut_out_of_the_day() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await.at("02 09:00").await;
        for day in ["03", "04"] {
            let hours = [8, 10].map(|hour| format!("2026-03-{day} {hour:02}:00"));
            town.approved(leave("personal", &hours[0], &hours[1])).await;
        }
        town.approved(leave("personal", "2026-03-05 上午", "")).await;
        let nursing = RequestForm {
            weekdays: "12345".to_owned(),
            hours: "17:00-18:00".to_owned(),
            ..leave("nursing_hour", "2026-03-06", "2026-06-30")
        };
        town.approved(nursing).await;
        let town = town.at("10 08:00").await;
        town.punch("7", "03", "10:03 12:01 14:25 18:02").await;
        town.punch("7", "04", "10:06 12:01 14:25 18:02").await;
        town.punch("7", "05", "14:32 18:02").await;
        town.punch("7", "06", "07:58 12:01 14:25 17:00").await;
        town.punch("7", "09", "07:58 12:01 14:25 16:50").await;
        assert_eq!(town.day("03").await, "normal+leave 0 0 - 327", "case 46");
        assert_eq!(town.day("04").await, "late+leave 6 0 - 324", "case 46");
        assert_eq!(town.day("05").await, "normal+leave 0 0 - 208", "case 47");
        assert_eq!(town.day("06").await, "normal+leave 0 0 - 390", "case 65");
        assert_eq!(
            town.day("09").await,
            "left_early+leave 0 10 - 380",
            "case 65, ten minutes short"
        );
    })
    .await;
}

#[tokio::test]
async fn case_48_returned_early_is_judged_from_then_on_and_has_the_rest_back() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await.at("02 07:00").await;
        town.works_since("2010-01-01").await;
        let request = town.approved(leave("annual", "2026-03-02", "2026-03-06")).await;
        assert_eq!(town.left("annual").await, Some(10));
        let town = town.at("04 07:30").await;
        let (actor, back_at) = (town.me().await, "2026-03-04".to_owned());
        town.county.done(EndRequest { actor, request, version: 2, back_at }).await;
        assert_eq!(town.left("annual").await, Some(16), "three days are back");
        let town = town.at("07 08:00").await;
        town.punch("7", "04", ALL_DAY).await;
        let days = ["02", "03", "04", "05"];
        assert_eq!(town.codes(&days).await, ["leave", "leave", "normal", "unexplained"]);
    })
    .await;
}

#[tokio::test]
async fn case_49_who_overstays_is_absent_from_the_first_working_day_once_people_say_so() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await.at("02 09:00").await;
        town.approved(leave("personal", "2026-03-05", "2026-03-06")).await;
        let town = town.at("10 08:00").await;
        for day in ["02", "03", "04"] {
            town.punch("7", day, ALL_DAY).await;
        }
        let days = ["06", "07", "08", "09"];
        assert_eq!(town.codes(&days).await, ["leave", "rest", "rest", "unexplained"]);
        assert_eq!(town.month(3).await.absences.year, 0, "nobody said what it was");
        town.explained_and_settled("09", Outcome::Awol).await;
        assert_eq!(town.month(3).await.absences.year, 0, "it may still be contested");
        let town = town.at("18 08:00").await;
        let absences = town.month(3).await.absences;
        assert_eq!((absences.year, absences.row_workdays), (2, 2));
    })
    .await;
}

/// March with G6 and G7 there on every working day but one of G7's, of which they said why; agreed and sealed on 14 April,
/// when what was found of it can no longer be contested.
async fn sealed_but_for(town: Town, missed: &str) -> Town {
    let town = town.at("2026-04-02 09:00").await;
    for day in date("02").series(jiff::ToSpan::day(1)).take(30) {
        let day = day.strftime("%d").to_string();
        town.punch("6", &day, ALL_DAY).await;
        if day != missed {
            town.punch("7", &day, ALL_DAY).await;
        }
    }
    town.explained_and_settled(missed, Outcome::Awol).await;
    let town = town.at("2026-04-14 09:00").await;
    let (head, hr) = (town.county.account(Role::Head).await, town.county.account(Role::Hr).await);
    let (unit, month) = (unit(&town.county, "QX20").await, Month::new(2026, 3).unwrap());
    town.county.done(AgreeSheet { actor: head, unit, month }).await;
    town.county.done(SealSheet { actor: hr, unit, month }).await;
    town
}

#[tokio::test]
async fn case_50_sick_leave_approved_afterwards_takes_what_was_found_and_corrects_what_was_sealed()
{
    on_both_engines(async |url| {
        let town = sealed_but_for(Town::under(&url, "R1").await, "31").await;
        let hr = town.county.account(Role::Hr).await;
        let (unit, month) = (unit(&town.county, "QX20").await, Month::new(2026, 3).unwrap());
        let before = town.county.acts.attendance_of_unit(hr, (unit, month)).await.unwrap();
        assert_eq!(town.month(3).await.absences.year, 2);
        let town = town.at("2026-04-15 09:00").await;
        town.approved(leave("sick", "2026-03-31", "")).await;
        let line = town.month(3).await.days.pop().unwrap();
        assert_eq!((line.codes().to_string().as_str(), line.found), ("leave", None));
        assert_eq!(line.exception, None, "the words spoke of another result");
        let said = town.why("2026-03-31").await.exception.unwrap();
        assert_eq!(said.outcome, Some(Outcome::Awol), "the history shows both");
        assert_eq!(said.judged, "unexplained");
        assert_eq!(town.month(3).await.absences.year, 0, "it counts for nothing any more");
        let reason = "补批病假。".to_owned();
        town.county.done(CorrectSheet { actor: hr, unit, month, reason }).await;
        let after = town.county.acts.attendance_of_unit(hr, (unit, month)).await.unwrap();
        assert_eq!(after.copies[0], before.copies[0], "what was sealed stays, byte for byte");
        assert!(after.copies[0].body.contains("G7,2026-03-31,unexplained,0,0,,0,awol\n"));
        assert!(after.copies[1].body.contains("G7,2026-03-31,leave,0,0,,0,\n"));
    })
    .await;
}

#[tokio::test]
async fn case_66_half_of_a_day_for_some_is_not_made_up_for_on_another() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await.at("02 09:00").await;
        let half = RequestRefusal::HalfOfItsDay {
            leave: ("妇女节半天假".to_owned(), "half day of Women’s Day".to_owned()),
            day: date("08"),
        };
        let half = Refusal::from(half);
        for (from, why) in [("2026-03-09 下午", "another day"), ("2026-03-08", "all of it")] {
            let refused = town.ask(leave("womens_day", from, "")).await;
            let is_it = matches!(&refused, Err(ActError::Refused(found)) if *found == half);
            assert!(is_it, "{why}: {refused:?}");
        }
        town.approved(leave("womens_day", "2026-03-08 下午", "")).await;
        let town = town.at("10 08:00").await;
        assert_eq!(town.codes(&["08", "09"]).await, ["rest", "unexplained"], "a Sunday");
    })
    .await;
}
