//! What somebody writes into the grid of a month: a row a day, a column a post, people by work number or name.

use super::load::{is_of, refused};
use crate::person::split;
use crate::wrong::Wrong;
use crate::{ActError, person};
use jiff::civil::Date;
use qz_domain::field::{Fault, FieldError};
use qz_domain::id::{DutyPostId, PersonId};
use qz_domain::month::Month;
use qz_domain::roster::{DutyPost, DutyTurn, POSTS_MOST, RosterRefusal};
use qz_domain::unit::Unit;
use qz_store::Write;
use qz_store::attendance::post::Holder;

/// The fields of the posts of a grid, in the order of the posts that are written; rows are days of the month.
pub const POST_FIELDS: [&str; POSTS_MOST] = ["p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8"];

/// A cell of the grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The post.
    pub post: DutyPostId,
    /// The day of the month.
    pub day: i8,
    /// Whom it names, as typed.
    pub people: String,
}

/// What somebody writes of a roster.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RosterForm {
    /// 单位代码
    pub unit: String,
    /// 月份
    pub month: String,
    /// The cells, post by post.
    pub cells: Vec<Cell>,
}

impl RosterForm {
    /// The month that is meant.
    pub(super) fn month(&self) -> Result<Month, FieldError> {
        let given = self.month.trim();
        let wrong = || FieldError::new("month", Fault::BadForm("2016-03"));
        given.parse().map_err(|_| wrong())
    }
}

/// Reads the turns of a grid; `people` are those of the unit.
///
/// # Errors
/// Every cell that names nobody, or a post that is none of the unit's or closed; somebody of elsewhere.
pub(super) async fn turns(
    write: &mut Write,
    (form, month): (&RosterForm, Month),
    (unit, posts, people): (&Unit, &[DutyPost], &[Holder]),
) -> Result<Vec<DutyTurn>, ActError> {
    let mut wrong = Wrong::default();
    let (mut turns, mut strangers) = (vec![], vec![]);
    for cell in form.cells.iter().filter(|cell| !cell.people.trim().is_empty()) {
        let post = posts.iter().find(|one| one.id == cell.post).ok_or(ActError::NotFound)?;
        let field = field_of(form, cell.post);
        let at =
            |fault| FieldError::new(field, fault).in_row(usize::try_from(cell.day).unwrap_or(0));
        let day = Date::new(month.year(), month.number(), cell.day).ok();
        let Some(day) = day.filter(|day| post.is_open(*day)) else {
            let until = post.closed_on.unwrap_or(month.last()).min(month.last());
            let fault = Fault::OutsideDays { from: month.first(), until };
            wrong.note::<()>(Err(at(fault)));
            continue;
        };
        for given in split(std::slice::from_ref(&cell.people)) {
            match named(people, &given) {
                Some(one) if is_of(one, unit.id, day) => {
                    turns.push(DutyTurn { post: post.id, day, person: one.person });
                }
                _ => strangers.push((given, day, at(Fault::Missing))),
            }
        }
    }
    for (given, day, at) in strangers {
        let elsewhere = someone(write, &given).await?;
        if let Some(person) = elsewhere {
            return Err(refused(RosterRefusal::NotOfUnit { person, day }));
        }
        wrong.note::<()>(Err(FieldError { fault: Fault::Unknown(given), ..at }));
    }
    wrong.none()?;
    turns.sort_unstable();
    turns.dedup();
    Ok(turns)
}

/// The field of a post: the posts are numbered in the order they are first written.
fn field_of(form: &RosterForm, post: DutyPostId) -> &'static str {
    let mut seen: Vec<DutyPostId> = vec![];
    for cell in &form.cells {
        if !seen.contains(&cell.post) {
            seen.push(cell.post);
        }
    }
    let place = seen.iter().position(|one| *one == post).unwrap_or_default();
    POST_FIELDS.get(place).copied().unwrap_or(POST_FIELDS[0])
}

/// The one of that work number or, when only one has it, of that name.
pub(super) fn named<'a>(people: &'a [Holder], given: &str) -> Option<&'a Holder> {
    let by_number = people.iter().find(|one| one.number == given);
    by_number.or_else(|| {
        let mut fits = people.iter().filter(|one| one.name == given);
        fits.next().filter(|_| fits.next().is_none())
    })
}

/// The name of somebody of any unit; `None` where nobody is called so.
async fn someone(write: &mut Write, given: &str) -> Result<Option<String>, ActError> {
    match person::named_person(write.reads(), "person", given).await {
        Ok(found) => Ok(Some(found.name)),
        Err(ActError::Invalid(_)) => Ok(None),
        Err(fault) => Err(fault),
    }
}

/// Somebody of a unit on a day, as named in a field.
pub(super) async fn of_unit(
    write: &mut Write,
    (field, given): (&'static str, &str),
    (unit, people, day): (&Unit, &[Holder], Date),
) -> Result<PersonId, ActError> {
    let words = split(&[given.to_owned()]);
    let [word] = words.as_slice() else {
        let fault = if words.is_empty() {
            Fault::Missing
        } else {
            Fault::TooMany { most: 1, found: words.len() }
        };
        return Err(FieldError::new(field, fault).into());
    };
    if let Some(one) = named(people, word).filter(|one| is_of(one, unit.id, day)) {
        return Ok(one.person);
    }
    match someone(write, word).await? {
        Some(person) => Err(refused(RosterRefusal::NotOfUnit { person, day })),
        None => Err(FieldError::new(field, Fault::Unknown(word.clone())).into()),
    }
}
