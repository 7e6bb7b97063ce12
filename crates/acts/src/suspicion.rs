//! Suspicions of a false accusation (诬告嫌疑): noted by whoever adjudicated, registered as a finding of its own, or
//! not, by somebody who did not.

mod load;
mod note;
mod step;
mod take_up;
pub mod view;

pub use note::{NoteSuspicion, NotingForm, SuspicionNoted};
pub use step::{DropSuspicion, SuspicionChanged};
pub use take_up::{TakeUpForm, TakeUpSuspicion};
