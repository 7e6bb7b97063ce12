//! What an expression decides (去处): a score, praise, or what is held against somebody; and what may not move it.

use super::super::direction::{Direction, Outcome};
use super::super::flow::is_bulletin;
use crate::block::Block;
use crate::grammar::{Key, Kind, Node};
use crate::language::Said;
use rust_decimal::Decimal;

/// What an expression decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sink {
    /// The more the better.
    Score,
    /// The less the better.
    LowScore,
    /// A hit is good for somebody.
    Good,
    /// A hit is held against somebody.
    Bad,
    /// A hit is neither.
    Told,
}

/// Words beside a light that say it is a good one, and that it is a bad one.
const GOOD: [&str; 10] =
    ["达标", "完成", "优", "先进", "良好", "合格", "正常", "好", "平稳", "无问题"];
const BAD: [&str; 10] =
    ["落后", "未完成", "不达标", "差", "滞后", "警告", "预警", "不合格", "低", "behind"];
/// Words of a title that make a disclosure praise.
const PRAISE: [&str; 9] =
    ["红榜", "表扬", "标兵", "先进", "光荣", "示范", "英雄", "praise", "honour"];

/// What the expression of a block decides, and where it stands.
pub(super) fn of(block: &Block) -> Option<(Sink, Key)> {
    let sink = match block.node {
        Node::Element(Kind::Assess) => {
            // A weight below nothing turns the score round.
            let is_turned = block.number(Key::Weight).is_some_and(|weight| weight < Decimal::ZERO);
            return Some((if is_turned { Sink::LowScore } else { Sink::Score }, Key::Formula));
        }
        Node::Element(Kind::Compare) => {
            let is_low = block.word(Key::Better) == Some("lower");
            return Some((if is_low { Sink::LowScore } else { Sink::Score }, Key::Figure));
        }
        Node::Element(Kind::Show) => shown(block),
        Node::Element(Kind::Check | Kind::Letter | Kind::Liability) => Sink::Bad,
        Node::Light => lit(block),
        _ => return None,
    };
    let has = |key| block.setting(key).is_some();
    (has(Key::When) || has(Key::Unless)).then_some((sink, Key::When))
}

fn shown(block: &Block) -> Sink {
    let says_praise = PRAISE.iter().any(|word| block.title().contains(word));
    match block.word(Key::Tone) {
        Some("praise") => Sink::Good,
        Some("criticism") => Sink::Bad,
        _ if says_praise => Sink::Good,
        _ if is_bulletin(block) => Sink::Bad,
        _ => Sink::Told,
    }
}

fn lit(block: &Block) -> Sink {
    let said = format!("{} {}", block.title(), block.text(Key::Saying).unwrap_or(""));
    let says = |words: &[&str]| words.iter().any(|word| said.contains(word));
    match block.word(Key::Colour) {
        Some("green") => Sink::Good,
        Some("red" | "yellow") => Sink::Bad,
        _ if says(&BAD) => Sink::Bad,
        _ if says(&GOOD) => Sink::Good,
        _ => Sink::Told,
    }
}

impl Sink {
    /// What is wrong with where an expression goes, and what to write.
    pub fn wrong(self, outcome: &Outcome, culprit: &str) -> Option<(Said, Said)> {
        let Outcome { found, fault, is_inverse, .. } = outcome;
        let rises = |culprit| rises(culprit, *is_inverse);
        let presses = |culprit| presses(culprit, *is_inverse);
        match self {
            Self::Score | Self::Good if found.goes_up() || *fault == Direction::Rises => {
                Some(rises(culprit))
            }
            Self::LowScore if found.goes_down() || *fault == Direction::Falls => {
                Some(rises(culprit))
            }
            Self::Bad | Self::Told if found.goes_down() => Some(presses(culprit)),
            _ => None,
        }
    }
}

/// How much of a name it is that counts, in Chinese and in English.
const fn many(is_inverse: bool) -> (&'static str, &'static str) {
    if is_inverse { ("少", "less") } else { ("多", "more") }
}

fn rises(culprit: &str, is_inverse: bool) -> (Said, Said) {
    let (zh, en) = many(is_inverse);
    let what = Said::new(
        format!("这是查处的限额：“{culprit}”{zh}了，结果就好"),
        format!("this is a quota: the {en} of `{culprit}`, the better the result"),
    );
    (what, instead())
}

fn presses(culprit: &str, is_inverse: bool) -> (Said, Said) {
    let (zh, en) = many(!is_inverse);
    let what = Said::new(
        format!("这是查处的限额：“{culprit}”{zh}了就要受责"),
        format!("this is a quota: {en} of `{culprit}` is held against somebody"),
    );
    let help = Said::new(
        "查得少不是过错；可以问走访了没有，或者在查实多的时候提示：当=\"查实数 > 3\"",
        "to find little is no fault; ask whether visits were made, or prompt where much is borne out: when=\"findings > 3\"",
    );
    (what, help)
}

/// What is said of an indicator that counts findings by its title.
pub(super) fn counted(title: &str) -> (Said, Said) {
    let what = Said::new(
        format!("这是查处的限额：“{title}”按查出多少记成绩"),
        format!("this is a quota: `{title}` scores how much is found"),
    );
    (what, instead())
}

fn instead() -> Said {
    Said::new(
        "改看事办得怎样、改得怎样，如：公式=\"按期销号 / 销号\"；本单位查实的问题只能扣分：公式=\"1 - 终局 / 5\" 最小=0",
        "score what is done and put right, as formula=\"closed_in_time / closed\"; a unit's own upheld problems only take away: formula=\"1 - final / 5\" min=0",
    )
}
