//! Why somebody cannot be appointed (任免守则).

use crate::refusal::{Refusal, Worded};
use crate::role::Role;
use crate::spelled::Spelled;
use jiff::civil::Date;

/// Why an appointment is not made or not ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AppointmentRefusal {
    /// Others appoint to a post of this rank.
    ByOthers {
        /// The post.
        post: String,
        /// Who does.
        role: Role,
    },
    /// The person holds this post already.
    SamePost {
        /// Their name.
        person: String,
        /// The post.
        post: String,
    },
    /// The person has an own post.
    SecondFullPost {
        /// Their name.
        person: String,
    },
    /// The person has no own post beside which this could stand.
    NoFullPost {
        /// Their name.
        person: String,
        /// The first day.
        day: Date,
    },
    /// The post does not lead its unit.
    NotLeading {
        /// The post.
        post: String,
    },
    /// Somebody holds the post.
    PostHeld {
        /// The post.
        post: String,
        /// Who holds it.
        holder: String,
    },
    /// Nobody is lent to the own unit.
    LentToOwnUnit {
        /// Their name.
        person: String,
    },
    /// The person is away elsewhere.
    AwayAlready {
        /// Their name.
        person: String,
    },
}

impl Worded for AppointmentRefusal {
    fn key(&self) -> &'static str {
        match self {
            Self::ByOthers { .. } => "refusal-by-others",
            Self::SamePost { .. } => "refusal-same-post",
            Self::SecondFullPost { .. } => "refusal-second-full-post",
            Self::NoFullPost { .. } => "refusal-no-full-post",
            Self::NotLeading { .. } => "refusal-not-leading",
            Self::PostHeld { .. } => "refusal-post-held",
            Self::LentToOwnUnit { .. } => "refusal-lent-to-own-unit",
            Self::AwayAlready { .. } => "refusal-away-already",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::ByOthers { post, role } => {
                vec![("post", post.clone()), ("role", role.code().to_owned())]
            }
            Self::SamePost { person, post } => {
                vec![("person", person.clone()), ("post", post.clone())]
            }
            Self::NoFullPost { person, day } => {
                vec![("person", person.clone()), ("day", day.to_string())]
            }
            Self::NotLeading { post } => vec![("post", post.clone())],
            Self::PostHeld { post, holder } => {
                vec![("post", post.clone()), ("holder", holder.clone())]
            }
            Self::SecondFullPost { person }
            | Self::LentToOwnUnit { person }
            | Self::AwayAlready { person } => vec![("person", person.clone())],
        }
    }
}

impl From<AppointmentRefusal> for Refusal {
    fn from(refusal: AppointmentRefusal) -> Self {
        Self::Appointment(refusal)
    }
}
