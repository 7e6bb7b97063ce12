//! The grammar as tables: the kinds of nodes, what each may have, and the words of both languages. Reading, checking,
//! converting and the reference pages all go by these.

mod element;
pub mod key;
pub mod kind;
pub mod node;
pub mod word;

pub use key::{Key, Shape};
pub use kind::Kind;
pub use node::Node;

/// What a thing is called: in Chinese, in English.
pub type Twin = (&'static str, &'static str);

/// Whether a name is one of two.
pub(crate) fn is_called((chinese, english): Twin, name: &str) -> bool {
    chinese == name || english == name
}
