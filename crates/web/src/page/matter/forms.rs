//! The fields of a matter's forms, in one place: labels, hints, choices.

use super::sent::Sent;
use super::wrong::label;
use crate::part::{Choice, Control, ErrorSummary, Field, TextKind};
use crate::shell::Shell;
use crate::term::Term;
use crate::words::Words;
use jiff::civil::Date;
use qz_domain::law::Law;

/// The fields of one form, with what was sent and what is wrong.
#[derive(Clone, Copy)]
pub(in crate::page) struct Forms<'a> {
    pub shell: &'a Shell,
    pub errors: &'a ErrorSummary,
    pub sent: &'a Sent,
}

impl Forms<'_> {
    fn field(&self, name: &str, control: Control) -> Field {
        let label = label(self.shell, name);
        Field::new(self.shell.words, name, label, control).error(self.errors.of(name))
    }

    fn value(&self, name: &str) -> String {
        self.sent.text(name)
    }

    /// A line of text.
    pub fn line(&self, name: &str) -> Field {
        self.field(name, Control::Line { kind: TextKind::Plain, value: self.value(name) })
    }

    /// A day.
    pub fn day(&self, name: &str) -> Field {
        self.field(name, Control::Line { kind: TextKind::Day, value: self.value(name) })
    }

    /// A whole number.
    pub fn number(&self, name: &str) -> Field {
        self.field(name, Control::Line { kind: TextKind::Number, value: self.value(name) })
    }

    /// One of a list that opens.
    pub fn select(&self, name: &str, choices: Vec<Choice>) -> Field {
        self.field(name, Control::Select(choices))
    }

    /// Several lines of text, with the hint that goes with them.
    pub fn lines(&self, name: &str, rows: u8, hint: &str) -> Field {
        let control = Control::Lines { rows, value: self.value(name) };
        self.field(name, control).wide().hint(self.shell.say(hint))
    }

    /// People, by work number or name.
    pub fn people(&self, name: &str, hint: &str) -> Field {
        self.line(name).wide().hint(self.shell.say(hint))
    }

    /// A unit.
    pub fn unit(&self, name: &str, hint: &str) -> Field {
        self.line(name).list("units").hint(self.shell.say(hint))
    }

    /// One of a closed list.
    pub fn radios<T: Term>(&self, name: &str) -> Field {
        let present = T::read(self.sent.get(name));
        self.field(name, Control::Radios(self.shell.words.choices(present)))
    }

    /// One of a closed list, of those that fit.
    pub fn radios_of<T: Term>(&self, name: &str, fits: impl Fn(T) -> bool) -> Field {
        let mut choices = self.shell.words.choices(T::read(self.sent.get(name)));
        choices.retain(|choice| T::from_code(&choice.value).is_some_and(&fits));
        self.field(name, Control::Radios(choices))
    }

    /// Boxes to tick.
    pub fn checks(&self, name: &str, choices: Vec<Choice>) -> Field {
        self.field(name, Control::Checks(choices))
    }

    /// One of a closed list, or any.
    pub fn any<T: Term>(&self, name: &str) -> Field {
        self.field(name, Control::Select(any_of::<T>(self.shell.words, self.sent.get(name))))
    }

    /// A ground of the law of a day.
    pub fn ground(&self, day: Date) -> Field {
        let choices = grounds(self.shell.words, day, self.sent.get("ground"));
        self.field("ground", Control::Select(choices)).wide()
    }

    /// A measure of the law of a day that this county decides itself.
    pub fn measure(&self, day: Date, is_unit: Option<bool>) -> Field {
        let choices = measures(self.shell.words, day, is_unit, self.sent.get("measure"));
        self.field("measure", Control::Select(choices)).wide()
    }

    /// The three fields of a paper. With `by`, whoever did it is asked for too.
    pub fn paper(&self, by: Option<&str>) -> Vec<Field> {
        let mut fields = vec![
            self.line("paper_number").hint(self.shell.say("matter-hint-paper-number")),
            self.day("paper_day"),
        ];
        if let Some(hint) = by {
            fields.push(self.line("by").hint(self.shell.say(hint)));
        }
        fields
    }

    /// Whether the folded paper stands open: something was written there, or is wrong there.
    pub fn is_paper_open(&self) -> bool {
        let wrong = ["paper_number", "paper_day", "by"];
        self.sent.has_paper() || wrong.iter().any(|name| self.errors.of(name).is_some())
    }
}

/// The values of a closed list for a filter: an empty one that stands for all comes first.
pub(in crate::page) fn any_of<T: Term>(words: Words, chosen: &str) -> Vec<Choice> {
    let first = Choice::new("", words.say("matter-all"), chosen);
    std::iter::once(first).chain(words.choices(T::read(chosen))).collect()
}

fn nothing(words: Words, chosen: &str) -> Choice {
    Choice::new("", words.say("matter-choose"), chosen)
}

/// The grounds of a day, each with what it says.
fn grounds(words: Words, day: Date, chosen: &str) -> Vec<Choice> {
    let rows = Law::shipped().on(day).grounds().map(|ground| {
        let name = words.unit(&ground.zh, &ground.en);
        // What an article says is kept in Chinese only.
        let label =
            if name == ground.zh { format!("{name}：{}", ground.summary) } else { name.into() };
        Choice::new(ground.code.clone(), label, chosen)
    });
    std::iter::once(nothing(words, chosen)).chain(rows).collect()
}

/// The measures of a day, each with where it stands in the law.
fn measures(words: Words, day: Date, is_unit: Option<bool>, chosen: &str) -> Vec<Choice> {
    let fits = |on_units: bool, on_persons: bool| {
        is_unit.is_none_or(|unit| if unit { on_units } else { on_persons })
    };
    let rows = Law::shipped().on(day).measures();
    let rows = rows.filter(|one| !one.is_record_only && fits(one.on_units, one.on_persons));
    let rows = rows.map(|one| {
        let label = format!("{} · {}", words.unit(&one.zh, &one.en), one.source);
        Choice::new(one.code.clone(), label, chosen)
    });
    std::iter::once(nothing(words, chosen)).chain(rows).collect()
}
