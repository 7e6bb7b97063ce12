//! 54 to 56: forgotten punches that were claimed, and terminals that were down.

use super::town::{Town, form};
use qz_acts::organisation::{AppointForm, Transfer, TransferForm};
use qz_acts::outage::{OutageForm, RecordOutage};
use qz_acts::request::ApproveRequest;
use qz_domain::role::Role;
use qz_testkit::attendance::unit;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::key;

async fn outage(town: &Town, unit: &str, (from, to): (&str, &str)) {
    let actor = town.county.account(Role::Hr).await;
    let [unit, from, to] = [unit, from, to].map(str::to_owned);
    let (terminal, reason) = (String::new(), "停电".to_owned());
    let form = OutageForm { unit, terminal, from, to, reason };
    town.county.done(RecordOutage { actor, form }).await;
}

#[tokio::test]
async fn case_54_an_approved_correction_is_evidence_of_its_own_kind_and_stands_in_the_month() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await.at("04 08:00").await;
        town.punch("7", "03", "07:58 14:25 18:02").await;
        assert_eq!(town.day("03").await, "missing_punch 0 0 am_out 210");
        let asked = town.ask(form(("correction", ""), "2026-03-03 12:02", "")).await.unwrap();
        assert_eq!(town.codes(&["03"]).await, ["missing_punch"], "asked is not approved");
        let actor = town.county.account(Role::Head).await;
        town.county.done(ApproveRequest { actor, request: asked, version: 1 }).await;
        assert_eq!(town.day("03").await, "normal+corrected 0 0 - 450");
        let hr = town.county.account(Role::Hr).await;
        let about = (unit(&town.county, "QX20").await, town.month(3).await.month);
        let month = town.county.acts.attendance_of_unit(hr, about).await.unwrap();
        let of_me = month.people.iter().find(|one| one.number == "G7").unwrap();
        let told = of_me.days.iter().filter(|day| day.codes().to_string().contains("corrected"));
        assert_eq!(told.count(), 1);
    })
    .await;
}

#[tokio::test]
async fn case_55_a_point_that_was_punched_is_claimed_only_with_an_outage_on_record() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await.at("04 08:00").await;
        town.punch("7", "03", "08:40 12:01 14:25 18:02").await;
        let claim = || form(("correction", ""), "2026-03-03 08:00", "");
        assert_eq!(key(town.ask(claim()).await), "refusal-request-punched");
        outage(&town, "QX20", ("2026-03-03 07:50", "2026-03-03 08:30")).await;
        town.approved(claim()).await;
        assert_eq!(
            town.day("03").await,
            "normal+outage 0 0 - 450",
            "the outage excuses it already"
        );
    })
    .await;
}

#[tokio::test]
async fn case_56_an_outage_of_the_whole_unit_excuses_the_points_in_it_and_is_listed() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await.at("04 08:00").await;
        town.punch("7", "03", "12:01 14:25 18:02").await;
        assert_eq!(town.day("03").await, "missing_punch 0 0 am_in 210");
        outage(&town, "QX20", ("2026-03-03 07:30", "2026-03-03 09:00")).await;
        assert_eq!(town.day("03").await, "normal+outage 0 0 - 450");
        assert_eq!(town.codes(&["02"]).await, ["unexplained"], "no other day");
        let hr = town.county.account(Role::Hr).await;
        let page = qz_acts::outage::view::Page::all();
        assert_eq!(town.county.acts.outages(hr, None, page).await.unwrap().1, 1);
    })
    .await;
}

#[tokio::test]
async fn case_56_an_outage_excuses_whoever_was_of_the_unit_then_and_nobody_who_had_left() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await;
        town.assign(("QX10", ""), "R2", ("2026-03-01", "")).await.unwrap();
        let town = town.at("16 09:00").await;
        let actor = town.county.account(Role::Hr).await;
        let [person, post, since] = ["G7", "QX10-1", "2026-03-16"].map(str::to_owned);
        let (paper_number, paper_day) = ("千组〔2026〕3号".to_owned(), "2026-03-10".to_owned());
        let to =
            AppointForm { person, post, since, paper_number, paper_day, ..AppointForm::default() };
        let form = TransferForm { to, from: "QX20-2".to_owned(), taker: "G6".to_owned() };
        town.county.done(Transfer { actor, form, source: String::new() }).await;
        let town = town.at("21 08:00").await;
        town.punch("7", "13", "09:30 12:01 14:25 18:02").await;
        town.punch("7", "20", "09:30 18:02").await;
        for day in ["13", "20"] {
            let [from, to] = ["07:00", "10:00"].map(|time| format!("2026-03-{day} {time}"));
            outage(&town, "QX20", (&from, &to)).await;
        }
        assert_eq!(town.day("13").await, "normal+outage 0 0 - 450", "while they were of the town");
        assert_eq!(
            town.codes(&["20"]).await,
            ["unexplained_half"],
            "the town's door is theirs no more"
        );
    })
    .await;
}
