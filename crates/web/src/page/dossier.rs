//! The file of a case (卷宗): what is in it and what it lacks, and all of it in one archive that shows offline that
//! nothing was changed; the file check (案卷体检) over all cases.

mod bundle;
mod check;
mod piece;
mod show;

use crate::door::Method::Get;
use crate::door::{Doors, Scope};
use crate::page::listing;
use crate::part::Link;
use crate::shell::Shell;
use check::Asked;
use qz_acts::Acts;
use qz_acts::finding::dossier::Dossier;
use qz_domain::action::Action;
use qz_domain::file_check::Place;
use qz_domain::id::FindingId;

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let read = Action::FindingRead;
    let one =
        || Scope::record(|acts: Acts, id: FindingId| async move { acts.finding_concern(id).await });
    doors
        .rail("rail-matters", check::HOME, "file-check-list-title", read)
        .door(Get, check::HOME, read, Scope::Reach, listing::show::<Asked>)
        .door(Get, "/desk/file-check/export.csv", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/file-check/export.xlsx", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/findings/{id}/dossier", read, one(), show::show)
        .door(Get, "/desk/findings/{id}/dossier.zip", read, one(), bundle::give)
}

/// The way to the file of a case.
pub(in crate::page) fn link(shell: &Shell, finding: FindingId) -> Link {
    Link::new(format!("/desk/findings/{finding}/dossier"), shell.say("dossier-title"))
}

/// Where a defect is mended, by name; a way there where whoever looks may read it.
fn place(shell: &Shell, dossier: Option<&Dossier>, place: Place) -> Link {
    let (kind, number, home) = match place {
        Place::Visit(id) => ("visit", id.0, "/desk/visits"),
        Place::Finding(id) => ("finding", id.0, "/desk/findings"),
        Place::Accountability(id) => ("accountability", id.0, "/desk/accountabilities"),
        Place::Rectification(id) => ("rectification", id.0, "/desk/rectifications"),
        Place::Bulletin(id) => ("bulletin", id.0, "/bulletins"),
    };
    let kind_name = shell.say(&format!("log-object-{kind}"));
    let label =
        shell.say_with("log-object", &[("kind", kind_name.into()), ("number", number.into())]);
    let is_open = dossier.is_some_and(|one| !one.withheld.contains(&kind));
    Link::new(if is_open { format!("{home}/{number}") } else { String::new() }, label)
}
