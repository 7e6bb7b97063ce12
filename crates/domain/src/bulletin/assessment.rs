//! The impact assessment (个人信息保护影响评估): before a bulletin shows who somebody is, its reviewer weighs in
//! writing what that does to them (个人信息保护法 arts. 55, 56).

use crate::field::{self, FieldError};

/// The most characters of one answer.
pub const ANSWER_MOST: usize = 300;

/// The three answers that the law asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assessment {
    /// Whether purpose and manner are lawful, proper and necessary.
    pub purpose: String,
    /// What it does to the person, and what could go wrong.
    pub effect: String,
    /// What protects them, in proportion to that.
    pub safeguard: String,
}

impl Assessment {
    /// Reads the answers: none, or all three.
    ///
    /// # Errors
    /// An answer that is missing or too long, at its field; all of them when they are due and none is there.
    pub fn read(
        [purpose, effect, safeguard]: [&str; 3],
        is_due: bool,
    ) -> Result<Option<Self>, FieldError> {
        if !is_due && [purpose, effect, safeguard].iter().all(|text| text.trim().is_empty()) {
            return Ok(None);
        }
        Ok(Some(Self {
            purpose: field::text("assess_purpose", purpose, ANSWER_MOST)?,
            effect: field::text("assess_effect", effect, ANSWER_MOST)?,
            safeguard: field::text("assess_safeguard", safeguard, ANSWER_MOST)?,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::Fault;

    #[test]
    fn it_is_answered_whole_or_not_at_all_and_not_at_all_only_where_it_is_not_due() {
        assert_eq!(Assessment::read([""; 3], false), Ok(None));
        let missing = |name| Err(FieldError::new(name, Fault::Missing));
        assert_eq!(Assessment::read([""; 3], true), missing("assess_purpose"));
        for is_due in [false, true] {
            assert_eq!(Assessment::read(["用", "", "护"], is_due), missing("assess_effect"));
            let whole = Assessment::read(["用", "响", "护"], is_due).unwrap().unwrap();
            assert_eq!(whole.safeguard, "护");
        }
    }
}
