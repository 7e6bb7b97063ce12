//! 71 to 75: what holds of any days, through the store.

use super::town::{ALL_DAY, Town, date, form, told};
use qz_acts::attendance::view::DayLine;
use qz_acts::attendance::{AdoptRule, AgreeSheet, RuleForm, SealSheet};
use qz_domain::month::Month;
use qz_domain::role::Role;
use qz_testkit::attendance::unit;
use qz_testkit::engines::on_both_engines;

/// A fortnight of everything: in order, late, left early, halves and points missing, nothing at all.
const FORTNIGHT: [(&str, &str); 9] = [
    ("02", ALL_DAY),
    ("03", "08:20 12:01 14:25 18:02"),
    ("04", "08:40 12:01 14:40 17:30"),
    ("05", "09:30 12:01 14:25 18:02"),
    ("06", "07:58 18:02"),
    ("09", "07:58"),
    ("10", "14:25 18:02"),
    ("11", ""),
    ("12", "10:03 12:01 14:25 18:02"),
];

async fn fortnight(town: &Town) {
    for (day, times) in FORTNIGHT {
        town.punch("7", day, times).await;
    }
}

/// How bad a day is: half-days without evidence, minutes, points.
fn gravity(line: &DayLine) -> (u8, u32, usize) {
    let row = line.row;
    let minutes = u32::from(row.late) + u32::from(row.early);
    (row.halves, minutes, row.missing.iter().count())
}

#[tokio::test]
async fn case_71_units_add_up_to_the_county_and_the_rate_is_a_fraction_without_leave() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await.at("2026-04-02 09:00").await;
        let personal = form(("leave", "personal"), "2026-03-04", "");
        town.approved(personal).await;
        for day in date("02").series(jiff::ToSpan::day(1)).take(30) {
            let day = day.strftime("%d").to_string();
            town.punch("6", &day, ALL_DAY).await;
            town.punch("7", &day, if day == "05" { "07:58 12:01 18:02" } else { ALL_DAY }).await;
        }
        let (head, hr) =
            (town.county.account(Role::Head).await, town.county.account(Role::Hr).await);
        let (own, month) = (unit(&town.county, "QX20").await, Month::new(2026, 3).unwrap());
        let months = town.county.acts.attendance_months(hr, month).await.unwrap();
        let mut days = 0;
        for line in &months {
            let about = (line.unit.id, month);
            let view = town.county.acts.attendance_of_unit(hr, about).await.unwrap();
            days += view.people.iter().map(|one| one.share.days).sum::<u64>();
        }
        assert_eq!(days, months.iter().map(|line| line.share.days).sum::<u64>());
        assert_eq!(days, 3 * 31, "G6 and G7, and G8 in the station below");
        town.county.done(AgreeSheet { actor: head, unit: own, month }).await;
        town.county.done(SealSheet { actor: hr, unit: own, month }).await;
        let (_, sealed) = town.county.acts.attendance_sealed(Some(month)).await.unwrap();
        let figures = sealed[0].figures;
        assert_eq!((figures.obliged, figures.leave, figures.missing), (43, 1, 1));
        assert_eq!(figures.rate(), Some((85, 86)), "44 working days of two, one of them on leave");
    })
    .await;
}

/// What is approved for each of the days: the hours, and whether it is a trip.
const APPROVED: [(&str, &str, &str, bool); 9] = [
    ("02", "08:00", "12:00", false),
    ("03", "08:00", "10:00", false),
    ("04", "08:00", "12:00", false),
    ("05", "08:00", "10:00", false),
    ("06", "14:30", "18:00", false),
    ("09", "16:00", "18:00", false),
    ("10", "08:00", "18:00", false),
    ("11", "14:30", "18:00", true),
    ("12", "08:00", "10:00", true),
];

#[tokio::test]
async fn case_72_an_approved_leave_or_trip_makes_no_day_worse() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await.at("13 08:00").await;
        fortnight(&town).await;
        let before = town.month(3).await.days;
        for (day, from, to, is_trip) in APPROVED {
            let kind = if is_trip { ("trip", "") } else { ("leave", "personal") };
            let [from, to] = [from, to].map(|time| format!("2026-03-{day} {time}"));
            town.approved(form(kind, &from, &to)).await;
        }
        let after = town.month(3).await.days;
        let mut better = 0;
        for (one, other) in before.iter().zip(&after) {
            let (day, one, other) = (one.key.day, gravity(one), gravity(other));
            assert!(other <= one, "{day}: {one:?} became {other:?}");
            better += usize::from(other < one);
        }
        assert!(better > 5, "{better} days of nine are better");
    })
    .await;
}

#[tokio::test]
async fn cases_73_and_74_more_punches_leave_a_normal_day_normal_and_to_judge_again_changes_nothing()
{
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await.at("13 08:00").await;
        fortnight(&town).await;
        let once = town.month(3).await;
        assert_eq!(town.month(3).await, once, "case 74");
        let town = town.at("13 09:00").await;
        fortnight(&town).await;
        assert_eq!(town.month(3).await, once, "case 74: sent again");
        town.punch("7", "02", "07:10 08:30 11:00 12:40 13:30 15:00 17:00 19:30").await;
        assert_eq!(town.codes(&["02"]).await, ["normal"], "case 73");
    })
    .await;
}

#[tokio::test]
async fn case_75_a_rule_changed_from_a_day_on_changes_no_day_before() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await.at("10 07:00").await;
        let actor = town.county.account(Role::Hr).await;
        fortnight_until(&town, "09").await;
        let days = async |town: &Town| -> Vec<String> {
            town.month(3).await.days.iter().take(9).map(told).collect()
        };
        let before = days(&town).await;
        let body = super::town::R1.replace("from=\"2026-03-01\"", "from=\"2026-03-11\"");
        let body = body.replace("from=\"08:00\"", "from=\"09:30\"");
        let form = RuleForm { body, ..RuleForm::default() };
        town.county.done(AdoptRule { actor, form }).await;
        assert_eq!(days(&town).await, before);
        let town = town.at("13 08:00").await;
        town.punch("7", "10", "09:20 12:01 14:25 18:02").await;
        town.punch("7", "11", "09:20 12:01 14:25 18:02").await;
        assert_eq!(town.codes(&["10", "11"]).await, ["unexplained_half", "normal"]);
        assert_eq!(days(&town).await, before);
    })
    .await;
}

async fn fortnight_until(town: &Town, last: &str) {
    for (day, times) in FORTNIGHT.iter().filter(|(day, _)| *day <= last) {
        town.punch("7", day, times).await;
    }
}
