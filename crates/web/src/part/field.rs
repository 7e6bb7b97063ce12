//! One field of a form: label, hint, what is wrong, control. Labels are always visible.

use crate::words::Words;
use askama::Template;

/// A value that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is shown.
    pub label: String,
    /// Whether it is chosen now.
    pub chosen: bool,
}

impl Choice {
    /// A choice, chosen when its value is the present one.
    pub fn new(value: impl Into<String>, label: impl Into<String>, present: &str) -> Self {
        let value = value.into();
        let chosen = value == present;
        Self { value, label: label.into(), chosen }
    }

    /// Whether this is the choice meant by what was typed or pasted: people paste what they see,
    /// programs what is sent.
    pub(super) fn is_value(&self, typed: &str) -> bool {
        self.value == typed || self.label == typed
    }
}

/// What a line of text holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    /// Any words.
    Plain,
    /// A day as `2015-06-27`.
    Day,
    /// A day and time as `2015-06-27T09:00`.
    Moment,
    /// A whole number.
    Number,
    /// A password.
    Password,
}

impl TextKind {
    fn html(self) -> &'static str {
        match self {
            Self::Plain | Self::Number => "text",
            Self::Day => "date",
            Self::Moment => "datetime-local",
            Self::Password => "password",
        }
    }

    fn is_number(self) -> bool {
        self == Self::Number
    }
}

/// What one fills in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Control {
    /// One line.
    Line {
        /// What it holds.
        kind: TextKind,
        /// What it holds now.
        value: String,
    },
    /// Several lines.
    Lines {
        /// How many are shown.
        rows: u8,
        /// What they hold now.
        value: String,
    },
    /// A list that opens.
    Select(Vec<Choice>),
    /// One of a few.
    Radios(Vec<Choice>),
    /// Any of a few.
    Checks(Vec<Choice>),
    /// A file.
    File {
        /// Endings and types, as in `accept`.
        accept: &'static str,
        /// Whether several may be chosen.
        several: bool,
    },
}

/// A field of a form.
#[derive(Debug, Clone, Template)]
#[template(path = "part/field.html")]
pub struct Field {
    words: Words,
    name: String,
    label: String,
    hint: Option<String>,
    error: Option<String>,
    autocomplete: &'static str,
    optional: bool,
    short: bool,
    list: Option<&'static str>,
    control: Control,
}

/// The id of the control of a field.
pub(super) fn id(name: &str) -> String {
    format!("f-{}", name.replace(['.', ' '], "-"))
}

impl Field {
    /// A field that must be filled in.
    pub fn new(
        words: Words,
        name: impl Into<String>,
        label: impl Into<String>,
        control: Control,
    ) -> Self {
        let short = matches!(control, Control::Line { .. } | Control::Select(_));
        Self {
            words,
            name: name.into(),
            label: label.into(),
            hint: None,
            error: None,
            autocomplete: "off",
            optional: false,
            short,
            list: None,
            control,
        }
    }

    /// A line of text that must be filled in.
    pub fn line(
        words: Words,
        name: impl Into<String>,
        label: impl Into<String>,
        value: impl Into<String>,
    ) -> Self {
        let control = Control::Line { kind: TextKind::Plain, value: value.into() };
        Self::new(words, name, label, control)
    }

    /// What to write, in a sentence.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// What is wrong with it.
    #[must_use]
    pub fn error(mut self, error: Option<String>) -> Self {
        self.error = error;
        self
    }

    /// May stay empty; the label says so.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// Offers the values of a `datalist` with this id.
    #[must_use]
    pub fn list(mut self, id: &'static str) -> Self {
        self.list = Some(id);
        self
    }

    /// Takes the whole width.
    #[must_use]
    pub fn wide(mut self) -> Self {
        self.short = false;
        self
    }

    /// What the browser may fill in: `username`, `current-password`.
    #[must_use]
    pub fn autocomplete(mut self, what: &'static str) -> Self {
        self.autocomplete = what;
        self
    }

    /// Whether something is wrong with it.
    pub fn is_wrong(&self) -> bool {
        self.error.is_some()
    }

    fn id(&self) -> String {
        id(&self.name)
    }

    fn grouped(&self) -> bool {
        matches!(self.control, Control::Radios(_) | Control::Checks(_))
    }

    /// The ids of what describes the control: its fault first, then its hint.
    fn described(&self) -> Option<String> {
        let id = self.id();
        let parts: Vec<String> = [
            self.error.as_ref().map(|_| format!("{id}-error")),
            self.hint.as_ref().map(|_| format!("{id}-hint")),
        ]
        .into_iter()
        .flatten()
        .collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_stands_above_the_control_and_is_bound_to_it() {
        let field = Field::line(Words::default(), "told", "告知了谁", "")
            .hint("写姓名或岗位。")
            .error(Some("写下姓名或岗位".to_owned()));
        let html = field.to_string();
        assert!(html.contains(r#"aria-describedby="f-told-error f-told-hint""#), "{html}");
        assert!(html.contains(r#"aria-invalid="true""#), "{html}");
        assert!(html.find("写下姓名") < html.find("<input"), "{html}");
    }

    #[test]
    fn what_people_typed_is_escaped() {
        let field = Field::line(Words::default(), "a", "b", "\"><script>");
        assert!(!field.to_string().contains("<script>"), "{field}");
    }
}
