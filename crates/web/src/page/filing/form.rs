//! The fields of an element as a form: one control a 栏, as its type asks.

use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::wrong::{Wrong, label};
use crate::part::{Choice, Control, Field, TextKind};
use crate::shell::Shell;
use qz_acts::filing::{Given, NOTE};
use qz_domain::filing::FiledField;
use qz_mechanism::block::Block;
use qz_mechanism::grammar::{Key, Node};

/// The titles of an element's fields, in order; of one without any, the note of what was done.
fn titles(element: &Block) -> Vec<&str> {
    let titles: Vec<&str> = element.lines(Node::Field).map(Block::title).collect();
    if titles.is_empty() { vec![NOTE] } else { titles }
}

/// The name of a field in forms, as faults name it.
fn name(place: usize) -> String {
    format!("filed_field.{}", place + 1)
}

/// What was sent, by the titles of the fields.
pub(super) fn given(element: &Block, sent: &Sent) -> Vec<Given> {
    let titles = titles(element).into_iter().enumerate();
    // The note stands alone and has no number.
    let lone = element.lines(Node::Field).next().is_none();
    titles
        .map(|(place, title)| {
            let name = if lone { "filed_field".to_owned() } else { name(place) };
            (title.to_owned(), sent.text(&name))
        })
        .collect()
}

/// The form with what was filed before.
pub(super) fn put(element: &Block, sent: Sent, filed: &[FiledField]) -> Sent {
    let lone = element.lines(Node::Field).next().is_none();
    titles(element).into_iter().enumerate().fold(sent, |sent, (place, title)| {
        let value = filed.iter().find(|field| field.title == title);
        let name = if lone { "filed_field".to_owned() } else { name(place) };
        sent.put(&name, value.map_or("", |field| field.value.as_str()))
    })
}

/// The same faults, each under the title of its field in the scheme.
pub(super) fn under_titles(shell: &Shell, element: &Block, (mut faults, refusal): Wrong) -> Wrong {
    for (place, line) in element.lines(Node::Field).enumerate() {
        let name = name(place);
        let numbered = label(shell, &name);
        for fault in faults.iter_mut().filter(|fault| fault.field == name) {
            fault.message = fault.message.replacen(&numbered, line.title(), 1);
        }
    }
    (faults, refusal)
}

/// The controls.
pub(super) fn fields(forms: &Forms<'_>, element: &Block) -> Vec<Field> {
    let lines: Vec<&Block> = element.lines(Node::Field).collect();
    if lines.is_empty() {
        return vec![forms.lines("filed_field", 4, "filing-hint-note")];
    }
    lines.into_iter().enumerate().map(|(place, line)| field(forms, place, line)).collect()
}

fn field(forms: &Forms<'_>, place: usize, line: &Block) -> Field {
    let name = name(place);
    let value = forms.sent.text(&name);
    let control = match line.word(Key::Type) {
        Some("date") => Control::Line { kind: TextKind::Day, value },
        Some("number" | "money" | "score" | "person" | "unit") => {
            Control::Line { kind: TextKind::Plain, value }
        }
        Some("choice") => choices(forms, line, &value),
        _ => Control::Lines { rows: 2, value },
    };
    let words = forms.shell.words;
    let label = line.title().to_owned();
    let field = Field::new(words, &name, label, control).error(forms.errors.of(&name));
    let field = match line.word(Key::Type) {
        Some("unit") => field.list("units"),
        _ => field,
    };
    let field = match hint(forms, line) {
        Some(hint) => field.hint(hint),
        None => field,
    };
    if line.is_not(Key::Needed) { field.optional() } else { field }
}

fn choices(forms: &Forms<'_>, line: &Block, value: &str) -> Control {
    let Some(all) = line.text(Key::Choices) else {
        return Control::Line { kind: TextKind::Plain, value: value.to_owned() };
    };
    let first = Choice::new("", forms.shell.say("matter-choose"), value);
    let rest = all.split('、').map(str::trim).map(|one| Choice::new(one, one, value));
    Control::Select(std::iter::once(first).chain(rest).collect())
}

/// What a field takes, where its control does not say it.
fn hint(forms: &Forms<'_>, line: &Block) -> Option<String> {
    let shell = forms.shell;
    match line.word(Key::Type)? {
        "person" => Some(shell.say("filing-hint-person")),
        "unit" => Some(shell.say("filing-hint-unit")),
        "number" | "money" | "score" => {
            let bound = |key| line.number(key).map(|bound| bound.normalize().to_string());
            match (bound(Key::Least), bound(Key::Greatest)) {
                (Some(least), Some(most)) => {
                    let values = [("least", least.into()), ("most", most.into())];
                    Some(shell.say_with("filing-hint-between", &values))
                }
                _ => Some(shell.say("filing-hint-number")),
            }
        }
        "file" => Some(shell.say("filing-hint-file")),
        _ => None,
    }
}
