//! The table of powers: one row a role and action. What has no row is forbidden.
//!
//! The three officers have no row for any record of supervision. A covert plan is unknown to the
//! unit it will visit: its people read a visit only once it is filed.

use qz_domain::action::Action::{
    self, AccountManage, AccountRead, KinDeclare, LogRead, OrganisationImport, PersonRead,
    RoleConfirm, RolePropose, SelfService, TrainingRecord, VisitAttach, VisitCallOff, VisitCorrect,
    VisitExport, VisitFilePaper, VisitImport, VisitList, VisitPlan, VisitRead, VisitReply,
    VisitReport, VisitSign,
};
use qz_domain::power::Power;
use qz_domain::power::Reach::{self, County, Own, Unit};
use qz_domain::role::Role::{self, Audit, Clerk, Head, Hr, Inspector, Liaison, Security, System};

const ANY: &[&str] = &[];
const FILED: &[&str] = &["filed"];

const fn row(role: Role, action: Action, stages: &'static [&'static str], reach: Reach) -> Power {
    Power { role, action, stages, reach }
}

/// Every power.
pub const POWERS: &[Power] = &[
    row(Clerk, VisitList, ANY, County),
    row(Clerk, VisitRead, ANY, County),
    row(Clerk, VisitExport, ANY, County),
    row(Clerk, VisitPlan, ANY, County),
    row(Clerk, VisitFilePaper, ANY, County),
    row(Clerk, VisitCallOff, ANY, County),
    row(Clerk, VisitAttach, ANY, County),
    row(Clerk, VisitCorrect, FILED, County),
    row(Clerk, VisitImport, ANY, County),
    row(Clerk, PersonRead, ANY, County),
    row(Clerk, KinDeclare, ANY, Own),
    row(Clerk, SelfService, ANY, Own),
    row(Inspector, VisitList, ANY, Own),
    row(Inspector, VisitRead, ANY, Own),
    row(Inspector, VisitExport, ANY, Own),
    row(Inspector, VisitReport, &["planned"], Own),
    row(Inspector, VisitSign, &["reported"], Own),
    row(Inspector, VisitAttach, ANY, Own),
    row(Inspector, VisitCorrect, FILED, Own),
    row(Inspector, KinDeclare, ANY, Own),
    row(Inspector, SelfService, ANY, Own),
    row(Liaison, VisitList, FILED, Unit),
    row(Liaison, VisitRead, FILED, Unit),
    row(Liaison, VisitExport, FILED, Unit),
    row(Liaison, VisitReply, FILED, Unit),
    row(Liaison, KinDeclare, ANY, Own),
    row(Liaison, SelfService, ANY, Own),
    row(Head, VisitList, FILED, Unit),
    row(Head, VisitRead, FILED, Unit),
    row(Head, VisitExport, FILED, Unit),
    row(Head, VisitReply, FILED, Unit),
    row(Head, PersonRead, ANY, Unit),
    row(Head, KinDeclare, ANY, Own),
    row(Head, SelfService, ANY, Own),
    row(Hr, OrganisationImport, ANY, County),
    row(Hr, PersonRead, ANY, County),
    row(Hr, TrainingRecord, ANY, County),
    row(Hr, KinDeclare, ANY, County),
    row(Hr, SelfService, ANY, Own),
    row(System, AccountRead, ANY, County),
    row(System, AccountManage, ANY, County),
    row(System, RolePropose, ANY, County),
    row(System, SelfService, ANY, Own),
    row(Security, AccountRead, ANY, County),
    row(Security, RoleConfirm, ANY, County),
    row(Security, SelfService, ANY, Own),
    row(Audit, AccountRead, ANY, County),
    row(Audit, LogRead, ANY, County),
    row(Audit, SelfService, ANY, Own),
];
