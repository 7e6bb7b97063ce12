//! What is checked of the mechanism as a whole.

use crate::block::{Block, Value};
use crate::grammar::{Key, Node};
use crate::language::Said;
use crate::{Diagnostic, Mechanism, Severity};
use std::collections::BTreeSet;

/// Nodes that a mechanism has once at most.
const ONCE: [Node; 5] = [Node::Unit, Node::Subject, Node::Cycle, Node::Effective, Node::Ends];

/// The longest code.
const CODE_MOST: usize = 48;

/// Checks the code, what may stand once only, days in their order, and titles that mean one thing.
pub(super) fn check(mechanism: &Mechanism, remarks: &mut Vec<Diagnostic>) {
    let is_read = remarks.is_empty();
    code(mechanism, remarks);
    for node in ONCE {
        if let Some(second) = mechanism.root().lines(node).nth(1) {
            let what = Said::new(
                format!("“{}”写了两遍", second.word),
                format!("`{}` stands here twice", second.word),
            );
            remarks.push(mechanism.fault(second.at.clone(), what));
        }
    }
    if mechanism.unit().is_empty() {
        let what = Said::new("没有写单位", "it names no unit");
        let help = Said::new("加一行：单位 某某镇", "add a line: unit TOWN");
        remarks.push(at_title(mechanism, what).with_help(help).weighing(Severity::Note));
    }
    // Where something was not understood, it may be the element.
    if is_read && mechanism.root().children.iter().all(|block| !is_content(block)) {
        let what = Said::new("机制里还没有内容", "the mechanism has no element");
        let help = Said::new(
            "至少写一个要素，比如：问 工作进展",
            "write one element at least, such as: ask TITLE",
        );
        remarks.push(at_title(mechanism, what).with_help(help));
    }
    days(mechanism, remarks);
    titles(mechanism, remarks);
}

fn is_content(block: &Block) -> bool {
    matches!(
        block.node,
        Node::Element(_)
            | Node::Post
            | Node::Light
            | Node::Rules
            | Node::Measures
            | Node::Component
            | Node::Phase
    )
}

fn at_title(mechanism: &Mechanism, what: Said) -> Diagnostic {
    mechanism.fault(mechanism.root().title_at.clone(), what)
}

fn code(mechanism: &Mechanism, remarks: &mut Vec<Diagnostic>) {
    let form = Said::new(
        "写成：代号=\"three-asks\"，小写字母、数字和连字符，字母开头",
        "write code=\"three-asks\": small letters, digits and hyphens, a letter first",
    );
    let Some(setting) = mechanism.root().setting(Key::Code) else {
        let what = Said::new("没有写代号", "it has no code");
        remarks.push(at_title(mechanism, what).with_help(form));
        return;
    };
    let code = mechanism.code();
    let is_plain = code.len() <= CODE_MOST
        && code.starts_with(|sign: char| sign.is_ascii_lowercase())
        && code
            .chars()
            .all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-');
    if !is_plain {
        let what = Said::new(
            format!("代号“{code}”不能用在网址里"),
            format!("`{code}` cannot stand in an address"),
        );
        remarks.push(mechanism.fault(setting.at.clone(), what).with_help(form));
    }
}

/// The first day is not after the last, of the whole and of each phase.
fn days(mechanism: &Mechanism, remarks: &mut Vec<Diagnostic>) {
    let day = |block: &Block| match block.title {
        Some(Value::Day(day)) => Some(day),
        _ => None,
    };
    let set = |block: &Block, key| match block.setting(key)?.value {
        Value::Day(day) => Some(day),
        _ => None,
    };
    let root = mechanism.root();
    let ends = root.lines(Node::Ends).next();
    let whole = ends.map(|ends| (mechanism.effective(), day(ends), ends));
    let phases = root.lines(Node::Phase).map(|one| (set(one, Key::From), set(one, Key::Ends), one));
    for (first, last, block) in whole.into_iter().chain(phases) {
        if let (Some(first), Some(last)) = (first, last)
            && last < first
        {
            let what = Said::new(
                format!("止于{last}，在{first}以前"),
                format!("it ends on {last}, before {first}"),
            );
            remarks.push(mechanism.fault(block.at.clone(), what));
        }
    }
}

/// Two elements of one kind do not share a title: others refer to them by it.
fn titles(mechanism: &Mechanism, remarks: &mut Vec<Diagnostic>) {
    let mut seen = BTreeSet::new();
    for block in &mechanism.root().children {
        let is_named = matches!(block.node, Node::Element(_) | Node::Post | Node::Component);
        let key = (block.node, block.title(), block.text(Key::Part));
        if is_named && !block.title().is_empty() && !seen.insert(key) {
            let what = Said::new(
                format!("已经有一个“{} {}”", block.word, block.title()),
                format!("there is a `{} {}` already", block.word, block.title()),
            );
            let help = Said::new("换一个名称", "give it another title");
            remarks.push(mechanism.fault(block.title_at.clone(), what).with_help(help));
        }
    }
}
