//! Which items come up in which cycles.

use super::{Owed, Turn, turns};
use jiff::civil::{Date, date};
use qz_domain::adoption::Reign;
use qz_domain::calendar::Calendar;
use qz_domain::id::AdoptionId;
use qz_domain::term::Due;
use qz_mechanism::Mechanism;
use qz_mechanism::check::check;

fn scheme(more: &str) -> Mechanism {
    let text = format!(
        "机制 试一试 代号=\"try\" {{
    单位 县人社局
    周期 每月
    {more}
    问 部署 截止=\"月初后3个工作日\" {{ 栏 事项 类型=文字 }}
    问 结果 截止=\"月末\" {{ 栏 结果 类型=文字 }}
    会 季会 周期=每季
    登记 台账 零报告=是 {{ 栏 事 类型=文字 }}
    登记 流水 {{ 栏 事 类型=文字 }}
    查 有人 据=\"人员\" 按=单位 当=\"人数 > 0\"
    事 分类 逢=登记 {{ 栏 类别 类型=文字 }}
    单 听取说明 答复=\"收到后5个工作日\" {{ 栏 说明 类型=文字 }}
    事 复查 截止=\"收到后7日\" {{ 栏 结果 类型=文字 }}
    公开 公示栏 内容=海报
}}
"
    );
    check(&text).mechanism.unwrap()
}

fn reign(first: Date) -> Reign {
    Reign { adoption: AdoptionId(1), first, last_start: None, last: None, follows: false }
}

fn told(turns: &[Turn<'_>]) -> Vec<(String, String, String)> {
    let due = |due: Option<Due>| match due {
        Some(Due::Fixed(day)) => day.to_string(),
        other => format!("{other:?}"),
    };
    let one = |turn: &Turn<'_>| {
        let title = turn.element.title().to_owned();
        (title, turn.cycle.0.to_string(), due(turn.due))
    };
    turns.iter().map(one).collect()
}

fn of(
    mechanism: &Mechanism,
    reign: &Reign,
    stretch: (Date, Date),
) -> Vec<(String, String, String)> {
    told(&turns(mechanism, reign, stretch, &Calendar::shipped().unwrap()))
}

fn line(title: &str, first: &str, due: &str) -> (String, String, String) {
    (title.to_owned(), first.to_owned(), due.to_owned())
}

#[test]
fn each_element_comes_round_in_its_own_cycle_and_what_waits_for_an_event_does_not() {
    let october = (date(2015, 10, 1), date(2015, 10, 31));
    let found = of(&scheme(""), &reign(date(2015, 7, 1)), october);
    let expected = [
        line("部署", "2015-10-01", "2015-10-10"),
        line("结果", "2015-10-01", "2015-11-02"),
        line("台账", "2015-10-01", "2015-11-02"),
        line("有人", "2015-10-01", "2015-11-02"),
        line("公示栏", "2015-10-01", "2015-11-02"),
        line("季会", "2015-10-01", "2015-12-31"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_first_cycle_begins_with_the_scheme_and_asks_nothing_that_was_due_before() {
    let (first, stretch) = (date(2015, 10, 15), (date(2015, 10, 1), date(2015, 11, 30)));
    let found = of(&scheme(""), &reign(first), stretch);
    assert!(!found.contains(&line("部署", "2015-10-15", "2015-10-10")), "{found:?}");
    assert_eq!(found[0], line("结果", "2015-10-15", "2015-11-02"));
    assert!(found.contains(&line("部署", "2015-11-01", "2015-11-04")), "{found:?}");
}

#[test]
fn a_later_version_leaves_the_cycle_that_has_begun_to_the_earlier_one() {
    let stretch = (date(2015, 9, 1), date(2015, 11, 30));
    let (mechanism, change) = (scheme(""), date(2015, 10, 15));
    let earlier = Reign { last_start: Some(date(2015, 10, 14)), ..reign(date(2015, 9, 1)) };
    let later = Reign { follows: true, ..reign(change) };
    let cycles = |reign: &Reign| {
        let all = of(&mechanism, reign, stretch).into_iter();
        all.filter(|one| one.0 == "结果").map(|one| one.1).collect::<Vec<_>>()
    };
    assert_eq!(cycles(&earlier), ["2015-09-01", "2015-10-01"]);
    assert_eq!(cycles(&later), ["2015-11-01"]);
}

#[test]
fn what_ends_by_hand_or_by_its_own_last_day_has_a_last_cycle_that_ends_with_it() {
    let (end, stretch) = (date(2015, 10, 20), (date(2015, 10, 1), date(2015, 12, 31)));
    let ended = Reign { last_start: Some(end), last: Some(end), ..reign(date(2015, 10, 1)) };
    let by_hand = of(&scheme(""), &ended, stretch);
    let by_itself = of(&scheme("止 \"2015-10-20\""), &reign(date(2015, 10, 1)), stretch);
    for found in [by_hand, by_itself] {
        assert!(found.iter().all(|one| one.1 == "2015-10-01"), "{found:?}");
        assert!(found.contains(&line("台账", "2015-10-01", "2015-10-20")), "{found:?}");
    }
}

#[test]
fn what_is_worked_out_is_owed_by_nobody() {
    let mechanism = scheme("");
    let stretch = (date(2015, 10, 1), date(2015, 10, 31));
    let found = turns(&mechanism, &reign(date(2015, 7, 1)), stretch, &Calendar::shipped().unwrap());
    let owed = |title: &str| found.iter().find(|turn| turn.element.title() == title).unwrap().owed;
    assert_eq!(owed("有人"), Owed::ByNobody);
    assert_eq!(owed("季会"), Owed::ByRunner);
    assert_eq!(owed("台账"), Owed::ByEach);
}
