//! Formulas and conditions, and which way they go.

use super::super::taint::{Class, Taint};
use super::{Direction, of};
use crate::expression::syntax;
use Direction::{Falls, Independent, Mixed, Rises};

fn found(text: &str) -> Direction {
    let taint = |name: &str| match name {
        "查实数" | "属实" | "有效决定" => Some(Taint::of(Class::Found)),
        "已整改" | "未整改完" => Some(Taint::of(Class::Followed)),
        "销号" => Some(Taint::of(Class::Closed)),
        "自查发现" => Some(Taint::of(Class::Own)),
        "无问题" => Some(Taint { class: Class::Found, is_inverse: true }),
        _ => None,
    };
    of(&syntax(text).unwrap(), false, &taint).found
}

#[test]
fn scores_go_up_or_down_with_findings() {
    for (text, direction) in [
        ("查实数 * 2", Rises),
        ("10 - 查实数", Falls),
        ("100 - (10 - 查实数)", Rises),
        ("查实数 / 走访次数", Rises),
        ("1 - 查实数 / 走访次数", Falls),
        ("查实数 >= 3 ? 10 : 0", Rises),
        ("查实数 = 0 ? -5 : 0", Rises),
        ("查实数 > 0 ? 10 - 查实数 * 2 : 10", Falls),
        ("查实数 * 2 > 10 ? 0 : 10 - 查实数 * 2", Falls),
        ("查实数 = 3 ? 10 : 0", Mixed),
        ("已整改 / 查实数", Independent),
        ("查实数 = 0 ? 15 : 15 * 已整改 / 查实数", Falls),
        ("已整改 * 2", Rises),
        ("属实 / 查实数", Mixed),
        ("销号 / 整改项", Independent),
        ("10 - 2 * (查实数 - 自查发现) - 自查发现", Falls),
        ("无问题 * 3", Falls),
        ("10 - 无问题", Rises),
        ("上期(查实数) >= 3 ? 10 : 0", Rises),
        ("查实数 - 上期(查实数)", Rises),
        ("走访次数 > 37 ? 查实数 : 0", Rises),
        ("方式 = \"暗访\" ? 查实数 : 0", Rises),
        ("查实数 % 7", Mixed),
        ("(满意 + 均分) / 2", Independent),
        ("求和(查实数)", Rises),
        ("查实数 * 0", Independent),
    ] {
        assert_eq!(found(text), direction, "{text}");
    }
}

#[test]
fn conditions_hit_where_much_or_where_little_is_found() {
    for (text, direction) in [
        ("查实数 > 5", Rises),
        ("查实数 < 2", Falls),
        ("查实数 = 0", Falls),
        ("走访次数 > 3 且 查实数 = 0", Falls),
        ("!(查实数 > 2)", Falls),
        ("查实数 < 上期(查实数)", Falls),
        ("查实数 > 上期(查实数)", Rises),
        ("查实数 属于 [0, 1]", Falls),
        ("查实数 > 5 且 已整改 = 0", Rises),
        ("已整改 / 查实数 < 0.8", Independent),
        ("查实数 / 走访次数 < 0.1", Falls),
        ("查实数 > 0 且 有效决定 = 0", Mixed),
        ("连续(查实数 = 0, 3)", Falls),
        ("累计(查实数 = 0) > 0", Falls),
        ("无问题 > 3", Falls),
        ("3 > 查实数", Falls),
        ("5 - 查实数 > 3", Falls),
    ] {
        assert_eq!(found(text), direction, "{text}");
    }
}

#[test]
fn counting_rows_of_findings_is_counting_findings() {
    let none = |_: &str| None;
    for text in ["计数(程序轻重 = \"full\")", "求和(1)", "计数(是) * 3"] {
        assert_eq!(of(&syntax(text).unwrap(), true, &none).found, Rises, "{text}");
        assert_eq!(of(&syntax(text).unwrap(), false, &none).found, Independent, "{text}");
    }
    assert_eq!(of(&syntax("!存在(是)").unwrap(), true, &none).found, Falls);
}
