//! Duties and turns that are handed over, in words.

use crate::part::{Light, LightState};
use crate::words::Words;
use jiff::civil::DateTime;
use qz_acts::roster::view::SwapLine;
use qz_domain::roster::{DutyKind, SwapStage};

/// From when to when a duty lasts on any day: `18:00–次日08:00`.
pub(in crate::page) fn clock(words: Words, (from, to): (DateTime, DateTime)) -> String {
    let time = |at: DateTime| at.strftime("%H:%M").to_string();
    let days = to.date().day() != from.date().day();
    let is_whole = days && from.time() == to.time();
    let key = match (is_whole, days) {
        (true, _) => "roster-whole-day",
        (false, true) => "roster-into-next-day",
        (false, false) => "roster-same-day",
    };
    words.say_with(key, &[("from", time(from).into()), ("to", time(to).into())])
}

/// A day with when a duty on it begins and ends.
pub(in crate::page) fn span(words: Words, span: (DateTime, DateTime)) -> String {
    format!("{} {}", words.date(span.0.date()), clock(words, span))
}

/// What a post asks, as a light.
pub(in crate::page) fn kind_light(words: Words, kind: DutyKind) -> Light {
    let state = match kind {
        DutyKind::OnSite => LightState::Ok,
        DutyKind::StandBy => LightState::None,
    };
    Light::new(state, words.term(kind))
}

/// Where the handing over of a turn stands; that it came too late is said.
pub(in crate::page) fn swap_light(words: Words, line: &SwapLine) -> Light {
    let stage = line.row.stage;
    match stage {
        SwapStage::Pending => Light::new(LightState::Warn, words.term(stage)),
        SwapStage::Approved if line.row.is_late => {
            Light::new(LightState::Stop, words.say("roster-swap-late"))
        }
        SwapStage::Approved => Light::new(LightState::Ok, words.term(stage)),
        SwapStage::Refused | SwapStage::Withdrawn => {
            Light::new(LightState::None, words.term(stage))
        }
    }
}

/// Who hands which turn to whom.
pub(in crate::page) fn swap_title(words: Words, line: &SwapLine) -> String {
    let values = [
        ("day", words.date(line.row.turn.day).into()),
        ("post", line.post.as_str().into()),
        ("giver", line.giver.as_str().into()),
        ("taker", line.taker.as_str().into()),
    ];
    words.say_with("roster-swap-line", &values)
}
