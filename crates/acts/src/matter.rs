//! What the steps of findings, accountabilities and bulletins share: who did them, on which day,
//! on which paper, and whether they may.

mod doing;
mod hands;
pub(crate) mod law;
pub mod public;
pub mod view;
mod voice;

pub use doing::PaperForm;
pub(crate) use doing::{Doing, alone, sat, together};
pub(crate) use hands::{Setting, must_be_outside, new_hands, screen, unknown};
pub(crate) use voice::{Heard, must_speak, said_by};
