//! Who finds does not decide (查处分离): whoever looks, registers or rates is not who holds to account, publishes or scores.

use super::Remarks;
use super::flow::{Flow, is_bulletin, sources};
use crate::Mechanism;
use crate::block::Block;
use crate::grammar::{Key, Kind};
use crate::language::Said;

/// Remarks whoever does both.
pub(super) fn check(mechanism: &Mechanism, remarks: &mut Remarks<'_>) {
    for decider in mechanism.elements().filter(|element| decides(element)) {
        for key in [Key::By, Key::Approves] {
            let Some(setting) = decider.setting(key) else { continue };
            let names: Vec<&str> = parts(decider, key).collect();
            let finder =
                mechanism.elements().filter(|one| finds(mechanism, one, decider)).find_map(|one| {
                    parts(one, finding_key(one))
                        .find(|name| names.contains(name))
                        .map(|name| (one, name))
                });
            let Some((finder, name)) = finder else { continue };
            let what = Said::new(
                format!(
                    "“{name}”又查又定：“{}”由他查，“{}”由他定",
                    finder.title(),
                    decider.title()
                ),
                format!(
                    "`{name}` finds and decides: `{}` and `{}`",
                    finder.title(),
                    decider.title()
                ),
            );
            let help = Said::new(
                "查的人不定：换一个人或者上一级",
                "who finds does not decide: name another, or those above",
            );
            remarks.refuse(remarks.place(&setting.at, name), what, help);
        }
    }
    for block in mechanism.root().all() {
        approves_itself(block, remarks);
    }
}

fn decides(element: &Block) -> bool {
    match element.kind() {
        Some(Kind::Liability | Kind::Assess) => true,
        Some(Kind::Show) => {
            let is_praise = element.word(Key::Tone) == Some("praise");
            let is_criticism = element.word(Key::Tone) == Some("criticism");
            is_criticism || is_bulletin(element) && !is_praise
        }
        _ => false,
    }
}

/// Whether an element finds something for a decider. A register of other things does only where it leads there.
fn finds(mechanism: &Mechanism, element: &Block, decider: &Block) -> bool {
    match element.kind() {
        Some(Kind::Check | Kind::Rate) => true,
        Some(Kind::Register) => {
            let leads = element
                .text(Key::Feeds)
                .unwrap_or("")
                .split('、')
                .any(|to| to.trim() == decider.title());
            let is_source = sources(decider).any(|source| source == element.title());
            leads || is_source || Flow::of(mechanism).is_found_element(element)
        }
        _ => false,
    }
}

fn finding_key(element: &Block) -> Key {
    let writes = element.kind() == Some(Kind::Register) && element.setting(Key::By).is_none();
    if writes { Key::Writes } else { Key::By }
}

fn parts(block: &Block, key: Key) -> impl Iterator<Item = &str> {
    let text = block.text(key).unwrap_or("");
    text.split(['、', '，', ',']).map(str::trim).filter(|one| !one.is_empty())
}

/// 由 and 批 share somebody, or say the same in other words.
fn approves_itself(block: &Block, remarks: &mut Remarks<'_>) {
    let proposes = |block: &Block| block.setting(Key::Proposes).is_some();
    let is_proposal = proposes(block) || block.children.iter().any(proposes);
    let Some(setting) = block.setting(Key::Approves).filter(|_| is_proposal) else { return };
    let by: Vec<&str> = parts(block, Key::By).collect();
    // Where they are the same altogether, that is said of every element.
    let is_said = block.text(Key::By) == block.text(Key::Approves);
    if let Some(name) = parts(block, Key::Approves).find(|name| by.contains(name) && !is_said) {
        let what = Said::new(
            format!("“{name}”提建议，又批建议"),
            format!("`{name}` proposes and approves the measure"),
        );
        let help = Said::new("批的人换成上一级", "those above approve it");
        remarks.refuse(remarks.place(&setting.at, name), what, help);
    }
}
