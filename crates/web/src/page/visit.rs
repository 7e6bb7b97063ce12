//! The desk's pages of visits (走访): list, plan, one visit and its steps, paper, grid.

mod evidence;
mod export;
mod forms;
mod grid;
mod list;
mod paper;
mod plan;
mod sheet;
mod show;
mod step;
mod timeline;
mod wrong;

pub(in crate::page) use list::stage_light;
pub(in crate::page) use paper::{Twin, twin};
pub(in crate::page) use sheet::sheet;
pub(in crate::page) use show::offered;

use crate::door::Method::{Get, Post};
use crate::door::{Doors, Scope};
use qz_domain::action::Action;
use qz_domain::id::VisitId;
use qz_domain::visit::Step;

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let doors = doors
        .door(Get, "/desk/visits", Action::VisitList, Scope::Reach, list::show)
        .door(Get, "/desk/visits/export.csv", Action::VisitExport, Scope::Reach, export::export)
        .door(Get, "/desk/visits/export.xlsx", Action::VisitExport, Scope::Reach, export::export)
        .door(Get, "/desk/visits/plan", Action::VisitPlan, Scope::Reach, plan::form)
        .door(Post, "/desk/visits/plan", Action::VisitPlan, Scope::Reach, plan::submit)
        .door(Get, "/desk/visits/grid", Action::VisitFilePaper, Scope::Reach, grid::form)
        .door(Post, "/desk/visits/grid", Action::VisitFilePaper, Scope::Reach, grid::submit)
        .door(Get, "/desk/visits/paper", Action::VisitFilePaper, Scope::Reach, paper::blank)
        .door(
            Get,
            "/desk/visits/numbered/{number}",
            Action::VisitList,
            Scope::Reach,
            show::numbered,
        )
        .door(Get, "/desk/visits/{id}", Action::VisitRead, reading(), show::show)
        .door(Get, "/desk/visits/{id}/paper", Action::VisitRead, reading(), paper::of_visit)
        .door(
            Get,
            "/desk/visits/{id}/evidence/{file}",
            Action::VisitRead,
            reading(),
            evidence::read,
        );
    step::doors(doors).door(
        Post,
        "/desk/visits/{id}/evidence",
        Action::VisitAttach,
        record(Step::Attach),
        evidence::attach,
    )
}

/// One visit, as it may be read.
fn reading() -> Scope {
    Scope::record(
        |acts: qz_acts::Acts, id: VisitId| async move { acts.visit_concern(id, None).await },
    )
}

/// One visit, as a step may be taken on it; who could and is late is told so.
fn record(step: Step) -> Scope {
    Scope::record(move |acts: qz_acts::Acts, id: VisitId| async move {
        acts.visit_concern(id, Some(step)).await
    })
    .read_by(Action::VisitRead)
}
