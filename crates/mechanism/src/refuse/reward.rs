//! Texts that pay for findings (查得有奖): 每查处一件加2分, 以查处数论英雄, 多查多得.

use super::sentence::{Measure, Sentence, Tag, Token};
use std::ops::Range;

/// The bytes of what is paid for findings.
pub(super) fn reward(sentence: &Sentence) -> Option<Range<usize>> {
    // Whoever tells the authorities may be rewarded by law.
    if sentence.has(&[Tag::Public]) {
        return None;
    }
    let found = paid(sentence).or_else(|| points_for_each(sentence)).or_else(|| goes_by(sentence));
    let (first, last) = found.or_else(|| the_more(sentence))?;
    (!sentence.is_denied(first, last)).then(|| sentence.bytes(first, last))
}

fn is_found(one: &Token) -> bool {
    matches!(one.tag, Tag::Find | Tag::Noun | Tag::Fine)
}

/// Points or praise for each finding, for many, or for how many there are.
fn paid(sentence: &Sentence) -> Option<(Token, Token)> {
    let pays = sentence.of(Tag::Pays).filter(|pays| are_points(sentence, *pays));
    sentence.of(Tag::Reward).chain(pays).find_map(|reward| {
        let found = earned(sentence, reward)?;
        Some((found, reward))
    })
}

/// What it is paid for: before the reward in Chinese; in English after it, as in points for each finding.
fn earned(sentence: &Sentence, reward: Token) -> Option<Token> {
    let before = sentence.before(reward, 14).take_while(|one| !ends(*one)).find(is_found);
    let after = sentence.after_in_clause(reward, 8).find(is_found);
    let after = after.filter(|found| {
        let is_each = sentence.before(*found, 2).any(|one| one.tag == Tag::Each);
        let is_amount = sentence.after(*found, 1).any(|one| one.tag == Tag::Amount);
        is_each && found.from > reward.to || is_amount
    });
    let found = before.or(after)?;
    let is_own = sentence.before(found, 4).any(|one| one.tag == Tag::Own);
    let is_bounded = is_own && sentence.has(&[Tag::Cap]);
    let is_none = sentence.before(found, 1).any(|one| matches!(one.tag, Tag::Without | Tag::Ought));
    (counts(sentence, found, reward) && !is_bounded && !is_none).then_some(found)
}

/// What stands between a finding and a reward that is for something else.
fn ends(one: Token) -> bool {
    matches!(one.tag, Tag::Follow | Tag::Zero | Tag::Blame | Tag::Review | Tag::Less)
}

/// Whether the reward goes by how many: for each, for so many, for the number.
fn counts(sentence: &Sentence, found: Token, reward: Token) -> bool {
    let is_each = sentence.before(found, 3).any(|one| matches!(one.tag, Tag::Each | Tag::Period));
    let reach = if found.from > reward.from { usize::MAX } else { reward.from };
    let between = sentence.after(found, 12).take_while(|one| one.to <= reach);
    let is_many = between.into_iter().any(|one| match one.tag {
        Tag::Each | Tag::Amount | Tag::Rate | Tag::Above | Tag::More | Tag::Goal => true,
        Tag::Number(number) => matches!(
            number.measure,
            Measure::Items | Measure::People | Measure::Share | Measure::Bare
        ),
        _ => false,
    });
    is_each || is_many
}

/// 加 and 得 are rewards before points alone: 加2分, and not 得0分.
fn are_points(sentence: &Sentence, pays: Token) -> bool {
    sentence.after(pays, 1).next().is_some_and(|one| match one.tag {
        Tag::Number(number) => {
            let is_paid =
                matches!(number.measure, Measure::Points | Measure::Money | Measure::Bare);
            is_paid && number.value != Some(0.0)
        }
        _ => false,
    })
}

/// 评优以发现问题的数量为主要依据: what is good goes by how many are found.
fn goes_by(sentence: &Sentence) -> Option<(Token, Token)> {
    if !sentence.has(&[Tag::Reward]) || sentence.has(&[Tag::Blame]) {
        return None;
    }
    sentence.of(Tag::GoesBy).find_map(|last| {
        let amount = sentence
            .before_in_clause(last, 10)
            .find(|one| matches!(one.tag, Tag::Amount | Tag::Rate))?;
        let found = sentence.before_in_clause(amount, 2).find(is_found)?;
        Some((found, last))
    })
}

/// Points for each finding, as English has it.
fn points_for_each(sentence: &Sentence) -> Option<(Token, Token)> {
    let is_points = |one: &Token| match one.tag {
        Tag::Number(number) => number.measure == Measure::Points && number.value != Some(0.0),
        _ => false,
    };
    let points = sentence.tokens.iter().copied().find(is_points)?;
    let each = sentence.after_in_clause(points, 1).find(|one| one.tag == Tag::Each)?;
    let found = sentence.after_in_clause(each, 1).find(is_found)?;
    let is_lost = sentence.before(points, 3).any(|one| one.tag == Tag::Blame);
    (!is_lost).then_some((points, found))
}

/// The more the better.
fn the_more(sentence: &Sentence) -> Option<(Token, Token)> {
    if let Some(whole) = sentence.of(Tag::MoreFound).next() {
        return Some((whole, whole));
    }
    let more = sentence.of(Tag::More).next()?;
    let before = sentence.before(more, 12).find(is_found).map(|found| (found, more));
    before.or_else(|| sentence.after(more, 8).find(is_found).map(|found| (more, found)))
}
