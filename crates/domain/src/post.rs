//! Posts (岗位): what a unit needs done, whoever holds it.

use crate::id::{PostId, UnitId};
use crate::spelled;

spelled! {
    /// The rank of a post (职级), highest first.
    Rank {
        /// 县处级正职
        CountyHead = "county_head", "县处级正职";
        /// 县处级副职
        CountyDeputy = "county_deputy", "县处级副职";
        /// 乡科级正职
        SectionHead = "section_head", "乡科级正职";
        /// 乡科级副职
        SectionDeputy = "section_deputy", "乡科级副职";
        /// 科员
        Clerk = "clerk", "科员";
        /// 办事员
        Assistant = "assistant", "办事员";
        /// 工勤
        Worker = "worker", "工勤";
    }
}

/// A post of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Number in the store.
    pub id: PostId,
    /// The code people know, unique in the county.
    pub code: String,
    /// The unit it belongs to.
    pub unit: UnitId,
    /// The Chinese name, such as 主任.
    pub name: String,
    /// The English name; empty when none was given.
    pub name_en: String,
    /// Its rank.
    pub rank: Rank,
    /// Whether its holder leads the unit (领导职务).
    pub leads: bool,
    /// How many people it is authorised for (编制数), 1–999.
    pub authorised: i64,
}
