//! Chains of responsibility (责任链): who of those a finding passed through answers for it, by own fault.

mod answer;
mod lay;
pub mod view;

pub(crate) use answer::{must_answer, must_not_be_exculpated};
pub use lay::{ChainForm, ChainLaid, LayChain};
