//! File the written answer of whoever was asked (函询回复): it feeds a verification, or ends the matter; nothing is
//! decided on it.

use super::load::{Begun, begin};
use super::{FindingChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm};
use qz_domain::field;
use qz_domain::finding::{FACTS_MOST, Step};
use qz_domain::id::{AccountId, FindingId};
use qz_domain::matter::Part;
use qz_store::{Act, Write};

/// Files an answer.
#[derive(Debug, Clone)]
pub struct FileReply {
    /// Who files it.
    pub actor: AccountId,
    /// Which finding.
    pub finding: FindingId,
    /// The version they read.
    pub version: i64,
    /// What was answered.
    pub reply: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

impl Act for FileReply {
    type Receipt = FindingChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<FindingChanged, ActError> {
        let Self { actor, finding, version, reply, paper } = self;
        let mut begun = begin(write, actor, finding, (Step::Reply, version)).await?;
        let Begun { actor, loaded, .. } = &mut begun;
        loaded.finding.reply = field::text("reply", &reply, FACTS_MOST)?;
        let earlier = Some(loaded.finding.latest());
        let doing = matter::alone(write, actor, &paper, earlier).await?;
        loaded.finding.handled_on = Some(doing.day);
        keep(write, begun, (Step::Reply, Part::Heard), doing).await
    }
}
