//! Refusals: why an act may not be done, as values that name their guard.
//!
//! The words live in the locale files under [`Worded::key`]; each says what, why, and the way on.

use crate::adoption::AdoptionRefusal;
use crate::appointment::AppointmentRefusal;
use crate::attendance::AttendanceRefusal;
use crate::away::AwayRefusal;
use crate::campaign::CampaignRefusal;
use crate::deputy::DeputyRefusal;
use crate::draw::DrawRefusal;
use crate::filing::FilingRefusal;
use crate::finding::FindingRefusal;
use crate::kin::Relation;
use crate::law::Unlawful;
use crate::law::change::ChangeRefusal;
use crate::liability::LiabilityRefusal;
use crate::list_entry::ListRefusal;
use crate::matter::MatterRefusal;
use crate::meeting::MeetingRefusal;
use crate::prompt::PromptRefusal;
use crate::rectification::RectificationRefusal;
use crate::request::RequestRefusal;
use crate::review::ReviewRefusal;
use crate::role::Role;
use crate::roster::RosterRefusal;
use crate::sanction::SanctionRefusal;
use crate::sealed::SourceRefusal;
use crate::spelled::Spelled;
use crate::suspicion::SuspicionRefusal;
use crate::ticket::TicketRefusal;
use crate::visit::CapRefusal;
use jiff::civil::Date;

/// Something a person will read: a key of the locale files and its arguments.
pub trait Worded {
    /// The key.
    fn key(&self) -> &'static str;
    /// The arguments of the message.
    fn args(&self) -> Vec<(&'static str, String)>;
}

/// The guards of an act. G1–G8 are the guards of due process; the others keep the order of things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Guard {
    /// At least two inspectors (两人以上).
    TwoInspectors,
    /// Every inspector is trained (培训).
    Trained,
    /// G1: separation (分离).
    Separation,
    /// G2: recusal (回避).
    Recusal,
    /// The order of stages.
    Order,
    /// The version that was read is still the latest.
    Version,
    /// What is said to have happened has happened.
    Past,
    /// What binds is said before the day from which it binds (来日生效).
    ToCome,
    /// No oftener than the law of the day has it, but for a reason that a leader approves (频次).
    Frequency,
    /// The two officers of a grant.
    SecondOfficer,
    /// The three officers are kept apart (三员分立).
    ThreeOfficers,
    /// At least two verifiers (两人以上核实).
    TwoVerifiers,
    /// Only in a light procedure (程序轻重).
    Light,
    /// At least three on the panel (集体讨论).
    Panel,
    /// G3: notice given and the subject heard (告知、陈述申辩).
    Heard,
    /// G4: the way to a review and its last day, on every decision (救济).
    Remedy,
    /// G5: within authority, under the law of the day (权限).
    Authority,
    /// G7: no heavier for having spoken (不得加重).
    NoHeavier,
    /// What a bulletin rests on.
    Sources,
    /// The counter-signature of a self-requested bulletin (会签).
    CounterSignature,
    /// G8: the publication gate (公开关口).
    Publication,
    /// A third person: neither of the unit that puts something right, nor whoever ordered it (第三人).
    ThirdPerson,
    /// Whoever speaks for a unit is its head or its liaison (代表单位).
    ForUnit,
    /// What may stand beside what, and who appoints (任免).
    Appointment,
    /// Who may stand in for whom, and on which days (AB岗、代为办理).
    StandIn,
    /// Written consent of whoever is held up as an example (本人书面同意).
    Consent,
    /// A decision that is served and can no longer be reviewed on request (决定生效且救济期满).
    FinalDecision,
    /// How many tickets a day takes in (收件限度).
    Intake,
    /// What a meeting voted, matter by matter (会议表决).
    Vote,
    /// Nobody answers by position alone, but for a fault of their own (有责才追).
    OwnFault,
    /// What cannot stand on the same hours (时段冲突).
    Clash,
    /// Asked in time, and no oftener than a month has (限期、限次).
    InTime,
    /// No more than one has a right to (假期额度).
    Entitlement,
}

impl Guard {
    /// Every guard.
    pub const ALL: [Self; 33] = [
        Self::TwoInspectors,
        Self::Trained,
        Self::Separation,
        Self::Recusal,
        Self::Order,
        Self::Version,
        Self::Past,
        Self::ToCome,
        Self::Frequency,
        Self::SecondOfficer,
        Self::ThreeOfficers,
        Self::TwoVerifiers,
        Self::Light,
        Self::Panel,
        Self::Heard,
        Self::Remedy,
        Self::Authority,
        Self::NoHeavier,
        Self::Sources,
        Self::CounterSignature,
        Self::Publication,
        Self::ThirdPerson,
        Self::ForUnit,
        Self::Appointment,
        Self::StandIn,
        Self::Consent,
        Self::FinalDecision,
        Self::Intake,
        Self::Vote,
        Self::OwnFault,
        Self::Clash,
        Self::InTime,
        Self::Entitlement,
    ];

    /// The guard's name in machine output.
    pub fn code(self) -> &'static str {
        match self {
            Self::TwoInspectors => "two-inspectors",
            Self::Trained => "trained",
            Self::Separation => "G1",
            Self::Recusal => "G2",
            Self::Order => "order",
            Self::Version => "version",
            Self::Past => "past",
            Self::ToCome => "to-come",
            Self::Frequency => "frequency",
            Self::SecondOfficer => "second-officer",
            Self::ThreeOfficers => "three-officers",
            Self::TwoVerifiers => "two-verifiers",
            Self::Light => "light",
            Self::Panel => "panel",
            Self::Heard => "G3",
            Self::Remedy => "G4",
            Self::Authority => "G5",
            Self::NoHeavier => "G7",
            Self::Sources => "sources",
            Self::CounterSignature => "counter-signature",
            Self::Publication => "G8",
            Self::ThirdPerson => "third-person",
            Self::ForUnit => "for-unit",
            Self::Appointment => "appointment",
            Self::StandIn => "stand-in",
            Self::Consent => "consent",
            Self::FinalDecision => "final-decision",
            Self::Intake => "intake",
            Self::Vote => "vote",
            Self::OwnFault => "own-fault",
            Self::Clash => "clash",
            Self::InTime => "in-time",
            Self::Entitlement => "entitlement",
        }
    }
}

/// Why an act may not be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Fewer than two inspectors.
    TooFewInspectors {
        /// How many there are.
        found: usize,
    },
    /// One person stands twice on the team.
    SameInspectorTwice {
        /// Their name.
        person: String,
    },
    /// An inspector has no valid training on the day of the visit.
    Untrained {
        /// Their name.
        person: String,
        /// The day of the visit.
        day: Date,
    },
    /// An inspector has kin in the visited unit.
    KinInUnit {
        /// The inspector's name.
        person: String,
        /// How they are related.
        relation: Relation,
        /// The visited unit.
        unit: String,
    },
    /// An inspector belongs to the visited unit or to one below it.
    BelongsToUnit {
        /// The inspector's name.
        person: String,
        /// The visited unit.
        unit: String,
    },
    /// The inspecting organ and the visited unit are the same.
    OrganVisitsItself {
        /// The unit.
        unit: String,
    },
    /// A person who has no post on that day.
    NoPost {
        /// Their name.
        person: String,
        /// The day.
        day: Date,
    },
    /// Who wants to sign is not on the team.
    NotOnTeam {
        /// Their name.
        person: String,
    },
    /// Who wants to sign has signed.
    SignedAlready {
        /// Their name.
        person: String,
    },
    /// Not possible in this stage.
    OutOfOrder {
        /// Code of the act.
        act: &'static str,
        /// Code of the stage found.
        stage: &'static str,
    },
    /// The unit has replied.
    RepliedAlready,
    /// Somebody changed the record since it was read.
    StaleVersion {
        /// The version that was read.
        read: i64,
        /// The version there is now.
        now: i64,
    },
    /// The correction changes nothing.
    NothingChanged,
    /// The visit is said to be later than now.
    VisitInTheFuture,
    /// The month that is to be reported is not over.
    MonthNotOver {
        /// The month, as `2015-07`.
        month: String,
        /// The first day it may be reported.
        from: Date,
    },
    /// The same officer proposed and confirms.
    SameOfficer,
    /// An account would hold an officer's role beside another role.
    OfficerHoldsAnother,
    /// One of the three officers' roles would be left without an account that may sign in.
    LastOfficer {
        /// The role.
        role: Role,
    },
    /// An officer would decide about their own account.
    OwnAccount,
    /// A key for a terminal that comes in by its number alone.
    NoKeyNeeded,
    /// There is no key to take back.
    NoKey,
    /// The same entry is objected to already, and the answer is still to come.
    ObjectionOpen,
    /// Whoever would answer an objection kept the entry themselves.
    KeptTheEntry {
        /// Their name.
        person: String,
    },
    /// The reply window: a covert plan is not yet told to the unit.
    NotToldYet,
    /// One visit more than the law of the day has.
    Cap(CapRefusal),
    /// A step of a draw.
    Draw(DrawRefusal),
    /// A step of a matter.
    Matter(MatterRefusal),
    /// A campaign's plan.
    Campaign(CampaignRefusal),
    /// A scheme is not put into force, or not ended.
    Adoption(AdoptionRefusal),
    /// Something is not filed.
    Filing(FilingRefusal),
    /// A prompt is not dealt with.
    Prompt(PromptRefusal),
    /// A step of a finding may not be done.
    Finding(FindingRefusal),
    /// A chain of responsibility, or who answers by it.
    Liability(LiabilityRefusal),
    /// A step of a sealed source may not be done.
    Source(SourceRefusal),
    /// The record of a sanction is not made.
    Sanction(SanctionRefusal),
    /// A step of a suspicion of a false accusation may not be done.
    Suspicion(SuspicionRefusal),
    /// A request of attendance is not made or not answered.
    Request(RequestRefusal),
    /// A rectification.
    Rectification(RectificationRefusal),
    /// A step of a review may not be done.
    Review(ReviewRefusal),
    /// A step of a meeting may not be done.
    Meeting(MeetingRefusal),
    /// An entry of the red or the black list.
    List(ListRefusal),
    /// What the law of the day does not allow.
    Unlawful(Unlawful),
    /// A change of the county's own law.
    LawChange(ChangeRefusal),
    /// An appointment.
    Appointment(AppointmentRefusal),
    /// A deputy, or somebody who acts for another.
    Deputy(DeputyRefusal),
    /// An absence.
    Away(AwayRefusal),
    /// A step of a ticket.
    Ticket(TicketRefusal),
    /// Attendance.
    Attendance(AttendanceRefusal),
    /// A duty roster.
    Roster(RosterRefusal),
    /// The tie of kin is withdrawn already.
    TieWithdrawn,
    /// Whoever would withdraw a tie of kin is one of its two.
    OwnTie {
        /// Their name.
        person: String,
    },
}

impl Refusal {
    /// The guard that failed.
    pub fn guard(&self) -> Guard {
        match self {
            Self::TooFewInspectors { .. } | Self::SameInspectorTwice { .. } => Guard::TwoInspectors,
            Self::Untrained { .. } | Self::NoPost { .. } => Guard::Trained,
            Self::KinInUnit { .. }
            | Self::BelongsToUnit { .. }
            | Self::OrganVisitsItself { .. } => Guard::Recusal,
            Self::NotOnTeam { .. }
            | Self::SignedAlready { .. }
            | Self::KeptTheEntry { .. }
            | Self::OwnTie { .. } => Guard::Separation,
            Self::OutOfOrder { .. }
            | Self::RepliedAlready
            | Self::NothingChanged
            | Self::ObjectionOpen
            | Self::TieWithdrawn
            | Self::NoKeyNeeded
            | Self::NoKey
            | Self::NotToldYet => Guard::Order,
            Self::StaleVersion { .. } => Guard::Version,
            Self::VisitInTheFuture | Self::MonthNotOver { .. } => Guard::Past,
            Self::SameOfficer | Self::OwnAccount => Guard::SecondOfficer,
            Self::OfficerHoldsAnother | Self::LastOfficer { .. } => Guard::ThreeOfficers,
            Self::Cap(refusal) => refusal.guard(),
            Self::Draw(refusal) => refusal.guard(),
            Self::Matter(refusal) => refusal.guard(),
            Self::Campaign(refusal) => refusal.guard(),
            Self::Adoption(refusal) => refusal.guard(),
            Self::Filing(refusal) => refusal.guard(),
            Self::Prompt(refusal) => refusal.guard(),
            Self::Finding(refusal) => refusal.guard(),
            Self::Liability(refusal) => refusal.guard(),
            Self::Source(refusal) => refusal.guard(),
            Self::Sanction(refusal) => refusal.guard(),
            Self::Suspicion(refusal) => refusal.guard(),
            Self::Request(refusal) => refusal.guard(),
            Self::Rectification(refusal) => refusal.guard(),
            Self::Review(refusal) => refusal.guard(),
            Self::Meeting(refusal) => refusal.guard(),
            Self::List(refusal) => refusal.guard(),
            Self::Unlawful(unlawful) => unlawful.guard(),
            Self::LawChange(refusal) => refusal.guard(),
            Self::Appointment(_) => Guard::Appointment,
            Self::Deputy(_) | Self::Away(_) => Guard::StandIn,
            Self::Ticket(refusal) => refusal.guard(),
            Self::Attendance(refusal) => refusal.guard(),
            Self::Roster(refusal) => refusal.guard(),
        }
    }
}

impl Refusal {
    /// The refusal of a family of its own that it carries.
    fn of_family(&self) -> Option<&dyn Worded> {
        match self {
            Self::Cap(refusal) => Some(refusal),
            Self::Draw(refusal) => Some(refusal),
            Self::Matter(refusal) => Some(refusal),
            Self::Campaign(refusal) => Some(refusal),
            Self::Adoption(refusal) => Some(refusal),
            Self::Filing(refusal) => Some(refusal),
            Self::Prompt(refusal) => Some(refusal),
            Self::Finding(refusal) => Some(refusal),
            Self::Liability(refusal) => Some(refusal),
            Self::Source(refusal) => Some(refusal),
            Self::Sanction(refusal) => Some(refusal),
            Self::Suspicion(refusal) => Some(refusal),
            Self::Request(refusal) => Some(refusal),
            Self::Rectification(refusal) => Some(refusal),
            Self::Review(refusal) => Some(refusal),
            Self::Meeting(refusal) => Some(refusal),
            Self::List(refusal) => Some(refusal),
            Self::Unlawful(unlawful) => Some(unlawful),
            Self::LawChange(refusal) => Some(refusal),
            Self::Appointment(refusal) => Some(refusal),
            Self::Deputy(refusal) => Some(refusal),
            Self::Away(refusal) => Some(refusal),
            Self::Ticket(refusal) => Some(refusal),
            Self::Attendance(refusal) => Some(refusal),
            Self::Roster(refusal) => Some(refusal),
            _ => None,
        }
    }
}

impl Refusal {
    /// The key of a refusal that belongs to no family; empty for one that does.
    fn own_key(&self) -> &'static str {
        match self {
            Self::TooFewInspectors { .. } => "refusal-too-few-inspectors",
            Self::SameInspectorTwice { .. } => "refusal-same-inspector-twice",
            Self::Untrained { .. } => "refusal-untrained",
            Self::KinInUnit { .. } => "refusal-kin-in-unit",
            Self::BelongsToUnit { .. } => "refusal-belongs-to-unit",
            Self::OrganVisitsItself { .. } => "refusal-organ-visits-itself",
            Self::NoPost { .. } => "refusal-no-post",
            Self::NotOnTeam { .. } => "refusal-not-on-team",
            Self::SignedAlready { .. } => "refusal-signed-already",
            Self::OutOfOrder { .. } => "refusal-out-of-order",
            Self::RepliedAlready => "refusal-replied-already",
            Self::StaleVersion { .. } => "refusal-stale-version",
            Self::NothingChanged => "refusal-nothing-changed",
            Self::VisitInTheFuture => "refusal-visit-in-the-future",
            Self::MonthNotOver { .. } => "refusal-month-not-over",
            Self::SameOfficer => "refusal-same-officer",
            Self::OfficerHoldsAnother => "refusal-officer-holds-another",
            Self::LastOfficer { .. } => "refusal-last-officer",
            Self::OwnAccount => "refusal-own-account",
            Self::NoKeyNeeded => "refusal-no-key-needed",
            Self::NoKey => "refusal-no-key",
            Self::ObjectionOpen => "refusal-objection-open",
            Self::KeptTheEntry { .. } => "refusal-kept-the-entry",
            Self::NotToldYet => "refusal-not-told-yet",
            Self::TieWithdrawn => "refusal-tie-withdrawn",
            Self::OwnTie { .. } => "refusal-own-tie",
            _ => "",
        }
    }
}

impl Worded for Refusal {
    fn key(&self) -> &'static str {
        self.of_family().map_or_else(|| self.own_key(), Worded::key)
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooFewInspectors { found } => vec![("found", found.to_string())],
            Self::SameInspectorTwice { person }
            | Self::NotOnTeam { person }
            | Self::SignedAlready { person }
            | Self::KeptTheEntry { person }
            | Self::OwnTie { person } => vec![("person", person.clone())],
            Self::Untrained { person, day } | Self::NoPost { person, day } => {
                vec![("person", person.clone()), ("day", day.to_string())]
            }
            Self::KinInUnit { person, relation, unit } => vec![
                ("person", person.clone()),
                ("relation", relation.code().to_owned()),
                ("unit", unit.clone()),
            ],
            Self::BelongsToUnit { person, unit } => {
                vec![("person", person.clone()), ("unit", unit.clone())]
            }
            Self::OrganVisitsItself { unit } => vec![("unit", unit.clone())],
            Self::OutOfOrder { act, stage } => {
                vec![("act", (*act).to_owned()), ("stage", (*stage).to_owned())]
            }
            Self::StaleVersion { read, now } => {
                vec![("read", read.to_string()), ("now", now.to_string())]
            }
            Self::MonthNotOver { month, from } => {
                vec![("month", month.clone()), ("from", from.to_string())]
            }
            Self::LastOfficer { role } => vec![("role", role.code().to_owned())],
            _ => self.of_family().map_or_else(Vec::new, Worded::args),
        }
    }
}
