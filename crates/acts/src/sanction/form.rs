//! What a document of a sanction says, as it is keyed, and the guards that it passes.

use super::load::must_have_no_tie;
use crate::ActError;
use crate::actor::Actor;
use crate::matter::{self, Doing, PaperForm};
use crate::wrong::Wrong;
use jiff::civil::Date;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::{PersonId, SanctionId};
use qz_domain::paper::Paper;
use qz_domain::refusal::Refusal;
use qz_domain::sanction::{
    Imposer, LINE_MOST, Sanction, SanctionKind, SanctionRefusal, Stage, must_be_lawful,
};
use qz_domain::unit::Unit;
use qz_store::{Write, sanction};

/// The most months a form may state; what the law allows is asked afterwards.
const STATED_MOST: i64 = 999;

/// What a document says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SanctionForm {
    /// On whom, by work number or name; a correction leaves that as it is.
    pub subject: String,
    /// Which kind.
    pub kind: String,
    /// Whose power it was.
    pub imposer: String,
    /// The organ.
    pub organ: String,
    /// The day the subject was heard.
    pub heard_on: String,
    /// The period it states, in months; may be empty.
    pub stated: String,
    /// Its number and day; whoever keys it answers for the record.
    pub paper: PaperForm,
}

/// What is read of a form before its subject is known.
struct Said {
    kind: SanctionKind,
    imposer: Imposer,
    organ: String,
    heard_on: Date,
    stated: Option<i64>,
}

/// The document's paper and who keys it, today.
pub(super) async fn document(
    write: &mut Write,
    actor: &Actor,
    (paper, earlier): (&PaperForm, Option<Date>),
) -> Result<(Doing, Paper), ActError> {
    // It was another organ that decided: nobody of the county did it on that paper.
    let form = PaperForm { by: String::new(), ..paper.clone() };
    let mut doing = matter::alone(write, actor, &form, earlier).await?;
    let missing = || FieldError::new("paper_number", Fault::Missing);
    let paper = doing.paper.clone().ok_or_else(missing)?;
    // Who is who counts on the day it is keyed.
    doing.day = qz_domain::instant::day(write.now());
    Ok((doing, paper))
}

/// The record that a form makes, once its guards are passed; `old` is what it corrects.
pub(super) async fn read(
    write: &mut Write,
    (actor, doing, paper): (&Actor, &Doing, Paper),
    form: &SanctionForm,
    (subject, unit, old): (PersonId, &Unit, Option<&Sanction>),
) -> Result<Sanction, ActError> {
    let said = said(form)?;
    must_have_no_tie(write, (actor, doing), (subject, unit)).await?;
    let row = Sanction {
        id: old.map_or_else(|| SanctionId(0), |old| old.id),
        subject,
        unit: unit.id,
        kind: said.kind,
        imposer: said.imposer,
        organ: said.organ,
        number: paper.number,
        hash: paper.hash,
        decided_on: paper.day,
        heard_on: said.heard_on,
        stated: said.stated,
        stage: Stage::Recorded,
        ended_on: None,
        ended_by: String::new(),
        ended_number: String::new(),
        corrected: String::new(),
        version: old.map_or(0, |old| old.version) + 1,
    };
    let others = sanction::of_person(write.reads(), subject).await?;
    must_be_lawful(&row, &others)?;
    Ok(row)
}

fn said(form: &SanctionForm) -> Result<Said, ActError> {
    let mut wrong = Wrong::default();
    let kind = wrong.note(field::word("sanction_kind", &form.kind));
    let imposer = wrong.note(field::word("imposer", &form.imposer));
    let organ = wrong.note(field::text("sanction_organ", &form.organ, LINE_MOST));
    let stated = match form.stated.trim() {
        "" => Some(None),
        given => wrong.note(field::number("stated", given, 1, STATED_MOST)).map(Some),
    };
    let heard_on = match form.heard_on.trim() {
        "" => None,
        given => wrong.note(field::day("heard_on", given)),
    };
    wrong.none()?;
    let Some(heard_on) = heard_on else {
        return Err(Refusal::from(SanctionRefusal::NotHeard).into());
    };
    let (Some(kind), Some(imposer), Some(organ), Some(stated)) = (kind, imposer, organ, stated)
    else {
        return Err(wrong.into());
    };
    Ok(Said { kind, imposer, organ, heard_on, stated })
}
