//! Texts that demand findings (限额): a number or a share to be reached, a target, places, growth. What is asked of visits, of
//! putting right, of time, of training is none of that.

use super::sentence::{Measure, Number, Sentence, Tag, Token};
use std::ops::Range;

/// The bytes of the first demand for findings in a sentence.
pub(super) fn demand(sentence: &Sentence) -> Option<Range<usize>> {
    let numbers = sentence.tokens.iter().filter_map(|token| match token.tag {
        Tag::Number(number) => Some((*token, number)),
        _ => None,
    });
    let mut numbered = numbers.filter_map(|(at, number)| number_demanded(sentence, at, number));
    if let Some(slogan) = sentence.of(Tag::Slogan).next() {
        return (!sentence.is_denied(slogan, slogan)).then(|| sentence.bytes(slogan, slogan));
    }
    let found = numbered.next().or_else(|| cases(sentence)).or_else(|| target(sentence));
    let found = found
        .or_else(|| everywhere(sentence))
        .or_else(|| more_than_before(sentence))
        .or_else(|| ahead(sentence));
    let (first, last) = found?;
    (!sentence.is_denied(first, last)).then(|| sentence.bytes(first, last))
}

/// A number of findings that is to be reached.
fn number_demanded(sentence: &Sentence, at: Token, number: Number) -> Option<(Token, Token)> {
    let counts = !matches!(number.measure, Measure::Time | Measure::Points);
    if !counts || number.value == Some(0.0) || is_most(sentence, at) {
        return None;
    }
    let subject = counted(sentence, at, number.measure)?;
    let is_money = number.measure == Measure::Money;
    if is_money && subject.tag != Tag::Fine || !is_asked(sentence, at, (subject, number)) {
        return None;
    }
    Some((subject, at))
}

/// Whether a number is the most that may be.
fn is_most(sentence: &Sentence, at: Token) -> bool {
    let cap = |one: Token| one.tag == Tag::Cap;
    sentence.before(at, 3).next().is_some_and(cap) || sentence.after(at, 1).next().is_some_and(cap)
}

/// What a number counts, where that is findings: the word that governs it, before it or else after it.
fn counted(sentence: &Sentence, at: Token, measure: Measure) -> Option<Token> {
    if measure == Measure::People && is_of_staff(sentence, at) {
        return None;
    }
    let mut commas = 0;
    for one in sentence.before(at, 18) {
        commas += usize::from(one.tag == Tag::Comma);
        if commas > 1 {
            break;
        }
        match one.tag {
            Tag::Zero | Tag::Review | Tag::Staff => return None,
            Tag::Find | Tag::Fine | Tag::Name => return Some(one),
            Tag::Handle if measure == Measure::People => return Some(one),
            Tag::Noun => return noun(sentence, one, measure),
            Tag::Follow => return followed(sentence, one, measure),
            Tag::Visit => return found_there(sentence, at),
            _ => {}
        }
    }
    behind(sentence, at, measure)
}

/// People who do it, not to whom it is done: 由2名以上执法人员.
fn is_of_staff(sentence: &Sentence, at: Token) -> bool {
    let is_by = sentence.before(at, 1).any(|one| one.tag == Tag::By);
    let staff_after = sentence.after_in_clause(at, 4).any(|one| one.tag == Tag::Staff);
    let staff = sentence.before_in_clause(at, 5).find(|one| one.tag == Tag::Staff);
    // 问责人员 are those it is done to.
    let is_theirs = |staff: Token| {
        let next = sentence.before(staff, 0).next();
        !next.is_some_and(|one| matches!(one.tag, Tag::Find | Tag::Name | Tag::Noun))
    };
    is_by || staff_after || staff.is_some_and(is_theirs)
}

/// What is found, unless it is put right, looked at as a sample, or learned from.
fn noun(sentence: &Sentence, noun: Token, measure: Measure) -> Option<Token> {
    let before = sentence.before_in_clause(noun, 4).find(|one| {
        matches!(one.tag, Tag::Find | Tag::Name | Tag::Review | Tag::Follow | Tag::Noun)
    });
    match before.map(|one| one.tag) {
        Some(Tag::Review) => None,
        Some(Tag::Follow) if measure == Measure::Share => None,
        Some(Tag::Follow) => strong_before(sentence, noun),
        // 问题会商每月1次 is how often they sit together.
        None if measure == Measure::Times => None,
        _ => Some(noun),
    }
}

/// A number of what is put right is asked of nobody who finds; a number of what is punished and put right is.
fn followed(sentence: &Sentence, follow: Token, measure: Measure) -> Option<Token> {
    if measure == Measure::Share { None } else { strong_before(sentence, follow) }
}

fn strong_before(sentence: &Sentence, at: Token) -> Option<Token> {
    let near = sentence.before_in_clause(at, 6).take_while(|one| one.tag != Tag::Noun);
    near.take(2).find(|one| one.tag == Tag::Find && one.to - one.from > 1 && at.from <= one.to + 1)
}

/// 每次检查至少3个问题: what is found on a visit, not how many visits.
fn found_there(sentence: &Sentence, at: Token) -> Option<Token> {
    let found =
        sentence.after_in_clause(at, 2).find(|one| matches!(one.tag, Tag::Noun | Tag::Find))?;
    let is_followed = sentence.after_in_clause(found, 4).any(|one| one.tag == Tag::Follow);
    (!is_followed).then_some(found)
}

/// What stands behind a number: 至少3起违规, at least 3 findings.
fn behind(sentence: &Sentence, at: Token, measure: Measure) -> Option<Token> {
    for one in sentence.after_in_clause(at, 6) {
        match one.tag {
            Tag::Find | Tag::Noun | Tag::Name | Tag::Fine => {
                let is_followed = sentence
                    .after_in_clause(one, 3)
                    .any(|next| matches!(next.tag, Tag::Follow | Tag::Review));
                return (!is_followed).then_some(one);
            }
            Tag::Handle if measure == Measure::People => return Some(one),
            Tag::Visit | Tag::Review | Tag::Follow | Tag::Staff | Tag::Own | Tag::Zero => {
                return None;
            }
            _ => {}
        }
    }
    // 指标：甲镇5件，乙镇3件，用于查处: what a target is for comes last.
    let has_goal = sentence.before(at, 12).any(|one| one.tag == Tag::Goal);
    let mut later = sentence.after(at, 20).filter(|_| has_goal);
    later.find(|one| one.tag == Tag::Find && one.to - one.from > 1)
}

/// Whether the number is asked for, and not a case that something follows from.
fn is_asked(sentence: &Sentence, at: Token, (subject, number): (Token, Number)) -> bool {
    // 不低于干部总数的百分之二: of what a share is stands between.
    let reach = if number.measure == Measure::Share { 9 } else { 3 };
    let is_min = sentence.before_in_clause(at, reach).any(|one| one.tag == Tag::Min)
        || sentence.after_in_clause(at, 1).any(|one| one.tag == Tag::Min);
    let is_above = sentence.after_in_clause(at, 1).any(|one| one.tag == Tag::Above);
    if is_case(sentence, at, is_above || is_min) {
        return false;
    }
    let is_told = sentence.before(at, 14).any(|one| one.tag == Tag::Mean);
    let is_target =
        sentence.before(at, 8).chain(sentence.after(at, 10)).any(|one| one.tag == Tag::Goal);
    let is_reached = sentence.before(at, 10).any(|one| one.tag == Tag::Reach);
    let is_named = subject.tag == Tag::Name;
    if is_named && number.measure == Measure::Times {
        // 每月通报一次进展 is how often people are told.
        let tells = sentence.after_in_clause(at, 4).any(|one| one.tag == Tag::Follow);
        return is_min && !tells || is_target;
    }
    let is_every =
        sentence.before(at, 24).chain(sentence.after(at, 6)).any(|one| one.tag == Tag::Period);
    if number.measure == Measure::Bare {
        let is_amount =
            sentence.before(at, 6).any(|one| matches!(one.tag, Tag::Amount | Tag::Rate));
        return is_min
            || is_target
            || (is_amount && (is_reached || is_every))
            || is_english(sentence, at) && is_reached;
    }
    let costs = sentence.after_in_clause(at, 8).any(|one| one.tag == Tag::Blame);
    is_min || is_target || !is_told && (is_above || is_reached || is_every && !costs)
}

/// In English a number has no measure: the noun follows.
fn is_english(sentence: &Sentence, at: Token) -> bool {
    sentence.after_in_clause(at, 2).any(|one| matches!(one.tag, Tag::Noun | Tag::Find | Tag::Name))
}

/// 查实3件以上的，约谈: a case on the side of whom it is found, and what follows for them.
fn is_case(sentence: &Sentence, at: Token, is_from: bool) -> bool {
    let follows = |one: Token| {
        matches!(one.tag, Tag::Blame | Tag::Name | Tag::Find | Tag::Handle | Tag::Explain)
    };
    let condition = sentence.after_in_clause(at, 12).find(|one| one.tag == Tag::If);
    let after_comma = sentence.after(at, 3).find(|one| one.tag == Tag::Comma);
    let begins = condition.or(after_comma.filter(|_| is_from));
    let is_every = sentence.before(at, 24).any(|one| one.tag == Tag::Period);
    begins.is_some_and(|begins| {
        let consequence = sentence.after(begins, 16).find(|one| follows(*one));
        let is_rewarded = sentence.after(begins, 16).any(|one| one.tag == Tag::Reward);
        let directly =
            consequence.is_some_and(|one| condition.is_some() || one.from <= begins.to + 2);
        directly && !is_rewarded && !(is_every && condition.is_none())
    })
}

/// 查处任务, 办案指标, a target of findings.
fn target(sentence: &Sentence) -> Option<(Token, Token)> {
    sentence.tokens.iter().find_map(|one| {
        let reach = match one.tag {
            Tag::Find | Tag::Fine => 4,
            Tag::Noun => 1,
            _ => return None,
        };
        let before = sentence.before_in_clause(*one, 2).next();
        if before.is_some_and(|one| matches!(one.tag, Tag::Follow | Tag::Review | Tag::Without)) {
            return None;
        }
        let goal = of_goal(sentence, *one, reach).or_else(|| goal_of(sentence, *one))?;
        Some((*one, goal))
    })
}

fn of_goal(sentence: &Sentence, one: Token, reach: usize) -> Option<Token> {
    let next = sentence.after_in_clause(one, reach).find(|next| {
        use Tag::{Follow, Goal, If, Not, NotSo, Review, Visit};
        matches!(next.tag, Goal | Follow | Review | Visit | If | Not | NotSo)
    })?;
    (next.tag == Tag::Goal).then_some(next)
}

/// A target for findings, as English has it.
fn goal_of(sentence: &Sentence, one: Token) -> Option<Token> {
    let goal = sentence.before_in_clause(one, 2).next().filter(|goal| goal.tag == Tag::Goal)?;
    // 任务 before a word of finding begins another thought: only `target of`, `quota for` go on.
    (goal.to < one.from).then_some(goal)
}

/// How many are found goes up, or is put in an order.
fn more_than_before(sentence: &Sentence) -> Option<(Token, Token)> {
    if sentence.has(&[Tag::Shrink, Tag::Mean]) {
        return None;
    }
    let amounts =
        sentence.tokens.iter().copied().filter(|one| matches!(one.tag, Tag::Amount | Tag::Rate));
    let mut moved = amounts.filter_map(|amount| {
        let found = found_by(sentence, amount)?;
        let after = sentence.after_in_clause(amount, 8).take_while(|one| one.tag != Tag::Follow);
        let next = after.into_iter().find(|one| matches!(one.tag, Tag::Grow | Tag::Rank));
        let first = if found.from < amount.from { found } else { amount };
        let raised = sentence.before_in_clause(first, 4).find(|one| match one.tag {
            Tag::Grow => first.from - one.to <= 1,
            Tag::Rank => true,
            _ => false,
        });
        Some((first, next.or(raised)?))
    });
    moved.next()
}

/// What an amount is of: 查处数, number of findings.
fn found_by(sentence: &Sentence, amount: Token) -> Option<Token> {
    let is_found = |one: &Token| matches!(one.tag, Tag::Find | Tag::Noun | Tag::Fine);
    let before = sentence.before_in_clause(amount, 2).next().filter(is_found);
    let is_english = amount.to - amount.from > 0 && sentence.bytes(amount, amount).len() > 4;
    before.or_else(|| sentence.after_in_clause(amount, 0).find(is_found).filter(|_| is_english))
}

/// 查办工作进入全县前列, 查处情况月排名, 问责全覆盖: to be ahead in finding, to be told one's place, to have some everywhere.
fn ahead(sentence: &Sentence) -> Option<(Token, Token)> {
    if sentence.has(&[Tag::Shrink]) {
        return None;
    }
    sentence.of(Tag::Find).filter(|find| find.to - find.from > 1).find_map(|find| {
        let mut after = sentence.after_in_clause(find, 10);
        let last = after.find(|one| {
            matches!(
                one.tag,
                Tag::Ahead | Tag::Rank | Tag::Follow | Tag::If | Tag::Name | Tag::Visit
            )
        })?;
        matches!(last.tag, Tag::Ahead | Tag::Rank).then_some((find, last))
    })
}

/// 确保每个镇都有处分: some of it for everybody.
fn everywhere(sentence: &Sentence) -> Option<(Token, Token)> {
    sentence.of(Tag::AllHave).find_map(|all| {
        let found = sentence.after(all, 0).next()?;
        let is_act = matches!(found.tag, Tag::Find | Tag::Name);
        (is_act && found.to - found.from > 1).then_some((all, found))
    })
}

/// 百日查处千案, 每月一案: so many cases in such a time.
fn cases(sentence: &Sentence) -> Option<(Token, Token)> {
    let number = |token: Token| match token.tag {
        Tag::Number(number) => Some(number.measure),
        _ => None,
    };
    let mut all = sentence.tokens.iter().copied();
    let counted = all.find(|one| number(*one) == Some(Measure::Cases))?;
    let before = sentence.before_in_clause(counted, 4);
    let first = before.into_iter().find(|one| {
        let is_next = counted.from == one.to;
        matches!(one.tag, Tag::Period)
            || is_next && one.tag == Tag::Find
            || number(*one) == Some(Measure::Time)
    })?;
    Some((first, counted))
}
