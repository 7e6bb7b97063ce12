//! Quotas (限额): nothing may go up with what is found, punished or published, and nothing may be held against whoever finds
//! little. First by where the numbers come from, then by words.

mod entry;
mod sink;
mod wording;

use super::Remarks;
use super::direction::{self, Outcome};
use super::flow::{Flow, called, is_bulletin};
use super::taint;
use crate::Mechanism;
use crate::block::Block;
use crate::expression::{self, Operator, Syntax, What};
use crate::grammar::{Key, Kind, Node};
use crate::language::Said;
use sink::Sink;

/// Remarks every quota.
pub(super) fn check(mechanism: &Mechanism, remarks: &mut Remarks<'_>) {
    let flow = Flow::of(mechanism);
    for block in mechanism.root().all() {
        if let Some((sink, key)) = sink::of(block) {
            expressed(flow, block, (sink, key), remarks);
        }
        entry::check(flow, block, remarks);
    }
    for element in mechanism.elements() {
        unexpressed(flow, element, remarks);
        fed(mechanism, element, remarks);
        praised(mechanism, element, remarks);
    }
    wording::check(mechanism, remarks);
}

/// What an expression makes of findings.
fn expressed(flow: Flow<'_>, block: &Block, (sink, key): (Sink, Key), remarks: &mut Remarks<'_>) {
    let Some(syntax) = hit(block, key) else { return };
    let rows = flow.are_rows_found(block);
    let outcome = direction::of(&syntax, rows, &|name| flow.taint(block, name));
    let culprit = outcome.culprit.clone().unwrap_or_default();
    let setting = Remarks::at(block, key);
    let at = remarks.place(&setting, culprit.trim_start_matches('@'));
    if let Some((what, help)) = sink.wrong(&outcome, &shown(&culprit, block)) {
        remarks.refuse(at, what, help);
    } else if sink == Sink::Score {
        bounds(block, (&outcome, at), remarks);
    }
}

/// A name as it is shown; counts of rows have none.
fn shown(culprit: &str, block: &Block) -> String {
    if culprit.starts_with('@') {
        block.text(Key::Facts).unwrap_or("").to_owned()
    } else {
        culprit.to_owned()
    }
}

/// The condition of a hit, or the formula.
fn hit(block: &Block, key: Key) -> Option<Syntax> {
    let read = |key| block.text(key).and_then(expression::syntax);
    if key != Key::When {
        return read(key);
    }
    let unless = read(Key::Unless).map(|unless| {
        let at = unless.at.clone();
        Syntax { at, what: What::Not(Box::new(unless)) }
    });
    match (read(Key::When), unless) {
        (Some(when), Some(unless)) => {
            let at = when.at.clone();
            let sides = Box::new([when, unless]);
            Some(Syntax { at: at.clone(), what: What::Binary(Operator::And, at, sides) })
        }
        (when, unless) => when.or(unless),
    }
}

/// What a unit's own decided breaches take away has a floor, what it tells of itself adds up to a ceiling.
fn bounds(
    block: &Block,
    (outcome, at): (&Outcome, std::ops::Range<usize>),
    remarks: &mut Remarks<'_>,
) {
    let has = |key| block.setting(key).is_some();
    if outcome.own.goes_up() && !has(Key::Greatest) {
        let what = Said::new(
            "自查自纠加分没有封顶：变成了自报的指标",
            "what is told of oneself adds points without end: a quota of one's own",
        );
        let help = Said::new("写上：最大=5", "write max=5");
        remarks.refuse(at.clone(), what, help);
    }
    let falls_below = outcome.found == direction::Direction::Falls && outcome.least < 0.0;
    if falls_below && !has(Key::Least) {
        let what = Said::new("扣分没有限度", "what is taken away has no floor");
        remarks.warn(at, what, Said::new("写上：最小=0", "write min=0"));
    }
}

/// An indicator or a comparison of findings that says no formula counts them.
fn unexpressed(flow: Flow<'_>, element: &Block, remarks: &mut Remarks<'_>) {
    let key = match element.kind() {
        Some(Kind::Assess) => Key::Formula,
        Some(Kind::Compare) if element.word(Key::Better) != Some("lower") => Key::Figure,
        _ => return,
    };
    let title = called(element);
    let of_title = taint::of_words(&title).filter(|taint| taint.is_found() && !taint.is_inverse);
    let is_count = of_title.is_some() && taint::is_amount(&title);
    let says = |key| element.text(key).unwrap_or("").to_owned();
    let said = [Key::Standard, Key::Note].map(says).concat();
    let takes_away =
        ["扣", "减", "deduct", "minus", "loses"].iter().any(|word| said.contains(word));
    let wrong = match hit(element, key) {
        None => (flow.are_rows_found(element) || is_count) && !takes_away,
        Some(syntax) => {
            let rows = flow.are_rows_found(element);
            let outcome = direction::of(&syntax, rows, &|name| flow.taint(element, name));
            is_count && outcome.found == direction::Direction::Independent && !takes_away
        }
    };
    if wrong {
        let (what, help) = sink::counted(&title);
        remarks.refuse(element.title_at.clone(), what, help);
    }
}

/// What finds or publishes feeds a score only through a formula that can be looked at.
fn fed(mechanism: &Mechanism, element: &Block, remarks: &mut Remarks<'_>) {
    let finds = match element.kind() {
        Some(Kind::Check | Kind::Liability | Kind::Draw) => true,
        Some(Kind::Show) => is_bulletin(element),
        Some(Kind::Register | Kind::Letter) => Flow::of(mechanism).is_found_element(element),
        _ => false,
    };
    let Some(setting) = element.setting(Key::Feeds).filter(|_| finds) else { return };
    for to in element.text(Key::Feeds).unwrap_or("").split('、').map(str::trim) {
        let Some(target) = mechanism.element(to) else { continue };
        let is_score = matches!(target.kind(), Some(Kind::Assess | Kind::Compare));
        let is_praise =
            target.kind() == Some(Kind::Show) && target.word(Key::Tone) == Some("praise");
        let has_formula =
            [Key::Formula, Key::Figure].into_iter().any(|key| target.setting(key).is_some());
        // So many are drawn to be published: 抽三件通报.
        let is_drawn = element.kind() == Some(Kind::Draw);
        let is_published =
            is_drawn && (is_bulletin(target) || target.kind() == Some(Kind::Liability));
        let is_scored = !is_drawn && (is_praise || is_score && !has_formula);
        if is_published || is_scored {
            let (what, help) = sink::counted(to);
            remarks.refuse(remarks.place(&setting.at, to), what, help);
        }
    }
}

/// Praise of what a register of findings holds.
fn praised(mechanism: &Mechanism, element: &Block, remarks: &mut Remarks<'_>) {
    let is_praise = element.kind() == Some(Kind::Show) && element.word(Key::Tone) == Some("praise");
    let Some(content) = element.text(Key::Content).filter(|_| is_praise) else { return };
    let flow = Flow::of(mechanism);
    if mechanism.element(content).is_some_and(|shown| flow.is_found_element(shown)) {
        let (what, help) = sink::counted(content);
        remarks.refuse(Remarks::at(element, Key::Content), what, help);
    }
}

/// Whether a block is one of those that ask or register.
const fn is_form(node: Node) -> bool {
    matches!(
        node,
        Node::Element(
            Kind::Ask
                | Kind::Register
                | Kind::Letter
                | Kind::Task
                | Kind::Check
                | Kind::Meet
                | Kind::Rate
        )
    )
}
