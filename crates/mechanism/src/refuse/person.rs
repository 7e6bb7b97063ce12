//! Points and places of persons (人员排名积分): nobody is put on a list by score, and nothing follows from a relative place.
//! Units may be ranked where a standard and a least sample say by what.

use super::Remarks;
use super::direction::visit;
use super::passage::{Passage, passages};
use super::said::{is_of_persons, names_persons, names_units, said};
use crate::Mechanism;
use crate::block::Block;
use crate::expression::{self, What};
use crate::grammar::{Key, Kind};
use crate::language::Said;

/// Words for points of people.
const POINTS: &[&str] =
    &["积分", "排行榜", "龙虎榜", "英雄榜", "排名榜", "leaderboard", "league table", "points list"];
/// Words for a relative place.
const PLACES: &[&str] = &[
    "末位",
    "倒数",
    "排名最后",
    "最后两名",
    "最后三名",
    "末尾",
    "垫底",
    "排名靠后",
    "排名后",
    "排在后",
    "最后一名",
    "最后几名",
    "后三名",
    "后五名",
    "后两名",
    "后十名",
    "后3名",
    "后5名",
    "后10名",
    "后百分之",
    "后5%",
    "后10%",
    "后15%",
    "后20%",
    "尾数",
    "bottom ",
    "ranked last",
    "last place",
    "lowest ranked",
    "forced ranking",
];
/// Words that are of persons wherever they stand.
const OF_PERSONS: &[&str] =
    &["末位淘汰", "末位调整", "末位免职", "末位待岗", "末位约谈", "红黄牌", "rank and yank"];
const CARDS: &[&str] = &["红牌", "黄牌", "red card", "yellow card"];
/// Names in conditions that are places.
const RANKS: [&str; 7] = ["名次", "排名", "位次", "百分位", "rank", "percentile", "排位"];

/// Remarks ranks and points.
pub(super) fn check(mechanism: &Mechanism, remarks: &mut Remarks<'_>) {
    for block in mechanism.root().all() {
        ranking(mechanism, block, remarks);
        trigger(mechanism, block, remarks);
        listed(mechanism, block, remarks);
    }
    for passage in passages(mechanism) {
        wording(mechanism, &passage, remarks);
    }
}

fn ranking(mechanism: &Mechanism, block: &Block, remarks: &mut Remarks<'_>) {
    if !block.is(Key::Ranking) {
        return;
    }
    let at = Remarks::at(block, Key::Ranking);
    if is_of_persons(mechanism, block) {
        return remarks.refuse(at, ranked(), instead());
    }
    let lacks = |key| block.setting(key).is_none();
    if lacks(Key::Standard) || lacks(Key::SmallestSample) {
        let what = Said::new(
            "单位排名没有标准或者样本下限",
            "units are ranked without a standard or a least sample",
        );
        let help = Said::new(
            "写上 标准=\"…\" 和 样本下限=5，或者 排名=否",
            "write standard=\"…\" and smallest-sample=5, or ranking=no",
        );
        remarks.warn(at, what, help);
    }
}

/// A place as a condition.
fn trigger(mechanism: &Mechanism, block: &Block, remarks: &mut Remarks<'_>) {
    for key in [Key::When, Key::Unless, Key::Formula, Key::Figure] {
        let Some(syntax) = block.text(key).and_then(expression::syntax) else { continue };
        let mut place = None;
        visit(&syntax, &mut |one| match &one.what {
            What::Name(name) if RANKS.iter().any(|rank| name.contains(rank)) => {
                place = Some(name.clone());
            }
            _ => {}
        });
        let Some(name) = place else { continue };
        let at = remarks.place(&Remarks::at(block, key), &name);
        if is_of_persons(mechanism, block) {
            remarks.refuse(at, relative(&name), instead());
        } else {
            remarks.warn(at, relative(&name), instead());
        }
    }
}

/// A disclosure of an element that scores people.
fn listed(mechanism: &Mechanism, block: &Block, remarks: &mut Remarks<'_>) {
    if block.kind() != Some(Kind::Show) || block.text(Key::To).is_some_and(|to| to.contains("本人"))
    {
        return;
    }
    let Some(content) = block.text(Key::Content) else { return };
    let scored = |one: &&Block| matches!(one.kind(), Some(Kind::Assess | Kind::Compare));
    let is_person = |one: &Block| matches!(one.word(Key::Per), Some("person" | "post"));
    let own = mechanism.elements().filter(scored).find(|one| one.title() == content);
    let table = content == "比较表"
        && mechanism.elements().any(|one| one.kind() == Some(Kind::Compare) && is_person(one));
    if table || own.is_some_and(is_person) {
        let what = Said::new(
            format!("公开“{content}”就是人员的积分榜"),
            format!("showing `{content}` is a list of persons by points"),
        );
        let help = Said::new(
            "按单位公开，或者只给本人看：向=本人",
            "show it by unit, or to each alone: audience=本人",
        );
        remarks.refuse(Remarks::at(block, Key::Content), what, help);
    }
}

fn wording(mechanism: &Mechanism, passage: &Passage<'_>, remarks: &mut Remarks<'_>) {
    let text = passage.text;
    let always = said(text, OF_PERSONS);
    let is_person = names_persons(text)
        || !names_units(text) && is_of_persons(mechanism, passage.block)
        || !names_units(text) && names_persons(&passage.under);
    let cards = said(text, CARDS).filter(|_| is_person);
    if let Some(piece) = always.or(cards).or_else(|| said(text, PLACES).filter(|_| is_person)) {
        return remarks.refuse(remarks.place(&passage.at, piece), relative(piece), instead());
    }
    if let Some(piece) = said(text, POINTS) {
        let at = remarks.place(&passage.at, piece);
        if is_person || !names_units(text) && !names_units(mechanism.subject()) {
            return remarks.refuse(at, ranked(), instead());
        }
        return remarks.warn(at, ranked(), instead());
    }
    if let Some(piece) = said(text, PLACES) {
        remarks.warn(remarks.place(&passage.at, piece), relative(piece), instead());
    }
}

fn ranked() -> Said {
    Said::new("人员不排名，也不积分", "persons are neither ranked nor given points")
}

fn relative(place: &str) -> Said {
    Said::new(
        format!("“{}”是相对名次，总有人在后面，不能据此对人", place.trim()),
        format!(
            "`{}` is a relative place: somebody always has it, and nothing follows from it",
            place.trim()
        ),
    )
}

fn instead() -> Said {
    Said::new(
        "与标准比、与自己上期比：对照=标准 或者 对照=本人上期，排名=否",
        "hold it against the standard or the own last period: against=standard, ranking=no",
    )
}
