//! The draws of the script: what was announced, what the parties typed, what was called off.

use super::steps::{Dated, add};
use super::{day, maybe_day};
use jiff::civil::Date;
use qz_acts::draw::DrawForm;
use qz_acts::script::{ScriptedDraw, ScriptedStep};
use serde::Deserialize;

/// The file of a scenario's draws.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DrawFile {
    pub draw: Vec<Draw>,
}

/// A draw, as far as it came.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draw {
    pub organ: String,
    pub purpose: String,
    pub cover: String,
    #[serde(default)]
    pub kind: String,
    #[serde(default)]
    pub line: String,
    pub take: u32,
    #[serde(deserialize_with = "day")]
    pub announced: Date,
    pub announcer: String,
    #[serde(default, rename = "entry")]
    pub entries: Vec<Entry>,
    #[serde(default, deserialize_with = "maybe_day")]
    pub called_off: Option<Date>,
    #[serde(default)]
    pub reason: String,
}

/// What a party typed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    #[serde(deserialize_with = "day")]
    pub day: Date,
    pub by: String,
    pub text: String,
}

/// The steps of a draw. All orders of a day come after those of articles.
pub(super) fn of_draw(steps: &mut Vec<Dated>, draw: &Draw) {
    let form = DrawForm {
        organ: draw.organ.clone(),
        purpose: draw.purpose.clone(),
        cover: draw.cover.clone(),
        kind: draw.kind.clone(),
        line: draw.line.clone(),
        units: String::new(),
        take: draw.take.to_string(),
    };
    let (by, purpose) = (draw.announcer.as_str(), draw.purpose.as_str());
    let step = |step| ScriptedStep::Draw(step);
    add(steps, (draw.announced, 30), (by, purpose), step(ScriptedDraw::Announce(form)));
    for (Entry { day, by, text }, order) in draw.entries.iter().zip(31..) {
        let typed = ScriptedDraw::Enter(purpose.to_owned(), text.clone());
        add(steps, (*day, order), (by, purpose), step(typed));
    }
    if let Some(day) = draw.called_off {
        let off = ScriptedDraw::CallOff(purpose.to_owned(), draw.reason.clone());
        add(steps, (day, 39), (by, purpose), step(off));
    }
}
