//! Lights: the state of a thing, as shape, word and colour together.

use crate::words::Words;
use askama::Template;
use qz_domain::list_entry::{Board, Standing};
use qz_domain::monthly_report::Lamp;
use qz_domain::rectification;
use qz_domain::spelled::Spelled;

/// The four states of a light.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LightState {
    /// ● in order, done
    Ok,
    /// ▲ soon due, wants attention
    Warn,
    /// ■ overdue, missing
    Stop,
    /// ○ not begun, does not count
    None,
}

impl LightState {
    /// The class in the style sheet.
    pub fn class(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warn => "warn",
            Self::Stop => "stop",
            Self::None => "none",
        }
    }
}

/// A light with its word.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "part/light.html")]
pub struct Light {
    /// The state.
    pub state: LightState,
    /// The word: a light never stands without one.
    pub word: String,
}

impl Light {
    /// A light.
    pub fn new(state: LightState, word: impl Into<String>) -> Self {
        Self { state, word: word.into() }
    }

    /// The lamp of a monthly report, with its word.
    pub fn lamp(words: Words, lamp: Lamp) -> Self {
        Self::new(of_lamp(lamp), words.term(lamp))
    }

    /// The same with a word of two characters, for a table of many.
    pub fn short_lamp(words: Words, lamp: Lamp) -> Self {
        let code = lamp.code().replace('_', "-");
        Self::new(of_lamp(lamp), words.say(&format!("report-lamp-{code}")))
    }

    /// The lamp of a rectification, with its word.
    pub fn rectification(words: Words, lamp: rectification::Lamp) -> Self {
        use rectification::Lamp::{InTime, Late, Near, NotDue, Overdue, Unknown};
        let state = match lamp {
            NotDue | Unknown => LightState::None,
            Near | Late => LightState::Warn,
            Overdue => LightState::Stop,
            InTime => LightState::Ok,
        };
        Self::new(state, words.term(lamp))
    }

    /// How an entry of a list stands, with its word.
    pub fn standing(words: Words, (board, standing): (Board, Standing)) -> Self {
        let state = match (standing, board) {
            (Standing::Listed, Board::Red) => LightState::Ok,
            (Standing::Listed, Board::Black) => LightState::Stop,
            (Standing::InNotice | Standing::Held, _) => LightState::Warn,
            _ => LightState::None,
        };
        Self::new(state, words.term(standing))
    }

    /// The light of a term: overdue, due today, within `soon` days a warning, later in order.
    pub fn due(words: Words, days_left: i64, soon: i64) -> Self {
        let days = [("days", days_left.abs().into())];
        match days_left {
            ..0 => Self::new(LightState::Stop, words.say_with("part-light-overdue", &days)),
            0 => Self::new(LightState::Warn, words.say("part-light-today")),
            left if left <= soon => {
                Self::new(LightState::Warn, words.say_with("part-light-left", &days))
            }
            _ => Self::new(LightState::Ok, words.say_with("part-light-left", &days)),
        }
    }
}

/// Grey, yellow, red or green.
fn of_lamp(lamp: Lamp) -> LightState {
    match lamp {
        Lamp::NotDue | Lamp::Unknown => LightState::None,
        Lamp::Near | Lamp::Late | Lamp::Returned => LightState::Warn,
        Lamp::Overdue => LightState::Stop,
        Lamp::InTime => LightState::Ok,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Locale, Words};

    #[test]
    fn a_term_has_a_shape_and_a_word() {
        let light = |days| Light::due(Words::new(Locale::ZhCn), days, 3).to_string();
        assert_eq!(light(-4), r#"<span class="light stop">超期4天</span>"#);
        assert_eq!(light(0), r#"<span class="light warn">今天到期</span>"#);
        assert_eq!(light(3), r#"<span class="light warn">还有3天</span>"#);
        assert_eq!(light(4), r#"<span class="light ok">还有4天</span>"#);
    }

    #[test]
    fn a_report_that_came_late_is_yellow_and_says_so() {
        let words = Words::new(Locale::ZhCn);
        let shown = |lamp| Light::lamp(words, lamp).to_string();
        assert_eq!(shown(Lamp::Late), r#"<span class="light warn">逾期后上报</span>"#);
        assert_eq!(shown(Lamp::Overdue), r#"<span class="light stop">逾期未报</span>"#);
        let short = Light::short_lamp(words, Lamp::InTime).to_string();
        assert_eq!(short, r#"<span class="light ok">按期</span>"#);
    }
}
