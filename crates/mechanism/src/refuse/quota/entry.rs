//! Quotas in what is to be filled in (表里的限额): a least number of findings, choices without none, a case that has to be
//! named, targets written as rows.

use super::super::Remarks;
use super::super::flow::{Flow, called, is_quantity};
use super::super::taint::{self, Class};
use super::is_form;
use crate::block::Block;
use crate::grammar::{Key, Kind, Node};
use crate::language::Said;
use rust_decimal::Decimal;

/// Remarks them in an element.
pub(super) fn check(flow: Flow<'_>, element: &Block, remarks: &mut Remarks<'_>) {
    if !is_form(element.node) {
        return;
    }
    for line in element.lines(Node::Field) {
        let wrong = match line.word(Key::Type) {
            Some("number" | "money") => least(flow, element, line),
            Some("choice") => choices(line),
            Some("reference") => owed(element, line),
            _ => None,
        };
        if let Some((key, what)) = wrong {
            let help = Said::new(
                "一件没有也要填得上：最小=0，或者 必填=否",
                "nothing must be an answer too: min=0, or needed=no",
            );
            remarks.refuse(Remarks::at(line, key), what, help);
        }
    }
    numbered(element, remarks);
    for row in element.lines(Node::Row) {
        targets(element, row, remarks);
    }
}

/// 问题一, 问题二, 问题三: as many findings as there are lines to fill in.
fn numbered(element: &Block, remarks: &mut Remarks<'_>) {
    let numerals = |sign: char| sign.is_ascii_digit() || "一二三四五六七八九十①②③④⑤".contains(sign);
    let owed = |line: &&Block| !line.is_not(Key::Needed) && line.title().ends_with(numerals);
    let stem = |line: &Block| line.title().trim_end_matches(numerals).trim().to_owned();
    let mut stems: Vec<String> = vec![];
    for line in element.lines(Node::Field).filter(owed) {
        let stem = stem(line);
        if taint::of_words(&stem).is_some_and(taint::Taint::is_found) && stems.contains(&stem) {
            let what = Said::new(
                format!("这是查处的限额：“{stem}”要填满几件"),
                format!("this is a quota: so many of `{stem}` are to be filled in"),
            );
            let help = Said::new(
                "查出几件填几件：必填=否，或者改用台账",
                "as many as there are: needed=no, or a register",
            );
            return remarks.refuse(line.title_at.clone(), what, help);
        }
        stems.push(stem);
    }
}

type Wrong = Option<(Key, Said)>;

/// A number of findings that is not below something.
fn least(flow: Flow<'_>, element: &Block, line: &Block) -> Wrong {
    let least = line.number(Key::Least)?;
    let title = line.title();
    let by_words = taint::of_words(title).filter(|taint| !taint.is_inverse);
    let is_found = by_words.is_some_and(|taint| matches!(taint.class, Class::Found | Class::Own));
    // 涉及人数 of one finding is what it is about, not how many there are to be.
    let is_about = ["涉", "被", "参与"].iter().any(|word| title.starts_with(word));
    let is_counted = by_words.is_none() && is_quantity(title) && flow.is_found_element(element);
    let is_wrong = least > Decimal::ZERO && !is_about && (is_found || is_counted);
    is_wrong.then(|| {
        let what = Said::new(
            format!("这是查处的限额：“{title}”至少要填{least}"),
            format!("this is a quota: `{title}` is at least {least}"),
        );
        (Key::Least, what)
    })
}

/// Choices that all say some.
fn choices(line: &Block) -> Wrong {
    let found =
        taint::of_words(line.title()).filter(|taint| taint.is_found() && !taint.is_inverse)?;
    let choices: Vec<&str> = line.text(Key::Choices)?.split('、').map(str::trim).collect();
    let is_some = |choice: &&str| {
        let begins = choice.chars().next();
        begins.is_some_and(|sign| {
            sign.is_ascii_digit() && sign != '0' || "一二两三四五六七八九十".contains(sign)
        })
    };
    (found.class == Class::Found && choices.iter().all(is_some)).then(|| {
        let what = Said::new(
            format!("这是查处的限额：“{}”没有“没有”可选", line.title()),
            format!("this is a quota: `{}` has no choice for none", line.title()),
        );
        (Key::Choices, what)
    })
}

/// A question of every period that takes no answer without a case.
fn owed(element: &Block, line: &Block) -> Wrong {
    let is_periodic = element.kind() == Some(Kind::Ask) && element.setting(Key::Event).is_none();
    let is_case = line.word(Key::LeadsTo) == Some("case");
    let is_found = taint::of_words(line.title()).is_some_and(taint::Taint::is_found);
    (is_periodic && is_case && is_found && line.is(Key::Needed)).then(|| {
        let what = Said::new(
            format!("这是查处的限额：每期都要填出“{}”", line.title()),
            format!("this is a quota: every period has to have `{}`", line.title()),
        );
        (Key::Needed, what)
    })
}

/// Numbers of findings that are handed out.
fn targets(element: &Block, row: &Block, remarks: &mut Remarks<'_>) {
    let around = format!("{} {}", called(element), row.title());
    for named in &row.named {
        let number: Option<f64> = named.text.trim().parse().ok();
        let is_number = number.is_some_and(|number| number > 0.0);
        let is_goal = |text: &str| {
            [
                "任务", "目标", "指标", "计划", "安排", "分配", "应", "定额", "target", "quota",
                "goal",
            ]
            .iter()
            .any(|word| text.contains(word))
        };
        let by_column = taint::of_words(&named.name).filter(|taint| taint.is_found());
        let is_many = is_goal(&named.name) || is_quantity(&named.name);
        let by_title = taint::of_words(&around).filter(|taint| taint.is_found() && is_many);
        let is_handed_out =
            element.kind() == Some(Kind::Task) || is_goal(&around) || is_goal(&named.name);
        if is_number && is_handed_out && (by_column.is_some() || by_title.is_some()) {
            let what = Said::new(
                format!("这是查处的限额：给“{}”定了“{}”", row.title(), named.name),
                format!("this is a quota: `{}` is given a `{}`", row.title(), named.name),
            );
            let help = Said::new(
                "只写走访几次，不写查出几件",
                "write how many visits, not how many findings",
            );
            remarks.refuse(named.at.clone(), what, help);
        }
    }
}
