//! What is checked of expressions and of the sources they read.

use crate::block::{Block, Setting, Value};
use crate::expression::Fault;
use crate::fact::{Feeding, SOURCES, Source};
use crate::grammar::{Key, Shape};
use crate::language::{Language, Said};
use crate::nearest::meant;
use crate::rule::Facts;
use crate::{Diagnostic, Mechanism, Severity};

/// Checks one block.
pub(super) fn check(mechanism: &Mechanism, block: &Block, remarks: &mut Vec<Diagnostic>) {
    let facts = source(mechanism, block, remarks);
    for setting in &block.settings {
        let Value::Text(text) = &setting.value else { continue };
        let is_condition = match setting.key.shape() {
            Shape::Condition => true,
            Shape::Quantity => false,
            _ => continue,
        };
        let Some(facts) = facts else {
            if block.setting(Key::Facts).is_none() {
                remarks.push(sourceless(mechanism, setting));
            }
            continue;
        };
        let read = if is_condition { facts.condition(text) } else { facts.quantity(text) };
        let faults = read.err().unwrap_or_default();
        remarks.extend(faults.into_iter().map(|fault| placed(mechanism, setting, fault)));
    }
}

/// The source a block names, where it is there and has results for what it asks by.
fn source<'a>(
    mechanism: &'a Mechanism,
    block: &Block,
    remarks: &mut Vec<Diagnostic>,
) -> Option<Facts<'a>> {
    let setting = block.setting(Key::Facts)?;
    let name = block.text(Key::Facts)?;
    let fault = |what| mechanism.fault(setting.at.clone(), what);
    let Some(facts) = Facts::of(mechanism, block) else {
        let known = SOURCES.iter().map(|source| source.names.zh);
        let what = Said::new(
            format!("没有“{name}”这个事实来源"),
            format!("there is no source of facts `{name}`"),
        );
        let help =
            meant(name, SOURCES.iter().flat_map(|source| [source.names.en, source.names.zh]))
                .unwrap_or_else(|| {
                    Said::new(
                        format!(
                            "可以写：{}，或者本文件里一个登记、问的名称",
                            known.collect::<Vec<_>>().join("、")
                        ),
                        format!(
                            "it may be {}, or the title of a register or question here",
                            SOURCES
                                .iter()
                                .map(|source| source.names.en)
                                .collect::<Vec<_>>()
                                .join(", ")
                        ),
                    )
                });
        remarks.push(fault(what).with_help(help));
        return None;
    };
    if let Facts::Source(source) = facts {
        if let Feeding::Later(first) = source.feeding {
            remarks.push(fault(first.into()).weighing(Severity::Note));
        }
        remarks.extend(grouped(mechanism, block, source));
    }
    Some(facts)
}

/// Whether a source has results for what a block asks by.
fn grouped(mechanism: &Mechanism, block: &Block, source: &Source) -> Option<Diagnostic> {
    let (setting, per) = (block.setting(Key::Per)?, block.word(Key::Per)?);
    if source.per.iter().any(|one| one.names().has(per)) {
        return None;
    }
    let names = |language, joint: &str| {
        source.per.iter().map(|one| one.names().within(language)).collect::<Vec<_>>().join(joint)
    };
    let what = Said::new(
        format!("“{}”没有按“{}”的结果", source.names.zh, block.text(Key::Per).unwrap_or("")),
        format!("`{}` has no results per {per}", source.names.en),
    );
    let help = Said::new(
        format!("可以按：{}", names(Language::Chinese, "、")),
        format!("it may be per {}", names(Language::English, ", ")),
    );
    Some(mechanism.fault(setting.at.clone(), what).with_help(help))
}

fn sourceless(mechanism: &Mechanism, setting: &Setting) -> Diagnostic {
    let (zh, en) = setting.key.names();
    let what = Said::new(
        format!("有“{zh}”没有“据”：凭什么事实？"),
        format!("`{en}` without `facts`: facts of what?"),
    );
    let help = Said::new(
        "写上事实来源，比如：据=\"考勤\"",
        "name the source, such as facts=\"attendance\"",
    );
    mechanism.fault(setting.at.clone(), what).with_help(help)
}

/// A fault of an expression at its place in the file.
fn placed(mechanism: &Mechanism, setting: &Setting, fault: Fault) -> Diagnostic {
    let text = mechanism.text();
    let written = text.get(setting.at.clone()).unwrap_or_default();
    // Where nothing in the quotes is escaped, its bytes are those of the file.
    let is_plain =
        written.starts_with('"') && !written.starts_with("\"\"") && !written.contains('\\');
    let at = if is_plain {
        let start = setting.at.start + 1;
        start + fault.at.start..start + fault.at.end
    } else {
        setting.at.clone()
    };
    let found = Diagnostic::over(text, at, fault.what);
    match fault.help {
        Some(help) => found.with_help(help),
        None => found,
    }
}
