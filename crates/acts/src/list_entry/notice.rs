//! Put an entry before the public (公示). From here on the day moves it: in notice, listed, down. What it rests
//! on is asked once more, and what making a person known does to them is weighed.

use super::load::begin;
use super::{ListEntryChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm, law};
use qz_domain::bulletin::Assessment;
use qz_domain::id::{AccountId, ListEntryId};
use qz_domain::list_entry::{Board, Step, must_be_final};
use qz_domain::matter::Part;
use qz_store::{Act, Write};

/// What is weighed before somebody is made known; all empty where nobody is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NoticeForm {
    /// Whether purpose and manner are lawful, proper and necessary.
    pub purpose: String,
    /// What it does to the person.
    pub effect: String,
    /// What protects them.
    pub safeguard: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

/// Puts an entry before the public.
#[derive(Debug, Clone)]
pub struct NotifyList {
    /// Who does.
    pub actor: AccountId,
    /// Which entry.
    pub entry: ListEntryId,
    /// The version they read.
    pub version: i64,
    /// What was weighed.
    pub form: NoticeForm,
}

impl Act for NotifyList {
    type Receipt = ListEntryChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ListEntryChanged, ActError> {
        let Self { actor, entry, version, form } = self;
        let mut begun = begin(write, actor, entry, (Step::Notice, version)).await?;
        let line = &mut begun.line;
        let latest = line.entry.latest_on;
        let doing = matter::alone(write, &begun.actor, &form.paper, Some(latest)).await?;
        if line.entry.board == Board::Black {
            must_be_final(line.judged(), doing.day)?;
        }
        let answers = [&*form.purpose, &*form.effect, &*form.safeguard];
        let one = &mut line.entry;
        one.assessment = Assessment::read(answers, one.must_be_assessed(doing.day))?;
        let [notice, listing] =
            law::in_turn(write, doing.day, ["list_notice", "list_expiry"]).await?;
        one.noticed_on = Some(doing.day);
        (one.notice_due, one.expiry) = (Some(notice), Some(listing));
        keep(write, begun, (Step::Notice, Some(Part::Noticed)), doing).await
    }
}
