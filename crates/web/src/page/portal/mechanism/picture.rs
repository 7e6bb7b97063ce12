//! A scheme as a picture (图): its elements in groups, as its name has them, each with what it does in plain words.

use super::mark::Mark;
use super::naming::{Group, groups, reading};
use super::said::{Said, said_of_line, sentences};
use super::shipped::language;
use crate::part::{Light, LightState};
use crate::words::{Locale, Words};
use askama::Template;
use qz_mechanism::Mechanism;
use qz_mechanism::block::Block;
use qz_mechanism::fact::{self, Feeding};
use qz_mechanism::grammar::{Key, Node};
use qz_mechanism::rule::Facts;

/// A line with a title of its own: a clause, a row, a link, a level.
struct Line {
    title: String,
    mark: Option<Mark>,
    said: Vec<String>,
}

/// An element as a box.
struct Element {
    id: String,
    title: String,
    mark: Mark,
    /// Only that it is there is of the source; how it is done is ours.
    is_rest_ours: bool,
    /// That no record fills its facts yet, and what has to be there first.
    waits: Option<(Light, String)>,
    said: Vec<Said>,
    lines: Vec<Line>,
}

/// Elements of one word.
struct Drawn {
    number: String,
    word: String,
    elements: Vec<Element>,
}

/// The picture.
#[derive(Template)]
#[template(path = "portal/mechanism/picture.html")]
pub(super) struct Picture {
    words: Words,
    /// Words of kinds are long in English.
    is_wide: bool,
    reads: Option<String>,
    groups: Vec<Drawn>,
    disabled: usize,
}

impl askama::filters::HtmlSafe for Picture {}

impl Picture {
    /// The picture of a scheme.
    pub fn new(words: Words, mechanism: &Mechanism) -> Self {
        let mut number = 0;
        let draw = |group: Group<'_>| {
            let elements = group.blocks.into_iter().map(|block| {
                number += 1;
                element(words, mechanism, (block, number))
            });
            let elements = elements.collect();
            Drawn { number: group.number, word: group.word, elements }
        };
        let reads = reading(words, mechanism);
        Self {
            words,
            is_wide: words.locale == Locale::En,
            reads: reads.map(|reads| words.say_with("mechanism-reads", &[("reads", reads.into())])),
            groups: groups(words, mechanism).into_iter().map(draw).collect(),
            disabled: mechanism.disabled(),
        }
    }
}

fn element(words: Words, mechanism: &Mechanism, (block, number): (&Block, usize)) -> Element {
    let said = sentences(words, mechanism, block);
    let lines = block.children.iter().filter(|line| has_own_title(line));
    Element {
        id: format!("e{number}"),
        title: block.title().to_owned(),
        mark: Mark::of(words, block),
        is_rest_ours: block.is(Key::Verbatim) && !said.is_empty(),
        waits: waits(words, mechanism, block),
        said,
        lines: lines.map(|one| line(words, one)).collect(),
    }
}

const fn has_own_title(line: &Block) -> bool {
    matches!(line.node, Node::Clause | Node::Row | Node::Link | Node::Level)
}

fn line(words: Words, line: &Block) -> Line {
    Line {
        title: line.title().to_owned(),
        mark: Mark::of_line(words, line),
        said: said_of_line(words, line),
    }
}

/// What has to be there before the facts of an element are known.
fn waits(words: Words, mechanism: &Mechanism, block: &Block) -> Option<(Light, String)> {
    let read = match Facts::of(mechanism, block) {
        Some(Facts::Source(source)) => Some(source),
        _ => None,
    };
    let agenda = || fact::source(block.text(Key::Agenda)?);
    match read.or_else(agenda)?.feeding {
        Feeding::Fed(_) => None,
        Feeding::Later(first) => {
            let light = Light::new(LightState::None, words.say("mechanism-waits"));
            Some((light, first.within(language(words)).to_owned()))
        }
    }
}
