//! The chain of responsibility on the desk (责任链): its form, its table on the page of the finding, its paper; and the
//! one link that somebody reads who is given notice.

mod form;
mod own;
mod paper;
mod table;

pub(in crate::page) use own::said;
pub(in crate::page) use paper::paper;
pub(in crate::page) use table::{ChainTable, table};

use crate::door::Method::{Get, Post};
use crate::door::{Doors, Scope};
use crate::part::Link;
use crate::shell::Shell;
use qz_acts::Acts;
use qz_acts::finding::view::FindingView;
use qz_domain::action::Action;
use qz_domain::id::FindingId;
use qz_domain::liability::{Link as ChainLink, Verdict};

/// Where findings are.
const FINDINGS: &str = "/desk/findings";

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let (lay, read) = (Action::ChainLay, Action::FindingRead);
    let one =
        || Scope::record(|acts: Acts, id: FindingId| async move { acts.finding_concern(id).await });
    doors
        .door(Get, "/desk/findings/{id}/chain", lay, one().read_by(read), form::form)
        .door(Post, "/desk/findings/{id}/chain", lay, one().read_by(read), form::submit)
        .door(Get, "/desk/findings/{id}/chain/paper", read, one(), paper::show)
}

/// The ways from the page of a finding.
pub(in crate::page) fn links(shell: &Shell, view: &FindingView) -> Vec<Link> {
    let home = format!("{FINDINGS}/{}/chain", view.finding.id);
    let key = if view.chain.is_some() { "chain-anew" } else { "chain-lay-title" };
    let lay = view.may_lay.then(|| Link::new(home.clone(), shell.say(key)));
    let is_there = view.chain.is_some() || view.may_lay;
    let paper = is_there.then(|| Link::new(format!("{home}/paper"), shell.say("chain-paper")));
    lay.into_iter().chain(paper).collect()
}

/// The fault of a link, or what takes it out, with its words.
fn verdict(shell: &Shell, link: &ChainLink) -> String {
    let (term, text) = match &link.verdict {
        Verdict::AtFault(fault, facts) => (shell.words.term(*fault), facts),
        Verdict::Exculpated(ground, proof) => (shell.words.term(*ground), proof),
        Verdict::Clear => return shell.say("chain-clear"),
    };
    shell.say_with("chain-verdict", &[("what", term.into()), ("text", text.as_str().into())])
}

/// The duty of a link and where it stands.
fn duty(shell: &Shell, link: &ChainLink) -> String {
    let values = [("duty", link.duty.as_str().into()), ("source", (&link.duty_source).into())];
    shell.say_with("chain-duty", &values)
}

/// The share of a link; that it has none where it is not at fault.
fn share(shell: &Shell, link: &ChainLink) -> String {
    let Some(share) = link.share else { return shell.say("chain-no-share") };
    let term = shell.words.term(share);
    if link.share_because.is_empty() {
        return term;
    }
    let values = [("share", term.into()), ("why", link.share_because.as_str().into())];
    shell.say_with("chain-share-set", &values)
}
