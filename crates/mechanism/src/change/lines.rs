//! The difference of two texts line by line (逐行对照): the longest common run of lines stays.

use std::fmt;

/// The most pairs of lines that are held against each other; beyond it what differs is shown as gone and new whole.
const MOST_PAIRS: usize = 4_000_000;

/// A line of the difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Line<'a> {
    /// It stands in both.
    Same(&'a str),
    /// It stands in the text before alone.
    Gone(&'a str),
    /// It stands in the text after alone.
    New(&'a str),
}

/// As lines are printed: two blanks, or a sign and a blank, before each.
impl fmt::Display for Line<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Same(line) => write!(out, "  {line}"),
            Self::Gone(line) => write!(out, "- {line}"),
            Self::New(line) => write!(out, "+ {line}"),
        }
    }
}

/// The lines of two texts, each once: what is gone stands before what is new in its place. A file of N lines against one of M
/// takes N × M steps at most, and none for what they begin and end with alike.
pub fn lines<'a>(before: &'a str, after: &'a str) -> Vec<Line<'a>> {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let alike = |pairs: &mut dyn Iterator<Item = (&&str, &&str)>| {
        pairs.take_while(|(one, other)| one == other).count()
    };
    let first = alike(&mut old.iter().zip(&new));
    let last = alike(&mut old[first..].iter().rev().zip(new[first..].iter().rev()));
    let (old_end, new_end) = (old.len() - last, new.len() - last);
    let mut lines: Vec<Line<'a>> = old[..first].iter().map(|line| Line::Same(line)).collect();
    lines.extend(between(&old[first..old_end], &new[first..new_end]));
    lines.extend(old[old_end..].iter().map(|line| Line::Same(line)));
    lines
}

/// The difference of lines that neither begin nor end alike.
fn between<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<Line<'a>> {
    if old.len().saturating_mul(new.len()) > MOST_PAIRS {
        let gone = old.iter().map(|line| Line::Gone(line));
        return gone.chain(new.iter().map(|line| Line::New(line))).collect();
    }
    let longest = longest(old, new);
    let width = new.len() + 1;
    let (mut row, mut column, mut lines) = (0, 0, vec![]);
    while row < old.len() || column < new.len() {
        let at = row * width + column;
        if row < old.len() && column < new.len() && old[row] == new[column] {
            lines.push(Line::Same(old[row]));
            (row, column) = (row + 1, column + 1);
        } else if row < old.len() && (column == new.len() || longest[at + width] >= longest[at + 1])
        {
            lines.push(Line::Gone(old[row]));
            row += 1;
        } else {
            lines.push(Line::New(new[column]));
            column += 1;
        }
    }
    lines
}

/// How many lines two texts have in common from each pair of lines on, row by row; the last row and column are 0.
fn longest(old: &[&str], new: &[&str]) -> Vec<u32> {
    let width = new.len() + 1;
    let mut longest = vec![0; width * (old.len() + 1)];
    for row in (0..old.len()).rev() {
        for column in (0..new.len()).rev() {
            let at = row * width + column;
            longest[at] = if old[row] == new[column] {
                longest[at + width + 1] + 1
            } else {
                longest[at + width].max(longest[at + 1])
            };
        }
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::{Line, lines};
    use proptest::prelude::*;

    fn shown(before: &str, after: &str) -> Vec<String> {
        lines(before, after).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_stays_stays_and_the_rest_is_gone_or_new() {
        assert_eq!(
            shown("a\nb\nc\nd\n", "a\nx\nc\ny\nd\n"),
            ["  a", "- b", "+ x", "  c", "+ y", "  d"]
        );
        assert_eq!(shown("", "a\n"), ["+ a"]);
        assert_eq!(shown("a\na\n", "a\n"), ["  a", "- a"]);
        assert_eq!(shown("a\n", "a\n"), ["  a"]);
        assert_eq!(shown("", ""), [""; 0]);
    }

    #[test]
    fn two_long_texts_with_nothing_in_common_are_told_at_once() {
        let many = |sign: &str| format!("{sign}\n").repeat(3_000);
        let found = lines("甲\n乙\n丙\n", "甲\n丁\n丙\n");
        assert_eq!(found[1..3], [Line::Gone("乙"), Line::New("丁")]);
        assert_eq!(shown(&many("a"), &many("b")).len(), 6_000);
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_off_the_difference(
            old in prop::collection::vec("[abc]?", 0..12),
            new in prop::collection::vec("[abc]?", 0..12),
        ) {
            let text = |lines: &[String]| lines.join("\n") + if lines.is_empty() { "" } else { "\n" };
            let (before, after) = (text(&old), text(&new));
            let (mut was, mut is) = (vec![], vec![]);
            for line in lines(&before, &after) {
                match line {
                    Line::Same(line) => { was.push(line); is.push(line); }
                    Line::Gone(line) => was.push(line),
                    Line::New(line) => is.push(line),
                }
            }
            prop_assert_eq!(was, old);
            prop_assert_eq!(is, new);
        }
    }
}
