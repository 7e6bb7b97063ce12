//! Imports at the desk (导入): choose a file, see what it would do, import it, see what it did.
//!
//! Units, posts, people, kin and training come in by the door of the organisation, visits by their
//! own. An upload belongs to the account that sent it; nobody else finds it.

mod faults;
mod home;
mod preview;
mod template;
mod upload;

use crate::door::Method::{Get, Post};
use crate::door::{Doors, Scope};
use qz_acts::import::ImportKind;
use qz_domain::action::Action;
use qz_domain::spelled::Spelled;

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let (organisation, visits) = (Action::OrganisationImport, Action::VisitImport);
    let own = Action::SelfService;
    doors
        .rail("rail-organisation", "/desk/import", "import-title", organisation)
        .rail("rail-visits", "/desk/import/visits", "import-visits-title", visits)
        .door(Get, "/desk/import", organisation, Scope::Reach, home::organisation)
        .door(Post, "/desk/import", organisation, Scope::Reach, upload::organisation)
        .door(Get, "/desk/import/visits", visits, Scope::Reach, home::visits)
        .door(Post, "/desk/import/visits", visits, Scope::Reach, upload::visits)
        .door(Get, "/desk/import/templates/{file}", own, Scope::Own, template::download)
        .door(Get, "/desk/import/uploads/{id}", own, Scope::Own, upload::show)
        .door(Get, "/desk/import/uploads/{id}/progress", own, Scope::Own, upload::progress)
        .door(Get, "/desk/import/uploads/{id}/faults.csv", own, Scope::Own, faults::download)
        .door(Post, "/desk/import/uploads/{id}/confirm", own, Scope::Own, upload::confirm)
        .door(Post, "/desk/import/uploads/{id}/stop", own, Scope::Own, upload::stop)
}

/// The two doors by which files come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Room {
    /// Units, posts, people, kin, training.
    Organisation,
    /// Visits.
    Visits,
}

impl Room {
    /// By which door files of a kind come in.
    fn of(kind: ImportKind) -> Self {
        if kind == ImportKind::Visits { Self::Visits } else { Self::Organisation }
    }

    /// The kinds of files it takes.
    fn kinds(self) -> impl Iterator<Item = ImportKind> {
        ImportKind::ALL.iter().copied().filter(move |kind| Self::of(*kind) == self)
    }

    /// Where it is.
    fn href(self) -> &'static str {
        match self {
            Self::Organisation => "/desk/import",
            Self::Visits => "/desk/import/visits",
        }
    }

    /// The key of its title.
    fn title(self) -> &'static str {
        match self {
            Self::Organisation => "import-title",
            Self::Visits => "import-visits-title",
        }
    }
}

/// Where the records of a kind are shown.
fn records_of(kind: ImportKind) -> &'static str {
    match kind {
        ImportKind::Units | ImportKind::Posts | ImportKind::Deputies => "/desk/units",
        ImportKind::Away => "/desk/away",
        ImportKind::People | ImportKind::Appointments | ImportKind::Kin => "/desk/people",
        ImportKind::Training => "/desk/people?trained=yes",
        ImportKind::Visits => "/desk/visits",
    }
}
