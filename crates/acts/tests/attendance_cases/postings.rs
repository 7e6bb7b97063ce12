//! 57 to 63: who is judged by whose hours, from which day to which, and who is not.

use super::town::{ALL_DAY, Town, date};
use qz_acts::BatchMode;
use qz_acts::attendance::AssignForm;
use qz_acts::attendance::view::{PersonLine, UnitMonth};
use qz_acts::import::{ImportKind, read};
use qz_acts::organisation::{
    Appoint, AppointForm, EndAppointment, EndForm, Transfer, TransferForm,
};
use qz_domain::month::Month;
use qz_domain::role::Role;
use qz_testkit::attendance::unit;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::key;

async fn month(town: &Town, code: &str) -> UnitMonth {
    let hr = town.county.account(Role::Hr).await;
    let about = (unit(&town.county, code).await, Month::new(2026, 3).unwrap());
    town.county.acts.attendance_of_unit(hr, about).await.unwrap()
}

fn days(month: &UnitMonth, number: &str) -> Vec<i8> {
    let of = |one: &&PersonLine| one.number == number;
    let found = month.people.iter().find(of);
    found.map_or(vec![], |one| one.days.iter().map(|day| day.key.day.day()).collect())
}

fn to([person, post, kind, since, due]: [&str; 5]) -> AppointForm {
    let [person, post, kind, since, due] = [person, post, kind, since, due].map(str::to_owned);
    let (paper_number, paper_day) = ("千组〔2026〕3号".to_owned(), "2026-03-02".to_owned());
    AppointForm { person, post, kind, since, due, paper_number, paper_day }
}

#[tokio::test]
async fn case_57_a_transfer_parts_the_month_and_the_person_has_the_sum() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await;
        town.assign(("QX10", ""), "R2", ("2026-03-01", "")).await.unwrap();
        let town = town.at("16 07:00").await;
        let actor = town.county.account(Role::Hr).await;
        let to = to(["G7", "QX10-1", "", "2026-03-16", ""]);
        let form = TransferForm { to, from: "QX20-2".to_owned(), taker: "G6".to_owned() };
        town.county.done(Transfer { actor, form, source: String::new() }).await;
        let town = town.at("2026-04-01 08:00").await;
        town.punch("7", "13", ALL_DAY).await;
        town.punch("7", "16", "07:58 18:02").await;
        let (old, new) = (month(&town, "QX20").await, month(&town, "QX10").await);
        assert_eq!(days(&old, "G7"), (1..=15).collect::<Vec<_>>());
        assert_eq!(days(&new, "G7"), (16..=31).collect::<Vec<_>>());
        let mine = town.month(3).await.share;
        let part =
            |month: &UnitMonth| month.people.iter().find(|one| one.number == "G7").unwrap().share;
        let (before, after) = (part(&old), part(&new));
        assert_eq!(mine.days, before.days + after.days);
        assert_eq!(mine.worked_minutes, before.worked_minutes + after.worked_minutes);
        assert_eq!((before.worked_minutes, after.worked_minutes), (450, 480), "each by its rule");
        assert_eq!(mine.unexplained_halves, before.unexplained_halves + after.unexplained_halves);
    })
    .await;
}

/// The host answers for those days; the unit that lent somebody sees that it did (`lent_out`), and none of them twice.
#[tokio::test]
async fn case_58_on_loan_the_hosts_hours_count_and_afterwards_the_own_ones() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await;
        town.assign(("QX10", ""), "R2", ("2026-03-01", "")).await.unwrap();
        let town = town.at("10 07:00").await;
        let actor = town.county.account(Role::Hr).await;
        let form = to(["G7", "QX10-1", "借调", "2026-03-10", "2026-03-20"]);
        town.county.done(Appoint { actor, form, source: String::new() }).await;
        let town = town.at("21 08:00").await;
        let [person, post, until] = ["G7", "QX10-1", "2026-03-20"].map(str::to_owned);
        let form = EndForm { person, post, until, ..EndForm::default() };
        town.county.done(EndAppointment { actor, form }).await;
        let town = town.at("2026-04-01 08:00").await;
        for day in ["09", "10", "23"] {
            town.punch("7", day, "07:58 18:02").await;
        }
        let codes = town.codes(&["09", "10", "23"]).await;
        assert_eq!(codes, ["missing_punch", "normal", "missing_punch"]);
        let (host, home) = (month(&town, "QX10").await, month(&town, "QX20").await);
        assert_eq!(days(&host, "G7"), (10..=20).collect::<Vec<_>>());
        assert_eq!(days(&home, "G7").len(), 31 - 11);
    })
    .await;
}

#[tokio::test]
async fn case_59_nothing_is_owed_before_the_first_day_nor_after_the_last() {
    const JOINED: &str = "工号,姓名,类别,单位代码,岗位代码,起始日期
G30,沈听澜,公务员,QX20,QX20-2,2026-03-10
";
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await.at("10 08:00").await;
        let hr = town.county.account(Role::Hr).await;
        let file = read(ImportKind::People, "joined.csv", JOINED.as_bytes()).unwrap();
        let all = BatchMode::AllOrNothing;
        let report = town.county.acts.import(hr, &file, all, Box::new(|_, _| true)).await;
        assert!(report.unwrap().kept);
        let town = town.at("23 08:00").await;
        let [person, post, until] = ["G7", "QX20-2", "2026-03-20"].map(str::to_owned);
        let form = EndForm { person, post, until, ..EndForm::default() };
        town.county.done(EndAppointment { actor: hr, form }).await;
        let town = town.at("2026-04-01 08:00").await;
        let month = month(&town, "QX20").await;
        assert_eq!(days(&month, "G30"), (10..=31).collect::<Vec<_>>());
        assert_eq!(days(&month, "G7"), (1..=20).collect::<Vec<_>>());
    })
    .await;
}

fn exempt(person: &str, (since, until): (&str, &str), reason: &str) -> AssignForm {
    let [person, since, until, reason] = [person, since, until, reason].map(str::to_owned);
    let (code, document) = ("免考勤".to_owned(), "千组〔2026〕2号".to_owned());
    AssignForm { unit: String::new(), person, code, since, until, reason, document }
}

/// A leader is exempt like anybody else, one by one with the reason, or not at all: there is no rule of ranks.
#[tokio::test]
async fn cases_60_62_and_63_an_exemption_has_days_a_reason_and_a_document_that_anybody_reads() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await;
        let silent = town.assign_as(exempt("G7", ("2026-03-03", "2026-03-04"), "")).await;
        assert_eq!(key(silent), "reason fault-missing");
        let away = exempt("G7", ("2026-03-03", "2026-03-04"), "党校脱产学习");
        town.assign_as(away).await.unwrap();
        let old = exempt("G6", ("2026-03-03", ""), "年满退养年龄");
        town.assign_as(old).await.unwrap();
        let told = async |day| {
            let lines = town.county.acts.attendance_exemptions(date(day)).await.unwrap();
            let reason = |line: qz_acts::attendance::view::AssignmentLine| {
                (line.row.reason, line.row.document)
            };
            lines.into_iter().map(reason).collect::<Vec<_>>()
        };
        assert_eq!(told("02").await, []);
        let both = told("04").await;
        assert_eq!(both.len(), 2, "the count of a unit is a query");
        assert!(both.iter().all(|(reason, document)| !reason.is_empty() && !document.is_empty()));
        assert_eq!(told("05").await.len(), 1);
        let town = town.at("09 08:00").await;
        let days = ["02", "03", "04", "05", "07"];
        let codes = ["unexplained", "exempt", "exempt", "unexplained", "rest"];
        assert_eq!(town.codes(&days).await, codes, "they are counted as heads all the same");
    })
    .await;
}

#[tokio::test]
async fn case_61_who_works_three_days_a_week_owes_those() {
    on_both_engines(async |url| {
        let town = Town::under(&url, "R1").await;
        town.assign(("", "G7"), "PART", ("2026-03-02", "")).await.unwrap();
        let town = town.at("09 08:00").await;
        town.punch("7", "02", ALL_DAY).await;
        let days = ["02", "03", "04", "05", "06", "07"];
        let codes =
            ["normal", "not_scheduled", "unexplained", "not_scheduled", "unexplained", "rest"];
        assert_eq!(town.codes(&days).await, codes);
    })
    .await;
}
