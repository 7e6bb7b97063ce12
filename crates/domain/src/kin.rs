//! Declarations of kin (亲属申报): the ground of recusal (公务员法 74–77).

use crate::id::{KinId, PersonId};
use crate::spelled;
use jiff::civil::Date;

spelled! {
    /// How two people are related (亲属关系).
    Relation {
        /// 配偶
        Spouse = "spouse", "配偶";
        /// 父母子女
        ParentOrChild = "parent_or_child", "父母子女";
        /// 兄弟姐妹
        Sibling = "sibling", "兄弟姐妹";
        /// 近姻亲
        InLaw = "in_law", "近姻亲";
    }
}

/// A declared tie; it works both ways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kin {
    /// Number in the store.
    pub id: KinId,
    /// Who declared it.
    pub person: PersonId,
    /// The relative.
    pub relative: PersonId,
    /// How they are related.
    pub relation: Relation,
    /// The day of the declaration. A tie counts from birth, not from its declaration.
    pub declared_on: Date,
    /// The day on which it was found to be wrong, and why. What was screened before keeps it.
    pub withdrawn: Option<(Date, String)>,
}

/// The most characters of why a tie is withdrawn.
pub const REASON_MOST: usize = 200;
