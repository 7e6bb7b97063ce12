//! What is said of an element, in plain words: a sentence for each property.

use super::naming::spoken;
use super::shipped::language;
use super::term;
use crate::words::Words;
use qz_mechanism::Mechanism;
use qz_mechanism::block::{Block, Setting, Value};
use qz_mechanism::grammar::{Key, Node};
use qz_mechanism::rule::Facts;

/// A sentence; an expression stands apart, as code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said {
    /// The sentence, or what the expression is.
    pub text: String,
    /// The expression.
    pub code: Option<String>,
}

/// The sentences of a block, in the order of the file.
pub(super) fn sentences(words: Words, mechanism: &Mechanism, block: &Block) -> Vec<Said> {
    let settings = block.settings.iter();
    let said = settings.filter_map(|setting| match setting.key {
        Key::Facts => Some(facts(words, mechanism, block)),
        _ => sentence(words, setting),
    });
    said.chain(lists(words, block)).collect()
}

/// The sentence of a property; none of what the page marks or tells elsewhere.
pub(super) fn sentence(words: Words, setting: &Setting) -> Option<Said> {
    let key = format!("mechanism-key-{}", setting.key.names().1);
    match (setting.key, &setting.value) {
        (Key::Verbatim | Key::Default, _) => None,
        (Key::When | Key::Unless | Key::Figure | Key::Formula, found) => {
            Some(Said { text: words.say(&key), code: Some(value(words, found)) })
        }
        (Key::Cycle, Value::Word(names)) => Some(plain(cycle(words, names.1))),
        (_, Value::Truth(true)) => Some(plain(words.say(&format!("{key}-yes")))),
        (Key::Ranking, Value::Truth(false)) => Some(plain(words.say("mechanism-key-ranking-no"))),
        (_, Value::Truth(false)) => None,
        (_, found) => Some(plain(words.say_with(&key, &[("value", value(words, found).into())]))),
    }
}

fn plain(text: String) -> Said {
    Said { text, code: None }
}

/// How often something comes round, by the English word.
pub(super) fn cycle(words: Words, word: &str) -> String {
    words.say(&format!("mechanism-cycle-{word}"))
}

/// A value in words.
pub(super) fn value(words: Words, value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Word(names) => spoken(words, *names),
        Value::Truth(true) => words.say("mechanism-yes"),
        Value::Truth(false) => words.say("mechanism-no"),
        Value::Whole(number) => number.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Day(day) => words.date(*day),
        Value::Point(point) => term::point(words, *point),
        Value::Length(length) => term::length(words, *length),
        Value::Window(window) => term::window(words, *window),
        Value::Kind(word) => spoken(words, word.names),
    }
}

/// Which facts it reads: a source of the county's, or what the same scheme collects.
fn facts(words: Words, mechanism: &Mechanism, block: &Block) -> Said {
    let (key, name) = match Facts::of(mechanism, block) {
        Some(Facts::Own(own)) => ("mechanism-facts-own", own.title().to_owned()),
        Some(Facts::Source(source)) => {
            ("mechanism-key-facts", source.names.within(language(words)).to_owned())
        }
        None => ("mechanism-key-facts", block.text(Key::Facts).unwrap_or_default().to_owned()),
    };
    plain(words.say_with(key, &[("value", name.into())]))
}

/// How a line is told.
type Tell = fn(Words, &Block) -> String;

/// What is filled in, looked at, and who rates: a sentence each.
fn lists(words: Words, block: &Block) -> impl Iterator<Item = Said> {
    let lists: [(Node, &str, Tell); 3] = [
        (Node::Field, "mechanism-lines-field", field),
        (Node::Point, "mechanism-lines-point", |_, line| line.title().to_owned()),
        (Node::Jury, "mechanism-lines-jury", with_all),
    ];
    let said = lists.map(|(node, key, tell)| {
        let told: Vec<_> = block.lines(node).map(|line| tell(words, line)).collect();
        let joined = told.join(&words.say("refusal-joint"));
        (!told.is_empty()).then(|| plain(words.say_with(key, &[("list", joined.into())])))
    });
    said.into_iter().flatten()
}

/// A field with what it takes.
fn field(words: Words, line: &Block) -> String {
    let text = |key: Key| line.setting(key).map(|setting| value(words, &setting.value));
    let said = |key: &str, found: String| words.say_with(key, &[("value", found.into())]);
    let kind = match (text(Key::Choices), text(Key::LeadsTo)) {
        (Some(choices), _) => Some(choices),
        (_, Some(to)) => Some(said("mechanism-field-leads-to", to)),
        _ => text(Key::Type),
    };
    let range = match (text(Key::Least), text(Key::Greatest)) {
        (Some(least), Some(greatest)) => {
            let ends = [("least", least.into()), ("greatest", greatest.into())];
            Some(words.say_with("mechanism-field-range", &ends))
        }
        (Some(least), None) => Some(said("mechanism-field-least", least)),
        (None, Some(greatest)) => Some(said("mechanism-field-greatest", greatest)),
        (None, None) => None,
    };
    let several = line.is(Key::Several).then(|| words.say("mechanism-field-several"));
    let free = line.is_not(Key::Needed).then(|| words.say("mechanism-field-free"));
    let note = text(Key::Note);
    let details = [kind, range, text(Key::Unit), several, free, note];
    let details: Vec<_> = details.into_iter().flatten().collect();
    detailed(words, line.title(), &details)
}

/// A line with everything that is said of it.
fn with_all(words: Words, line: &Block) -> String {
    detailed(words, line.title(), &said_of_line(words, line))
}

/// What is said of a line, with the values of columns of the file's own.
pub(super) fn said_of_line(words: Words, line: &Block) -> Vec<String> {
    let said = line.settings.iter().filter_map(|setting| sentence(words, setting));
    let named = line.named.iter().map(|named| {
        let both = [("name", named.name.as_str().into()), ("text", named.text.as_str().into())];
        words.say_with("mechanism-named", &both)
    });
    said.map(|said| said.text).chain(named).collect()
}

fn detailed(words: Words, title: &str, details: &[String]) -> String {
    if details.is_empty() {
        return title.to_owned();
    }
    let details = details.join(&words.say("mechanism-comma"));
    words.say_with("mechanism-detailed", &[("title", title.into()), ("details", details.into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Locale;
    use jiff::civil::date;
    use qz_mechanism::grammar::Shape;
    use qz_mechanism::grammar::kind::WORDS;
    use qz_mechanism::term::{Length, Point, Window};

    /// What lines, phases and the whole say; the page tells it in other ways.
    const ELSEWHERE: [Key; 16] = [
        Key::Code,
        Key::SourceUnit,
        Key::Verbatim,
        Key::Default,
        Key::Type,
        Key::LeadsTo,
        Key::Several,
        Key::Needed,
        Key::Choices,
        Key::Unit,
        Key::From,
        Key::Ends,
        Key::Counts,
        Key::Counted,
        Key::Is,
        Key::Gives,
    ];

    fn samples(shape: Shape) -> Vec<Value> {
        let text = || Value::Text("甲".to_owned());
        match shape {
            Shape::Text | Shape::Source | Shape::Condition | Shape::Quantity => vec![text()],
            Shape::Word(words) | Shape::TextOr(words) => {
                words.iter().map(|names| Value::Word(*names)).collect()
            }
            Shape::Truth => vec![Value::Truth(true), Value::Truth(false)],
            Shape::Whole(..) | Shape::Number => vec![Value::Whole(5)],
            Shape::Day => vec![Value::Day(date(2015, 6, 27))],
            Shape::Point => vec![Value::Point(Point::SameDay)],
            Shape::Length => vec![Value::Length(Length::Forever)],
            Shape::Window => vec![Value::Window(Window::Year)],
            Shape::KindWord => WORDS.iter().map(|word| Value::Kind(*word)).collect(),
        }
    }

    #[test]
    fn every_property_of_an_element_has_its_sentence_in_both_languages() {
        let told = |key: &&Key| !ELSEWHERE.contains(key) && **key != Key::Element;
        for words in Locale::ALL.map(Words::new) {
            for key in Key::ALL.iter().filter(told) {
                for value in samples(key.shape()) {
                    let said = sentence(words, &Setting { key: *key, value, at: 0..0 });
                    let text = said.map(|said| said.text).unwrap_or_default();
                    assert!(!text.contains('⟦') && !text.contains("{$"), "{key:?}: {text}");
                }
            }
        }
    }
}
