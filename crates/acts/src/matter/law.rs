//! The law of a step's day: grounds, measures, authority, terms.

use crate::{ActError, calendar};
use jiff::civil::Date;
use qz_domain::accountability::{Accountability, Answerable};
use qz_domain::calendar::Calendar;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::UnitId;
use qz_domain::law::{CountyLaw, DecidedSubject, DecidingOrgan, Law, Nearness};
use qz_domain::matter::MatterRefusal;
use qz_domain::refusal::Refusal;
use qz_domain::term::{self, Deadline, Due, Length};
use qz_domain::unit::Unit;
use qz_domain::weight::Weight;
use qz_store::{Conn, Write, law_change, unit};

/// A ground that was in force.
pub(crate) fn ground(day: Date, given: &str) -> Result<(), ActError> {
    Law::shipped().on(day).ground(read("ground", given)?).map(drop).map_err(refused)
}

/// A measure that was in force and that the organ may decide for this subject.
pub(crate) fn authority(
    day: Date,
    measure: &str,
    (organ, unit): (&Unit, &Unit),
    subject: Answerable,
) -> Result<(), ActError> {
    let on = Law::shipped().on(day);
    let code = read("measure", measure)?;
    let organ =
        DecidingOrgan { functions: on.functions(&organ.name), nearness: nearness(organ, unit) };
    let subject = match subject {
        Answerable::Unit => DecidedSubject::Unit,
        Answerable::Person { rank, .. } => DecidedSubject::Person(rank),
    };
    on.authority(code, &organ, subject).map_err(refused)
}

/// The organ whose authority it is: the one that handles a matter, or the one in whose stead it does.
pub(crate) async fn competent(
    write: &mut Write,
    (organ, instead_of): (&Unit, Option<UnitId>),
) -> Result<Unit, ActError> {
    match instead_of {
        Some(id) => unit::find(write.reads(), id).await?.ok_or(ActError::NotFound),
        None => Ok(organ.clone()),
    }
}

/// A measure that may be decided on in a procedure of a weight.
pub(crate) fn fits(day: Date, measure: &str, weight: Weight) -> Result<(), ActError> {
    Law::shipped().on(day).fits(read("measure", measure)?, weight).map_err(refused)
}

/// Refuses a measure heavier than the one the notice proposed.
pub(crate) fn no_heavier(day: Date, measure: &str, proposed: &str) -> Result<(), ActError> {
    let on = Law::shipped().on(day);
    let (decided, noticed) =
        (on.measure(measure).map_err(refused)?, on.measure(proposed).map_err(refused)?);
    if decided.is_heavier_than(noticed) {
        let (measure, proposed) = (measure.to_owned(), proposed.to_owned());
        return Err(Refusal::from(MatterRefusal::Heavier { measure, proposed }).into());
    }
    Ok(())
}

/// Whether a measure of a day lasts for a time that its decision states.
pub(crate) fn lasts(day: Date, measure: &str) -> Result<bool, ActError> {
    Ok(Law::shipped().on(day).measure(measure).map_err(refused)?.lasts.is_some())
}

/// How long a measure lasts, as a decision states it in the unit of the law: within its range, and only where it
/// has one.
pub(crate) fn lasting(day: Date, measure: &str, given: &str) -> Result<Option<Length>, ActError> {
    let found = Law::shipped().on(day).measure(measure).map_err(refused)?;
    let measure = measure.to_owned();
    let Some(bounds) = found.lasts else {
        let refusal = MatterRefusal::NoLength { measure };
        return if given.trim().is_empty() { Ok(None) } else { Err(Refusal::from(refusal).into()) };
    };
    let count = field::number("lasts", given, 1, 9999)?;
    let count = u16::try_from(count).unwrap_or(u16::MAX);
    let length = match bounds.least {
        Length::Months(_) => Length::Months(count),
        Length::Days(_) | Length::Workdays(_) => Length::Days(count),
    };
    if bounds.hold(length) {
        return Ok(Some(length));
    }
    let (shortest, longest) = (bounds.least, bounds.most);
    Err(Refusal::from(MatterRefusal::LengthOutside { measure, shortest, longest }).into())
}

/// Whether two measures of a day weigh the same.
pub(crate) fn weighs_the_same(day: Date, one: &str, other: &str) -> Result<bool, ActError> {
    let on = Law::shipped().on(day);
    let (one, other) = (on.measure(one).map_err(refused)?, on.measure(other).map_err(refused)?);
    Ok(!one.is_heavier_than(other) && !other.is_heavier_than(one))
}

/// The last day that a measure of a decision on a person bears on them, by the law of the day it was decided
/// (影响期); `None` for a unit, and where a measure has no such period.
pub(crate) fn bears_until(decision: &Accountability, measure: &str) -> Option<Date> {
    decision.person()?;
    let decided = decision.decided_on?;
    Law::shipped().on(decided).measure(measure).ok()?.bears_until(decided)
}

/// A term of the law, counted from a day: as the file has it, or as the county had set it by then.
pub(crate) async fn deadline(
    write: &mut Write,
    from: Date,
    term: &str,
) -> Result<Deadline, ActError> {
    let length = length(write.county_law(), from, term)?;
    Ok(Deadline::new(&calendar::known(write.reads()).await?, from, length))
}

/// As [`deadline`], for two terms that are counted from the same day.
pub(crate) async fn deadlines(
    write: &mut Write,
    from: Date,
    terms: [&str; 2],
) -> Result<[Deadline; 2], ActError> {
    let calendar = calendar::known(write.reads()).await?;
    let [one, other] = terms.map(|term| length(write.county_law(), from, term));
    Ok([one?, other?].map(|length| Deadline::new(&calendar, from, length)))
}

/// As [`deadline`], for two terms of which the second is counted from the end of the first.
pub(crate) async fn in_turn(
    write: &mut Write,
    from: Date,
    [first, second]: [&str; 2],
) -> Result<[Deadline; 2], ActError> {
    let calendar = calendar::known(write.reads()).await?;
    let first = Deadline::new(&calendar, from, length(write.county_law(), from, first)?);
    let from = first.due.earliest();
    let second = length(write.county_law(), from, second)?;
    Ok([first, Deadline::new(&calendar, from, second)])
}

/// As [`deadline`], for pages: by the calendar and the county's law as they are known now.
pub(crate) async fn known_deadline(
    conn: &mut Conn,
    from: Date,
    term: &str,
) -> Result<Deadline, ActError> {
    Known::read(conn).await?.deadline(from, term)
}

/// What is known of calendar and county's law now, read once for many terms.
pub(crate) struct Known {
    county: CountyLaw,
    calendar: Calendar,
}

impl Known {
    pub fn new(county: CountyLaw, calendar: Calendar) -> Self {
        Self { county, calendar }
    }

    pub async fn read(conn: &mut Conn) -> Result<Self, ActError> {
        let county = law_change::county_law(conn).await?;
        Ok(Self { county, calendar: calendar::known(conn).await? })
    }

    /// As [`deadline`].
    pub fn deadline(&self, from: Date, term: &str) -> Result<Deadline, ActError> {
        let length = length(&self.county, from, term)?;
        Ok(Deadline::new(&self.calendar, from, length))
    }
}

/// As [`known_deadline`], for one term counted from several days.
pub(crate) async fn known_deadlines(
    conn: &mut Conn,
    from: &[Date],
    term: &str,
) -> Result<Vec<Deadline>, ActError> {
    let known = Known::read(conn).await?;
    from.iter().map(|day| known.deadline(*day, term)).collect()
}

fn length(county: &CountyLaw, from: Date, term: &str) -> Result<Length, ActError> {
    Ok(county.term(Law::shipped().on(from), term).map_err(refused)?.length())
}

/// Until when whoever was given notice of what is unfounded is to be cleared of it.
pub(crate) async fn clearing(conn: &mut Conn, unfounded_on: Date) -> Result<Deadline, ActError> {
    known_deadline(conn, unfounded_on, "clearing").await
}

/// The last day to ask for a review, which every decision prints (G4).
pub(crate) async fn remedy(write: &mut Write, day: Date) -> Result<Deadline, ActError> {
    const TERM: &str = "remedy_ask";
    if Law::shipped().on(day).term(TERM).is_err() {
        return Err(Refusal::from(MatterRefusal::NoRemedy { day }).into());
    }
    deadline(write, day, TERM).await
}

/// The first working day after a day, or the first it might be.
pub(crate) async fn next_workday(write: &mut Write, day: Date) -> Result<Due, ActError> {
    let calendar = calendar::known(write.reads()).await?;
    Ok(term::due(&calendar, day, Length::Workdays(1)))
}

fn nearness(organ: &Unit, unit: &Unit) -> Nearness {
    if organ.id == unit.id {
        Nearness::OwnUnit
    } else if unit.parent == Some(organ.id) {
        Nearness::System
    } else {
        Nearness::County
    }
}

fn read<'a>(field: &'static str, given: &'a str) -> Result<&'a str, FieldError> {
    match given.trim() {
        "" => Err(FieldError::new(field, Fault::Missing)),
        code => Ok(code),
    }
}

fn refused(unlawful: qz_domain::law::Unlawful) -> ActError {
    ActError::Refused(unlawful.into())
}
