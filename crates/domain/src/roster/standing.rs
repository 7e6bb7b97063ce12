//! Who has each turn as things stand: the roster, with what was handed over in time.

use super::{DutySwap, DutyTurn};

/// The turns of a roster with what was handed over before it began, in the order it was asked. A turn that is no longer
/// whoever's who handed it over stays as the roster has it.
pub fn standing(turns: &[DutyTurn], swaps: &[DutySwap]) -> Vec<DutyTurn> {
    let mut stand = turns.to_vec();
    let mut moves: Vec<_> = swaps.iter().filter(|swap| swap.moves()).collect();
    moves.sort_by_key(|swap| swap.id);
    for swap in moves {
        if let Some(turn) = stand.iter_mut().find(|turn| **turn == swap.turn) {
            turn.person = swap.taker;
        }
    }
    stand.sort_unstable();
    stand.dedup();
    stand
}
