//! What the schemes that ship ask of a unit, counted by hand, and what is said of too much.

use super::{Asked, Burden, Load, Often, Yearly, burden};
use crate::language::Language::{Chinese, English};
use crate::shipped::{FILES, readings};
use crate::{Mechanism, Severity};

fn shipped(code: &str) -> Mechanism {
    let mut found = readings().filter(|(one, _)| *one == code);
    found.next().and_then(|(_, reading)| reading.mechanism).unwrap()
}

fn scheme(code: &str, elements: &str) -> Mechanism {
    let text = format!("机制 甲 代号=\"{code}\" {{\n单位 乙\n周期 每月\n{elements}\n}}\n");
    Mechanism::read(&text).mechanism.unwrap()
}

fn alone(mechanism: &Mechanism) -> Burden {
    burden(mechanism, &[], None)
}

fn load(questions: u32, fields: u32, visits: u32) -> Load {
    Load { questions: Yearly(questions), fields: Yearly(fields), visits: Yearly(visits) }
}

fn asked<'a>(burden: &'a Burden, element: &str) -> &'a Asked {
    burden.asked.iter().find(|one| one.element == element).unwrap()
}

#[test]
fn three_asks_are_three_questions_and_seven_fields_a_month() {
    let asks = alone(&shipped("three-asks"));
    assert_eq!(asks.own, load(3 * 12, (3 + 2 + 2) * 12, 0));
    assert_eq!(asks.own.said().zh, "每月平均3问、7栏、0次查访");
    assert_eq!(asks.own.said().en, "a month on average: questions 3, fields 7, visits 0");
    assert_eq!(asks.asked[0].said().zh, "问 工作部署：每月，3栏");
    assert_eq!(asks.asked[0].said().en, "ask 工作部署: monthly, fields: 3");
}

#[test]
fn five_checks_come_as_often_as_their_cap_lets_them() {
    let checks = alone(&shipped("five-checks"));
    // One of four visits comes at most twice a quarter; the register of cars is owed each month.
    assert_eq!(checks.own, load(0, 5 * 12, 8 + 3 * 12));
    assert_eq!(
        asked(&checks, "值班备勤").said().en,
        "check 值班备勤: monthly, at most 2 a quarter"
    );
    assert_eq!(asked(&checks, "案卷评查").often.names().0, "逢事才填");
}

#[test]
fn what_waits_for_an_event_is_listed_and_not_counted() {
    let attendance = alone(&shipped("staff-attendance"));
    assert_eq!(attendance.own, Load::default());
    assert_eq!(attendance.asked.len(), 5);
    assert!(attendance.asked.iter().all(|one| matches!(one.often, Often::Event(_))));
    assert_eq!(asked(&attendance, "请本人说明").said().zh, "问 请本人说明：逢命中，2栏");
}

#[test]
fn the_cycle_is_that_of_the_element_else_of_the_scheme_else_once() {
    let asks = scheme(
        "a",
        "问 一 周期=每日\n问 二 周期=每周\n问 三\n问 四 周期=每季\n问 五 周期=每半年\n问 六 周期=每年",
    );
    assert_eq!(alone(&asks).own.questions, Yearly(250 + 52 + 12 + 4 + 2 + 1));
    let campaign = alone(&shipped("campaign"));
    assert_eq!(campaign.own, load(0, 3, 1));
}

#[test]
fn every_shipped_scheme_is_counted_and_all_of_them_together_are_the_sum() {
    let all: Vec<Mechanism> = readings().filter_map(|(_, reading)| reading.mechanism).collect();
    assert_eq!(all.len(), FILES.len());
    let (first, others) = all.split_first().unwrap();
    let whole = burden(first, &others.iter().collect::<Vec<_>>(), None);
    let sum = all.iter().map(|one| alone(one).own).fold(Load::default(), std::ops::Add::add);
    assert_eq!(whole.whole, sum);
    // Asks: 3 a month, of projects and of tasks one a month each, of posts one a quarter, of measures and of those in the
    // second line one a half-year each, of holidays and of conduct one a year each.
    assert_eq!(sum.questions, Yearly(36 + 12 + 12 + 4 + 2 + 2 + 1 + 1));
    assert!(whole.remarks.iter().all(|one| one.severity == Severity::Note));
}

#[test]
fn a_field_that_another_scheme_asks_is_named_with_where() {
    let asks = shipped("three-asks");
    let three_in_one = shipped("three-in-one");
    let found = burden(&asks, &[&three_in_one], None);
    let told: Vec<_> =
        found.repeated.iter().map(|one| (&*one.element, &*one.field, one.also.len())).collect();
    assert_eq!(told, [("工作部署", "完成时限", 1), ("工作进展", "完成比例", 1)]);
    assert_eq!(
        found.remarks[1].said(Chinese),
        "“完成比例”别的制度已经在问：“三位一体、办到哪一步、完成比例”；能引用已有的就不要再填一遍"
    );
    assert_eq!(
        found.remarks[1].said(English),
        "`完成比例` is asked already: `三位一体 / 办到哪一步 / 完成比例`; refer to what is there instead of having it filled in again"
    );
    assert_eq!(&asks.text()[found.remarks[1].at.clone()], "完成比例");
}

#[test]
fn a_field_of_another_type_or_about_one_event_is_not_the_same() {
    let one = scheme("a", "问 一 { 栏 困难 类型=文字 }\n单 二 { 栏 理由 类型=文字 }");
    let other =
        scheme("b", "问 三 { 栏 困难 类型=选项 选=\"有、无\" }\n单 四 { 栏 理由 类型=文字 }");
    assert_eq!(burden(&one, &[&other], None).repeated, []);
    let third = scheme("c", "登记 五 { 栏 困难 类型=文字 }");
    assert_eq!(burden(&one, &[&other, &third], None).repeated[0].also[0].code, "c");
    // A version of the same scheme is the scheme, not another.
    assert_eq!(burden(&one, &[&one], None).repeated, []);
    assert_eq!(burden(&one, &[&one], None).whole, alone(&one).own);
}

#[test]
fn more_questions_than_the_cap_are_a_warning_in_both_languages() {
    let (one, other) = (scheme("a", "问 一\n问 二"), scheme("b", "问 三 周期=每周"));
    assert_eq!(burden(&one, &[&other], Some(7)).remarks, []);
    let remarks = burden(&one, &[&other], Some(6)).remarks;
    assert_eq!(remarks[0].severity, Severity::Warning);
    assert_eq!(
        remarks[0].what().zh,
        "连同在用的制度，一个单位每月平均要答6.33问，本县上限是6问；本制度占2问"
    );
    assert_eq!(
        remarks[0].what().en,
        "with the schemes in force a unit answers 6.33 questions a month on average, the county's cap is 6; 2 of them are of \
         this scheme"
    );
    // Who asks nothing is not to blame.
    assert_eq!(burden(&scheme("c", "查 四"), &[&one, &other], Some(6)).remarks, []);
}
