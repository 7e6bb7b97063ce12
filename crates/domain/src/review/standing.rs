//! How a served decision stands today (决定效力): whether it is looked at again, and what reviews made of it.

use super::{Consequence, Effect, Outcome, Review, Stage};

/// How a served decision stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// What the latest served review that changed it decided; `None` while nothing changed it.
    pub outcome: Option<Outcome>,
    /// Whether a review of it is not ended.
    pub is_under_review: bool,
}

impl Standing {
    /// What its reviews make of a decision, the earliest first.
    pub fn of(reviews: &[Review]) -> Self {
        let served = reviews.iter().filter(|one| one.stage == Stage::Served);
        Self {
            outcome: served.filter_map(|one| one.outcome).rfind(|outcome| outcome.changes()),
            is_under_review: reviews.iter().any(Review::is_open),
        }
    }

    /// Whether it stands no more.
    pub fn has_fallen(self) -> bool {
        self.outcome.is_some_and(Outcome::fells)
    }

    /// What becomes of something the decision caused.
    pub fn effect_on(self, consequence: Consequence) -> Effect {
        match self.outcome {
            _ if self.is_under_review && consequence == Consequence::Named => Effect::Suspended,
            Some(outcome) => consequence.effect_of(outcome),
            None => Effect::Kept,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spelled::Spelled;

    #[test]
    fn as_long_as_a_review_runs_only_the_name_is_suspended() {
        let standing = Standing { outcome: None, is_under_review: true };
        for consequence in Consequence::ALL {
            let is_name = *consequence == Consequence::Named;
            let wanted = if is_name { Effect::Suspended } else { Effect::Kept };
            assert_eq!(standing.effect_on(*consequence), wanted, "{consequence:?}");
        }
    }

    #[test]
    fn a_decision_that_nothing_changed_keeps_all_it_caused() {
        for consequence in Consequence::ALL {
            assert_eq!(Standing::default().effect_on(*consequence), Effect::Kept);
        }
    }
}
