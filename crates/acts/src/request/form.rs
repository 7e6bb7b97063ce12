//! What a request says, as people write it.

use crate::ActError;
use crate::wrong::Wrong;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::{PersonId, RequestId, UnitId};
use qz_domain::law::Law;
use qz_domain::request::{
    Edge, LINE_MOST, MONTHS_MOST, Pattern, Request, RequestKind, Stage, StandingDuty, Weekdays,
    read as read_when,
};
use qz_domain::spelled::Spelled;

/// The longest a request runs, in months.
const YEAR: i32 = 12;
/// How the hours of a day are written.
const HOURS: &str = "08:00-12:00";
/// How days of the week are written.
const WEEKDAYS: &str = "135";

/// What somebody writes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RequestForm {
    /// What for.
    pub kind: String,
    /// Which leave, by its code in the law, or which standing duty.
    pub subtype: String,
    /// From when: a day, a half of it or a minute.
    pub from: String,
    /// Until when, in the same way; empty means the end of the day or half it begins with.
    pub to: String,
    /// Which days of the week, as `135`, where it runs for weeks; empty means Monday to Friday.
    pub weekdays: String,
    /// Which hours of those days, as `08:00-12:00`.
    pub hours: String,
    /// The town or office, in words.
    pub place: String,
    /// Why, in a few words; may be empty.
    pub reason: String,
}

/// A request as the form has it, of nobody yet, asked at a moment.
pub(super) fn read(form: &RequestForm, now: DateTime) -> Result<Request, ActError> {
    let mut wrong = Wrong::default();
    let kind = wrong.note(field::word::<RequestKind>("request_kind", &form.kind));
    let Some(kind) = kind else { return Err(wrong.into()) };
    let from = wrong.note(read_when("from_when", &form.from, Edge::First));
    let to = wrong.note(ends(kind, form, now));
    let day = from.map_or(now.date(), DateTime::date);
    let subtype = wrong.note(subtype(kind, &form.subtype, day));
    let pattern = wrong.note(pattern(kind, (&form.subtype, day), form));
    let place = wrong.note(place(kind, &form.place));
    let reason = wrong.note(field::optional_text("because", &form.reason, LINE_MOST));
    let span = from.zip(to);
    span.and_then(|span| wrong.note(must_fit(kind, span, pattern.flatten().is_some(), now)));
    wrong.none()?;
    let (Some((from, to)), Some(subtype), Some(pattern), Some(place), Some(reason)) =
        (span, subtype, pattern, place, reason)
    else {
        return Err(wrong.into());
    };
    Ok(Request {
        id: RequestId(0),
        person: PersonId(0),
        unit: UnitId(0),
        kind,
        subtype,
        from,
        to,
        pattern,
        place,
        reason,
        asked_on: now.date(),
        // A forgotten punch is always claimed afterwards.
        is_late: from < now && kind != RequestKind::Correction,
        stage: Stage::Pending,
        decided_by: None,
        decided_on: None,
        answer: String::new(),
        ended_at: None,
        version: 1,
    })
}

fn ends(kind: RequestKind, form: &RequestForm, now: DateTime) -> Result<DateTime, FieldError> {
    if kind == RequestKind::Correction {
        // What is wrong with it is said of the beginning.
        return Ok(read_when("from_when", &form.from, Edge::First).unwrap_or(now));
    }
    match form.to.trim() {
        "" if kind == RequestKind::Standing => Err(FieldError::new("to_when", Fault::Missing)),
        "" => Ok(read_when("from_when", &form.from, Edge::Last).unwrap_or(now)),
        given => read_when("to_when", given, Edge::Last),
    }
}

fn subtype(kind: RequestKind, given: &str, day: Date) -> Result<String, FieldError> {
    let given = given.trim();
    match kind {
        RequestKind::Leave if given.is_empty() => Err(FieldError::new("leave", Fault::Missing)),
        RequestKind::Leave => {
            let mut leaves = Law::shipped().on(day).leaves();
            let found = leaves.find(|rule| rule.code == given || rule.zh == given);
            let unknown = || FieldError::new("leave", Fault::Unknown(given.to_owned()));
            found.map(|rule| rule.code.clone()).ok_or_else(unknown)
        }
        RequestKind::Standing => {
            field::word::<StandingDuty>("duty", given).map(|duty| duty.code().to_owned())
        }
        _ => Ok(String::new()),
    }
}

/// The hours of the weekdays of what runs for weeks.
fn pattern(
    kind: RequestKind,
    (subtype, day): (&str, Date),
    form: &RequestForm,
) -> Result<Option<Pattern>, FieldError> {
    let is_daily = || Law::shipped().on(day).leave(subtype.trim()).is_ok_and(|rule| rule.is_daily);
    let is_patterned = match kind {
        RequestKind::Standing => true,
        RequestKind::Leave => is_daily(),
        _ => false,
    };
    if !is_patterned {
        return Ok(None);
    }
    let weekdays = match form.weekdays.trim() {
        "" => Weekdays::WORKING,
        given => Weekdays::read(given)
            .ok_or_else(|| FieldError::new("weekdays", Fault::BadForm(WEEKDAYS)))?,
    };
    let (from, to) = hours(&form.hours)?;
    Ok(Some(Pattern { weekdays, from, to }))
}

fn hours(given: &str) -> Result<(Time, Time), FieldError> {
    let given = given.trim();
    let wrong = |fault| FieldError::new("hours", fault);
    if given.is_empty() {
        return Err(wrong(Fault::Missing));
    }
    let clock = |text: &str| format!("{:0>5}", text.trim()).parse::<Time>().ok();
    let parts = given.split_once(['-', '–', '—', '~', '至', '到']);
    let read = parts.and_then(|(from, to)| clock(from).zip(clock(to)));
    match read {
        Some((from, to)) if from < to => Ok((from, to)),
        Some(_) => Err(wrong(Fault::EndsBeforeStart)),
        None => Err(wrong(Fault::BadForm(HOURS))),
    }
}

fn place(kind: RequestKind, given: &str) -> Result<String, FieldError> {
    if kind.is_out() || kind == RequestKind::Standing {
        return field::text("whereto", given, LINE_MOST);
    }
    Ok(String::new())
}

fn must_fit(
    kind: RequestKind,
    (from, to): (DateTime, DateTime),
    is_patterned: bool,
    now: DateTime,
) -> Result<(), FieldError> {
    if kind == RequestKind::Correction {
        let is_ahead = from > now;
        let ahead = || FieldError::new("from_when", Fault::InTheFuture);
        return if is_ahead { Err(ahead()) } else { Ok(()) };
    }
    if to <= from {
        return Err(FieldError::new("to_when", Fault::EndsBeforeStart));
    }
    let months = if is_patterned { MONTHS_MOST } else { YEAR };
    let last = from.date().saturating_add(months.months());
    if to.date() > last {
        let fault = Fault::OutsideDays { from: from.date(), until: last };
        return Err(FieldError::new("to_when", fault));
    }
    Ok(())
}
