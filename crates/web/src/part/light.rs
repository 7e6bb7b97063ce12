//! Lights: the state of a thing, as shape, word and colour together.

use crate::words::Words;
use askama::Template;

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
}
