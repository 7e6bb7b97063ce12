//! Units (单位): the organs, towns, bureaus and stations of a county.

use crate::id::UnitId;
use crate::spelled;
use jiff::civil::Date;

spelled! {
    /// What kind of unit it is (类别).
    UnitKind {
        /// 党委机构
        PartyOrgan = "party_organ", "党委机构";
        /// 政府机构
        GovernmentOrgan = "government_organ", "政府机构";
        /// 群团
        MassOrganisation = "mass_organisation", "群团";
        /// 法检: the court and the procuratorate.
        Judicial = "judicial", "法检";
        /// 乡镇
        Town = "town", "乡镇";
        /// 事业单位
        PublicInstitution = "public_institution", "事业单位";
        /// 企业
        Enterprise = "enterprise", "企业";
        /// 派出机构: a station, office or centre of another unit.
        Station = "station", "派出机构";
    }
}

spelled! {
    /// The line a unit works in (系统): one lead office looks after each.
    Line {
        /// 党群
        Party = "party", "党群";
        /// 政法
        LawAndOrder = "law_and_order", "政法";
        /// 财税
        FinanceAndTax = "finance_and_tax", "财税";
        /// 农水
        FarmAndWater = "farm_and_water", "农水";
        /// 工交
        IndustryAndTransport = "industry_and_transport", "工交";
        /// 文教
        CultureAndEducation = "culture_and_education", "文教";
        /// 卫计
        Health = "health", "卫计";
        /// 综合
        General = "general", "综合";
        /// 乡镇
        Towns = "towns", "乡镇";
    }
}

/// The unit somebody named, among these: by code, or by a full name that only one has. Of `code name`,
/// as lists offer it, the code is enough.
pub fn named<'a>(units: &'a [Unit], given: &str) -> Option<&'a Unit> {
    let given = given.trim();
    let code = given.split_whitespace().next()?;
    if let Some(unit) = units.iter().find(|unit| [given, code].contains(&&*unit.code)) {
        return Some(unit);
    }
    let mut named = units.iter().filter(|unit| [&*unit.name, &*unit.name_en].contains(&given));
    named.next().filter(|_| named.next().is_none())
}

/// A unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Number in the store.
    pub id: UnitId,
    /// The code people know, unique in the county, such as `SH-014`.
    pub code: String,
    /// The full Chinese name.
    pub name: String,
    /// The English name; empty when none was given.
    pub name_en: String,
    /// What kind of unit.
    pub kind: UnitKind,
    /// The unit above, `None` for the county itself.
    pub parent: Option<UnitId>,
    /// The line it works in.
    pub line: Line,
    /// The day it began.
    pub since: Date,
}
