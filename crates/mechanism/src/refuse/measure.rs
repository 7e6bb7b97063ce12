//! Measures that are proposed (建议): one of the catalogue on the day the scheme begins to bind, that is decided here and not
//! by another organ.

use super::Remarks;
use crate::Mechanism;
use crate::block::{Block, Setting};
use crate::grammar::{Key, Node};
use crate::language::Said;
use crate::nearest;
use jiff::civil::{Date, date};
use qz_domain::law::{Law, LawOn, Measure, OrganFunction};

/// Days of both worlds of law, for a scheme that does not say when it begins to bind.
const DAYS: [Date; 3] = [date(2015, 6, 27), date(2021, 2, 1), date(2026, 1, 1)];
/// Words for what other organs decide, besides those of the catalogue.
const OTHERS: [&str; 12] = [
    "处分",
    "政务处分",
    "党纪处分",
    "纪律处分",
    "免职",
    "降职",
    "停职",
    "辞退",
    "撤职处分",
    "组织处理",
    "sanction",
    "dismissal",
];

/// Remarks measures that cannot be proposed.
pub(super) fn check(mechanism: &Mechanism, remarks: &mut Remarks<'_>) {
    for element in &mechanism.root().children {
        for block in std::iter::once(element).chain(element.lines(Node::Link)) {
            let Some(setting) = block.setting(Key::Proposes) else { continue };
            for name in
                block.text(Key::Proposes).unwrap_or("").split(['、', '，', '或']).map(str::trim)
            {
                proposed(mechanism, (element, setting), name, remarks);
            }
        }
    }
}

fn days(mechanism: &Mechanism) -> Vec<Date> {
    mechanism.effective().map_or_else(|| DAYS.to_vec(), |day| vec![day])
}

fn proposed(
    mechanism: &Mechanism,
    (element, setting): (&Block, &Setting),
    name: &str,
    remarks: &mut Remarks<'_>,
) {
    let on: Vec<LawOn<'_>> =
        days(mechanism).into_iter().map(|day| Law::shipped().on(day)).collect();
    let is = |measure: &&Measure| {
        [&measure.zh, &measure.en, &measure.code].iter().any(|one| *one == name)
    };
    let found = on.iter().find_map(|law| Some((*law, law.measures().find(is)?)));
    let at = remarks.place(&setting.at, name);
    let is_other = OTHERS.iter().any(|word| name == *word || name.ends_with("处分"));
    match found {
        Some((_, measure)) if measure.is_record_only => {
            remarks.refuse(at, recorded(name), hand_over());
        }
        None if is_other => remarks.refuse(at, recorded(name), hand_over()),
        Some((law, measure)) => powers(mechanism, element, (law, measure), (at, remarks)),
        None => remarks.refuse(at, unknown(name), meant(on[0], name)),
    }
}

fn recorded(name: &str) -> Said {
    Said::new(
        format!("“{name}”由有权机关决定，这里只登记结果，不能建议"),
        format!("`{name}` is another organ's to decide: only its outcome is recorded here"),
    )
}

fn hand_over() -> Said {
    Said::new(
        "改写 接=问题线索，由有权机关按程序办",
        "write feeds=finding; the competent organ follows its procedure",
    )
}

fn unknown(name: &str) -> Said {
    Said::new(
        format!("生效之日的措施目录里没有“{name}”"),
        format!("no `{name}` is in the catalogue of measures on the day it begins to bind"),
    )
}

fn meant(law: LawOn<'_>, name: &str) -> Said {
    let decided: Vec<&Measure> = law.measures().filter(|measure| !measure.is_record_only).collect();
    let names = decided.iter().flat_map(|measure| [measure.zh.as_str(), measure.en.as_str()]);
    let is_turned = |one: &&str| sorted(one) == sorted(name);
    let turned = names.clone().find(is_turned);
    let near = turned
        .map_or_else(|| nearest::meant(name, names), |turned| nearest::meant(turned, [turned]));
    if let Some(near) = near {
        return near;
    }
    let all = |pick: fn(&Measure) -> &str| decided.iter().map(|one| pick(one)).collect::<Vec<_>>();
    Said::new(
        format!("可以写：{}", all(|one| &one.zh).join("、")),
        format!("it may be: {}", all(|one| &one.en).join(", ")),
    )
}

/// The signs of a name in their order: 提醒谈话 is 谈话提醒 turned round.
fn sorted(name: &str) -> Vec<char> {
    let mut signs: Vec<char> = name.chars().collect();
    signs.sort_unstable();
    signs
}

/// Whether somebody whom the text names has the power: a measure of one line of work alone is not proposed outside of it;
/// of another the paper has to go to whoever has it.
fn powers(
    mechanism: &Mechanism,
    element: &Block,
    (law, measure): (LawOn<'_>, &Measure),
    (at, remarks): (std::ops::Range<usize>, &mut Remarks<'_>),
) {
    let deciders: Vec<Option<OrganFunction>> =
        law.deciders(&measure.code).map(|one| one.organ).collect();
    let named = [Some(mechanism.unit()), element.text(Key::Approves), element.text(Key::By)];
    let functions: Vec<OrganFunction> =
        named.into_iter().flatten().flat_map(|name| functions(law, name)).collect();
    let has =
        deciders.iter().any(|organ| organ.is_none_or(|function| functions.contains(&function)));
    if has || mechanism.unit().is_empty() || deciders.is_empty() {
        return;
    }
    let is_of_line = deciders
        .iter()
        .all(|organ| matches!(organ, Some(OrganFunction::Police | OrganFunction::Tax)));
    let what = Said::new(
        format!("“{}”没有“{}”的权限", mechanism.unit(), measure.zh),
        format!("`{}` has no power for `{}`", mechanism.unit(), measure.en),
    );
    let help = Said::new(
        "由有权机关批：批=\"县纪委\"，或者换一项本单位有权的措施",
        "name the organ that has it with approves, or take a measure of this unit's own",
    );
    if is_of_line {
        remarks.refuse(at, what, help);
    } else {
        remarks.note(at, what, help);
    }
}

/// What an organ is for that a text begins with: 县纪委常委会 is the commission's.
fn functions(law: LawOn<'_>, text: &str) -> Vec<OrganFunction> {
    let ends = text.char_indices().map(|(at, sign)| at + sign.len_utf8());
    ends.flat_map(|end| law.functions(&text[..end])).collect()
}
