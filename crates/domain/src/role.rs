//! Roles (角色): what an account may be asked to do.

use crate::spelled;

spelled! {
    /// A role. The three officers (三员) hold no other role and read no case.
    Role {
        /// 督查专干: plans visits, keys paper, exports.
        Clerk = "clerk", "督查专干";
        /// 督查员: goes, sees, signs.
        Inspector = "inspector", "督查员";
        /// 联络员: answers for a unit, with its head's knowledge.
        Liaison = "liaison", "联络员";
        /// 单位负责人: heads a unit.
        Head = "head", "单位负责人";
        /// 纪检干部: registers, screens, verifies, gives notice, serves, drafts bulletins.
        Discipline = "discipline", "纪检干部";
        /// 审理员: says whether a finding is borne out; weighs what may be public.
        Adjudicator = "adjudicator", "审理员";
        /// 县委主要领导: the county's first secretary.
        FirstSecretary = "first-secretary", "县委主要领导";
        /// 县领导: reads the county's brief.
        CountyLeader = "county-leader", "县领导";
        /// 宣传干部: drafts, checks and publishes articles.
        Publicity = "publicity", "宣传干部";
        /// 干部: answers for themselves.
        Cadre = "cadre", "干部";
        /// 人事干部: keeps units, posts, people, training.
        Hr = "hr", "人事干部";
        /// 组织部干部: appoints leaders, keeps the organisation by date.
        Organisation = "organisation", "组织部干部";
        /// 系统管理员 (三员): runs the machine, opens accounts; sees no content.
        System = "system", "系统管理员";
        /// 安全管理员 (三员): confirms roles, holds the log key.
        Security = "security", "安全管理员";
        /// 审计员 (三员): reads the log of acts; changes nothing.
        Audit = "audit", "审计员";
    }
}

impl Role {
    /// The roles that speak for a unit: what is told to it is told to their holders.
    pub const SPEAKERS: [Self; 2] = [Self::Head, Self::Liaison];

    /// Whether it is one of the three officers, of which no account holds two.
    pub fn is_officer(self) -> bool {
        matches!(self, Self::System | Self::Security | Self::Audit)
    }

    /// Whether it is held as a leader, so that a deputy may act in it while the leader is away.
    pub fn is_leaders(self) -> bool {
        matches!(self, Self::Head | Self::FirstSecretary | Self::CountyLeader)
    }
}
