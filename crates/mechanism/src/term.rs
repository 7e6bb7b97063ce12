//! Terms as a type (期限): points in time to be done by, lengths, and stretches that facts are read over. The holiday rule is
//! the calendar's; nothing here guesses a day.

mod due;
pub(crate) mod length;
pub mod point;
pub(crate) mod window;

pub use length::{Length, Measure};
pub use point::{Anchor, Point, Span};
pub use window::Window;
