//! The language of schemes (制度): text files in KDL that people read and the program runs. Pure: a file is read from
//! its text, and what is wrong in it is said by line and column.

pub mod attendance;
pub mod block;
pub mod burden;
pub mod change;
pub mod check;
pub mod cycle;
mod diagnostic;
pub mod event;
pub mod example;
pub mod expression;
pub mod fact;
pub mod grammar;
pub mod language;
mod lock;
pub mod mechanism;
pub mod name;
mod nearest;
mod node;
mod parse;
mod read;
pub mod reference;
mod refuse;
pub mod rule;
mod scan;
pub mod shipped;
pub mod spell;
pub mod term;
mod twin;

pub use diagnostic::{Diagnostic, Severity};
pub use mechanism::Mechanism;
