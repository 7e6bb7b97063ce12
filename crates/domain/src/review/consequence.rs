//! What a decision causes, and what becomes of each when it falls (决定变动的后果).
//!
//! A new kind of consequence is a new variant: it does not compile until it says what each outcome of a
//! review makes of it, and no page, figure or file that asks here can forget it.

use super::Outcome;
use crate::spelled;

spelled! {
    /// Something that a served decision causes (后果).
    Consequence {
        /// 通报条目: a bulletin tells of it.
        Told = "told", "通报条目";
        /// 公开显名: a bulletin shows who it is on.
        Named = "named", "公开显名";
        /// 统计: it counts.
        Counted = "counted", "统计";
        /// 影响期: it bears on its subject for a time.
        Period = "period", "影响期";
        /// 执行期限: its measure lasts for a time.
        Running = "running", "执行期限";
        /// 黑榜: it stands behind an entry of the black list.
        Listed = "listed", "黑榜";
        /// 本人记录: it stands in its subject's own record.
        Recorded = "recorded", "本人记录";
    }
}

spelled! {
    /// What becomes of it (处置).
    Effect {
        /// 保留
        Kept = "kept", "保留";
        /// 暂停: until the review ends.
        Suspended = "suspended", "暂停";
        /// 变更: it follows the lighter measure.
        Changed = "changed", "变更";
        /// 终止: from the day the review was served it is no more.
        Ended = "ended", "终止";
    }
}

impl Consequence {
    /// What an outcome, once served, makes of it. A name that stood with a measure that was wrong is not
    /// shown again, even where a lighter one stays; nor does that stand behind a warning any more, nor last on.
    pub fn effect_of(self, outcome: Outcome) -> Effect {
        match (self, outcome) {
            (
                Self::Told
                | Self::Named
                | Self::Counted
                | Self::Period
                | Self::Running
                | Self::Listed
                | Self::Recorded,
                Outcome::Upheld,
            ) => Effect::Kept,
            (Self::Told | Self::Counted | Self::Period | Self::Recorded, Outcome::Varied) => {
                Effect::Changed
            }
            (Self::Named | Self::Running | Self::Listed, Outcome::Varied)
            | (
                Self::Told
                | Self::Named
                | Self::Counted
                | Self::Period
                | Self::Running
                | Self::Listed
                | Self::Recorded,
                Outcome::Cancelled | Outcome::SentBack,
            ) => Effect::Ended,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spelled::Spelled;

    #[test]
    fn nothing_of_a_fallen_decision_is_kept_and_nothing_of_an_upheld_one_goes() {
        for consequence in Consequence::ALL {
            for outcome in Outcome::ALL {
                let effect = consequence.effect_of(*outcome);
                assert_eq!(
                    effect == Effect::Kept,
                    !outcome.changes(),
                    "{consequence:?} {outcome:?}"
                );
                if outcome.fells() {
                    assert_eq!(effect, Effect::Ended, "{consequence:?}");
                }
            }
        }
    }
}
