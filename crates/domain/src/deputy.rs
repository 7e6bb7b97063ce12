//! Deputies (AB岗): who stands in for the holder of a post while the holder is away, by date.

mod refusal;

pub use refusal::DeputyRefusal;

use crate::id::{DeputyId, PersonId, PostId, UnitId};
use crate::post::Post;
use jiff::civil::Date;

/// Somebody who stands in for a post for a span of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deputy {
    /// Number in the store.
    pub id: DeputyId,
    /// For which post.
    pub post: PostId,
    /// Who.
    pub person: PersonId,
    /// First day.
    pub since: Date,
    /// Last day, `None` while it lasts.
    pub until: Option<Date>,
}

impl Deputy {
    /// Whether it holds on a day; both ends count.
    pub fn holds_on(&self, day: Date) -> bool {
        self.since <= day && self.until.is_none_or(|until| day <= until)
    }

    /// Whether both hold on some day.
    pub fn meets(&self, other: &Self) -> bool {
        let first = self.since.max(other.since);
        self.holds_on(first) && other.holds_on(first)
    }
}

/// Who stands in for a post on a day: one at most, in whatever order the rows come.
pub fn on_day(rows: &[Deputy], post: PostId, day: Date) -> Option<&Deputy> {
    let of_post = rows.iter().filter(|row| row.post == post && row.holds_on(day));
    of_post.max_by_key(|row| (row.since, row.id))
}

/// A post that somebody holds on a day, as the rules of deputies see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seat {
    /// Of which unit.
    pub unit: UnitId,
    /// Which post.
    pub post: PostId,
    /// Whether it leads its unit.
    pub leads: bool,
}

/// What is about to be, for [`must_fit`].
#[derive(Debug, Clone, Copy)]
pub struct Naming<'a> {
    /// The name of whoever shall stand in.
    pub name: &'a str,
    /// The new row.
    pub new: &'a Deputy,
    /// Its post.
    pub post: &'a Post,
    /// The unit above the post's unit.
    pub above: Option<UnitId>,
    /// The posts the person holds on the first day.
    pub seats: &'a [Seat],
    /// Who else stands in for the post, with their names.
    pub others: &'a [(Deputy, String)],
}

/// Refuses a deputy who cannot stand in for a post.
///
/// # Errors
/// Which rule stands in the way.
pub fn must_fit(case: Naming<'_>) -> Result<(), DeputyRefusal> {
    let Naming { name, new, post, above, seats, others } = case;
    let (person, post_name) = (name.to_owned(), post.name.clone());
    if seats.iter().any(|seat| seat.post == post.id) {
        return Err(DeputyRefusal::HoldsThePost { person, post: post_name });
    }
    if !seats.iter().any(|seat| is_near(*seat, post, above)) {
        return Err(if post.leads {
            DeputyRefusal::LeadsNothingNear { person, post: post_name }
        } else {
            DeputyRefusal::OfAnotherUnit { person, post: post_name }
        });
    }
    match others.iter().find(|(other, _)| other.meets(new)) {
        Some((_, other)) => {
            Err(DeputyRefusal::SecondDeputy { post: post_name, other: other.clone() })
        }
        None => Ok(()),
    }
}

/// Whether whoever holds a seat may stand in for a post: of the same unit; for a leading post a
/// leading one of the same unit or of the unit above.
fn is_near(seat: Seat, post: &Post, above: Option<UnitId>) -> bool {
    let is_same = seat.unit == post.unit;
    if post.leads { seat.leads && (is_same || Some(seat.unit) == above) } else { is_same }
}
