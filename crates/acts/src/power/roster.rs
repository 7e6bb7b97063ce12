//! The rows of duty rosters. Whoever works in a unit reads its roster; its head and whoever types for it draw it up, the head
//! publishes it, personnel does either for any unit. Everybody hands over their own turns alone.

use super::table::{ANY, row};
use qz_domain::action::Action::{
    DutyPostAdd, DutyPostClose, RosterChange, RosterDraft, RosterPublish, RosterRead, SwapApprove,
    SwapAsk, SwapRefuse, SwapWithdraw,
};
use qz_domain::power::Power;
use qz_domain::power::Reach::{County, Own, Unit};
use qz_domain::role::Role::{
    Adjudicator, Audit, Cadre, Clerk, CountyLeader, Discipline, FirstSecretary, Head, Hr,
    Inspector, Liaison, Organisation, Publicity, Security, System,
};

const PENDING: &[&str] = &["pending"];

/// Their rows.
pub(super) const ROSTERS: &[Power] = &[
    row(Clerk, RosterRead, ANY, Unit),
    row(Clerk, SwapAsk, ANY, Own),
    row(Clerk, SwapWithdraw, PENDING, Own),
    row(Inspector, RosterRead, ANY, Unit),
    row(Inspector, SwapAsk, ANY, Own),
    row(Inspector, SwapWithdraw, PENDING, Own),
    row(Liaison, RosterRead, ANY, Unit),
    row(Liaison, RosterDraft, ANY, Unit),
    row(Liaison, SwapAsk, ANY, Own),
    row(Liaison, SwapWithdraw, PENDING, Own),
    row(Head, RosterRead, ANY, Unit),
    row(Head, RosterDraft, ANY, Unit),
    row(Head, RosterPublish, ANY, Unit),
    row(Head, RosterChange, ANY, Unit),
    row(Head, DutyPostAdd, ANY, Unit),
    row(Head, DutyPostClose, ANY, Unit),
    row(Head, SwapAsk, ANY, Own),
    row(Head, SwapApprove, PENDING, Unit),
    row(Head, SwapRefuse, PENDING, Unit),
    row(Head, SwapWithdraw, PENDING, Own),
    row(Discipline, RosterRead, ANY, Unit),
    row(Discipline, SwapAsk, ANY, Own),
    row(Discipline, SwapWithdraw, PENDING, Own),
    row(Adjudicator, RosterRead, ANY, Unit),
    row(Adjudicator, SwapAsk, ANY, Own),
    row(Adjudicator, SwapWithdraw, PENDING, Own),
    row(FirstSecretary, RosterRead, ANY, County),
    row(FirstSecretary, SwapAsk, ANY, Own),
    row(FirstSecretary, SwapWithdraw, PENDING, Own),
    row(CountyLeader, RosterRead, ANY, County),
    row(CountyLeader, SwapAsk, ANY, Own),
    row(CountyLeader, SwapWithdraw, PENDING, Own),
    row(Publicity, RosterRead, ANY, Unit),
    row(Publicity, SwapAsk, ANY, Own),
    row(Publicity, SwapWithdraw, PENDING, Own),
    row(Cadre, RosterRead, ANY, Unit),
    row(Cadre, SwapAsk, ANY, Own),
    row(Cadre, SwapWithdraw, PENDING, Own),
    row(Hr, RosterRead, ANY, County),
    row(Hr, RosterDraft, ANY, County),
    row(Hr, RosterPublish, ANY, County),
    row(Hr, RosterChange, ANY, County),
    row(Hr, DutyPostAdd, ANY, County),
    row(Hr, DutyPostClose, ANY, County),
    row(Hr, SwapAsk, ANY, Own),
    row(Hr, SwapApprove, PENDING, County),
    row(Hr, SwapRefuse, PENDING, County),
    row(Hr, SwapWithdraw, PENDING, Own),
    row(Organisation, RosterRead, ANY, Unit),
    row(Organisation, SwapAsk, ANY, Own),
    row(Organisation, SwapWithdraw, PENDING, Own),
    row(System, RosterRead, ANY, Unit),
    row(System, SwapAsk, ANY, Own),
    row(System, SwapWithdraw, PENDING, Own),
    row(Security, RosterRead, ANY, Unit),
    row(Security, SwapAsk, ANY, Own),
    row(Security, SwapWithdraw, PENDING, Own),
    row(Audit, RosterRead, ANY, Unit),
    row(Audit, SwapAsk, ANY, Own),
    row(Audit, SwapWithdraw, PENDING, Own),
];
