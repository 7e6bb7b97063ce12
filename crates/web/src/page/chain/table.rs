//! The table of a chain on the page of its finding.

use super::{duty, share, verdict};
use crate::shell::Shell;
use qz_acts::liability::view::ChainView;
use qz_domain::liability::{Asked, Link};

/// The table.
pub(in crate::page) struct ChainTable {
    pub says: String,
    pub rows: Vec<[String; 5]>,
    pub asked: Vec<String>,
}

/// The chain as it was laid last.
pub(in crate::page) fn table(shell: &Shell, view: &ChainView) -> ChainTable {
    let laying = &view.current;
    let values = [
        ("way", shell.words.term(laying.way).into()),
        ("day", shell.words.date(laying.laid_on).into()),
        ("number", laying.version.into()),
    ];
    let asked = laying.links.iter().flat_map(|link| {
        link.asked.iter().map(|one| {
            let values =
                [("who", who(shell, view, link).into()), ("said", answered(shell, one).into())];
            shell.say_with("chain-asked-of", &values)
        })
    });
    ChainTable {
        says: shell.say_with("chain-says", &values),
        rows: laying.links.iter().map(|link| row(shell, view, link)).collect(),
        asked: asked.collect(),
    }
}

fn row(shell: &Shell, view: &ChainView, link: &Link) -> [String; 5] {
    [
        shell.words.term(link.position),
        who(shell, view, link),
        duty(shell, link),
        verdict(shell, link),
        share(shell, link),
    ]
}

/// Somebody with the unit and the rank they had.
pub(super) fn who(shell: &Shell, view: &ChainView, link: &Link) -> String {
    let unit = view.units.get(&link.unit).map(|unit| shell.unit_name(unit)).unwrap_or_default();
    let values = [
        ("name", link.name.as_str().into()),
        ("unit", unit.into()),
        ("rank", shell.words.term(link.rank).into()),
    ];
    shell.say_with("chain-who", &values)
}

/// What a leader gave or did not give, and what is known of it.
pub(super) fn answered(shell: &Shell, one: &Asked) -> String {
    let key = if one.is_given { "chain-given" } else { "chain-lacking" };
    let provision = shell.words.term(one.provision);
    let values = [("provision", provision.into()), ("known", one.known.as_str().into())];
    shell.say_with(key, &values)
}
