//! Texts that hold it against somebody when little is found (少查受责): 零查处要说明, 查处不足三件的扣分, 查不出问题就是失职.

use super::sentence::{Number, Sentence, Tag, Token};
use std::ops::Range;

/// The bytes of what is held against whoever finds little.
pub(super) fn few(sentence: &Sentence) -> Option<Range<usize>> {
    let found = banned(sentence).or_else(|| none(sentence)).or_else(|| less(sentence));
    let found = found.or_else(|| scarce(sentence))?;
    Some(sentence.bytes(found.0, found.1))
}

/// 杜绝零查处.
fn banned(sentence: &Sentence) -> Option<(Token, Token)> {
    sentence.of(Tag::Ban).find_map(|ban| {
        let zero = sentence.after_in_clause(ban, 4).next()?;
        (zero.tag == Tag::Zero).then_some((ban, zero))
    })
}

/// That nothing was found, and what follows from it.
fn none(sentence: &Sentence) -> Option<(Token, Token)> {
    let zeros = sentence.of(Tag::Zero).map(|zero| (zero, true));
    let without = sentence.of(Tag::Without).filter_map(|without| {
        let next = sentence.after(without, 3).next()?;
        let is_found = matches!(next.tag, Tag::Find | Tag::Noun | Tag::Fine);
        is_found.then_some((Token { to: next.to, ..without }, false))
    });
    zeros.chain(without).find_map(|(zero, is_plain)| {
        // What ought to have been seen, or was known, is one's own fault.
        let is_own = sentence
            .before_in_clause(zero, 10)
            .any(|one| matches!(one.tag, Tag::Ought | Tag::Find | Tag::Noun));
        if is_own && !is_for_whom(sentence, zero) || sentence.has(&[Tag::Public]) {
            return None;
        }
        let last = consequence(sentence, zero, is_plain)?;
        (!sentence.is_denied(zero, last)).then_some((zero, last))
    })
}

/// 案件为零, 查处数为零: what is none stands before.
fn is_for_whom(sentence: &Sentence, zero: Token) -> bool {
    sentence
        .before_in_clause(zero, 2)
        .next()
        .is_some_and(|one| matches!(one.tag, Tag::Noun | Tag::Find | Tag::Amount))
}

/// What follows for whoever found nothing; being asked to explain is that too where `is_plain`.
fn consequence(sentence: &Sentence, zero: Token, is_plain: bool) -> Option<Token> {
    let is_bad = |one: &Token| match one.tag {
        Tag::Blame | Tag::Name => true,
        Tag::Explain | Tag::Handle => is_plain,
        Tag::Find => one.to - one.from > 1,
        _ => false,
    };
    let after = sentence.after(zero, 16);
    let is_good =
        sentence.after(zero, 16).any(|one| matches!(one.tag, Tag::Reward | Tag::Not | Tag::NotSo));
    let bad_after =
        after.take_while(|one| one.tag != Tag::Without && one.tag != Tag::Follow).find(is_bad);
    if bad_after.is_some() {
        return bad_after.filter(|_| !is_good);
    }
    let before = sentence
        .before_in_clause(zero, 6)
        .find(|one| matches!(one.tag, Tag::Blame | Tag::Name | Tag::Explain));
    before.filter(|one| is_plain && one.tag != Tag::Explain)
}

/// 案件偏少的镇: little, and what follows from it.
fn scarce(sentence: &Sentence) -> Option<(Token, Token)> {
    let scarce = sentence.of(Tag::Scarce).next()?;
    let found = sentence
        .before_in_clause(scarce, 3)
        .next()
        .filter(|one| matches!(one.tag, Tag::Find | Tag::Noun | Tag::Fine | Tag::Amount))?;
    let last = consequence(sentence, scarce, true)?;
    (!sentence.is_denied(found, last)).then_some((found, last))
}

/// Fewer than a number, or than what was set.
fn less(sentence: &Sentence) -> Option<(Token, Token)> {
    sentence.of(Tag::Less).find_map(|less| {
        let next = sentence
            .after_in_clause(less, 8)
            .find(|one| matches!(one.tag, Tag::Number(_) | Tag::Goal))?;
        let is_count = match next.tag {
            Tag::Number(number) => counts(number),
            _ => true,
        };
        let subject = subject(sentence, less, next)?;
        let is_good = sentence.has(&[Tag::Reward]) && !sentence.has(&[Tag::Blame]);
        (is_count && !is_good && !sentence.is_denied(subject, next)).then_some((subject, next))
    })
}

fn counts(number: Number) -> bool {
    use super::sentence::Measure::{Points, Time};
    !matches!(number.measure, Time | Points)
}

/// What is fewer, where that is findings.
fn subject(sentence: &Sentence, less: Token, number: Token) -> Option<Token> {
    for one in sentence.before(less, 12) {
        match one.tag {
            Tag::Find | Tag::Noun | Tag::Fine | Tag::Name => return Some(one),
            Tag::Follow | Tag::Review => return None,
            Tag::Visit | Tag::Staff => break,
            _ => {}
        }
    }
    // 少查一件, 完不成查处任务.
    let is_found = |one: &Token| matches!(one.tag, Tag::Find | Tag::Fine | Tag::Noun);
    let between =
        sentence.after_in_clause(less, 6).find(|one| is_found(one) && one.to <= number.to);
    let behind = sentence.after_in_clause(number, 2).next().filter(is_found);
    let is_less_found = less.to == number.from && sentence.has(&[Tag::Blame]);
    between.or(behind).or_else(|| is_less_found.then_some(less)).filter(|one| {
        let next = sentence.after_in_clause(*one, 2).next();
        !next.is_some_and(|next| next.tag == Tag::Follow)
    })
}
