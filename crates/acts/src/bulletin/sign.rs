//! Sign a bulletin (签发通报): it takes its number, without gap per organ, kind and year.

use super::load::{Begun, begin};
use super::{BulletinChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm};
use qz_domain::bulletin::{Kind, Stage, Step};
use qz_domain::id::{AccountId, BulletinId};
use qz_domain::matter::{MatterRefusal, Part};
use qz_domain::number::DocumentNumber;
use qz_domain::refusal::Refusal;
use qz_store::{Act, Write};

/// Signs a bulletin.
#[derive(Debug, Clone)]
pub struct SignBulletin {
    /// Who signs it.
    pub actor: AccountId,
    /// Which bulletin.
    pub bulletin: BulletinId,
    /// The version they read.
    pub version: i64,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

impl Act for SignBulletin {
    type Receipt = BulletinChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<BulletinChanged, ActError> {
        let Self { actor, bulletin, version, paper } = self;
        let mut begun = begin(write, actor, bulletin, (Step::Sign, version)).await?;
        let Begun { actor, bulletin, .. } = &mut begun;
        if bulletin.kind == Kind::SelfRequested && bulletin.stage != Stage::Countersigned {
            return Err(Refusal::from(MatterRefusal::NoCounterSignature).into());
        }
        let doing = matter::alone(write, actor, &paper, Some(bulletin.latest_on)).await?;
        let (series, year) = ((bulletin.organ, bulletin.kind), doing.day.year());
        let last = qz_store::bulletin::last_serial(write.reads(), series, year).await?;
        bulletin.number = DocumentNumber::new(year, last + 1);
        bulletin.signed_on = Some(doing.day);
        keep(write, begun, (Step::Sign, Part::Signed), doing).await
    }
}
