//! Objections to an entry of a list (榜单异议): by whoever is listed, and on the red list by anybody of the
//! county, each with a reason.

use crate::id::ListObjectionId;
use crate::spelled;
use crate::term::Deadline;
use jiff::civil::Date;

spelled! {
    /// What the answer to an objection is (答复意见).
    Outcome {
        /// 异议成立: it is not listed, or removed.
        Upheld = "upheld", "异议成立";
        /// 异议不成立
        Dismissed = "dismissed", "异议不成立";
    }
}

/// An objection; all are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListObjection {
    /// Number in the store.
    pub id: ListObjectionId,
    /// Raised on.
    pub raised_on: Date,
    /// Why.
    pub reason: String,
    /// Until when it is answered.
    pub due: Deadline,
    /// What the answer is; none before.
    pub outcome: Option<Outcome>,
    /// The answer; empty before.
    pub answer: String,
    /// Answered on.
    pub answered_on: Option<Date>,
}
