//! Announce a draw (公布承诺): its terms are settled, and their commitment tells nothing of them.

use super::pool::Written;
use super::published::terms;
use crate::matter::{self, PaperForm};
use crate::organisation::named_unit;
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::draw::{Draw, Step, TRANSITIONS};
use qz_domain::field::{Fault, FieldError};
use qz_domain::id::{AccountId, DrawId};
use qz_domain::number::DocumentNumber;
use qz_domain::power::Concern;
use qz_domain::procedure;
use qz_ledger::{Hash, Salt};
use qz_store::{Act, Subject, Write, draw, unit};
use serde::{Deserialize, Serialize};

/// What a person writes of a draw.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DrawForm {
    /// The office that draws.
    pub organ: String,
    /// What for.
    pub purpose: String,
    /// 公开 or 暗访封存.
    pub cover: String,
    /// Every unit of this kind; may be empty.
    pub kind: String,
    /// Every unit of this line; may be empty.
    pub line: String,
    /// The units themselves, by code or name; kind and line then say nothing.
    pub units: String,
    /// How many are drawn.
    pub take: String,
}

/// Announces a draw.
#[derive(Debug, Clone)]
pub struct AnnounceDraw {
    /// Who announces it.
    pub actor: AccountId,
    /// What they wrote.
    pub form: DrawForm,
}

/// The draw's numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrawAnnounced {
    /// In the store.
    pub draw: DrawId,
    /// Among those of the office.
    pub number: DocumentNumber,
}

impl Act for AnnounceDraw {
    type Receipt = DrawAnnounced;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<DrawAnnounced, ActError> {
        let Self { actor, form } = self;
        let organ = named_unit(write.reads(), "organ", &form.organ).await?;
        let concern = Concern::of_unit(organ.id, organ.line);
        let actor = power::require(write, actor, Action::DrawAnnounce, &concern).await?;
        let doing = matter::alone(write, &actor, &PaperForm::default(), None).await?;
        let units = unit::all(write.reads()).await?;
        let Written { purpose, is_sealed, pool, take } =
            Written::read(&form, &organ, (units.as_slice(), doing.day))?;
        let year = doing.day.year();
        let serial = draw::last_serial(write.reads(), organ.id, year).await? + 1;
        let number = DocumentNumber::new(year, serial).ok_or(ActError::NotFound)?;
        let salt = Salt(write.chance());
        let mut made = Draw {
            id: DrawId(write.next_id()),
            organ: organ.id,
            number,
            purpose,
            is_sealed,
            stage: procedure::find(TRANSITIONS, None, Step::Announce)?.to,
            take,
            pool,
            salt: Hash(salt.0).to_hex(),
            commitment: String::new(),
            entries: vec![],
            checkpoint: String::new(),
            seed: String::new(),
            drawn: vec![],
            called_off: 0,
            counts_from: None,
            announced_on: doing.day,
            latest_on: doing.day,
            reason: String::new(),
            version: 1,
        };
        let commitment = terms(&made, &organ).commitment(&salt);
        let unwritable = || FieldError::new("what_for", Fault::ControlCharacter);
        made.commitment = commitment.ok_or_else(unwritable)?.to_hex();
        draw::insert(write, &made).await?;
        write.record(doing.deed(Step::Announce, made.id.object(), &actor)).await?;
        Ok(DrawAnnounced { draw: made.id, number })
    }
}
