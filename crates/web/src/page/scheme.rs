//! The desk's pages of schemes (机制): the list, the editor, one scheme with its versions, a dry run over past days, the run of
//! one in force.

mod diff;
mod dry_run;
mod editor;
mod list;
pub(in crate::page) mod remark;
pub(in crate::page) mod run;
mod show;
mod step;

use crate::door::Method::{Get, Post};
use crate::door::{Doors, Scope};
use crate::page::listing;
use crate::page::matter::family;
use list::Asked;
pub(in crate::page) use list::stage_light;
use qz_acts::Acts;
use qz_domain::action::Action;
use qz_domain::id::AdoptionId;

/// Where the list is.
pub(in crate::page) const HOME: &str = "/desk/schemes";

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let (read, begin, change) = (Action::AdoptionRead, Action::AdoptionDraft, Action::AdoptionEdit);
    let again = || one().read_by(read);
    let doors = doors
        .rail("rail-schemes", HOME, "scheme-list-title", read)
        .rail("rail-schemes", "/desk/schemes/draft", "scheme-draft-title", begin)
        .door(Get, HOME, read, Scope::Reach, listing::show::<Asked>)
        .door(Get, "/desk/schemes/export.csv", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/schemes/export.xlsx", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/schemes/draft", begin, Scope::Reach, editor::form)
        .door(Post, "/desk/schemes/draft", begin, Scope::Reach, editor::submit)
        .door(Get, "/desk/schemes/{id}", read, one(), show::show)
        .door(Get, "/desk/schemes/{id}/run", read, one(), run::show)
        .door(Get, "/desk/schemes/{id}/dry-run", read, one(), dry_run::show)
        .door(Get, "/desk/schemes/{id}/edit", change, again(), editor::edit_form)
        .door(Post, "/desk/schemes/{id}/edit", change, again(), editor::edit_submit);
    family::doors::<step::Schemes>(doors)
}

/// One scheme.
fn one() -> Scope {
    Scope::record(|acts: Acts, id: AdoptionId| async move { acts.adoption_concern(id).await })
}
