//! What a line states of a piece of a name (名 … 计=…), held to what the file has.

use super::numeral;
use crate::block::{Block, Value};
use crate::grammar::{Key, Kind, Node};
use crate::language::Said;
use crate::{Diagnostic, Mechanism};
use std::collections::{BTreeMap, BTreeSet};

/// A stated piece, in words.
pub(super) fn told(line: &Block) -> String {
    match line.word(Key::Counts) {
        Some("nothing") | None => line.title().to_owned(),
        Some(_) => format!("{}（计{}）", line.title(), line.text(Key::Counts).unwrap_or("")),
    }
}

/// Holds a stated piece to the name and to what the file has.
pub(super) fn check(mechanism: &Mechanism, line: &Block, remarks: &mut Vec<Diagnostic>) {
    let fault = |at, what| mechanism.fault(at, what);
    let piece = line.title();
    if !mechanism.title().contains(piece) {
        let what =
            Said::new(format!("名称里没有“{piece}”"), format!("the name does not have `{piece}`"));
        remarks.push(fault(line.title_at.clone(), what));
        return;
    }
    let Some(counts) = line.word(Key::Counts) else {
        let what =
            Said::new(format!("“{piece}”数的是什么？"), format!("what does `{piece}` count?"));
        let help = Said::new(
            "写上 计=个、对、级、期、方、行、分或者称",
            "write counts=elements, pairs, levels, cycles, juries, rows, parts or nothing",
        );
        remarks.push(fault(line.at.clone(), what).with_help(help));
        return;
    };
    if counts == "nothing" {
        return;
    }
    let Some(number) = first_number(piece) else {
        let what = Said::new(format!("“{piece}”里没有数"), format!("`{piece}` has no number"));
        remarks.push(fault(line.title_at.clone(), what));
        return;
    };
    let there = there(mechanism, line, counts);
    if there != number {
        let counted = line.text(Key::Counts).unwrap_or("");
        let what = Said::new(
            format!("“{piece}”说有{number}，按“{counted}”数是{there}"),
            format!("`{piece}` says {number}, counted by {counts} there are {there}"),
        );
        let help =
            Said::new("改名称、改读法，或者补齐", "mend the name, the reading, or what is missing");
        remarks.push(fault(line.at.clone(), what).with_help(help));
    }
}

fn first_number(piece: &str) -> Option<usize> {
    let rest = &piece[numeral::until_next(piece).len()..];
    numeral::at_start(rest).map(|(number, _)| number)
}

/// How many the file has of what a piece counts.
fn there(mechanism: &Mechanism, line: &Block, counts: &str) -> usize {
    let root = mechanism.root();
    let named: Vec<&Block> = mechanism.elements().filter(|block| !block.is(Key::Unnamed)).collect();
    match counts {
        "elements" => elements(&named, line),
        "pairs" => pairs(&named),
        "levels" => named.iter().map(|block| block.lines(Node::Level).count()).max().unwrap_or(0),
        "cycles" => cycles(mechanism),
        "juries" => named
            .iter()
            .flat_map(|block| block.lines(Node::Jury))
            .map(Block::title)
            .collect::<BTreeSet<_>>()
            .len(),
        "rows" => named.iter().map(|block| block.lines(Node::Row).count()).sum(),
        _ => {
            let parts = root.lines(Node::Component).count();
            let belonging: BTreeSet<_> =
                named.iter().filter_map(|block| block.text(Key::Part)).collect();
            parts.max(belonging.len())
        }
    }
}

/// Elements of the kind that the line names; else those that belong to the piece, else posts or all.
fn elements(named: &[&Block], line: &Block) -> usize {
    if let Some(Value::Kind(word)) = line.setting(Key::Counted).map(|setting| &setting.value) {
        return named.iter().filter(|block| block.kind() == Some(word.kind)).count();
    }
    let belongs = |block: &&&Block| block.text(Key::Part) == Some(line.title());
    match named.iter().filter(belongs).count() {
        0 => named.len(),
        some => some,
    }
}

/// Titles that stand under two kinds or more: two faces of one thing.
fn pairs(named: &[&Block]) -> usize {
    let mut faces: BTreeMap<&str, BTreeSet<Kind>> = BTreeMap::new();
    for block in named {
        faces.entry(block.title()).or_default().extend(block.kind());
    }
    faces.values().filter(|kinds| kinds.len() > 1).count()
}

/// How often its cycle comes round in a year.
fn cycles(mechanism: &Mechanism) -> usize {
    match mechanism.cycle() {
        Some("weekly") => 52,
        Some("monthly") => 12,
        Some("quarterly") => 4,
        Some("half-yearly") => 2,
        Some("yearly" | "once") => 1,
        _ => mechanism.root().lines(Node::Phase).count(),
    }
}
