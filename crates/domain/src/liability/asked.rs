//! What a leader is asked before anybody below answers (先问领导): the people, the instruction, the means.

use crate::spelled;

/// The most characters of what is known of an answer.
pub const KNOWN_MOST: usize = 200;

spelled! {
    /// What a leader was to give (领导三问).
    Provision {
        /// 人手: people enough to do it.
        Staffing = "staffing", "人手";
        /// 交代: it was said what is to be done and how.
        Instruction = "instruction", "交代";
        /// 保障: the means to do it with.
        Resources = "resources", "保障";
    }
}

/// A question to a leader with its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// What was to be given.
    pub provision: Provision,
    /// Whether it was.
    pub is_given: bool,
    /// What is known of it.
    pub known: String,
}
