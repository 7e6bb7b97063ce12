//! The hands a matter went through, as a page shows them.

use crate::shell::Shell;
use qz_acts::matter::view::NamedHand;

/// Somebody who had a part.
#[derive(Debug, Clone)]
pub(in crate::page) struct HandRow {
    pub part: String,
    pub name: String,
    pub number: String,
    pub keyed: bool,
    pub absent: bool,
}

/// The hands in the order of parts.
pub(in crate::page) fn hands(shell: &Shell, hands: &[NamedHand]) -> Vec<HandRow> {
    let row = |hand: &NamedHand| HandRow {
        part: shell.words.term(hand.part),
        name: hand.name.clone(),
        number: hand.number.clone(),
        keyed: hand.is_keyed,
        absent: hand.is_absent,
    };
    hands.iter().map(row).collect()
}
