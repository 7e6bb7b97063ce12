//! What differs between two writings of a roster.

use super::{DutyTurn, TurnChange};
use crate::id::DutyPostId;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// The turns that differ from `old` to `new`, by post and day. On one post and day whoever was taken off is paired with
/// whoever came. `has_begun` tells of a turn whether it had.
pub fn changes(
    old: &[DutyTurn],
    new: &[DutyTurn],
    has_begun: impl Fn(DutyPostId, Date) -> bool,
) -> Vec<TurnChange> {
    let (old, new): (BTreeSet<_>, BTreeSet<_>) =
        (old.iter().copied().collect(), new.iter().copied().collect());
    let cell = |turn: &DutyTurn| (turn.post, turn.day);
    let cells: BTreeSet<_> = old.symmetric_difference(&new).map(cell).collect();
    let mut found = vec![];
    for (post, day) in cells {
        let here = |turn: &&DutyTurn| cell(turn) == (post, day);
        let mut gone = old.difference(&new).filter(here).map(|turn| turn.person);
        let mut come = new.difference(&old).filter(here).map(|turn| turn.person);
        let is_late = has_begun(post, day);
        loop {
            let (was, now) = (gone.next(), come.next());
            if was.is_none() && now.is_none() {
                break;
            }
            found.push(TurnChange { post, day, was, now, is_late });
        }
    }
    found
}
