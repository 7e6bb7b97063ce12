//! Edit a bulletin (修改拟稿): a new version, under the guards of drafting. Whoever writes it is one of
//! its drafters from now on, and a check made before no longer counts.

use super::load::begin;
use super::{BulletinChanged, BulletinForm, recorded, taken, written};
use crate::ActError;
use crate::matter;
use qz_domain::bulletin::{Bulletin, Step};
use qz_domain::id::{AccountId, BulletinId};
use qz_domain::matter::Part;
use qz_domain::refusal::Refusal;
use qz_store::{Act, Write};

/// Writes a new version of a bulletin that was not reviewed.
#[derive(Debug, Clone)]
pub struct EditBulletin {
    /// Who edits it.
    pub actor: AccountId,
    /// Which bulletin.
    pub bulletin: BulletinId,
    /// The version they read.
    pub version: i64,
    /// What they wrote.
    pub form: BulletinForm,
}

impl Act for EditBulletin {
    type Receipt = BulletinChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<BulletinChanged, ActError> {
        let Self { actor, bulletin, version, form } = self;
        let mut begun = begin(write, actor, bulletin, (Step::Edit, version)).await?;
        let before = begun.bulletin.clone();
        let made = written::read(write, &form, before.organ).await?;
        begun.bulletin = Bulletin {
            id: before.id,
            stage: before.stage,
            drafted_on: before.drafted_on,
            latest_on: before.latest_on,
            version: before.version,
            ..made
        };
        if begun.bulletin == before {
            return Err(Refusal::NothingChanged.into());
        }
        let served = written::must_rest_on_something(write, &begun.bulletin).await?;
        let earlier = served.max(Some(before.latest_on));
        let doing = matter::alone(write, &begun.actor, &form.paper, earlier).await?;
        let begun = taken(write, begun, Part::Drafted, &doing).await?;
        qz_store::bulletin::replace(write, &before, &begun.bulletin).await?;
        recorded(write, &begun, Step::Edit, &doing).await
    }
}
