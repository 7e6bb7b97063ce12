//! The nodes of a file: the mechanism, what it says of itself, its elements, and their lines; what each may have.

use super::kind::{self, Kind};
use super::{Key, Shape, Twin, is_called};
use crate::grammar::word::CYCLES;

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Node {
    /// The mechanism (机制): the whole file.
    Mechanism,
    /// Where it came from (来源).
    Source,
    /// The unit that runs it (单位).
    Unit,
    /// Whom it is about (对象).
    Subject,
    /// How often its cycle comes round (周期).
    Cycle,
    /// The day it begins to bind (生效).
    Effective,
    /// The last day it binds (止).
    Ends,
    /// A phase (阶段).
    Phase,
    /// A provision it rests on (依据).
    Basis,
    /// How a piece of its name reads (名).
    Name,
    /// A word of its own for a kind (词).
    Word,
    /// An example (例).
    Example,
    /// An element of a kind.
    Element(Kind),
    /// A post with person, place, duty, standard (岗).
    Post,
    /// A light (灯).
    Light,
    /// A titled part of rules (规则).
    Rules,
    /// A titled part of measures (办法).
    Measures,
    /// A titled part that elements belong to (组成).
    Component,
    /// A clause that findings may cite (条).
    Clause,
    /// A field of a form (栏).
    Field,
    /// A point of a checklist (查点).
    Point,
    /// A link of liability (环节).
    Link,
    /// A level a letter rises to (级).
    Level,
    /// A jury (方).
    Jury,
    /// A row a register begins with (行).
    Row,
    /// What stands in a fact, in an example.
    Given,
}

/// The words that begin nodes other than elements.
const WORDS: &[(Node, Twin)] = &[
    (Node::Mechanism, ("机制", "mechanism")),
    (Node::Source, ("来源", "source")),
    (Node::Unit, ("单位", "unit")),
    (Node::Subject, ("对象", "subject")),
    (Node::Cycle, ("周期", "cycle")),
    (Node::Effective, ("生效", "effective")),
    (Node::Ends, ("止", "ends")),
    (Node::Phase, ("阶段", "phase")),
    (Node::Basis, ("依据", "basis")),
    (Node::Name, ("名", "reads")),
    (Node::Word, ("词", "word")),
    (Node::Example, ("例", "example")),
    (Node::Post, ("岗", "post")),
    (Node::Light, ("灯", "light")),
    (Node::Rules, ("规则", "rules")),
    (Node::Rules, ("则", "code")),
    (Node::Measures, ("办法", "measures")),
    (Node::Measures, ("法", "way")),
    (Node::Component, ("组成", "component")),
    (Node::Component, ("体", "body")),
    (Node::Clause, ("条", "clause")),
    (Node::Field, ("栏", "field")),
    (Node::Point, ("查点", "point")),
    (Node::Link, ("环节", "link")),
    (Node::Level, ("级", "level")),
    (Node::Jury, ("方", "jury")),
    (Node::Row, ("行", "row")),
];

/// What every node may carry.
const ANY: &[Key] = &[Key::Verbatim, Key::Default, Key::Note];
/// What every element may carry besides.
const ELEMENT: &[Key] = &[
    Key::Cycle,
    Key::Event,
    Key::Subject,
    Key::By,
    Key::Approves,
    Key::Rechecks,
    Key::Due,
    Key::Extension,
    Key::ExtendedBy,
    Key::Feeds,
    Key::Unnamed,
    Key::Part,
    Key::Basis,
];

impl Node {
    /// What a word begins.
    pub fn of(name: &str) -> Option<Self> {
        Self::named(name).map(|(node, _)| node)
    }

    /// What a word begins, with both forms of the word.
    pub fn named(name: &str) -> Option<(Self, Twin)> {
        Self::words().find(|(_, names)| is_called(*names, name))
    }

    /// Every word that begins a node, with what it begins.
    pub fn words() -> impl Iterator<Item = (Self, Twin)> {
        let kinds = kind::WORDS.iter().map(|word| (Self::Element(word.kind), word.names));
        WORDS.iter().copied().chain(kinds)
    }

    /// Its own word.
    pub fn names(self) -> Twin {
        match self {
            Self::Element(kind) => kind.names(),
            other => WORDS.iter().find(|(node, _)| *node == other).map_or(("", ""), |word| word.1),
        }
    }

    /// What it is, in Chinese and in English.
    pub const fn means(self) -> Twin {
        match self {
            Self::Mechanism => ("一个文件就是一个机制", "the whole file: one scheme"),
            Self::Source => ("出自哪里", "where it came from"),
            Self::Unit => ("执行的单位", "the unit that runs it"),
            Self::Subject => ("对谁", "whom it is about"),
            Self::Cycle => (
                "多久一个周期；要素可以另写自己的",
                "how often its cycle comes round; an element may say its own",
            ),
            Self::Effective => ("从哪天起生效", "the day it begins to bind"),
            Self::Ends => ("到哪天止", "the last day it binds"),
            Self::Phase => ("一个阶段和它的起止", "a phase and its days"),
            Self::Basis => ("依据的条文", "a provision it rests on"),
            Self::Name => ("名称里的一个数怎样读", "how a number in the name reads"),
            Self::Word => ("自己的动词，就是哪一类", "a verb of your own, and its kind"),
            Self::Example => {
                ("写好的事实应得什么结果", "facts, and what a check is to give for them")
            }
            Self::Element(kind) => kind.means(),
            Self::Post => ("人、物、责、标准都写明的岗", "a post: person, place, duty, standard"),
            Self::Light => ("一盏灯：颜色、形、字", "a light: colour, shape, word"),
            Self::Rules => ("一部规则，里面是条", "a titled part of rules"),
            Self::Measures => ("一个办法，里面是条", "a titled part of measures"),
            Self::Component => ("要素所属的一个部分", "a titled part that elements belong to"),
            Self::Clause => ("一条，认定时可以引用", "a clause that findings may cite"),
            Self::Field => ("要填的一栏", "a field to fill in"),
            Self::Point => ("要看的一点", "a point to look at"),
            Self::Link => ("追责的一个环节", "a link of liability"),
            Self::Level => ("不答复时转到的一级", "a level that a letter rises to"),
            Self::Jury => ("参加评价的一方", "a jury of a rating"),
            Self::Row => ("登记一开始就有的一行", "a row that a register begins with"),
            Self::Given => ("例里的一个事实", "a fact of an example"),
        }
    }

    /// The shape of its value without a name.
    pub const fn title(self) -> Shape {
        match self {
            Self::Cycle => Shape::Word(CYCLES),
            Self::Effective | Self::Ends => Shape::Day,
            _ => Shape::Text,
        }
    }

    /// Whether it is a line of an element, not one of the mechanism.
    pub const fn is_line(self) -> bool {
        matches!(
            self,
            Self::Field
                | Self::Point
                | Self::Link
                | Self::Level
                | Self::Jury
                | Self::Row
                | Self::Clause
        )
    }

    /// What it may have besides what every node may.
    pub const fn own_keys(self) -> &'static [Key] {
        match self {
            Self::Mechanism => &[Key::Code],
            Self::Source => &[Key::SourceUnit],
            Self::Phase => &[Key::From, Key::Ends],
            Self::Name => &[Key::Counts, Key::Counted],
            Self::Word => &[Key::Is],
            Self::Example => &[Key::Gives, Key::Element],
            Self::Element(kind) => super::element::keys(kind),
            Self::Post => POST,
            Self::Light => {
                &[Key::Colour, Key::Form, Key::Saying, Key::Facts, Key::When, Key::Per, Key::Within]
            }
            Self::Clause => &[Key::Basis],
            Self::Field => FIELD,
            Self::Link => &[Key::Duty, Key::OwnFault, Key::Exculpation, Key::Proposes, Key::Heard],
            Self::Level => &[Key::Reply, Key::By],
            Self::Jury => &[Key::Share, Key::SmallestSample, Key::Anonymous],
            Self::Rules | Self::Measures | Self::Component => &[Key::Basis, Key::Unnamed],
            _ => &[],
        }
    }

    /// Everything it may have.
    pub fn keys(self) -> impl Iterator<Item = Key> {
        let besides: &[Key] = if matches!(self, Self::Element(_)) { ELEMENT } else { &[] };
        self.own_keys().iter().chain(besides).chain(ANY).copied()
    }

    /// Whether a node may stand in it.
    pub const fn holds(self, child: Self) -> bool {
        match self {
            Self::Mechanism => !child.is_line() && !matches!(child, Self::Mechanism | Self::Given),
            Self::Element(kind) => holds_line(kind, child),
            Self::Rules | Self::Measures | Self::Component => matches!(child, Self::Clause),
            Self::Example => matches!(child, Self::Given),
            _ => false,
        }
    }

    /// The nodes that may stand in it.
    pub fn children(self) -> impl Iterator<Item = Self> {
        let others = WORDS.iter().map(|(node, _)| *node);
        let all = others.chain(Kind::ALL.into_iter().map(Self::Element));
        let mut last = None;
        all.filter(move |child| self.holds(*child) && last.replace(*child) != Some(*child))
    }
}

const POST: &[Key] = &[
    Key::Person,
    Key::Place,
    Key::Duties,
    Key::Standard,
    Key::Due,
    Key::Contact,
    Key::Part,
    Key::Unnamed,
];
const FIELD: &[Key] = &[
    Key::Type,
    Key::LeadsTo,
    Key::Several,
    Key::Needed,
    Key::Least,
    Key::Greatest,
    Key::Choices,
    Key::Unit,
];

const fn holds_line(kind: Kind, child: Node) -> bool {
    match child {
        Node::Field => matches!(
            kind,
            Kind::Ask
                | Kind::Check
                | Kind::Letter
                | Kind::Register
                | Kind::Task
                | Kind::Rate
                | Kind::Meet
        ),
        Node::Point => matches!(kind, Kind::Check | Kind::Meet),
        Node::Link => matches!(kind, Kind::Liability),
        Node::Level => matches!(kind, Kind::Letter | Kind::Task),
        Node::Jury => matches!(kind, Kind::Rate),
        Node::Row => matches!(kind, Kind::Register | Kind::Task),
        Node::Example => matches!(kind, Kind::Check),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_word_begins_one_thing_and_every_thing_has_a_word() {
        let mut seen = BTreeSet::new();
        let kinds = kind::WORDS.iter().map(|word| word.names);
        for (zh, en) in WORDS.iter().map(|(_, names)| *names).chain(kinds) {
            assert!(seen.insert(zh) && seen.insert(en), "{zh} {en}");
            assert_eq!(Node::of(zh), Node::of(en));
        }
        for kind in Kind::ALL {
            assert!(!kind.names().0.is_empty());
        }
    }

    #[test]
    fn no_node_has_a_key_twice_nor_two_of_one_name() {
        let kinds = Kind::ALL.into_iter().map(Node::Element);
        for node in WORDS.iter().map(|(node, _)| *node).chain(kinds) {
            let keys: Vec<Key> = node.keys().collect();
            let once: BTreeSet<Key> = keys.iter().copied().collect();
            assert_eq!(once.len(), keys.len(), "{node:?}");
        }
        let names: BTreeSet<_> =
            Key::ALL.iter().flat_map(|key| [key.names().0, key.names().1]).collect();
        assert_eq!(names.len(), 2 * Key::ALL.len());
    }
}
