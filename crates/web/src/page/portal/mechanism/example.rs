//! The examples of a scheme (例): facts written into the file, and what its rules are to say to them.

use super::said::value;
use crate::words::Words;
use askama::Template;
use qz_mechanism::Mechanism;
use qz_mechanism::block::Block;
use qz_mechanism::grammar::{Key, Node};

/// An example.
struct Case {
    what: String,
    element: String,
    given: String,
    gives: String,
}

/// The part of the page.
#[derive(Template)]
#[template(path = "portal/mechanism/examples.html")]
pub(super) struct Examples {
    words: Words,
    cases: Vec<Case>,
}

impl askama::filters::HtmlSafe for Examples {}

impl Examples {
    /// The examples of a scheme, in the order of the file.
    pub fn new(words: Words, mechanism: &Mechanism) -> Self {
        let within = mechanism.elements().flat_map(|element| {
            element.lines(Node::Example).map(move |line| (element.title(), line))
        });
        let apart = mechanism.root().lines(Node::Example);
        let apart = apart.map(|line| (line.text(Key::Element).unwrap_or_default(), line));
        let cases = within.chain(apart).map(|(element, line)| case(words, element, line));
        Self { words, cases: cases.collect() }
    }
}

fn case(words: Words, element: &str, line: &Block) -> Case {
    let given = line.lines(Node::Given).map(|fact| {
        let both = [("name", fact.word.as_str().into()), ("text", fact.title().into())];
        words.say_with("mechanism-named", &both)
    });
    let given: Vec<_> = given.collect();
    let outcome = line.setting(Key::Gives).map(|setting| value(words, &setting.value));
    Case {
        what: line.title().to_owned(),
        element: element.to_owned(),
        given: given.join(&words.say("refusal-joint")),
        gives: outcome.unwrap_or_default(),
    }
}
