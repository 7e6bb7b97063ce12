//! Take down the ballot on one matter of a meeting (记录表决): what is put to the vote, who voted how, who took no part and why.

use super::bar::{barred, others};
use super::load::{Begun, begin, must_have_begun};
use super::{MeetingChanged, keep};
use crate::ActError;
use crate::accountability::{self, Loaded, must_be_lawful, take};
use crate::wrong::Wrong;
use jiff::civil::Date;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::finding::REASON_MOST;
use qz_domain::id::{AccountId, AccountabilityId, MeetingId, PersonId};
use qz_domain::matter::MatterRefusal;
use qz_domain::meeting::{
    Ballot, Item, MeetingRefusal, PANEL_LEAST, Proposal, Step, Vote, WORDS_MOST,
};
use qz_domain::refusal::Refusal;
use qz_store::meeting::bar::{self, Bars};
use qz_store::{Act, Write, meeting};

/// How many are named who might be called besides.
const OTHERS_MOST: usize = 5;

/// What was put to the vote, and the ballot.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VoteForm {
    /// A measure, no measure, or to put it off.
    pub proposal: String,
    /// Code of the measure; empty unless it is one.
    pub measure: String,
    /// The answer to the subject's statement; empty when it was waived.
    pub response: String,
    /// Why this, or why it is put off.
    pub because: String,
    /// How each of those who came voted. Whoever is left out, left the room.
    pub ballots: Vec<BallotForm>,
}

/// How one of them voted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BallotForm {
    /// Who.
    pub person: PersonId,
    /// How; empty when nobody voted because it is put off.
    pub vote: String,
    /// What they said against it, or why they took no part.
    pub words: String,
}

/// Takes down the ballot on one matter.
#[derive(Debug, Clone)]
pub struct RecordVote {
    /// Who takes it down.
    pub actor: AccountId,
    /// Which meeting.
    pub meeting: MeetingId,
    /// The version they read.
    pub version: i64,
    /// Which matter.
    pub accountability: AccountabilityId,
    /// What was put to the vote, and the ballot.
    pub form: VoteForm,
}

impl Act for RecordVote {
    type Receipt = MeetingChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<MeetingChanged, ActError> {
        let Self { actor, meeting, version, accountability: about, form } = self;
        let begun = begin(write, actor, meeting, (Step::Vote, version)).await?;
        let Begun { actor, meeting, .. } = &begun;
        let day = must_have_begun(write, meeting)?;
        meeting.item(about).ok_or(ActError::NotFound)?;
        let loaded = accountability::load(write.reads(), about).await?;
        let there: Vec<_> = meeting.present().collect();
        let item = read(&form, about, &there)?;
        let asks = (actor.person, day);
        let bars = bar::of(write.reads(), (meeting.id, Some(about)), asks).await?;
        if item.proposal != Some(Proposal::PutOff) {
            must_be_decidable(write, loaded.clone(), (&item, day)).await?;
            let keys = actor.person.and_then(|own| barred(&bars, own, &loaded));
            keys.map_or(Ok(()), Err)?;
        }
        must_be_free(&bars, &item, &loaded)?;
        if item.proposal != Some(Proposal::PutOff) {
            must_be_three(write, (&bars, &there), (&item, &loaded)).await?;
        }
        meeting::write_ballots(write, meeting.id, &item).await?;
        keep(write, begun, Step::Vote, None).await
    }
}

/// What was put to the vote and how those who came voted, with all faults at once.
fn read(
    form: &VoteForm,
    accountability: AccountabilityId,
    there: &[PersonId],
) -> Result<Item, ActError> {
    let mut wrong = Wrong::default();
    let proposal = wrong.note(field::word::<Proposal>("proposal", &form.proposal));
    let because = wrong.note(field::text("because", &form.because, REASON_MOST));
    let response = wrong.note(field::optional_text("response", &form.response, REASON_MOST));
    let measure = form.measure.trim().to_owned();
    if proposal == Some(Proposal::Measure) && measure.is_empty() {
        wrong.note::<()>(Err(FieldError::new("measure", Fault::Missing)));
    }
    let is_put_off = proposal == Some(Proposal::PutOff);
    let ballots = ballots(&mut wrong, (&form.ballots, there), is_put_off);
    wrong.none()?;
    let (measure, response) = match proposal {
        Some(Proposal::Measure) => (measure, response.unwrap_or_default()),
        Some(Proposal::NoMeasure | Proposal::PutOff) | None => (String::new(), String::new()),
    };
    let because = because.unwrap_or_default();
    Ok(Item { accountability, proposal, measure, response, because, ballots })
}

/// The ballots in the order in which they sit. What is put off need not be voted on.
fn ballots(
    wrong: &mut Wrong,
    (given, there): (&[BallotForm], &[PersonId]),
    is_put_off: bool,
) -> Vec<Ballot> {
    let mut ballots = vec![];
    for (row, person) in (1..).zip(there) {
        let one = given.iter().find(|one| one.person == *person);
        let (vote, words) = one.map_or(("", ""), |one| (one.vote.trim(), one.words.as_str()));
        if is_put_off && vote.is_empty() {
            continue;
        }
        let vote = field::word::<Vote>("vote", vote).map_err(|fault| fault.in_row(row));
        let vote = wrong.note(vote);
        let words = match vote {
            Some(Vote::Recused) => field::text("dissent", words, WORDS_MOST),
            _ => field::optional_text("dissent", words, WORDS_MOST),
        };
        let words = wrong.note(words.map_err(|fault| fault.in_row(row)));
        if let (Some(vote), Some(words)) = (vote, words) {
            ballots.push(Ballot { person: *person, vote, words });
        }
    }
    ballots
}

/// What is put to the vote may be decided: not before the matter is ready, a measure under the guards of measures.
async fn must_be_decidable(
    write: &mut Write,
    mut loaded: Loaded,
    (item, day): (&Item, Date),
) -> Result<(), ActError> {
    let said = (item.measure.as_str(), item.response.as_str(), item.because.as_str());
    let earlier = take(&mut loaded, said)?;
    if day < earlier {
        return Err(Refusal::from(MatterRefusal::DayBefore { day, earlier }).into());
    }
    match item.proposal {
        Some(Proposal::Measure) => must_be_lawful(write, &loaded, day).await,
        Some(Proposal::NoMeasure | Proposal::PutOff) | None => Ok(()),
    }
}

/// Refuses the vote of whoever is barred, in the words of the guard that bars them.
fn must_be_free(bars: &Bars, item: &Item, about: &Loaded) -> Result<(), Refusal> {
    let mut voters = item.ballots.iter().filter(|one| one.vote != Vote::Recused);
    voters.find_map(|one| barred(bars, one.person, about)).map_or(Ok(()), Err)
}

/// Refuses a vote of fewer than three, and names who might be called besides.
async fn must_be_three(
    write: &mut Write,
    (bars, there): (&Bars, &[PersonId]),
    (item, about): (&Item, &Loaded),
) -> Result<(), ActError> {
    let found = item.tally().voting();
    if found >= PANEL_LEAST {
        return Ok(());
    }
    let subject = accountability::subject_name(write.reads(), &about.row).await?;
    let names = others(bars, there, about).take(OTHERS_MOST).map(|one| one.name.as_str());
    let others = names.collect::<Vec<_>>().join("、");
    Err(Refusal::from(MeetingRefusal::TooFewLeft { found, subject, others }).into())
}
