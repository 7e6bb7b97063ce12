//! Sign the minutes of a meeting (签署会议纪要): by its chair, once every matter is voted on or put off. They take their number,
//! and nothing on them changes any more.

use super::load::{Begun, begin, must_have_begun};
use super::{MeetingChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm};
use qz_domain::field;
use qz_domain::id::{AccountId, MeetingId};
use qz_domain::meeting::{MINUTES_MOST, MeetingRefusal, Step};
use qz_domain::number::DocumentNumber;
use qz_domain::refusal::Refusal;
use qz_store::{Act, Write, meeting, person};

/// The minutes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MinutesForm {
    /// What was said, beside the ballots.
    pub minutes: String,
    /// The paper, when they were signed on one.
    pub paper: PaperForm,
}

/// Signs the minutes of a meeting.
#[derive(Debug, Clone)]
pub struct SignMinutes {
    /// The chair, or who keys their signature.
    pub actor: AccountId,
    /// Which meeting.
    pub meeting: MeetingId,
    /// The version they read.
    pub version: i64,
    /// The minutes.
    pub form: MinutesForm,
}

impl Act for SignMinutes {
    type Receipt = MeetingChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<MeetingChanged, ActError> {
        let Self { actor, meeting, version, form } = self;
        let mut begun = begin(write, actor, meeting, (Step::Sign, version)).await?;
        let Begun { actor, meeting, by, .. } = &mut begun;
        let held_on = must_have_begun(write, meeting)?;
        meeting.must_be_settled()?;
        meeting.minutes = field::text("minutes", &form.minutes, MINUTES_MOST)?;
        let doing = matter::alone(write, actor, &form.paper, Some(held_on)).await?;
        let signer = doing.by.first().copied();
        if signer != meeting.chair() {
            let found = match signer {
                Some(id) => person::find(write.reads(), id).await?,
                None => None,
            };
            let person = found.map(|person| person.name).unwrap_or_default();
            return Err(Refusal::from(MeetingRefusal::NotTheChair { person }).into());
        }
        let year = doing.day.year();
        let last = meeting::last_serial(write.reads(), meeting.organ, year).await?;
        meeting.number = DocumentNumber::new(year, last + 1);
        meeting.signed_on = Some(doing.day);
        *by = signer;
        keep(write, begun, Step::Sign, doing.paper).await
    }
}
