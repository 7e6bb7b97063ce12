//! The papers of an accountability (文书), and which of them a record has by now.

use super::{Accountability, Stage};
use crate::spelled;
use crate::spelled::Spelled;
use jiff::civil::Date;

spelled! {
    /// A paper of an accountability.
    PaperKind {
        /// 告知书: what is found, on which ground, what is proposed, and the right to speak.
        Notice = "notice", "告知书";
        /// 陈述申辩笔录: what was said, read back and signed.
        Statement = "statement", "陈述申辩笔录";
        /// 集体讨论记录: who was there, what each said.
        Minutes = "minutes", "集体讨论记录";
        /// 决定书
        Decision = "decision", "决定书";
        /// 送达回证
        Receipt = "receipt", "送达回证";
        /// 澄清书: what was unfounded is said to be so.
        Clearing = "clearing", "澄清书";
    }
}

impl PaperKind {
    /// The papers of a record, in the order they come; of what is unfounded nothing is decided any more.
    pub fn of(row: &Accountability, is_unfounded: bool) -> Vec<Self> {
        let has = |kind: &Self| match kind {
            Self::Notice | Self::Statement => true,
            Self::Minutes => !is_unfounded,
            Self::Decision | Self::Receipt => row.number.is_some(),
            Self::Clearing => row.stage == Stage::Cleared,
        };
        Self::ALL.iter().copied().filter(has).collect()
    }

    /// The day of what is written on it; `None` while it is still to be filled in.
    pub fn written_on(self, row: &Accountability) -> Option<Date> {
        match self {
            Self::Notice => Some(row.noticed_on),
            Self::Statement => row.answered_on,
            Self::Minutes | Self::Decision => row.decided_on,
            Self::Receipt | Self::Clearing => row.served_on,
        }
    }
}
