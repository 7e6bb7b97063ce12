//! What needs a second person's reason (须签理由): soft words as rules for machines, and effects on pay.

use super::Remarks;
use super::direction::visit;
use super::passage::passages;
use super::said::said;
use crate::Mechanism;
use crate::expression::{self, What};
use crate::grammar::Key;
use crate::language::Said;

/// What no record says.
const SOFT: [&str; 14] = [
    "态度",
    "觉悟",
    "作风",
    "积极性",
    "精神面貌",
    "精神状态",
    "责任心",
    "忠诚",
    "干劲",
    "担当",
    "attitude",
    "morale",
    "zeal",
    "loyalty",
];
const PAY: &[&str] = &[
    "扣工资",
    "扣发",
    "扣减工资",
    "扣减绩效",
    "扣奖金",
    "扣绩效",
    "扣津贴",
    "绩效挂钩",
    "与绩效",
    "绩效工资",
    "工资挂钩",
    "奖金",
    "扣款",
    "津补贴",
    "降薪",
    "salary",
    "wage",
    "bonus",
    "pay cut",
    "deducted from pay",
];

/// Warns of them.
pub(super) fn check(mechanism: &Mechanism, remarks: &mut Remarks<'_>) {
    for block in mechanism.root().all() {
        for key in [Key::When, Key::Unless, Key::Formula, Key::Figure] {
            let Some(syntax) = block.text(key).and_then(expression::syntax) else { continue };
            let mut soft = None;
            visit(&syntax, &mut |one| {
                if let What::Name(name) = &one.what {
                    let is_soft = SOFT.iter().any(|word| name.contains(word));
                    soft = soft.take().or(is_soft
                        .then(|| name.clone())
                        .filter(|name| mechanism.element(name).is_none()));
                }
            });
            let Some(name) = soft else { continue };
            let what = Said::new(
                format!("“{name}”没有记录可查，不宜由机器判断"),
                format!("no record says `{name}`: a machine cannot tell"),
            );
            let help = Said::new(
                "写成查点由人看，或者写看得见的行为",
                "make it a point that people look at, or write what can be seen",
            );
            remarks.warn(remarks.place(&Remarks::at(block, key), &name), what, help);
        }
    }
    for passage in passages(mechanism) {
        if let Some(piece) = said(passage.text, PAY) {
            let what = Said::new(format!("影响收入：{piece}"), format!("it bears on pay: {piece}"));
            let help = Said::new(
                "依法办，不由制度自动扣；另一人签理由",
                "pay follows the law and no scheme by itself; a second person signs the reason",
            );
            remarks.warn(remarks.place(&passage.at, piece), what, help);
        }
    }
}
