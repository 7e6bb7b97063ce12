//! One's own record (本人档案): who read it, the messages to oneself, what a day brings.

mod daily;
mod reads;
pub mod view;

pub(crate) use daily::Rounds;
pub(crate) use reads::Reads;
