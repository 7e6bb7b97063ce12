//! Quotas in words (文字里的限额), wherever a text of the file says them.

use super::super::Remarks;
use super::super::asked::{Asked, asked};
use super::super::passage::{Passage, passages};
use crate::Mechanism;
use crate::grammar::Key;
use crate::language::Said;
use std::ops::Range;

/// Remarks every text that asks for findings.
pub(super) fn check(mechanism: &Mechanism, remarks: &mut Remarks<'_>) {
    for passage in passages(mechanism) {
        if let Some((way, piece)) = found(&passage) {
            let at = remarks.place(&passage.at, &passage.text[piece.clone()]);
            let said = &passage.text[piece];
            remarks.refuse(at, what(way, said), help());
        }
    }
}

/// What a text asks for, by itself or under its title.
fn found(passage: &Passage<'_>) -> Option<(Asked, Range<usize>)> {
    let alone = asked(passage.text);
    if alone.is_some() || passage.under.is_empty() || passage.key == Some(Key::Choices) {
        return alone;
    }
    let before = format!("{}：", passage.under);
    let (way, at) = asked(&format!("{before}{}", passage.text))?;
    // What the title says by itself is remarked there.
    let is_here = at.end > before.len() && asked(&passage.under).is_none();
    is_here.then(|| (way, at.start.saturating_sub(before.len())..at.end - before.len()))
}

fn what(way: Asked, said: &str) -> Said {
    let (zh, en) = match way {
        Asked::Demanded => ("要求查出多少", "it asks for a number of findings"),
        Asked::Few => ("查得少就要受责", "little found is held against somebody"),
        Asked::Paid => ("查得多就有好处", "findings are paid for"),
    };
    Said::new(format!("这是查处的限额：{zh}（{said}）"), format!("this is a quota: {en} ({said})"))
}

fn help() -> Said {
    Said::new(
        "去掉这个数；可以写走访几次、几日内办结、整改率，不写查出几件",
        "take it out; say how many visits, within how many days, how much is put right, not how much is found",
    )
}
