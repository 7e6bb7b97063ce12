//! What the elements of each kind may have besides what every element may.

use super::{Key, Kind};

const ASK: &[Key] = &[];
const CHECK: &[Key] = &[
    Key::Facts,
    Key::When,
    Key::Unless,
    Key::Per,
    Key::Within,
    Key::SmallestSample,
    Key::Proposes,
    Key::Way,
    Key::Team,
    Key::Most,
    Key::Rotates,
];
const DRAW: &[Key] = &[Key::Pool, Key::Number, Key::Recusal, Key::Facts, Key::Rotates];
const RATE: &[Key] = &[Key::Anonymous, Key::SmallestSample, Key::Least, Key::Greatest, Key::Facts];
const MEET: &[Key] = &[Key::Agenda, Key::Quorum];
const LETTER: &[Key] = &[Key::Reply, Key::Next, Key::When, Key::Facts, Key::Per];
const REGISTER: &[Key] = &[Key::Writes, Key::Reads, Key::Keeps, Key::ZeroReport, Key::Hidden];
const TASK: &[Key] = &[Key::Facts, Key::Per, Key::Standard, Key::Reply];
const SHOW: &[Key] = &[
    Key::Content,
    Key::To,
    Key::Channel,
    Key::ShownFor,
    Key::Correction,
    Key::Tone,
    Key::Consent,
    Key::Facts,
    Key::When,
    Key::Per,
    Key::Heard,
];
const COMPARE: &[Key] = &[
    Key::Facts,
    Key::Per,
    Key::Within,
    Key::Figure,
    Key::Against,
    Key::Standard,
    Key::Better,
    Key::Ranking,
    Key::SmallestSample,
];
const LIABILITY: &[Key] =
    &[Key::Facts, Key::When, Key::Per, Key::Within, Key::Proposes, Key::Heard];
const ASSESS: &[Key] = &[
    Key::Facts,
    Key::Per,
    Key::Within,
    Key::Weight,
    Key::Formula,
    Key::Evidence,
    Key::Least,
    Key::Greatest,
    Key::Standard,
    Key::SmallestSample,
    Key::Ranking,
];

/// What the elements of a kind may have.
pub(super) const fn keys(kind: Kind) -> &'static [Key] {
    match kind {
        Kind::Ask => ASK,
        Kind::Check => CHECK,
        Kind::Draw => DRAW,
        Kind::Rate => RATE,
        Kind::Meet => MEET,
        Kind::Letter => LETTER,
        Kind::Register => REGISTER,
        Kind::Task => TASK,
        Kind::Show => SHOW,
        Kind::Compare => COMPARE,
        Kind::Assess => ASSESS,
        Kind::Liability => LIABILITY,
    }
}
