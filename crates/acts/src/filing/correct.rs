//! Correct what was filed (更正填报): a filing of its own, with what is right and why; the earlier one stays readable.

use super::load::{Around, around, recorded};
use super::{Filed, Given, Reader, form};
use crate::ActError;
use crate::matter::{self, PaperForm};
use qz_domain::action::Action;
use qz_domain::field;
use qz_domain::filing::{Filing, FilingKind, FilingRefusal, REASON_MOST};
use qz_domain::id::{AccountId, FilingId};
use qz_domain::power::Concern;
use qz_domain::refusal::Refusal;
use qz_store::{Act, Subject, Write, filing, unit};

/// Corrects a filing.
#[derive(Debug, Clone)]
pub struct CorrectFiling {
    /// Who corrects it.
    pub actor: AccountId,
    /// Which.
    pub filing: FilingId,
    /// Every value as it is right.
    pub fields: Vec<Given>,
    /// Why.
    pub reason: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

impl Act for CorrectFiling {
    type Receipt = Filed;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<Filed, ActError> {
        let Self { actor, filing: id, fields, reason, paper } = self;
        let earlier = filing::find(write.reads(), id).await?.ok_or(ActError::NotFound)?;
        let of = unit::find(write.reads(), earlier.unit).await?.ok_or(ActError::NotFound)?;
        let asked = (actor, Action::FilingCorrect);
        let Around { scheme, actor, .. } =
            around(write, asked, (earlier.adoption, &of.code)).await?;
        let concern = Concern::of_unit(of.id, of.line);
        let reader = Reader::of(write.reads(), &actor).await?;
        if !reader.may_read(&scheme, &earlier, &concern) {
            return Err(ActError::NotFound);
        }
        if filing::is_corrected(write.reads(), id).await? {
            return Err(Refusal::from(FilingRefusal::CorrectedSince).into());
        }
        let reason = field::text("reason", &reason, REASON_MOST)?;
        let element = scheme.element(&earlier.element)?;
        let fields = form::read(write.reads(), element, &fields).await?;
        if fields == earlier.fields && earlier.kind == FilingKind::Filled {
            return Err(Refusal::NothingChanged.into());
        }
        let doing = matter::alone(write, &actor, &paper, Some(earlier.filed_on)).await?;
        let made = Filing {
            id: FilingId(write.next_id()),
            kind: FilingKind::Filled,
            fields,
            reason,
            corrects: Some(id),
            by: doing.by.first().copied().ok_or(ActError::NotFound)?,
            filed_on: doing.day,
            ..earlier
        };
        filing::insert(write, &made).await?;
        let deed = doing.act(Action::FilingCorrect, made.id.object(), &actor);
        write.record(recorded(&scheme, element, deed)).await?;
        Ok(Filed { filing: made.id })
    }
}
