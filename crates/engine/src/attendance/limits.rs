//! The limits of a rule in seconds.

use super::time::Second;
use qz_mechanism::attendance::Rule;

const MINUTE: Second = 60;

/// What a rule counts and what it does not.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// Lateness that does not count.
    pub grace_late: Second,
    /// Early leaving that does not count.
    pub grace_early: Second,
    /// The last second that is only late.
    pub late: Second,
    /// The last second of the top tier.
    pub top: Second,
    /// How far before a start an arrival may lie.
    pub before: Second,
    /// How far after an end a departure may lie.
    pub after: Second,
    /// Two punches within it are one tap.
    pub tap: Second,
    /// Whether one punch may end one session and begin the next.
    pub shares_punch: bool,
}

impl Limits {
    pub fn of(rule: &Rule) -> Self {
        let (late, top) = rule.tiers.map_or((Second::MAX, Second::MAX), |tiers| {
            (tiers.late * MINUTE, tiers.very_late * MINUTE)
        });
        Self {
            grace_late: rule.grace.late * MINUTE,
            grace_early: rule.grace.early * MINUTE,
            late,
            top,
            before: rule.window.before * MINUTE,
            after: rule.window.after * MINUTE,
            tap: rule.double_tap,
            shares_punch: rule.shares_punch,
        }
    }
}
