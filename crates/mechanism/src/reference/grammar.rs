//! The part of the page that is about the grammar: kinds, nodes, properties, and the words that stand as values.

use super::table::{heads, list, names, section};
use crate::grammar::kind::WORDS;
use crate::grammar::word::TRUTHS;
use crate::grammar::{Key, Kind, Node, Shape, Twin};
use crate::language::Language;

/// The sections, in their order.
pub(super) fn sections(language: Language) -> Vec<String> {
    vec![kinds(language), nodes(language), lines(language), keys(language), words(language)]
}

/// Every node but those that have no word, each once.
fn all_nodes() -> Vec<Node> {
    let mut all = vec![];
    for (node, _) in Node::words() {
        if !all.contains(&node) {
            all.push(node);
        }
    }
    all
}

fn kinds(language: Language) -> String {
    let says = language.of((
        "每个要素是十二类之一；一类有几个词，意思一样，读起来不同。",
        "An element is one of twelve kinds. A kind has one word or several: they mean the same and read differently.",
    ));
    let [one, other] = heads(language);
    let rows = Kind::ALL.into_iter().map(|kind| {
        let words: Vec<Twin> =
            WORDS.iter().filter(|word| word.kind == kind).map(|word| word.names).collect();
        let [one, other] = both(&words, language);
        [one, other, language.of(kind.means()).to_owned()]
    });
    let means = language.of(("是什么", "what it is"));
    section((2, language.of(("十二类要素", "The twelve kinds")), says), [one, other, means], rows)
}

/// Several words in either language, that of the page first.
fn both(words: &[Twin], language: Language) -> [String; 2] {
    let zh = list(words.iter().map(|(zh, _)| *zh), language);
    let en = list(words.iter().map(|(_, en)| *en), language);
    match language {
        Language::Chinese => [zh, en],
        Language::English => [en, zh],
    }
}

fn words_of(node: Node) -> Vec<Twin> {
    Node::words().filter(|(one, _)| *one == node).map(|(_, names)| names).collect()
}

fn nodes(language: Language) -> String {
    let says = language.of((
        "要素以外的词。写在机制里的，一行一个；写在要素里的，是它的栏、查点、环节。",
        "Every word but those of elements: what stands in the mechanism, and what stands in elements, as their lines.",
    ));
    let [one, other] = heads(language);
    let others = all_nodes().into_iter().filter(|node| !matches!(node, Node::Element(_)));
    let rows = others.map(|node| {
        let [one, other] = both(&words_of(node), language);
        [one, other, shape(node.title(), language), language.of(node.means()).to_owned()]
    });
    let columns =
        [one, other, language.of(("后面写", "followed by")), language.of(("是什么", "what it is"))];
    section((2, language.of(("其他的词", "The other words")), says), columns, rows)
}

fn lines(language: Language) -> String {
    let rows = all_nodes().into_iter().filter(|node| *node != Node::Mechanism).filter_map(|node| {
        let held: Vec<Node> = node.children().collect();
        let held: Vec<&str> = held.iter().map(|one| language.of(one.names())).collect();
        (!held.is_empty())
            .then(|| [list([language.of(node.names())], language), list(held, language)])
    });
    let columns = [language.of(("词", "word")), language.of(("里面可以有", "may hold"))];
    let says = language.of((
        "机制里有要素，也有上表里除了栏、查点、环节、级、方、行、条、机制以外的词；例里写事实的名称和值。",
        "The mechanism holds elements, and of the table above every word but mechanism, field, point, link, level, jury, row and clause; an example holds facts by their names.",
    ));
    section((2, language.of(("什么里面有什么", "What stands in what")), says), columns, rows)
}

fn keys(language: Language) -> String {
    let [one, other] = heads(language);
    let rows = Key::ALL.iter().map(|key| {
        let [one, other] = names(key.names(), language);
        let means = language.of(key.means()).to_owned();
        [one, other, shape(key.shape(), language), means, bearers(*key, language)]
    });
    let columns = [
        one,
        other,
        language.of(("写什么", "value")),
        language.of(("意思", "what it means")),
        language.of(("谁可以有", "who may have it")),
    ];
    section((2, language.of(("属性", "Properties")), ""), columns, rows)
}

/// Which nodes may have a property.
fn bearers(key: Key, language: Language) -> String {
    let all = all_nodes();
    let (bearers, without): (Vec<Node>, Vec<Node>) =
        all.iter().partition(|node| node.keys().any(|one| one == key));
    if without.is_empty() {
        return language.of(("所有的词", "every word")).to_owned();
    }
    let is_element = |node: &Node| matches!(node, Node::Element(_));
    let every = bearers.iter().filter(|node| is_element(node)).count() == Kind::ALL.len();
    let named = bearers.iter().filter(|node| !(every && is_element(node)));
    let named = list(named.map(|node| language.of(node.names())), language);
    let whole = language.of(("每个要素", "every element"));
    match (every, named.as_str()) {
        (true, "") => whole.to_owned(),
        (true, _) => format!("{whole}{}{named}", language.of(("、", ", "))),
        (false, _) => named,
    }
}

/// What is written for a shape of value.
pub(super) fn shape(shape: Shape, language: Language) -> String {
    let fixed = match shape {
        Shape::Text => ("文字", "text"),
        Shape::TextOr(_) => ("文字，或者“取值”里的一个词", "text, or a word of the list below"),
        Shape::Word(_) => ("“取值”里的一个词", "a word of the list below"),
        Shape::Truth => ("是、否", "yes or no"),
        Shape::Number => ("数", "a number"),
        Shape::Day => ("日期，如 `\"2015-06-27\"`", "a day, such as `\"2015-06-27\"`"),
        Shape::Point => ("时点", "a point in time"),
        Shape::Length => ("时长", "a length of time"),
        Shape::Window => ("一段时间", "a stretch of time"),
        Shape::Source => (
            "事实来源，或者本文件一个登记、问的名称",
            "a source of facts, or the title of a register or question here",
        ),
        Shape::Condition => {
            ("条件：成立或者不成立的表达式", "a condition: an expression that is yes or no")
        }
        Shape::Quantity => ("算出一个数的表达式", "an expression that comes to a number"),
        Shape::KindWord => ("一类要素的词", "a word of elements"),
        Shape::Whole(least, most) => {
            return match language {
                Language::Chinese => format!("{least}到{most}的整数"),
                Language::English => format!("a whole number from {least} to {most}"),
            };
        }
    };
    language.of(fixed).to_owned()
}

fn words(language: Language) -> String {
    let of = |shape: Shape| match shape {
        Shape::Word(words) | Shape::TextOr(words) => Some(words),
        Shape::Truth => Some(TRUTHS),
        _ => None,
    };
    let mut lists: Vec<(Vec<Twin>, &[Twin])> = vec![];
    for (words, key) in Key::ALL.iter().filter_map(|key| Some((of(key.shape())?, *key))) {
        match lists.iter_mut().find(|(_, list)| *list == words) {
            Some((keys, _)) => keys.push(key.names()),
            None => lists.push((vec![key.names()], words)),
        }
    }
    let rows = lists.into_iter().map(|(keys, words)| {
        let keys = list(keys.iter().map(|names| language.of(*names)), language);
        let [one, other] = both(words, language);
        [keys, one, other]
    });
    let [one, other] = heads(language);
    let says = language.of((
        "这些属性只写列出的词。是、否也可以写 `#true`、`#false`。",
        "These properties take the words that are listed. Yes and no may be written `#true` and `#false`.",
    ));
    let columns = [language.of(("属性", "property")), one, other];
    section((2, language.of(("取值", "Words that stand as values")), says), columns, rows)
}
