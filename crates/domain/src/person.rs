//! People (人员): who works for the county.
//!
//! No place, contact, spending or body data is kept: there is no such column.

use crate::id::PersonId;
use crate::spelled;

spelled! {
    /// On what footing a person works (人员类别).
    PersonKind {
        /// 公务员
        CivilServant = "civil_servant", "公务员";
        /// 事业人员
        InstitutionStaff = "institution_staff", "事业人员";
        /// 工勤
        Worker = "worker", "工勤";
        /// 合同制
        Contract = "contract", "合同制";
        /// 村干部
        Village = "village", "村干部";
        /// 退二线
        SecondLine = "second_line", "退二线";
    }
}

/// A person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Number in the store.
    pub id: PersonId,
    /// The work number (工号), unique in the county.
    pub number: String,
    /// The name.
    pub name: String,
    /// On what footing.
    pub kind: PersonKind,
}
