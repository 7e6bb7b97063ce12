//! What each guard asks, put to the product's own functions wherever it has one.

use super::crowd::{KIN, MEMBER, SUBJECT, Symbol};
use super::entry;
use super::world::{Clock, World};
use jiff::civil::{Date, date};
use qz_domain::accountability::{self, Accountability, Answerable};
use qz_domain::id::{AccountabilityId, FindingId, PersonId, UnitId};
use qz_domain::kin::Relation;
use qz_domain::matter::{Concerned, Hand, Part, recuse, separate};
use qz_domain::refusal::Guard;
use qz_domain::spelled::Spelled;
use qz_domain::term::{Deadline, Due, Length};
use qz_domain::visit::{Inspector, TiedRelative};

/// What may be wrong with a step besides who does it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// A measure outside the organ's authority.
    Outside,
    /// A measure heavier than the notice proposed, or than the one that stands.
    Heavier,
    /// A decision that prints no way to a review.
    WithoutRemedy,
    /// Made known before whoever is named could know.
    TooSoon,
    /// Before the day from which on it may be done, or after the last.
    OutOfTime,
    /// Of a person who did not agree.
    WithoutConsent,
    /// Without what is weighed before a person is made known.
    Unweighed,
    /// Resting neither on a served decision nor on faults and a plan.
    Groundless,
}

/// A step as it is tried: who does it, and what else may be wrong with it.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own to a guard")]
pub struct Trial {
    /// Who does it, then who keys it.
    pub people: Vec<Symbol>,
    /// How many of them do it.
    pub doers: usize,
    /// The part they take.
    pub part: Option<Part>,
    /// What else is wrong with it.
    pub wrong: Option<Wrong>,
    /// Against the subject: borne out, or a measure.
    pub is_adverse: bool,
    /// The unit concerned does it itself.
    pub is_own: bool,
    /// For whoever took no side: neither of the unit nor tied to it, wherever the unit has it itself.
    pub is_third: bool,
    /// Judges the unit or one of its people, whatever part it is.
    pub judges: bool,
    /// Said by whoever it is about.
    pub is_own_word: bool,
    /// A step of an entry of a list.
    pub is_of_list: bool,
}

/// A bit for a part.
pub fn bit(part: Part) -> u64 {
    1 << Part::ALL.iter().position(|other| *other == part).unwrap_or_default()
}

/// What the product's functions say of symbols, asked once.
pub struct Asked {
    barred_after: Vec<u64>,
    /// By the ties: where another organ has it, and where the unit itself does.
    recused: [Vec<bool>; 2],
    /// By the clock: with nothing said, and with something said.
    heard: [[bool; 2]; 3],
}

impl Asked {
    pub fn new() -> Self {
        Self {
            barred_after: Part::ALL.iter().map(|part| barred_after(*part)).collect(),
            recused: [false, true].map(|own| (0..8).map(|ties| is_recused(ties, own)).collect()),
            heard: [Clock::Before, Clock::At, Clock::After].map(is_heard),
        }
    }

    /// The parts nobody may take who took this one.
    pub fn barred_after(&self, part: Part) -> u64 {
        self.barred_after[bit(part).trailing_zeros() as usize]
    }

    /// Whether the subject was heard, waived, or let the window pass.
    pub fn is_heard(&self, world: &World) -> bool {
        let heard = self.heard[world.clock as usize][usize::from(world.spoke)];
        world.accountability.is_some() && heard
    }

    /// Whether a guard lets a trial through.
    pub fn passes(&self, guard: Guard, world: &World, trial: &Trial) -> bool {
        let taken = trial.part.map_or(0, bit);
        match guard {
            Guard::Separation => trial.people.iter().all(|one| one.barred & taken == 0),
            Guard::Recusal => {
                let recused = &self.recused[usize::from(trial.is_own)];
                trial.people.iter().all(|one| !recused[usize::from(one.ties)])
            }
            Guard::TwoInspectors | Guard::TwoVerifiers => trial.doers >= 2,
            Guard::Light => world.looks.weight.is_light(),
            Guard::Panel => trial.doers >= if trial.part == Some(Part::Settled) { 1 } else { 3 },
            Guard::Heard if trial.is_of_list => entry::is_heard(world),
            Guard::Heard => self.is_heard(world),
            Guard::Authority => trial.wrong != Some(Wrong::Outside),
            Guard::NoHeavier => trial.wrong != Some(Wrong::Heavier),
            Guard::Remedy => trial.wrong != Some(Wrong::WithoutRemedy),
            Guard::Sources => trial.wrong != Some(Wrong::Groundless),
            Guard::Publication => !matches!(trial.wrong, Some(Wrong::TooSoon | Wrong::Unweighed)),
            Guard::Past => trial.wrong != Some(Wrong::OutOfTime),
            Guard::Consent => trial.wrong != Some(Wrong::WithoutConsent),
            Guard::FinalDecision => entry::is_final(world),
            Guard::ThirdPerson => {
                !trial.is_own || trial.people.iter().all(|one| one.ties & MEMBER == 0)
            }
            Guard::ForUnit => {
                let (doers, _) = trial.people.split_at(trial.doers);
                doers.iter().all(|one| one.ties & MEMBER != 0)
            }
            Guard::CounterSignature => {
                let countersigned =
                    world.bulletin == Some(qz_domain::bulletin::Stage::Countersigned);
                !world.is_on_request || countersigned
            }
            Guard::Trained
            | Guard::Order
            | Guard::Version
            | Guard::Frequency
            | Guard::SecondOfficer
            | Guard::ThreeOfficers
            | Guard::Appointment
            | Guard::StandIn
            | Guard::Intake
            | Guard::Vote
            | Guard::OwnFault
            | Guard::Clash
            | Guard::InTime
            | Guard::Entitlement
            | Guard::ToCome => true,
        }
    }
}

fn barred_after(part: Part) -> u64 {
    let person = PersonId(1);
    let hands = [Hand { person, part, is_keyed: false, is_absent: false }];
    let barred = Part::ALL.iter().filter(|now| separate((person, ""), **now, &hands).is_err());
    barred.fold(0, |bits, now| bits | bit(*now))
}

fn is_recused(ties: u8, is_own: bool) -> bool {
    let (elsewhere, unit, subject) = (UnitId(1), UnitId(2), PersonId(2));
    let organ = if is_own { unit } else { elsewhere };
    let person = if ties & SUBJECT == 0 { PersonId(1) } else { subject };
    let units = vec![if ties & MEMBER == 0 { elsewhere } else { unit }];
    let tie = TiedRelative { relation: Relation::Sibling, unit };
    let kin = if ties & KIN == 0 { vec![] } else { vec![tie] };
    let inspector = Inspector { person, name: String::new(), is_trained: true, units, kin };
    let below = [unit];
    let concerned = Concerned { organ, unit: (unit, ""), below: &below, subject: Some(subject) };
    recuse(&inspector, concerned).is_err()
}

const LAST_DAY: Date = date(2015, 6, 26);

fn is_heard(clock: Clock) -> [bool; 2] {
    let day = match clock {
        Clock::Before => date(2015, 6, 25),
        Clock::At => LAST_DAY,
        Clock::After => date(2015, 6, 27),
    };
    let said_on = |answered_on| Accountability { answered_on, ..noticed() };
    [None, Some(date(2015, 6, 23))].map(|on| said_on(on).is_heard(day))
}

pub fn noticed() -> Accountability {
    Accountability {
        id: AccountabilityId(1),
        finding: FindingId(1),
        organ: UnitId(1),
        instead_of: None,
        handed_because: String::new(),
        unit: UnitId(2),
        subject: Answerable::Unit,
        stage: accountability::Stage::Noticed,
        conduct: String::new(),
        ground: String::new(),
        proposed: String::new(),
        noticed_on: date(2015, 6, 19),
        answer_due: Deadline {
            from: date(2015, 6, 19),
            length: Length::Workdays(5),
            due: Due::Fixed(LAST_DAY),
        },
        statement: String::new(),
        answered_on: None,
        response: String::new(),
        measure: String::new(),
        lasts: None,
        because: String::new(),
        decided_on: None,
        number: None,
        served_on: None,
        remedy_due: None,
        version: 1,
    }
}
