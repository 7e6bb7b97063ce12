//! What is told of two versions of a scheme.

use super::{Fate, difference};
use crate::Mechanism;
use crate::grammar::{Key, Node};
use crate::language::Language;
use crate::shipped::FILES;
use crate::spell::format;

const THREE_ASKS: &str = include_str!("../../../../mechanisms/three-asks.kdl");

fn read(text: &str) -> Mechanism {
    Mechanism::read(text).mechanism.unwrap()
}

/// What changed where a piece of the shipped scheme is put in the place of another, in a language.
fn told(piece: &str, by: &str, language: Language) -> Vec<String> {
    assert!(THREE_ASKS.contains(piece), "{piece}");
    let after = read(&THREE_ASKS.replacen(piece, by, 1));
    let changes = difference(&read(THREE_ASKS), &after);
    changes.iter().map(|one| one.said().within(language).to_owned()).collect()
}

fn zh(piece: &str, by: &str) -> Vec<String> {
    told(piece, by, Language::Chinese)
}

#[test]
fn what_is_said_differently_is_told_with_what_was_said() {
    assert_eq!(zh("截止=\"20日\"", "截止=\"25日\""), ["问 工作进展：截止 20日 → 25日"]);
    assert_eq!(
        told("截止=\"20日\"", "截止=\"25日\"", Language::English),
        ["ask 工作进展: due day-20 → day-25"]
    );
    assert_eq!(zh("最大=100", "最大=90"), ["问 工作进展 · 栏 完成比例：最大 100 → 90"]);
    assert_eq!(zh(" 期限=\"7日\"", ""), ["公开 公示栏：期限 7日 → （无）"]);
    assert_eq!(
        zh("困难 类型=文字", "困难 类型=文字 必填=否"),
        ["问 工作进展 · 栏 困难：必填 （无） → 否"]
    );
    assert_eq!(
        told("已办 > 0 且 有纪实 = 0", "已办 > 1 且 有纪实 = 0", Language::English),
        ["check 工作纪实: when done > 0 && recorded == 0 → done > 1 && recorded == 0"]
    );
}

#[test]
fn what_the_whole_says_once_is_told_as_a_change() {
    assert_eq!(zh("周期 每月 默认=是", "周期 每季 默认=是"), ["周期：值 每月 → 每季"]);
    assert_eq!(
        zh("机制 三问四查三公开", "机制 新三问"),
        ["机制 新三问：名称 三问四查三公开 → 新三问"]
    );
    assert_eq!(zh("公开 网站", "通报 网站"), ["通报 网站：用词 公开 → 通报"]);
}

#[test]
fn what_came_and_what_went_is_told_with_its_lines() {
    let ask = "    问 工作小结 截止=\"25日\" { 栏 收获 类型=文字; }\n\n    查 工作纪实";
    assert_eq!(
        zh("    查 工作纪实", ask),
        ["增加 问 工作小结（截止 25日）", "增加 问 工作小结 · 栏 收获（类型 文字）"]
    );
    assert_eq!(zh("        栏 困难 类型=文字\n", ""), ["去掉 问 工作进展 · 栏 困难"]);
    let off = "    /- 公开 网站";
    assert_eq!(told("    公开 网站", off, Language::English), ["taken away: disclose 网站"]);
    let renamed = zh("公开 网站", "公开 官网");
    assert_eq!(renamed, ["增加 公开 官网（原文 是；内容 单位汇总）", "去掉 公开 网站"]);
}

#[test]
fn the_facts_of_an_example_are_told_by_their_names() {
    let piece = "{ 已办 3; 有纪实 0 }";
    assert_eq!(zh(piece, "{ 已办 4; 有纪实 0 }"), ["例 办了三件，一句纪实也没有 · 已办：值 3 → 4"]);
    assert_eq!(
        zh(piece, "{ 已办 3 4; 有纪实 0 0 }"),
        [
            "例 办了三件，一句纪实也没有 · 已办：值 3 → 3 4",
            "例 办了三件，一句纪实也没有 · 有纪实：值 0 → 0 0",
        ]
    );
    assert_eq!(
        told(piece, "{ 已办 4; 有纪实 0 }", Language::English),
        ["example 办了三件，一句纪实也没有 · done: value 3 → 4"]
    );
}

#[test]
fn rows_called_alike_belong_together_by_what_they_say() {
    let rows = |rows: &str| read(&format!("机制 甲 代号=\"a\" {{ 登记 乙 {{ {rows} }} }}"));
    let before = rows("行 未列名 序号=2; 行 未列名 序号=3; 行 未列名 序号=4");
    let after = rows("行 未列名 序号=4; 行 未列名 序号=5; 行 未列名 序号=2");
    let told: Vec<String> = difference(&before, &after).iter().map(|one| one.said().zh).collect();
    assert_eq!(told, ["登记 乙 · 行 未列名：序号 3 → 5"]);
}

#[test]
fn neither_order_nor_language_nor_layout_is_a_change() {
    for (code, text) in FILES {
        let mechanism = read(text);
        assert_eq!(difference(&mechanism, &mechanism), [], "{code}");
        let english = read(&format(text, Some(Language::English)).unwrap());
        assert_eq!(difference(&mechanism, &english), [], "{code}");
        assert_eq!(difference(&english, &mechanism), [], "{code}");
    }
    let (deal, progress) = ("截止=\"20日\"", "原文=是 截止=\"20日\"");
    assert_eq!(zh(progress, "截止=\"20日\" 原文=是"), [""; 0]);
    assert_eq!(zh(deal, "\\\n        截止=\"20日\""), [""; 0]);
}

#[test]
fn a_change_is_typed() {
    let after = read(&THREE_ASKS.replace("截止=\"20日\"", "截止=\"25日\""));
    let change = difference(&read(THREE_ASKS), &after).remove(0);
    assert_eq!(
        (change.fate, change.node),
        (Fate::Changed, Node::Element(crate::grammar::Kind::Ask))
    );
    assert_eq!(change.properties[0].key, Some(Key::Due));
    let back = difference(&after, &read(THREE_ASKS)).remove(0);
    assert_eq!(
        (&back.properties[0].from, &back.properties[0].to),
        (&change.properties[0].to, &change.properties[0].from)
    );
}
