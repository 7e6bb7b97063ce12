//! What must be there before a step may be taken (程序要求), since the law asks for it.

use super::versions::Validity;

/// Something that must be there first (程序要求).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// Its code.
    pub code: String,
    /// What must be there, in Chinese.
    pub zh: String,
    /// What must be there, in English.
    pub en: String,
    /// What it is for, in Chinese and in English, in our own words.
    pub says: (String, String),
    /// Where it stands in the law.
    pub source: String,
    pub(super) validity: Validity,
}

#[cfg(test)]
mod tests {
    use crate::law::Law;
    use jiff::civil::date;

    #[test]
    fn a_chain_is_asked_for_since_the_law_that_holds_each_to_their_own_part() {
        let asks = |day| Law::shipped().on(day).requirement("chain").is_some();
        assert!(!asks(date(2015, 6, 18)));
        assert!(!asks(date(2020, 6, 30)));
        assert!(asks(date(2020, 7, 1)));
    }
}
