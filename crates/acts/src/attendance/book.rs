//! The rules in force (考勤规则): those that come with the product, and what the county adopted.

use crate::ActError;
use qz_domain::field::{Fault, FieldError};
use qz_mechanism::attendance::RuleBook;
use qz_store::{Conn, attendance};

/// The rules that come with the product.
pub const SHIPPED: &str = include_str!("../../../../mechanisms/attendance/standard.kdl");

/// Every version of every rule.
pub(crate) async fn known(conn: &mut Conn) -> Result<RuleBook, ActError> {
    with(attendance::rules(conn).await?.iter().map(|rule| rule.body.as_str()))
}

/// The shipped rules and those, as they are written.
pub(super) fn with<'a>(adopted: impl Iterator<Item = &'a str>) -> Result<RuleBook, ActError> {
    let mut text = SHIPPED.to_owned();
    for body in adopted {
        text.push('\n');
        text.push_str(body);
    }
    read(&text)
}

/// Reads rules.
pub(super) fn read(text: &str) -> Result<RuleBook, ActError> {
    let unreadable = |fault| FieldError::new("rule_body", Fault::Unreadable(format!("{fault}")));
    Ok(RuleBook::read(text).map_err(unreadable)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_rules_are_read_and_the_first_has_two_points() {
        let book = read(SHIPPED).unwrap();
        let codes: Vec<_> = book.rules().iter().map(|rule| rule.code.as_str()).collect();
        assert_eq!(codes, ["两点", "免考勤"]);
        assert_eq!(book.rules()[0].sessions.len(), 1);
        assert!(book.rules()[1].is_exempt);
    }
}
