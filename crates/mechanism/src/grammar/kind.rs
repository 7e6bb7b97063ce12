//! The twelve kinds of element; every other word of an element is one of these.

use super::{Twin, is_called};

/// A kind of element (要素).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A question to a holder (问).
    Ask,
    /// A rule over facts, or a visit's or reviewer's list of points (查).
    Check,
    /// A draw that can be verified (抽).
    Draw,
    /// A rating by people (评).
    Rate,
    /// A meeting (会).
    Meet,
    /// A letter that is issued, answered, and accepted or sent back (单).
    Letter,
    /// A typed register that only grows (登记).
    Register,
    /// A task that is opened or followed (事).
    Task,
    /// A disclosure (亮).
    Show,
    /// A figure against the standard, the own last period, or peers (比).
    Compare,
    /// An indicator (考).
    Assess,
    /// Links of duty and fault (追责).
    Liability,
}

/// A word an element may begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KindWord {
    /// The word.
    pub names: Twin,
    /// What it is.
    pub kind: Kind,
}

const fn word(zh: &'static str, en: &'static str, kind: Kind) -> KindWord {
    KindWord { names: (zh, en), kind }
}

/// Every word of every kind; the first of a kind is its own.
pub const WORDS: &[KindWord] = &[
    word("问", "ask", Kind::Ask),
    word("查", "check", Kind::Check),
    word("查纠", "check-and-correct", Kind::Check),
    word("检查", "inspect", Kind::Check),
    word("抽", "draw", Kind::Draw),
    word("评", "rate", Kind::Rate),
    word("会", "meet", Kind::Meet),
    word("单", "letter", Kind::Letter),
    word("函", "official-letter", Kind::Letter),
    word("登记", "register", Kind::Register),
    word("台账", "book", Kind::Register),
    word("清单", "list", Kind::Register),
    word("事", "task", Kind::Task),
    word("落实", "implement", Kind::Task),
    word("督查", "supervise", Kind::Task),
    word("整改", "rectify", Kind::Task),
    word("纠", "correct", Kind::Task),
    word("亮", "show", Kind::Show),
    word("公开", "disclose", Kind::Show),
    word("通报", "bulletin", Kind::Show),
    word("比", "compare", Kind::Compare),
    word("考", "assess", Kind::Assess),
    word("考核", "appraise", Kind::Assess),
    word("追责", "liability", Kind::Liability),
];

impl Kind {
    /// Every kind, in the order of the language's page.
    pub const ALL: [Self; 12] = [
        Self::Ask,
        Self::Check,
        Self::Draw,
        Self::Rate,
        Self::Meet,
        Self::Letter,
        Self::Register,
        Self::Task,
        Self::Show,
        Self::Compare,
        Self::Assess,
        Self::Liability,
    ];

    /// Its own word.
    pub fn names(self) -> Twin {
        WORDS.iter().find(|word| word.kind == self).map_or(("", ""), |word| word.names)
    }

    /// What its elements do, in Chinese and in English.
    pub const fn means(self) -> Twin {
        match self {
            Self::Ask => {
                ("向责任人提问，到期不答即提示", "a question to a holder; late is a prompt")
            }
            Self::Check => (
                "有“当”：对事实的规则，命中是疑点；没有“当”：查访或者评查的查点清单",
                "with `when`: a rule over facts, a hit is a prompt; without: a list of points to look at",
            ),
            Self::Draw => ("可验证的抽取", "a draw that anybody can verify"),
            Self::Rate => ("由人评价", "a rating by people"),
            Self::Meet => (
                "会议：先说上次决定，决定成为事项",
                "a meeting: earlier decisions first; decisions become tasks",
            ),
            Self::Letter => (
                "发出、收到、答复、认可或者退回",
                "issued, received, answered, accepted or sent back",
            ),
            Self::Register => ("只增不改的登记", "a typed register that only grows"),
            Self::Task => ("开启或者跟踪的事项", "tasks it opens or follows"),
            Self::Show => {
                ("公开：内容、对象、渠道、期限", "a disclosure: what, to whom, where, for how long")
            }
            Self::Compare => (
                "与标准、与自己上期、与同类比",
                "a figure against the standard, the own last period, peers",
            ),
            Self::Assess => (
                "指标：权重、公式、佐证、上下限",
                "an indicator: weight, formula, evidence, bounds",
            ),
            Self::Liability => (
                "环节：职责、自身过错、免责、建议",
                "links: duty, own fault, exculpation, proposed measure",
            ),
        }
    }
}

/// The word of a name in either language.
pub fn word_of(name: &str) -> Option<&'static KindWord> {
    WORDS.iter().find(|word| is_called(word.names, name))
}
