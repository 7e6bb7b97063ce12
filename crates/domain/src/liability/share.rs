//! Shares of responsibility (责任划分): one at fault bears it alone; of several some bear the main part, the others the
//! secondary; whoever is not at fault bears none.

use super::{Exculpation, LiabilityRefusal, Link, Position, Verdict, Way};
use crate::spelled;

spelled! {
    /// The share of somebody at fault (责任份额).
    Share {
        /// 全部责任
        Sole = "sole", "全部责任";
        /// 主要责任
        Main = "main", "主要责任";
        /// 次要责任
        Secondary = "secondary", "次要责任";
    }
}

/// Who bears the main part first, by how it was settled: whoever approved, whoever chaired, or whose hand it was.
fn order(way: Way) -> [Position; 5] {
    use Position::{Approver, Handler, LineManager, Reviewer, UnitHead};
    match way {
        Way::Alone => [Handler, Reviewer, Approver, LineManager, UnitHead],
        Way::Approved => [Approver, Handler, Reviewer, LineManager, UnitHead],
        Way::Collective => [UnitHead, LineManager, Approver, Reviewer, Handler],
    }
}

/// The shares that the rule proposes, one for each link, whatever their order: `None` without own fault. Whoever
/// was deceived is out, so that the handler who deceived them bears the main part, or all of it.
pub fn proposed(way: Way, links: &[(Position, &Verdict)]) -> Vec<Option<Share>> {
    let at_fault = links.iter().filter(|(_, verdict)| verdict.is_at_fault()).count();
    let was_deceived = |(_, verdict): &(Position, &Verdict)| {
        matches!(verdict, Verdict::Exculpated(Exculpation::Deceived, _))
    };
    let way = if links.iter().any(was_deceived) { Way::Alone } else { way };
    let stands =
        |position: &Position| links.iter().any(|(at, one)| at == position && one.is_at_fault());
    let main = order(way).into_iter().find(stands);
    let share = |(position, verdict): &(Position, &Verdict)| match verdict {
        Verdict::AtFault(..) if at_fault == 1 => Some(Share::Sole),
        Verdict::AtFault(..) if Some(*position) == main => Some(Share::Main),
        Verdict::AtFault(..) => Some(Share::Secondary),
        Verdict::Exculpated(..) | Verdict::Clear => None,
    };
    links.iter().map(share).collect()
}

/// Refuses shares that do not make a whole: one at fault bears all of it, of several at least one bears the main part
/// and none all of it, and whoever is not at fault bears none.
///
/// # Errors
/// What does not make sense.
pub fn settled(links: &[Link]) -> Result<(), LiabilityRefusal> {
    let idle = |link: &&Link| !link.verdict.is_at_fault() && link.share.is_some();
    if let Some(link) = links.iter().find(idle) {
        let (person, position) = (link.name.clone(), link.position);
        return Err(LiabilityRefusal::ShareWithoutFault { person, position });
    }
    let shares: Vec<_> = links.iter().filter_map(|link| link.share).collect();
    let at_fault = links.iter().filter(|link| link.verdict.is_at_fault()).count();
    let count = |share| shares.iter().filter(|one| **one == share).count();
    let fits = match at_fault {
        0 => true,
        1 => count(Share::Sole) == 1,
        _ => shares.len() == at_fault && count(Share::Sole) == 0 && count(Share::Main) > 0,
    };
    fits.then_some(()).ok_or(LiabilityRefusal::SharesDoNotFit { at_fault })
}
