//! Authority (权限, G5): by what an organ is for and how near the subject is, not by which unit it is:
//! units are renamed and merged, and a county's own law should not have to name them.

use super::versions::Validity;
use crate::post::Rank;
use crate::spelled;

spelled! {
    /// What an organ is for (机关职能).
    OrganFunction {
        /// 纪检监察机关
        DisciplineCommission = "discipline_commission", "纪检监察机关";
        /// 组织部门
        OrganisationDepartment = "organisation_department", "组织部门";
        /// 县委办公室
        CommitteeOffice = "committee_office", "县委办公室";
        /// 政府办公室
        GovernmentOffice = "government_office", "政府办公室";
        /// 公安机关
        Police = "police", "公安机关";
        /// 税务机关
        Tax = "tax", "税务机关";
    }
}

spelled! {
    /// How near a subject is to the organ that decides (管辖范围). Each one holds the ones before it.
    Nearness {
        /// 本单位
        OwnUnit = "own_unit", "本单位";
        /// 本系统: a unit under it.
        System = "system", "本系统";
        /// 全县
        County = "county", "全县";
    }
}

/// The organ that is to decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecidingOrgan {
    /// What it is for.
    pub functions: Vec<OrganFunction>,
    /// How near the subject is to it.
    pub nearness: Nearness,
}

/// Who is to be decided on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecidedSubject {
    /// A unit.
    Unit,
    /// A person of this rank.
    Person(Rank),
}

/// A version of what organs of a name are for.
#[derive(Debug)]
pub(super) struct Organ {
    pub function: OrganFunction,
    pub ends_with: Vec<String>,
    pub source: String,
    pub validity: Validity,
}

impl Organ {
    pub fn is_named(&self, name: &str) -> bool {
        self.ends_with.iter().any(|ending| name.ends_with(ending.as_str()))
    }
}

/// A version of who may decide what.
#[derive(Debug)]
pub(super) struct Authority {
    pub measures: Vec<String>,
    /// `None`: any unit.
    pub organ: Option<OrganFunction>,
    pub reach: Nearness,
    /// For units, or for persons up to a rank.
    pub units: bool,
    pub up_to: Option<Rank>,
    pub source: String,
    pub validity: Validity,
}

impl Authority {
    /// Whether this row lets an organ decide a measure for a subject. Ranks are listed from the
    /// highest, so that up to a rank means not before it.
    pub fn allows(&self, measure: &str, organ: &DecidingOrgan, subject: DecidedSubject) -> bool {
        let fits = match subject {
            DecidedSubject::Unit => self.units,
            DecidedSubject::Person(rank) => self.up_to.is_some_and(|most| rank >= most),
        };
        fits && self.measures.iter().any(|code| code == measure)
            && self.organ.is_none_or(|function| organ.functions.contains(&function))
            && organ.nearness <= self.reach
    }
}
