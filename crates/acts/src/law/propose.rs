//! Propose a change of the county's own law (提出期限调整): which term, how long, from which coming day
//! on, on which paper of the county's, and why.

use super::hands_of;
use super::load::concern;
use crate::matter::{self, PaperForm};
use crate::wrong::Wrong;
use crate::{ActError, power};
use jiff::civil::Date;
use qz_domain::field::{self, FieldError};
use qz_domain::finding::REASON_MOST;
use qz_domain::id::{AccountId, LawChangeId};
use qz_domain::instant;
use qz_domain::law::change::{ChangeRefusal, LawChange, SOURCE_MOST, Stage, Step};
use qz_domain::law::{CountyLaw, Law};
use qz_domain::matter::Part;
use qz_domain::procedure::Stepped;
use qz_domain::refusal::Refusal;
use qz_domain::term::Length;
use qz_store::{Act, Subject, Write, hand, law_change};
use serde::{Deserialize, Serialize};

/// The most characters of a term's code.
const CODE_MOST: usize = 40;

/// What a person writes of a change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProposalForm {
    /// The code of the term.
    pub term: String,
    /// How long it is to be: a number, in the unit the term has.
    pub length: String,
    /// From which day on.
    pub from: String,
    /// The county's paper that says so: its number.
    pub document: String,
    /// Why.
    pub reason: String,
    /// The paper, when it was proposed on one.
    pub paper: PaperForm,
}

/// Proposes a change.
#[derive(Debug, Clone)]
pub struct ProposeLawChange {
    /// Who proposes it.
    pub actor: AccountId,
    /// What they wrote.
    pub form: ProposalForm,
}

/// The change's number in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LawChangeProposed {
    /// In the store.
    pub change: LawChangeId,
}

impl Act for ProposeLawChange {
    type Receipt = LawChangeProposed;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<LawChangeProposed, ActError> {
        let Self { actor, form } = self;
        let actor = power::require(write, actor, Step::Propose.action(), &concern("")).await?;
        let written = Written::read(&form)?;
        let length = length(write.county_law(), &written, &form.length)?;
        let doing = matter::alone(write, &actor, &form.paper, None).await?;
        let hands = hands_of(write, Part::Moved, &doing, &[]).await?;
        let Written { code, from, source, reason } = written;
        let made = LawChange {
            id: LawChangeId(write.next_id()),
            code,
            length,
            from,
            source,
            reason,
            stage: Stage::Proposed,
            answer: String::new(),
            proposed_on: doing.day,
            latest_on: doing.day,
            ordinal: None,
            version: 1,
        };
        made.must_be_possible(write.county_law(), instant::day(write.now()))?;
        law_change::insert(write, &made).await?;
        hand::add_to_law_change(write, made.id, &hands).await?;
        write.record(doing.deed(Step::Propose, made.id.object(), &actor)).await?;
        Ok(LawChangeProposed { change: made.id })
    }
}

/// What was written, read; all but the length, whose unit and bounds the term has.
struct Written {
    code: String,
    from: Date,
    source: String,
    reason: String,
}

impl Written {
    /// Reads a form, all faults at once.
    fn read(form: &ProposalForm) -> Result<Self, ActError> {
        let mut wrong = Wrong::default();
        let code = wrong.note(field::text("term", &form.term, CODE_MOST));
        let from = wrong.note(field::day("holds_from", &form.from));
        let source = wrong.note(field::text("document", &form.document, SOURCE_MOST));
        let reason = wrong.note(field::text("reason", &form.reason, REASON_MOST));
        wrong.note(field::text("length", &form.length, CODE_MOST));
        wrong.none()?;
        match (code, from, source, reason) {
            (Some(code), Some(from), Some(source), Some(reason)) => {
                // A line of what the digest is taken of has no break.
                Ok(Self { code, from, source: source.replace('\n', " "), reason })
            }
            _ => Err(wrong.into()),
        }
    }
}

/// The length, in the unit of the term and within its bounds.
fn length(county: &CountyLaw, written: &Written, given: &str) -> Result<Length, ActError> {
    let on = Law::shipped().on(written.from);
    let term = county.term(on, &written.code).map_err(Refusal::from)?.term;
    let Some(bounds) = term.county else {
        let (name, source) = ((term.zh.clone(), term.en.clone()), term.source.clone());
        return Err(Refusal::from(ChangeRefusal::SetByLaw { name, source }).into());
    };
    let (least, most) = (bounds.least.count(), bounds.most.count());
    let count = field::number("length", given, i64::from(least), i64::from(most))?;
    let read = format!("{count}{}", bounds.least.unit()).parse();
    let fault = |_| FieldError::new("length", field::Fault::BadForm("5"));
    Ok(read.map_err(fault)?)
}
