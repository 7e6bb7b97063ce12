//! What the page of a decision says of its reviews: each with where it stands, how the decision stands, and what
//! may be begun.

use super::{HOME, begin, stage_light};
use crate::part::{Light, Link};
use crate::shell::Shell;
use qz_acts::review::view::Reviews;
use qz_domain::review::{Outcome, Review, Standing};

/// The reviews of a decision, as its page shows them.
#[derive(Debug, Default)]
pub(in crate::page) struct ReviewSection {
    /// Each, with where it stands.
    pub rows: Vec<(Link, Light)>,
    /// How the decision stands; empty while nothing changed it.
    pub standing: String,
}

/// What a page shows of the reviews of a decision.
pub(in crate::page) fn section(shell: &Shell, reviews: &Reviews) -> ReviewSection {
    let row = |one: &Review| {
        let label =
            shell.say_with("review-of-day", &[("day", shell.words.date(one.lodged_on).into())]);
        let link = Link::new(format!("{HOME}/{}", one.id), label);
        (link, stage_light(shell.words, (one.stage, one.outcome)))
    };
    ReviewSection {
        rows: reviews.all.iter().map(row).collect(),
        standing: standing_text(shell, reviews.standing),
    }
}

/// How a decision stands, in a sentence; empty while nothing changed it and nobody looks at it.
pub(in crate::page) fn standing_text(shell: &Shell, standing: Standing) -> String {
    let code = match standing.outcome {
        _ if standing.is_under_review => "under-review",
        Some(Outcome::Varied) => "varied",
        Some(Outcome::Cancelled) => "cancelled",
        Some(Outcome::SentBack) => "sent-back",
        Some(Outcome::Upheld) | None => return String::new(),
    };
    shell.say(&format!("review-standing-{code}"))
}

/// The buttons that begin a review.
pub(in crate::page) fn links(shell: &Shell, reviews: &Reviews, home: &str) -> Vec<Link> {
    let steps = reviews.steps.iter();
    steps
        .map(|step| {
            let code = begin::code(*step);
            Link::new(format!("{home}/{code}"), shell.say(&format!("review-{code}-title")))
        })
        .collect()
}
