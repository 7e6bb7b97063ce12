//! The burden (负担) of schemes: what they ask of one unit in a year and in a month. Everything is counted as if one unit
//! answered it all: who answers is text, and nobody can tell units apart by it.

mod repeated;
mod when;

pub use repeated::{Repeated, Stands};
pub use when::{Often, Yearly};

use crate::block::Block;
use crate::grammar::{Key, Kind, Node, Twin};
use crate::language::Said;
use crate::{Diagnostic, Mechanism, Severity};
use std::ops::Add;

/// What a scheme and those in force beside it ask of one unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Burden {
    /// What the scheme at hand asks.
    pub own: Load,
    /// What all of them ask together.
    pub whole: Load,
    /// What each element asks: those of the scheme at hand first, then those in force, in their order.
    pub asked: Vec<Asked>,
    /// Fields of the scheme at hand that a scheme in force asks as well.
    pub repeated: Vec<Repeated>,
    /// A warning where the questions are above the cap, a note for each field that is asked twice.
    pub remarks: Vec<Diagnostic>,
}

/// How much is asked of one unit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Load {
    /// Questions to answer.
    pub questions: Yearly,
    /// Fields to fill in: of questions, letters, registers and tasks.
    pub fields: Yearly,
    /// Visits and lists of points that others come with.
    pub visits: Yearly,
}

/// What one element asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The code of its scheme.
    pub code: String,
    /// The title of its scheme.
    pub scheme: String,
    /// The word it begins with, in both languages.
    pub word: Said,
    /// Its title.
    pub element: String,
    /// How often it comes round.
    pub often: Often,
    /// Whether it is a question.
    pub is_question: bool,
    /// How many fields are filled in each time.
    pub fields: usize,
    /// Whether it is a visit.
    pub is_visit: bool,
    /// The most visits in a quarter, where it says so.
    pub most: Option<u32>,
}

/// Adds up what a scheme asks beside those in force, and holds the questions to the cap, so many a month. A version of the
/// scheme at hand that is in force already is left out: it is replaced.
pub fn burden(at_hand: &Mechanism, in_force: &[&Mechanism], cap: Option<u32>) -> Burden {
    let others: Vec<&Mechanism> =
        in_force.iter().copied().filter(|one| one.code() != at_hand.code()).collect();
    let mut asked = of_scheme(at_hand);
    let own = asked.iter().map(Asked::load).fold(Load::default(), Add::add);
    asked.extend(others.iter().flat_map(|one| of_scheme(one)));
    let whole = asked.iter().map(Asked::load).fold(Load::default(), Add::add);
    let repeated = repeated::repeated(at_hand, &others);
    let mut remarks: Vec<Diagnostic> =
        cap.and_then(|cap| above(at_hand, (own, whole), cap)).into_iter().collect();
    remarks.extend(repeated.iter().map(|one| one.remark(at_hand)));
    Burden { own, whole, asked, repeated, remarks }
}

/// What each element of a scheme asks, those that ask nothing left out.
fn of_scheme(mechanism: &Mechanism) -> Vec<Asked> {
    mechanism.elements().filter_map(|element| Asked::of(mechanism, element)).collect()
}

/// Whether a unit fills in the fields of elements of a kind; those of the others are for visitors, raters and meetings.
const fn is_form(kind: Kind) -> bool {
    matches!(kind, Kind::Ask | Kind::Letter | Kind::Register | Kind::Task)
}

impl Asked {
    fn of(mechanism: &Mechanism, element: &Block) -> Option<Self> {
        let kind = element.kind()?;
        let fields = if is_form(kind) { element.lines(Node::Field).count() } else { 0 };
        let is_question = kind == Kind::Ask;
        let is_visit = kind == Kind::Check && element.setting(Key::When).is_none();
        let most = element.whole(Key::Most).filter(|_| is_visit);
        (is_question || is_visit || fields > 0).then(|| Self {
            code: mechanism.code().to_owned(),
            scheme: mechanism.title().to_owned(),
            word: word(element),
            element: element.title().to_owned(),
            often: Often::of(mechanism, element),
            is_question,
            fields,
            is_visit,
            most: most.and_then(|most| u32::try_from(most).ok()),
        })
    }

    /// What it asks in a year; of what waits for an event nothing can be counted.
    pub fn load(&self) -> Load {
        let Often::Cycle(_, times) = self.often else { return Load::default() };
        let visits = self.most.map_or(times, |most| times.min(most.saturating_mul(4)));
        let fields = u32::try_from(self.fields).unwrap_or(u32::MAX);
        Load {
            questions: Yearly(if self.is_question { times } else { 0 }),
            fields: Yearly(times.saturating_mul(fields)),
            visits: Yearly(if self.is_visit { visits } else { 0 }),
        }
    }

    /// It in words, such as `问 工作部署：每月，3栏`.
    pub fn said(&self) -> Said {
        let (zh, en) = self.often.names();
        let element = &self.element;
        let fields = match self.fields {
            0 => Said::default(),
            count => Said::new(format!("，{count}栏"), format!(", fields: {count}")),
        };
        let most = self.most.map_or_else(Said::default, |most| {
            Said::new(format!("，每季最多{most}次"), format!(", at most {most} a quarter"))
        });
        Said::new(
            format!("{} {element}：{zh}{}{}", self.word.zh, fields.zh, most.zh),
            format!("{} {element}: {en}{}{}", self.word.en, fields.en, most.en),
        )
    }
}

impl Load {
    /// It in words, a month on average.
    pub fn said(self) -> Said {
        let [questions, fields, visits] =
            [self.questions, self.fields, self.visits].map(Yearly::a_month);
        Said::new(
            format!("每月平均{questions}问、{fields}栏、{visits}次查访"),
            format!("a month on average: questions {questions}, fields {fields}, visits {visits}"),
        )
    }
}

impl Add for Load {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            questions: self.questions + other.questions,
            fields: self.fields + other.fields,
            visits: self.visits + other.visits,
        }
    }
}

/// The word of a block in both languages; one of the file's own is the same in both.
fn word(block: &Block) -> Said {
    let found: Option<Twin> = Node::named(&block.word).map(|(_, names)| names);
    found.map_or_else(|| Said::from(&*block.word), |(zh, en)| Said::new(zh, en))
}

/// The warning where a unit is asked more questions a month than the cap.
fn above(at_hand: &Mechanism, (own, whole): (Load, Load), cap: u32) -> Option<Diagnostic> {
    let is_above = whole.questions.0 > cap.saturating_mul(12) && own.questions.0 > 0;
    let (own, whole) = (own.questions.a_month(), whole.questions.a_month());
    is_above.then(|| {
        let what = Said::new(
            format!("连同在用的制度，一个单位每月平均要答{whole}问，本县上限是{cap}问；本制度占{own}问"),
            format!(
                "with the schemes in force a unit answers {whole} questions a month on average, the county's cap is {cap}; \
                 {own} of them are of this scheme"
            ),
        );
        let help = Said::new(
            "合并问同样内容的问，改成逢事才问，或者放长周期",
            "join questions about the same, ask when something happens, or let the cycle be longer",
        );
        let at = at_hand.root().title_at.clone();
        at_hand.fault(at, what).with_help(help).weighing(Severity::Warning)
    })
}

#[cfg(test)]
mod tests;
