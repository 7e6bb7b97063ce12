//! How a name reads (名称读法). 三问四查三公开 says three 问, four 查, three 公开: the file has as many, or the name is wrong.
//! What does not read by itself is stated by a line, and what is stated is held to as well.

mod numeral;
mod stated;

use crate::block::Block;
use crate::grammar::kind::WORDS;
use crate::grammar::{Key, Kind, Node};
use crate::language::Said;
use crate::{Diagnostic, Mechanism, Severity};

/// What a number in a name counts, where it reads by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counted {
    /// Elements of a kind.
    Kind(Kind),
    /// Titled parts of rules.
    Rules,
    /// Titled parts of measures.
    Measures,
    /// Titled parts.
    Components,
}

/// A piece of a name: a number and what it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// As it stands in the name.
    pub text: String,
    /// The number.
    pub number: usize,
    /// The word that is counted.
    pub word: String,
    /// What it counts.
    pub counted: Counted,
}

/// How a name reads by itself: its pieces, and what in it does not read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signature {
    /// The pieces that read.
    pub pieces: Vec<Piece>,
    /// Pieces with a numeral that do not.
    pub unread: Vec<String>,
}

/// Reads a name by the words of the language and the file's own.
pub fn signature(title: &str, own: &[(String, Kind)]) -> Signature {
    let words = words(own);
    let mut signature = Signature::default();
    let mut rest = title;
    while !rest.is_empty() {
        let Some((number, length)) = numeral::at_start(rest) else {
            rest = &rest[rest.chars().next().map_or(1, char::len_utf8)..];
            continue;
        };
        let (numeral, after) = rest.split_at(length);
        let found = words.iter().find(|(word, _)| after.starts_with(word));
        let counted = found.map_or_else(|| numeral::until_next(after), |(word, _)| *word);
        let text = format!("{numeral}{counted}");
        match found {
            Some((word, counted)) => {
                let (word, counted) = ((*word).to_owned(), *counted);
                signature.pieces.push(Piece { text, number, word, counted });
            }
            None => signature.unread.push(text),
        }
        rest = &after[counted.len()..];
    }
    signature
}

/// Every word that can be counted, the longest first.
fn words(own: &[(String, Kind)]) -> Vec<(&str, Counted)> {
    let kinds = WORDS.iter().map(|word| (word.names.0, Counted::Kind(word.kind)));
    let own = own.iter().map(|(word, kind)| (word.as_str(), Counted::Kind(*kind)));
    let parts = [
        ("规则", Counted::Rules),
        ("则", Counted::Rules),
        ("办法", Counted::Measures),
        ("法", Counted::Measures),
        ("组成", Counted::Components),
        ("体", Counted::Components),
    ];
    let mut words: Vec<_> = kinds.chain(own).chain(parts).collect();
    words.sort_by_key(|(word, _)| std::cmp::Reverse(word.chars().count()));
    words
}

impl Mechanism {
    /// The words of its own for kinds.
    pub fn own_words(&self) -> Vec<(String, Kind)> {
        let words = self.root().lines(Node::Word);
        words
            .filter_map(|block| match block.setting(Key::Is)?.value {
                crate::block::Value::Kind(word) => Some((block.title().to_owned(), word.kind)),
                _ => None,
            })
            .collect()
    }

    /// How its name reads, in words: what reads by itself, then what is stated.
    pub fn reading(&self) -> String {
        let signature = signature(self.title(), &self.own_words());
        let stated: Vec<_> = self.root().lines(Node::Name).collect();
        let is_stated =
            |piece: &Piece| stated.iter().any(|line| line.title().contains(&piece.text));
        let own = signature.pieces.iter().filter(|piece| !is_stated(piece));
        let own = own.map(|piece| format!("{}{}", piece.number, piece.word));
        own.chain(stated.iter().map(|line| stated::told(line))).collect::<Vec<_>>().join(" · ")
    }
}

/// Holds a name to what the file has.
pub(crate) fn check(mechanism: &Mechanism, remarks: &mut Vec<Diagnostic>) {
    let signature = signature(mechanism.title(), &mechanism.own_words());
    let stated: Vec<&Block> = mechanism.root().lines(Node::Name).collect();
    let is_stated = |text: &str| {
        stated.iter().any(|line| line.title().contains(text) || text.starts_with(line.title()))
    };
    for piece in signature.pieces.iter().filter(|piece| !is_stated(&piece.text)) {
        remarks.extend(held(mechanism, &signature, piece));
    }
    for line in &stated {
        stated::check(mechanism, line, remarks);
    }
    for piece in signature.unread.iter().filter(|piece| !is_stated(piece)) {
        let what = Said::new(
            format!("名称里的“{piece}”没有读法"),
            format!("`{piece}` in the name has no reading"),
        );
        let help = Said::new(
            format!("加一行：名 {piece} 计=称（计可以是 个、对、级、期、方、行、分、称）"),
            format!(
                "add a line: reads {piece} counts=nothing (or elements, pairs, levels, cycles, juries, rows, parts)"
            ),
        );
        let at = mechanism.root().title_at.clone();
        let note = mechanism.fault(at, what).with_help(help);
        remarks.push(note.weighing(Severity::Note));
    }
}

/// Whether the file has as many as a piece says.
fn held(mechanism: &Mechanism, signature: &Signature, piece: &Piece) -> Option<Diagnostic> {
    let counted = counted(mechanism, signature, piece);
    if counted.len() == piece.number {
        return None;
    }
    let (word, there) = (&piece.word, counted.len());
    let what = Said::new(
        format!("名称说{}，文件里有{there}个“{word}”", piece.text),
        format!("the name says {}, the file has {there} `{word}`", piece.text),
    );
    let titles =
        |blocks: &[&Block]| blocks.iter().map(|one| one.title()).collect::<Vec<_>>().join("、");
    let at = match counted.get(piece.number) {
        Some(extra) => extra.at.clone(),
        None => mechanism.root().title_at.clone(),
    };
    let help = if there > piece.number {
        let extra = titles(&counted[piece.number..]);
        Said::new(
            format!("多出来的是：{extra}；名称不计的写上 名外=是"),
            format!("too many: {extra}; write unnamed=yes where the name does not count it"),
        )
    } else {
        let missing = piece.number - there;
        let present = if there == 0 { "—".to_owned() } else { titles(&counted) };
        Said::new(
            format!("还差{missing}个；已有：{present}"),
            format!("{missing} missing; there are: {present}"),
        )
    };
    Some(mechanism.fault(at, what).with_help(help))
}

/// The blocks that a piece counts. Where the name has two words of one kind, each counts its own word alone.
fn counted<'a>(mechanism: &'a Mechanism, signature: &Signature, piece: &Piece) -> Vec<&'a Block> {
    let rivals = signature.pieces.iter().filter(|one| one.counted == piece.counted);
    let words: std::collections::BTreeSet<_> = rivals.map(|one| one.word.as_str()).collect();
    let is_alone = words.len() < 2;
    let counts = |block: &&Block| match piece.counted {
        Counted::Kind(kind) => {
            let is_written = || {
                crate::grammar::kind::word_of(&block.word)
                    .map_or(block.word == piece.word, |word| word.names.0 == piece.word)
            };
            block.kind() == Some(kind) && (is_alone || is_written())
        }
        Counted::Rules => block.node == Node::Rules,
        Counted::Measures => block.node == Node::Measures,
        Counted::Components => block.node == Node::Component,
    };
    let named = |block: &&Block| !block.is(Key::Unnamed);
    mechanism.root().children.iter().filter(counts).filter(named).collect()
}

#[cfg(test)]
mod tests {
    use super::{Counted, Kind, signature};

    fn pieces(title: &str) -> Vec<(usize, Counted)> {
        signature(title, &[]).pieces.iter().map(|piece| (piece.number, piece.counted)).collect()
    }

    #[test]
    fn the_names_of_the_seed_read_by_themselves() {
        let kind = Counted::Kind;
        let asks = [(3, kind(Kind::Ask)), (4, kind(Kind::Check)), (3, kind(Kind::Show))];
        assert_eq!(pieces("三问四查三公开"), asks);
        assert_eq!(pieces("三亮一查纠"), [(3, kind(Kind::Show)), (1, kind(Kind::Check))]);
        assert_eq!(pieces("五查一通报"), [(5, kind(Kind::Check)), (1, kind(Kind::Show))]);
        assert_eq!(pieces("四亮四比"), [(4, kind(Kind::Show)), (4, kind(Kind::Compare))]);
        assert_eq!(pieces("三落实三督查"), [(3, kind(Kind::Task)), (3, kind(Kind::Task))]);
        assert_eq!(pieces("一则八法"), [(1, Counted::Rules), (8, Counted::Measures)]);
        assert_eq!(pieces("惩庸治懒"), []);
    }

    #[test]
    fn the_longest_word_is_read_and_the_files_own_words_too() {
        let all = signature("两晒十二查纠", &[("晒".to_owned(), Kind::Show)]);
        let told: Vec<_> = all.pieces.iter().map(|piece| (piece.number, &*piece.word)).collect();
        assert_eq!(told, [(2, "晒"), (12, "查纠")]);
        assert_eq!(signature("八小时以外行为准则", &[]).unread, ["八小时以外行为准则"]);
        let two = signature("三位一体", &[]);
        assert_eq!((two.unread, two.pieces[0].number), (vec!["三位".to_owned()], 1));
    }
}
