//! Where a scheme came from (来源), and what its file says of the whole: the unit, whom it is about, from when to when.

use super::mark::Mark;
use super::said::{cycle, value};
use crate::words::Words;
use askama::Template;
use qz_mechanism::Mechanism;
use qz_mechanism::block::{Block, Value};
use qz_mechanism::grammar::{Key, Node};

/// A source as the file names it.
struct Source {
    text: String,
    /// Its unit, and the remark on it.
    about: Vec<String>,
}

/// Something said of the whole.
struct Fact {
    label: String,
    text: String,
    mark: Option<Mark>,
}

/// The part of the page.
#[derive(Template)]
#[template(path = "portal/mechanism/origin.html")]
pub(super) struct Origin {
    words: Words,
    sources: Vec<Source>,
    facts: Vec<Fact>,
}

impl askama::filters::HtmlSafe for Origin {}

/// What is told of the whole, in this order, and how the page calls it.
const TOLD: [(Node, &str); 7] = [
    (Node::Unit, "mechanism-about-unit"),
    (Node::Subject, "mechanism-about-subject"),
    (Node::Cycle, "mechanism-about-cycle"),
    (Node::Effective, "mechanism-about-effective"),
    (Node::Ends, "mechanism-about-ends"),
    (Node::Phase, "mechanism-about-phase"),
    (Node::Basis, "mechanism-about-basis"),
];

impl Origin {
    /// Where a scheme came from.
    pub fn new(words: Words, mechanism: &Mechanism) -> Self {
        let code = Fact {
            label: words.say("mechanism-column-code"),
            text: mechanism.code().to_owned(),
            mark: None,
        };
        let told = TOLD.iter().flat_map(|(node, key)| {
            mechanism.root().lines(*node).map(move |line| fact(words, key, line))
        });
        Self {
            words,
            sources: mechanism.root().lines(Node::Source).map(|line| source(words, line)).collect(),
            facts: std::iter::once(code).chain(told).collect(),
        }
    }
}

fn source(words: Words, line: &Block) -> Source {
    let unit = line
        .text(Key::SourceUnit)
        .map(|unit| words.say_with("mechanism-source-unit", &[("unit", unit.into())]));
    let note = line.text(Key::Note).map(str::to_owned);
    Source { text: line.title().to_owned(), about: unit.into_iter().chain(note).collect() }
}

fn fact(words: Words, key: &str, line: &Block) -> Fact {
    let text = match &line.title {
        Some(Value::Word(names)) if line.node == Node::Cycle => cycle(words, names.1),
        Some(found) => value(words, found),
        None => String::new(),
    };
    let days = [Key::From, Key::Ends].map(|key| line.setting(key));
    let text = match days {
        [Some(from), Some(ends)] => {
            let days = [
                ("title", text.into()),
                ("from", value(words, &from.value).into()),
                ("ends", value(words, &ends.value).into()),
            ];
            words.say_with("mechanism-about-days", &days)
        }
        _ => text,
    };
    let text = match line.text(Key::Note) {
        Some(note) => {
            let both = [("title", text.into()), ("details", note.into())];
            words.say_with("mechanism-detailed", &both)
        }
        None => text,
    };
    Fact { label: words.say(key), text, mark: Some(Mark::of(words, line)) }
}
