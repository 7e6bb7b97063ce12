//! One's own link, in the notice and on the page of an accountability: duty, fault, share; and that there are others,
//! not who.

use super::{duty, share, verdict};
use crate::shell::Shell;
use qz_acts::liability::view::OwnLink;

/// What is said of the link of whoever was given notice; nothing where no chain was laid.
pub(in crate::page) fn said(shell: &Shell, own: Option<&OwnLink>) -> Vec<(String, String)> {
    let Some(OwnLink { link, others }) = own else { return vec![] };
    let position = shell.words.term(link.position);
    let others = i64::try_from(*others).unwrap_or(i64::MAX);
    vec![
        (shell.say("chain-own-position"), position),
        (shell.say("chain-own-duty"), duty(shell, link)),
        (shell.say("chain-own-fault"), verdict(shell, link)),
        (shell.say("chain-own-share"), share(shell, link)),
        (
            shell.say("chain-own-others"),
            shell.say_with("chain-others", &[("count", others.into())]),
        ),
    ]
}
