//! What the steps of findings, accountabilities and bulletins share: who did them, on which day,
//! on which paper, and whether they may.

mod doing;
mod hand_over;
mod hands;
pub(crate) mod law;
pub mod public;
pub mod view;
mod voice;

pub use doing::PaperForm;
pub(crate) use doing::{Doing, alone, sat, together};
pub use hand_over::HandOverForm;
pub(crate) use hand_over::handed;
pub(crate) use hands::{Setting, must_be_outside, new_hands, screen, unknown};
pub(crate) use voice::{Heard, must_speak, said_by};
