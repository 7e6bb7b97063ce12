//! Times as people write them: a day, a half of it, or a minute.

use super::HALF;
use crate::field::{Fault, FieldError, day};
use crate::instant;
use jiff::civil::{DateTime, Time};
use jiff::{RoundMode, Unit};

/// How a time is written.
pub const EXAMPLE: &str = "2026-03-03 上午、2026-03-03 14:30";

/// Which end of a stretch is meant (起端、止端).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// Its beginning: that of the day or of the half.
    First,
    /// Its end: that of the day or of the half.
    Last,
}

/// Reads `2026-03-03`, `2026-03-03 上午` or `2026-03-03 14:30` as one end of a stretch.
///
/// # Errors
/// Nothing was given, or something else.
pub fn read(field: &'static str, given: &str, edge: Edge) -> Result<DateTime, FieldError> {
    let text = given.trim();
    if text.is_empty() {
        return Err(FieldError::new(field, Fault::Missing));
    }
    if let Some(minute) = instant::read_civil(text) {
        let whole = jiff::civil::DateTimeRound::new().smallest(Unit::Minute).mode(RoundMode::Trunc);
        return minute.round(whole).map_err(|_| bad(field));
    }
    let (date, half) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let date = day(field, date).map_err(|_| bad(field))?;
    let (midnight, noon) = (date.to_datetime(Time::midnight()), date.to_datetime(HALF));
    let ends = || date.tomorrow().map(|next| next.to_datetime(Time::midnight()));
    match (half.trim().to_lowercase().as_str(), edge) {
        ("" | "上午" | "am", Edge::First) => Ok(midnight),
        ("下午" | "pm", Edge::First) | ("上午" | "am", Edge::Last) => Ok(noon),
        ("" | "下午" | "pm", Edge::Last) => ends().map_err(|_| bad(field)),
        _ => Err(bad(field)),
    }
}

fn bad(field: &'static str) -> FieldError {
    FieldError::new(field, Fault::BadForm(EXAMPLE))
}
