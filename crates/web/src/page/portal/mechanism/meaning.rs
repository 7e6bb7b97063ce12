//! The words of conditions (条件里的词): what each fact that a scheme asks about means, where it comes from, and whether records
//! fill it yet.

use super::shipped::language;
use crate::part::{Light, LightState};
use crate::words::Words;
use askama::Template;
use qz_mechanism::Mechanism;
use qz_mechanism::block::Block;
use qz_mechanism::expression::Expression;
use qz_mechanism::fact::Source;
use qz_mechanism::grammar::Key;
use qz_mechanism::rule::Facts;

/// A fact that is asked about.
struct Meaning {
    name: &'static str,
    means: &'static str,
    source: &'static str,
    light: Light,
}

/// The part of the page.
#[derive(Template)]
#[template(path = "portal/mechanism/meanings.html")]
pub(super) struct Meanings {
    words: Words,
    rows: Vec<Meaning>,
}

impl askama::filters::HtmlSafe for Meanings {}

impl Meanings {
    /// The facts that a scheme asks about, each once, in the order of the file.
    pub fn new(words: Words, mechanism: &Mechanism) -> Self {
        let mut asked: Vec<(&'static Source, usize)> = vec![];
        for block in &mechanism.root().children {
            let Some(facts @ Facts::Source(source)) = Facts::of(mechanism, block) else { continue };
            for place in expressions(facts, block).iter().flat_map(Expression::fields) {
                let is_known =
                    |(one, at): &(&Source, usize)| one.names == source.names && *at == place;
                if !asked.iter().any(is_known) {
                    asked.push((source, place));
                }
            }
        }
        let rows = asked.into_iter().filter_map(|(source, place)| meaning(words, source, place));
        Self { words, rows: rows.collect() }
    }
}

/// Everything that a block asks of its facts.
fn expressions(facts: Facts<'_>, block: &Block) -> Vec<Expression> {
    let conditions = [Key::When, Key::Unless].into_iter();
    let conditions = conditions.filter_map(|key| facts.condition(block.text(key)?).ok());
    let quantities = [Key::Figure, Key::Formula].into_iter();
    let quantities = quantities.filter_map(|key| facts.quantity(block.text(key)?).ok());
    conditions.chain(quantities).collect()
}

fn meaning(words: Words, source: &'static Source, place: usize) -> Option<Meaning> {
    let field = source.fields.get(place)?;
    let (state, key) = if source.is_fed() {
        (LightState::Ok, "mechanism-fed")
    } else {
        (LightState::None, "mechanism-waits")
    };
    let language = language(words);
    Some(Meaning {
        name: field.names.within(language),
        means: field.means.within(language),
        source: source.names.within(language),
        light: Light::new(state, words.say(key)),
    })
}
