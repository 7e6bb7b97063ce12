//! Identifiers: one type for each noun, so that two of them cannot be swapped.
//!
//! All numbers of a tenant come from one series that the writer hands out, so that a replay
//! gives the same numbers on either database.

use serde::{Deserialize, Serialize};

macro_rules! identifiers {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(out, "{}", self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

identifiers! {
    /// A unit of the county.
    UnitId,
    /// A post of a unit.
    PostId,
    /// A person.
    PersonId,
    /// An appointment of a person to a post.
    AppointmentId,
    /// Open work that somebody takes over from whoever is transferred.
    HandoverId,
    /// Somebody who stands in for a post.
    DeputyId,
    /// A span of days on which somebody is away.
    AwayId,
    /// A request of attendance.
    RequestId,
    /// An outage of terminals.
    OutageId,
    /// A duty post of a unit.
    DutyPostId,
    /// The duty roster of a unit's month.
    RosterId,
    /// A turn that one hands to another.
    SwapId,
    /// When somebody began to work.
    WorkStartId,
    /// A declaration of kin.
    KinId,
    /// A record of training.
    TrainingId,
    /// An account that signs in.
    AccountId,
    /// A grant of a role to an account.
    GrantId,
    /// An inspection visit.
    VisitId,
    /// A finding.
    FindingId,
    /// A sealed source.
    SourceId,
    /// An opening of a sealed source.
    OpeningId,
    /// The record of a sanction.
    SanctionId,
    /// A suspicion of a false accusation.
    SuspicionId,
    /// An accountability of one subject.
    AccountabilityId,
    /// A chain of responsibility.
    ChainId,
    /// A bulletin.
    BulletinId,
    /// A campaign.
    CampaignId,
    /// An adoption of a scheme.
    AdoptionId,
    /// What was filed for an item of a scheme.
    FilingId,
    /// A prompt somebody dealt with.
    PromptId,
    /// A draw.
    DrawId,
    /// An objection to an entry of one's own record.
    ObjectionId,
    /// An article of the portal.
    ArticleId,
    /// A monthly report of a campaign's member.
    MonthlyReportId,
    /// What a unit confirmed of a monthly report.
    ConfirmationId,
    /// A rectification.
    RectificationId,
    /// A review of a served decision.
    ReviewId,
    /// A meeting that decides an agenda of matters.
    MeetingId,
    /// What a published bulletin says of a decision that was changed.
    CorrectionId,
    /// A re-check or a revisit of a rectification.
    CheckId,
    /// An entry of the red or the black list.
    ListEntryId,
    /// An objection to one.
    ListObjectionId,
    /// A holiday notice that the county brought in.
    NoticeId,
    /// A change of the county's own law.
    LawChangeId,
    /// A ticket that anybody sent.
    TicketId,
    /// A piece of evidence.
    EvidenceId,
    /// An imported file.
    ImportId,
    /// An attendance terminal.
    TerminalId,
    /// Who a number of a terminal is.
    PinId,
    /// What a terminal sent at once.
    BatchId,
    /// An order to a terminal.
    OrderId,
    /// A version of an attendance rule that the county adopted.
    RuleId,
    /// An assignment of an attendance rule.
    AssignmentId,
    /// A day that people said something about.
    ExceptionId,
    /// The attendance of a unit in a month.
    SheetId,
    /// An act in the ledger.
    ActId,
    /// A session of a signed-in account.
    SessionId,
}
