//! What a text asks of whoever looks (文字里的限额): findings to be made, few held against somebody, many paid for.

use super::demand::demand;
use super::few::few;
use super::reward::reward;
use super::sentence::sentences;
use std::ops::Range;

/// In which way a text asks for findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// A number, a share, a target, growth.
    Demanded,
    /// Little is held against somebody.
    Few,
    /// Much is paid for.
    Paid,
}

/// The first thing in a text that asks for findings, with its bytes.
pub(super) fn asked(text: &str) -> Option<(Asked, Range<usize>)> {
    sentences(text).iter().find_map(|sentence| {
        let few = few(sentence).map(|at| (Asked::Few, at));
        let paid = || reward(sentence).map(|at| (Asked::Paid, at));
        few.or_else(paid).or_else(|| demand(sentence).map(|at| (Asked::Demanded, at)))
    })
}

#[cfg(test)]
mod tests;
