//! Schemes as they run (运行): which items are owed and where each stands, what the rules prompt. Worked out from the text in
//! force, the calendar, what was filed and the facts as known now.

mod bound;
mod facts;
mod item;
mod judged;
mod opened;
mod own;
mod scheme;
pub mod view;

pub(crate) use bound::bound;
pub(crate) use item::owed_item;
pub(crate) use judged::{Hit, judged};
pub(crate) use opened::{Opening, openings, standing};
pub(crate) use scheme::Scheme;
