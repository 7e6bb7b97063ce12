//! Fields that are asked twice (重复的栏). What is filled in about one event, such as an objection, is about that event alone and
//! not compared; questions and tasks that come with a cycle are, and registers always.

use super::{Often, is_form};
use crate::block::Block;
use crate::grammar::{Key, Kind, Node};
use crate::language::Said;
use crate::nearest::distance;
use crate::{Diagnostic, Mechanism, Severity};
use std::ops::Range;

/// A field of the scheme at hand that schemes in force ask as well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeated {
    /// The title of the element it stands in.
    pub element: String,
    /// Its own title.
    pub field: String,
    /// The bytes of the title in the text at hand.
    pub at: Range<usize>,
    /// Where else it is asked; one at least.
    pub also: Vec<Stands>,
}

/// Where a field stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stands {
    /// The code of the scheme.
    pub code: String,
    /// The title of the scheme.
    pub scheme: String,
    /// The title of the element.
    pub element: String,
    /// The title of the field, which may differ by a letter.
    pub field: String,
}

/// How many places a remark names.
const NAMED: usize = 3;

/// The fields at hand that others ask as well, in the order of the text.
pub(super) fn repeated(at_hand: &Mechanism, others: &[&Mechanism]) -> Vec<Repeated> {
    let theirs: Vec<_> = others.iter().flat_map(|one| compared(one)).collect();
    let own = compared(at_hand).into_iter().filter_map(|(_, element, field)| {
        let also: Vec<Stands> =
            theirs.iter().filter(|(_, _, other)| is_same(field, other)).map(stands).collect();
        let at = field.title_at.clone();
        let (element, field) = (element.title().to_owned(), field.title().to_owned());
        (!also.is_empty()).then_some(Repeated { element, field, at, also })
    });
    own.collect()
}

/// A field with the scheme and the element it stands in.
type Placed<'a> = (&'a Mechanism, &'a Block, &'a Block);

fn stands((mechanism, element, field): &Placed<'_>) -> Stands {
    Stands {
        code: mechanism.code().to_owned(),
        scheme: mechanism.title().to_owned(),
        element: element.title().to_owned(),
        field: field.title().to_owned(),
    }
}

/// The fields of a scheme that are held against those of others.
fn compared(mechanism: &Mechanism) -> Vec<Placed<'_>> {
    let counts = |element: &&Block| match element.kind() {
        Some(Kind::Register) => true,
        Some(kind) => is_form(kind) && matches!(Often::of(mechanism, element), Often::Cycle(..)),
        None => false,
    };
    let elements = mechanism.elements().filter(counts);
    let fields =
        elements.flat_map(|element| element.lines(Node::Field).map(move |field| (element, field)));
    fields.map(|(element, field)| (mechanism, element, field)).collect()
}

/// Whether two fields ask the same: the type, what is referred to, and a title that is the same or nearly.
fn is_same(one: &Block, other: &Block) -> bool {
    let is_like = |key| one.word(key) == other.word(key);
    is_like(Key::Type) && is_like(Key::LeadsTo) && is_near(one.title(), other.title())
}

/// Whether two titles are the same but for blanks, signs and 的; of longer ones a letter may differ.
fn is_near(one: &str, other: &str) -> bool {
    let letters = |title: &str| -> Vec<char> {
        let kept = |sign: &char| sign.is_alphanumeric() && *sign != '的';
        title.to_lowercase().chars().filter(kept).collect()
    };
    let (one, other) = (letters(one), letters(other));
    let is_long =
        |letters: &[char]| letters.len() >= if letters.iter().all(char::is_ascii) { 8 } else { 4 };
    one == other && !one.is_empty()
        || is_long(&one) && is_long(&other) && distance(&one, &other) == 1
}

impl Repeated {
    /// The note on it.
    pub(super) fn remark(&self, at_hand: &Mechanism) -> Diagnostic {
        let field = &self.field;
        let what = Said::new(
            format!("“{field}”别的制度已经在问：{}", self.told("、", "；", "“", "”", "等")),
            format!(
                "`{field}` is asked already: {}",
                self.told(" / ", "; ", "`", "`", " and more")
            ),
        );
        let help = Said::new(
            "能引用已有的就不要再填一遍",
            "refer to what is there instead of having it filled in again",
        );
        at_hand.fault(self.at.clone(), what).with_help(help).weighing(Severity::Note)
    }

    fn told(&self, within: &str, between: &str, open: &str, close: &str, more: &str) -> String {
        let named = self.also.iter().take(NAMED).map(|one| {
            format!("{open}{}{within}{}{within}{}{close}", one.scheme, one.element, one.field)
        });
        let named = named.collect::<Vec<_>>().join(between);
        if self.also.len() > NAMED { format!("{named}{more}") } else { named }
    }
}

#[cfg(test)]
mod tests {
    use super::is_near;

    #[test]
    fn titles_are_near_where_signs_or_one_letter_of_many_differ() {
        for (one, other) in [
            ("完成时限", "完成时限"),
            ("困难", "困 难"),
            ("办成的标准", "办成标准"),
            ("卡在哪里", "卡在那里"),
            ("Progress note", "progress notes"),
        ] {
            assert!(is_near(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("理由", "事由"),
            ("时限", "期限"),
            ("完成时限", "完成比例"),
            ("date", "late"),
            ("、", "。"),
        ] {
            assert!(!is_near(one, other), "{one} {other}");
        }
    }
}
