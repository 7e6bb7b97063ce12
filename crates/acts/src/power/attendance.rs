//! The rows of requests of attendance, outages and years of service. Everybody asks for themselves, the three officers among
//! them; a unit's head answers for its people, the county's leaders for the heads; personnel keeps what comes on paper.

use super::table::row;
use qz_domain::action::Action::{
    OutageRead, OutageRecord, OutageTakeBack, RequestApprove, RequestAsk, RequestEnd, RequestRead,
    RequestRecord, RequestRefuse, RequestRevoke, RequestWithdraw, WorkStartSet,
};
use qz_domain::power::Power;
use qz_domain::power::Reach::{County, Own, Unit};
use qz_domain::role::Role::{
    Adjudicator, Audit, Cadre, Clerk, CountyLeader, Discipline, FirstSecretary, Head, Hr,
    Inspector, Liaison, Organisation, Publicity, Security, System,
};

const ANY: &[&str] = &[];
const PENDING: &[&str] = &["pending"];
const APPROVED: &[&str] = &["approved"];
/// Requests that change what is owed.
const GRANTED: &[&str] = &["approved", "ended"];

/// Their rows.
pub(super) const ROWS: &[Power] = &[
    row(Clerk, RequestRead, ANY, Own),
    row(Clerk, RequestAsk, ANY, Own),
    row(Clerk, RequestWithdraw, PENDING, Own),
    row(Clerk, RequestEnd, APPROVED, Own),
    row(Inspector, RequestRead, ANY, Own),
    row(Inspector, RequestAsk, ANY, Own),
    row(Inspector, RequestWithdraw, PENDING, Own),
    row(Inspector, RequestEnd, APPROVED, Own),
    row(Liaison, RequestRead, ANY, Own),
    row(Liaison, RequestAsk, ANY, Own),
    row(Liaison, RequestWithdraw, PENDING, Own),
    row(Liaison, RequestEnd, APPROVED, Own),
    row(Liaison, OutageRead, ANY, Unit),
    row(Head, RequestRead, ANY, Unit),
    row(Head, RequestAsk, ANY, Own),
    row(Head, RequestWithdraw, PENDING, Own),
    row(Head, RequestEnd, APPROVED, Own),
    row(Head, RequestApprove, PENDING, Unit),
    row(Head, RequestRefuse, PENDING, Unit),
    row(Head, RequestRevoke, GRANTED, Unit),
    row(Head, OutageRead, ANY, Unit),
    row(Discipline, RequestRead, ANY, Own),
    row(Discipline, RequestAsk, ANY, Own),
    row(Discipline, RequestWithdraw, PENDING, Own),
    row(Discipline, RequestEnd, APPROVED, Own),
    row(Adjudicator, RequestRead, ANY, Own),
    row(Adjudicator, RequestAsk, ANY, Own),
    row(Adjudicator, RequestWithdraw, PENDING, Own),
    row(Adjudicator, RequestEnd, APPROVED, Own),
    row(FirstSecretary, RequestRead, ANY, County),
    row(FirstSecretary, RequestAsk, ANY, Own),
    row(FirstSecretary, RequestWithdraw, PENDING, Own),
    row(FirstSecretary, RequestEnd, APPROVED, Own),
    row(FirstSecretary, RequestApprove, PENDING, County),
    row(FirstSecretary, RequestRefuse, PENDING, County),
    row(FirstSecretary, RequestRevoke, GRANTED, County),
    row(CountyLeader, RequestRead, ANY, County),
    row(CountyLeader, RequestAsk, ANY, Own),
    row(CountyLeader, RequestWithdraw, PENDING, Own),
    row(CountyLeader, RequestEnd, APPROVED, Own),
    row(CountyLeader, RequestApprove, PENDING, County),
    row(CountyLeader, RequestRefuse, PENDING, County),
    row(CountyLeader, RequestRevoke, GRANTED, County),
    row(Publicity, RequestRead, ANY, Own),
    row(Publicity, RequestAsk, ANY, Own),
    row(Publicity, RequestWithdraw, PENDING, Own),
    row(Publicity, RequestEnd, APPROVED, Own),
    row(Cadre, RequestRead, ANY, Own),
    row(Cadre, RequestAsk, ANY, Own),
    row(Cadre, RequestWithdraw, PENDING, Own),
    row(Cadre, RequestEnd, APPROVED, Own),
    row(Hr, RequestRead, ANY, County),
    row(Hr, RequestAsk, ANY, Own),
    row(Hr, RequestWithdraw, PENDING, Own),
    row(Hr, RequestEnd, APPROVED, County),
    row(Hr, RequestRecord, ANY, County),
    row(Hr, RequestRevoke, GRANTED, County),
    row(Hr, OutageRead, ANY, County),
    row(Hr, OutageRecord, ANY, County),
    row(Hr, OutageTakeBack, ANY, County),
    row(Hr, WorkStartSet, ANY, County),
    row(Organisation, RequestRead, ANY, Own),
    row(Organisation, RequestAsk, ANY, Own),
    row(Organisation, RequestWithdraw, PENDING, Own),
    row(Organisation, RequestEnd, APPROVED, Own),
    row(System, RequestRead, ANY, Own),
    row(System, RequestAsk, ANY, Own),
    row(System, RequestWithdraw, PENDING, Own),
    row(System, RequestEnd, APPROVED, Own),
    row(Security, RequestRead, ANY, Own),
    row(Security, RequestAsk, ANY, Own),
    row(Security, RequestWithdraw, PENDING, Own),
    row(Security, RequestEnd, APPROVED, Own),
    row(Audit, RequestRead, ANY, Own),
    row(Audit, RequestAsk, ANY, Own),
    row(Audit, RequestWithdraw, PENDING, Own),
    row(Audit, RequestEnd, APPROVED, Own),
];
