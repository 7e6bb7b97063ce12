//! The language of schemes (制度): text files in KDL that people read and the program runs. Pure: a file is read from
//! its text, and what is wrong in it is said by line and column.

pub mod attendance;
mod diagnostic;
pub mod expression;
pub mod fact;
pub mod language;
mod node;
mod scan;
mod twin;

pub use diagnostic::Diagnostic;
