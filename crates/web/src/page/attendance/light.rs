//! What a day came to, as a light with a word.

use crate::part::{Light, LightState};
use crate::words::Words;
use qz_acts::attendance::view::DayLine;
use qz_domain::attendance::exception::{Outcome, asks};
use qz_domain::attendance::{Code, Codes};

/// The codes in words.
pub(super) fn codes(words: Words, codes: Codes) -> String {
    let said: Vec<_> = codes.iter().map(|code| words.term(code)).collect();
    said.join(&words.say("attendance-joint"))
}

/// The light of codes alone.
pub(super) fn of_codes(words: Words, found: Codes) -> Light {
    let stop = [Code::Unexplained, Code::UnexplainedHalf].iter().any(|code| found.has(*code));
    let state = if stop {
        LightState::Stop
    } else if asks(found) || found.has(Code::CalendarUnknown) {
        LightState::Warn
    } else if found.has(Code::Normal) || found.has(Code::Duty) {
        LightState::Ok
    } else {
        LightState::None
    };
    Light::new(state, codes(words, found))
}

/// The light of a day: what people found of it goes before what it was judged.
pub(in crate::page) fn of_day(words: Words, day: &DayLine) -> Light {
    match day.found {
        Some(Outcome::Stands) | None => of_codes(words, day.codes()),
        Some(found @ Outcome::Awol) => Light::new(LightState::Stop, words.term(found)),
        Some(found) => Light::new(LightState::Ok, words.term(found)),
    }
}
