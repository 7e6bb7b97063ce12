//! Absences (外出、请假): from which day to which day somebody is away. Days and a kind are all there
//! is: not where, not why.

use crate::id::{AwayId, PersonId};
use crate::refusal::{Refusal, Worded};
use crate::spelled;
use jiff::civil::Date;

/// The most characters of a note.
pub const NOTE_MOST: usize = 60;

spelled! {
    /// What somebody is away for (外出类别).
    AwayKind {
        /// 请假: on leave, of whatever kind.
        Leave = "leave", "请假";
        /// 出差: on duty elsewhere.
        Trip = "trip", "出差";
        /// 学习培训: at a course.
        Training = "training", "学习培训";
        /// 其他外出
        Other = "other", "其他外出";
    }
}

/// A span of days on which somebody is away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Away {
    /// Number in the store.
    pub id: AwayId,
    /// Who.
    pub person: PersonId,
    /// First day.
    pub since: Date,
    /// Last day, as it was recorded.
    pub until: Date,
    /// The first day back, when that was earlier than recorded.
    pub back_on: Option<Date>,
    /// What for.
    pub kind: AwayKind,
    /// A few words to colleagues; may be empty.
    pub note: String,
}

impl Away {
    /// Whether the person is away on a day; both ends count, the day back does not.
    pub fn is_on(&self, day: Date) -> bool {
        self.since <= day && day <= self.until && self.back_on.is_none_or(|back| day < back)
    }

    /// Whether there is a day on which both are.
    pub fn meets(&self, other: &Self) -> bool {
        let first = self.since.max(other.since);
        self.is_on(first) && other.is_on(first)
    }
}

/// Refuses an absence of somebody who is away then already.
///
/// # Errors
/// The absence that stands in the way.
pub fn must_be_alone(name: &str, new: &Away, others: &[Away]) -> Result<(), AwayRefusal> {
    match others.iter().find(|other| other.meets(new)) {
        Some(Away { since, until, .. }) => {
            let person = name.to_owned();
            Err(AwayRefusal::AwayThen { person, since: *since, until: *until })
        }
        None => Ok(()),
    }
}

/// Why an absence is not recorded or not ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AwayRefusal {
    /// The person is away on some of these days already.
    AwayThen {
        /// Their name.
        person: String,
        /// First day of the other absence.
        since: Date,
        /// Its last day.
        until: Date,
    },
    /// The absence is over.
    Over {
        /// Their name.
        person: String,
    },
}

impl Worded for AwayRefusal {
    fn key(&self) -> &'static str {
        match self {
            Self::AwayThen { .. } => "refusal-away-then",
            Self::Over { .. } => "refusal-away-over",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::AwayThen { person, since, until } => vec![
                ("person", person.clone()),
                ("since", since.to_string()),
                ("until", until.to_string()),
            ],
            Self::Over { person } => vec![("person", person.clone())],
        }
    }
}

impl From<AwayRefusal> for Refusal {
    fn from(refusal: AwayRefusal) -> Self {
        Self::Away(refusal)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn away(since: i8, until: i8, back_on: Option<i8>) -> Away {
        let day = |day| date(2015, 6, day);
        let (since, until, back_on) = (day(since), day(until), back_on.map(day));
        let (id, person, kind) = (AwayId(1), PersonId(1), AwayKind::Trip);
        Away { id, person, since, until, back_on, kind, note: String::new() }
    }

    #[test]
    fn both_ends_count_and_the_day_back_does_not() {
        let found = |one: &Away| (1..=9).filter(|day| one.is_on(date(2015, 6, *day))).count();
        assert_eq!(found(&away(3, 5, None)), 3);
        assert_eq!(found(&away(3, 5, Some(5))), 2);
        assert_eq!(found(&away(3, 5, Some(3))), 0, "called off before it began");
    }

    #[test]
    fn two_absences_of_one_person_share_no_day() {
        let first = [away(3, 5, None)];
        assert!(must_be_alone("甲", &away(6, 7, None), &first).is_ok());
        assert!(must_be_alone("甲", &away(5, 7, None), &first).is_err());
        assert!(must_be_alone("甲", &away(1, 9, None), &first).is_err());
        assert!(must_be_alone("甲", &away(5, 7, None), &[away(3, 5, Some(5))]).is_ok());
    }
}
