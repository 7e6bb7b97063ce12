//! The papers of a finding (线索文书), and which of them a record has by now.

use super::{Finding, Stage};
use crate::spelled;
use crate::spelled::Spelled;
use jiff::civil::Date;

spelled! {
    /// A paper of a finding.
    PaperKind {
        /// 问题线索登记表: what was seen, who registered it, what screening said.
        Lead = "lead", "问题线索登记表";
        /// 调查笔录: questions and answers, each page signed.
        Record = "record", "调查笔录";
        /// 认定书: whether it is borne out, on which ground and why.
        Determination = "determination", "认定书";
        /// 不实澄清书: what was unfounded is said to be so to the unit.
        Clearing = "clearing", "不实澄清书";
    }
}

impl PaperKind {
    /// The papers of a finding in a stage, in the order they come. What was put right on the spot or closed was
    /// never looked into.
    pub fn of(stage: Stage) -> Vec<Self> {
        let has = |kind: &Self| match kind {
            Self::Lead => true,
            Self::Record | Self::Determination => !matches!(stage, Stage::PutRight | Stage::Closed),
            Self::Clearing => stage == Stage::Unfounded,
        };
        Self::ALL.iter().copied().filter(has).collect()
    }

    /// The day of what is written on it; `None` while it is still to be filled in.
    pub fn written_on(self, finding: &Finding) -> Option<Date> {
        match self {
            Self::Lead => Some(finding.registered_on),
            Self::Record => finding.verified_on,
            Self::Determination | Self::Clearing => finding.adjudicated_on,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_unfounded_is_cleared_and_only_what_was_looked_into_has_a_record() {
        use PaperKind::{Clearing, Determination, Lead, Record};
        assert_eq!(PaperKind::of(Stage::Registered), [Lead, Record, Determination]);
        assert_eq!(PaperKind::of(Stage::Unfounded), [Lead, Record, Determination, Clearing]);
        assert_eq!(PaperKind::of(Stage::PutRight), [Lead]);
    }
}
