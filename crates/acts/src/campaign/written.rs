//! What a person writes of a campaign's plan, read with all faults at once: those of a row name it.

use crate::ActError;
use crate::matter::PaperForm;
use crate::wrong::Wrong;
use jiff::civil::Date;
use qz_domain::article::body;
use qz_domain::campaign::{
    BODY_MOST, DUTIES_MOST, DUTY_MOST, Duty, LINE_MOST, PHASES_MOST, PURPOSE_MOST, Phase,
    REPORT_DAYS, follows, within,
};
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::unit::{Unit, named};

/// The plan of a campaign as it is written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CampaignForm {
    /// The lead; an existing campaign keeps its own.
    pub organ: String,
    /// The title.
    pub title: String,
    /// The plan's document number; may be empty.
    pub doc_number: String,
    /// Why.
    pub purpose: String,
    /// The text with its marks.
    pub body: String,
    /// The first day.
    pub starts: String,
    /// The last day.
    pub ends: String,
    /// How many working days after a month's end the members report.
    pub report_days: String,
    /// The number of the issued campaign whose place it takes; may be empty.
    pub replaces: String,
    /// The phases, a row each; empty rows are passed over.
    pub phases: Vec<PhaseForm>,
    /// The duties, a row each; empty rows are passed over.
    pub duties: Vec<DutyForm>,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

/// A phase.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PhaseForm {
    /// What it is called.
    pub title: String,
    /// The first day.
    pub starts: String,
    /// The last day.
    pub ends: String,
}

/// A duty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DutyForm {
    /// The unit, by code or name.
    pub unit: String,
    /// What it answers for.
    pub text: String,
    /// Until when; empty means the campaign's last day.
    pub due: String,
}

/// What was written, read.
pub(super) struct Written {
    pub title: String,
    pub doc_number: String,
    pub purpose: String,
    pub body: String,
    pub starts: Date,
    pub ends: Date,
    pub report_days: i64,
    pub phases: Vec<Phase>,
    pub duties: Vec<Duty>,
}

impl Written {
    /// Reads a form against the units of the county.
    pub fn read(form: &CampaignForm, units: &[Unit]) -> Result<Self, ActError> {
        let mut wrong = Wrong::default();
        let title = wrong.note(field::text("title", &form.title, LINE_MOST));
        let doc_number =
            wrong.note(field::optional_text("doc_number", &form.doc_number, LINE_MOST));
        let purpose = wrong.note(field::text("purpose", &form.purpose, PURPOSE_MOST));
        let days = days(&mut wrong, form);
        let (least, most) = REPORT_DAYS;
        let report = wrong.note(field::number("report_days", &form.report_days, least, most));
        let phases = phases(&mut wrong, &form.phases, days);
        let duties = duties(&mut wrong, &form.duties, (days, units));
        let text = wrong.note(body_text(&form.body));
        wrong.none()?;
        match (title, doc_number, purpose, text, days, report) {
            (
                Some(title),
                Some(doc_number),
                Some(purpose),
                Some(body),
                Some((starts, ends)),
                Some(report_days),
            ) => Ok(Self {
                title,
                doc_number,
                purpose,
                body,
                starts,
                ends,
                report_days,
                phases,
                duties,
            }),
            _ => Err(wrong.into()),
        }
    }
}

/// The text, whose marks must be readable.
fn body_text(given: &str) -> Result<String, FieldError> {
    let text = field::text("body", given, BODY_MOST)?;
    body::read(&text).map_err(|fault| FieldError::new("body", fault))?;
    Ok(text)
}

fn days(wrong: &mut Wrong, form: &CampaignForm) -> Option<(Date, Date)> {
    let starts = wrong.note(field::day("starts", &form.starts));
    let ends = wrong.note(field::day("ends", &form.ends));
    let (starts, ends) = starts.zip(ends)?;
    if ends < starts {
        return wrong.note(Err(FieldError::new("ends", Fault::EndsBeforeStart)));
    }
    Some((starts, ends))
}

/// A day of a row that must be one of the campaign's, where those are known.
fn day_within(
    field: &'static str,
    given: &str,
    days: Option<(Date, Date)>,
) -> Result<Date, FieldError> {
    let day = field::day(field, given)?;
    days.map_or(Ok(day), |days| within(field, days, day))
}

/// The phases, each after the one above it.
fn phases(wrong: &mut Wrong, given: &[PhaseForm], days: Option<(Date, Date)>) -> Vec<Phase> {
    let mut phases: Vec<Phase> = vec![];
    let rows = (1..).zip(given).filter(|(_, row)| **row != PhaseForm::default());
    for (number, row) in rows {
        let mut note = Rows { wrong: &mut *wrong, number };
        let title = note.read(field::text("phase_title", &row.title, LINE_MOST));
        let starts = note.read(day_within("phase_starts", &row.starts, days));
        let ends = note.read(day_within("phase_ends", &row.ends, days));
        if let (Some(title), Some(starts), Some(ends)) = (title, starts, ends) {
            let phase = Phase { title, starts, ends };
            note.read(follows(&phase, phases.last()));
            phases.push(phase);
        }
    }
    must_be_few(wrong, ("phase_title", phases.len()), PHASES_MOST);
    phases
}

/// The duties; a plan that asks nothing of anybody is none.
fn duties(
    wrong: &mut Wrong,
    given: &[DutyForm],
    (days, units): (Option<(Date, Date)>, &[Unit]),
) -> Vec<Duty> {
    let mut duties = vec![];
    let rows = (1..).zip(given).filter(|(_, row)| **row != DutyForm::default());
    let mut is_empty = true;
    for (number, row) in rows {
        is_empty = false;
        let mut note = Rows { wrong: &mut *wrong, number };
        let unit = note.read(unit_of(units, &row.unit, days));
        let text = note.read(field::text("duty_text", &row.text, DUTY_MOST));
        let is_open = row.due.trim().is_empty();
        let due = (!is_open).then(|| note.read(day_within("duty_due", &row.due, days)));
        if let (Some(unit), Some(text)) = (unit, text) {
            duties.push(Duty { unit: unit.id, text, due: due.flatten() });
        }
    }
    if is_empty {
        wrong.note::<()>(Err(FieldError::new("duty_unit", Fault::Missing).in_row(1)));
    }
    must_be_few(wrong, ("duty_text", duties.len()), DUTIES_MOST);
    duties
}

fn must_be_few(wrong: &mut Wrong, (field, found): (&'static str, usize), most: usize) {
    if found > most {
        wrong.note::<()>(Err(FieldError::new(field, Fault::TooMany { most, found })));
    }
}

/// The unit of a duty: any of the county that is there on the campaign's first day.
fn unit_of<'a>(
    units: &'a [Unit],
    given: &str,
    days: Option<(Date, Date)>,
) -> Result<&'a Unit, FieldError> {
    let fault = |fault| FieldError::new("duty_unit", fault);
    if given.trim().is_empty() {
        return Err(fault(Fault::Missing));
    }
    let unit = named(units, given).ok_or_else(|| fault(Fault::Unknown(given.trim().to_owned())))?;
    match days {
        Some((starts, _)) if unit.since > starts => {
            Err(fault(Fault::NotYetThere { found: unit.name.clone(), day: unit.since }))
        }
        _ => Ok(unit),
    }
}

/// Notes the faults of one row under its number.
struct Rows<'a> {
    wrong: &'a mut Wrong,
    number: usize,
}

impl Rows<'_> {
    fn read<T>(&mut self, read: Result<T, FieldError>) -> Option<T> {
        self.wrong.note(read.map_err(|fault| fault.in_row(self.number)))
    }
}
