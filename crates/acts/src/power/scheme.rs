//! The rows of schemes. The efficiency office drafts for any unit, a unit for itself; its head or a leader of the county puts
//! into force what others wrote. Who speaks for a unit files for it; everybody who works there writes its registers. A sealed
//! register is read by the discipline officers of its unit alone.

use super::table::{ANY, row};
use qz_domain::action::Action::{
    AdoptionApprove, AdoptionDraft, AdoptionDrop, AdoptionEdit, AdoptionEnd, AdoptionRead,
    EntryMake, FilingCorrect, FilingExcuse, FilingMake, FilingRead, PromptDismiss, PromptRead,
    PromptTakeUp, SealedEntryRead,
};
use qz_domain::power::Power;
use qz_domain::power::Reach::{County, Unit};
use qz_domain::role::Role::{
    Adjudicator, Cadre, Clerk, CountyLeader, Discipline, FirstSecretary, Head, Hr, Inspector,
    Liaison, Organisation, Publicity,
};

const DRAFTED: &[&str] = &["drafted"];
const IN_FORCE: &[&str] = &["in_force"];

/// Their rows.
pub(super) const SCHEMES: &[Power] = &[
    row(Clerk, AdoptionRead, ANY, County),
    row(Clerk, AdoptionDraft, ANY, County),
    row(Clerk, AdoptionEdit, DRAFTED, County),
    row(Clerk, AdoptionDrop, DRAFTED, County),
    row(Clerk, FilingRead, ANY, County),
    row(Clerk, FilingMake, ANY, Unit),
    row(Clerk, FilingCorrect, ANY, Unit),
    row(Clerk, FilingExcuse, ANY, County),
    row(Clerk, EntryMake, ANY, Unit),
    row(Clerk, PromptRead, ANY, County),
    row(Clerk, PromptDismiss, ANY, County),
    row(Clerk, PromptTakeUp, ANY, County),
    row(Inspector, EntryMake, ANY, Unit),
    row(Liaison, AdoptionRead, ANY, Unit),
    row(Liaison, AdoptionDraft, ANY, Unit),
    row(Liaison, AdoptionEdit, DRAFTED, Unit),
    row(Liaison, AdoptionDrop, DRAFTED, Unit),
    row(Liaison, FilingRead, ANY, Unit),
    row(Liaison, FilingMake, ANY, Unit),
    row(Liaison, FilingCorrect, ANY, Unit),
    row(Liaison, EntryMake, ANY, Unit),
    row(Head, AdoptionRead, ANY, Unit),
    row(Head, AdoptionDraft, ANY, Unit),
    row(Head, AdoptionEdit, DRAFTED, Unit),
    row(Head, AdoptionDrop, DRAFTED, Unit),
    row(Head, AdoptionApprove, DRAFTED, Unit),
    row(Head, AdoptionEnd, IN_FORCE, Unit),
    row(Head, FilingRead, ANY, Unit),
    row(Head, FilingMake, ANY, Unit),
    row(Head, FilingCorrect, ANY, Unit),
    row(Head, FilingExcuse, ANY, Unit),
    row(Head, EntryMake, ANY, Unit),
    row(Head, PromptRead, ANY, Unit),
    row(Head, PromptDismiss, ANY, Unit),
    row(Head, PromptTakeUp, ANY, Unit),
    row(Discipline, AdoptionRead, ANY, Unit),
    row(Discipline, AdoptionDraft, ANY, Unit),
    row(Discipline, AdoptionEdit, DRAFTED, Unit),
    row(Discipline, AdoptionDrop, DRAFTED, Unit),
    row(Discipline, FilingRead, ANY, Unit),
    row(Discipline, FilingMake, ANY, Unit),
    row(Discipline, FilingCorrect, ANY, Unit),
    row(Discipline, EntryMake, ANY, Unit),
    row(Discipline, SealedEntryRead, ANY, Unit),
    row(Discipline, PromptRead, ANY, Unit),
    row(Discipline, PromptDismiss, ANY, Unit),
    row(Discipline, PromptTakeUp, ANY, Unit),
    row(Adjudicator, EntryMake, ANY, Unit),
    row(FirstSecretary, AdoptionRead, ANY, County),
    row(FirstSecretary, AdoptionApprove, DRAFTED, County),
    row(FirstSecretary, AdoptionEnd, IN_FORCE, County),
    row(FirstSecretary, FilingRead, ANY, County),
    row(FirstSecretary, FilingExcuse, ANY, County),
    row(CountyLeader, AdoptionRead, ANY, County),
    row(CountyLeader, AdoptionApprove, DRAFTED, County),
    row(CountyLeader, AdoptionEnd, IN_FORCE, County),
    row(CountyLeader, FilingRead, ANY, County),
    row(CountyLeader, FilingExcuse, ANY, County),
    row(Publicity, EntryMake, ANY, Unit),
    row(Cadre, EntryMake, ANY, Unit),
    row(Hr, AdoptionRead, ANY, Unit),
    row(Hr, AdoptionDraft, ANY, Unit),
    row(Hr, AdoptionEdit, DRAFTED, Unit),
    row(Hr, AdoptionDrop, DRAFTED, Unit),
    row(Hr, FilingRead, ANY, Unit),
    row(Hr, FilingMake, ANY, Unit),
    row(Hr, FilingCorrect, ANY, Unit),
    row(Hr, EntryMake, ANY, Unit),
    row(Organisation, EntryMake, ANY, Unit),
];
