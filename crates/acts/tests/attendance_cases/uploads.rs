//! 22 to 30: what terminals send, late, twice, by a wrong clock, for a number nobody has.

use super::town::{ALL_DAY, Town, lines};
use qz_acts::terminal::view::{Page, PunchFilter, PunchLine};
use qz_acts::terminal::{MapPin, PinForm, RegisterTerminal, TakeUpTerminal, TerminalForm, Upload};
use qz_domain::id::TerminalId;
use qz_domain::punch::{Clock, Drift, Reason};
use qz_domain::role::Role;
use qz_testkit::engines::on_both_engines;
use qz_testkit::terminal::{form, map};

const IN_ORDER: &str = "normal 0 0 - 450";

async fn punches(town: &Town) -> Vec<PunchLine> {
    let hr = town.county.account(Role::Hr).await;
    town.county.acts.punches(hr, &PunchFilter::default(), Page::all()).await.unwrap().0
}

async fn reasons(town: &Town) -> Vec<Reason> {
    let hr = town.county.account(Role::Hr).await;
    let view = town.county.acts.terminal(hr, town.terminal).await.unwrap();
    view.asides.iter().map(|one| one.reason).collect()
}

#[tokio::test]
async fn case_22_the_same_record_five_times_is_one_punch_and_each_time_a_success() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await.at("04 08:00").await;
        town.punch("7", "03", "12:01 14:25 18:02").await;
        let now = town.county.acts.now();
        let mut answers = vec![];
        for _ in 0..5 {
            let upload = Upload::Attlog(lines("7", "03", "07:58").into_bytes());
            let upload = (upload, town.county.acts.new_request());
            let drift = Some(Drift::measured(now, now));
            let taken = town.county.acts.take_upload_of(town.terminal, upload, drift).await;
            let taken = taken.unwrap();
            answers.push((taken.taken, taken.repeated, taken.aside));
        }
        assert_eq!(answers, [(1, 0, 0), (0, 1, 0), (0, 1, 0), (0, 1, 0), (0, 1, 0)]);
        assert_eq!(punches(&town).await.len(), 4);
        assert_eq!(town.day("03").await, IN_ORDER);
    })
    .await;
}

#[tokio::test]
async fn case_24_a_terminal_that_was_off_line_for_five_days_makes_them_good() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await.at("09 08:00").await;
        let week = ["02", "03", "04", "05", "06"];
        assert_eq!(town.codes(&week).await, ["unexplained"; 5]);
        let late: String = week.iter().map(|day| lines("7", day, ALL_DAY)).collect();
        town.send(town.terminal, &late, Some(0)).await;
        assert_eq!(town.codes(&week).await, ["normal"; 5]);
        assert_eq!(town.month(3).await.share.worked_minutes, 5 * 450);
    })
    .await;
}

#[tokio::test]
async fn case_25_a_clock_seven_minutes_ahead_is_taken_off_and_what_it_showed_is_kept() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await.at("03 18:30").await;
        let ahead = lines("7", "03", "08:11 12:08 14:32 18:09");
        town.send(town.terminal, &ahead, Some(7 * 60)).await;
        let town = town.at("04 08:00").await;
        assert_eq!(town.day("03").await, "normal 0 0 - 446", "8:04 to 12:00 and 14:30 to 18:00");
        let shown: Vec<_> = punches(&town).await.into_iter().map(|one| one.shown).collect();
        assert!(shown.iter().any(|shown| shown == "2026-03-03 08:11:00"), "{shown:?}");
    })
    .await;
}

#[tokio::test]
async fn case_26_a_clock_that_nobody_measured_makes_a_day_to_verify_and_nobody_late() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await.at("20 08:00").await;
        let late = lines("7", "03", "08:20 12:01 14:25 18:02");
        town.send(town.terminal, &late, None).await;
        assert_eq!(town.codes(&["03"]).await, ["to_verify+late"]);
        let doubted = town.month(3).await.days.swap_remove(2);
        assert!(doubted.asks && doubted.is_unsettled, "people say what it was");
    })
    .await;
}

#[tokio::test]
async fn case_27_a_clock_that_was_set_back_loses_nothing_and_is_flagged() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await.at("03 18:30").await;
        town.send(town.terminal, &lines("7", "03", "07:58 12:01 18:02"), Some(0)).await;
        town.send(town.terminal, &lines("7", "03", "14:25"), Some(0)).await;
        let both = lines("7", "03", "18:03 17:03");
        town.send(town.terminal, &both, Some(0)).await;
        let found = punches(&town).await;
        assert_eq!(found.len(), 6, "both are taken");
        let back = found.iter().find(|one| one.shown == "2026-03-03 17:03:00").unwrap();
        assert_eq!(back.clock, Clock::SetBack);
        let town = town.at("04 08:00").await;
        assert_eq!(town.day("03").await, IN_ORDER);
    })
    .await;
}

#[tokio::test]
async fn cases_28_and_29_a_dead_battery_and_the_future_are_set_aside_and_bear_on_no_day() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await.at("03 12:00").await;
        let dead = "7\t2000-01-01 08:00:00\t0\t1\n7\t2099-12-31 08:00:00\t0\t1\n";
        town.send(town.terminal, dead, Some(0)).await;
        assert_eq!(reasons(&town).await, [Reason::Unset, Reason::Future], "case 28");
        town.send(town.terminal, &lines("7", "03", "12:10 12:10:01"), Some(0)).await;
        let found = reasons(&town).await;
        assert_eq!(found.len(), 3, "case 29: ten minutes are let pass, a second more is not");
        assert!(found.iter().filter(|reason| **reason == Reason::Future).count() == 2);
        let town = town.at("04 08:00").await;
        let codes = "unexplained_half+missing_punch 0 0 am_in 0";
        assert_eq!(town.day("03").await, codes, "of what was sent 12:10 alone is of the day");
    })
    .await;
}

/// A terminal of another town, with numbers of its own.
async fn other_terminal(town: &Town) -> TerminalId {
    let actor = town.county.account(Role::Hr).await;
    let (unit, numbering) = ("QX40".to_owned(), "柳湾镇".to_owned());
    let form = TerminalForm { unit, numbering, ..form("CJDE0009") };
    let terminal = town.county.done(RegisterTerminal { actor, form }).await.terminal;
    town.county.done(TakeUpTerminal { actor, terminal, version: 1 }).await;
    terminal
}

#[tokio::test]
async fn case_30_a_number_is_whose_it_is_at_that_terminal_and_from_that_day_on() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await;
        let other = other_terminal(&town).await;
        let town = town.at("05 08:00").await;
        town.punch("7", "03", ALL_DAY).await;
        town.send(other, &lines("7", "04", ALL_DAY), Some(0)).await;
        town.send(town.terminal, &lines("77", "02", ALL_DAY), Some(0)).await;
        let week = ["02", "03", "04"];
        assert_eq!(town.codes(&week).await, ["unexplained", "normal", "unexplained"]);
        let hr = town.county.account(Role::Hr).await;
        let unmatched = PunchFilter { terminal: None, is_unmatched: true };
        let waiting = town.county.acts.punches(hr, &unmatched, Page::all()).await.unwrap().1;
        assert_eq!(waiting, 8, "both wait for a person");
        map(&town.county, ("77", "G7"), "2026-03-01").await;
        assert_eq!(town.codes(&week).await, ["normal", "normal", "unexplained"]);
        let form = PinForm {
            numbering: "柳湾镇".to_owned(),
            pin: "7".to_owned(),
            person: "G7".to_owned(),
            since: "2026-03-04".to_owned(),
            until: String::new(),
        };
        town.county.done(MapPin { actor: hr, form }).await;
        assert_eq!(town.codes(&week).await, ["normal"; 3]);
    })
    .await;
}
