//! Publish a bulletin (发布通报): by somebody who did not sign it, a working day after the last
//! service. From this day its names expire.

use super::load::{Begun, begin};
use super::written::name_of;
use super::{BulletinChanged, expiry, keep};
use crate::ActError;
use crate::matter::{self, PaperForm, law};
use crate::message;
use jiff::civil::Date;
use qz_domain::accountability::Accountability;
use qz_domain::bulletin::{Bulletin, Scope, Step};
use qz_domain::id::{AccountId, BulletinId};
use qz_domain::matter::{MatterRefusal, Part};
use qz_domain::refusal::Refusal;
use qz_domain::review::ReviewRefusal;
use qz_domain::term::Due;
use qz_store::bulletin::sources;
use qz_store::{Act, Write, accountability};

/// Publishes a bulletin.
#[derive(Debug, Clone)]
pub struct PublishBulletin {
    /// Who publishes it.
    pub actor: AccountId,
    /// Which bulletin.
    pub bulletin: BulletinId,
    /// The version they read.
    pub version: i64,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

impl Act for PublishBulletin {
    type Receipt = BulletinChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<BulletinChanged, ActError> {
        let Self { actor, bulletin, version, paper } = self;
        let mut begun = begin(write, actor, bulletin, (Step::Publish, version)).await?;
        let Begun { actor, bulletin, .. } = &mut begun;
        let doing = matter::alone(write, actor, &paper, Some(bulletin.latest_on)).await?;
        let told = accountability::of_bulletin(write.reads(), bulletin.id).await?;
        must_not_be_too_soon(write, &told, doing.day).await?;
        must_stand(write, bulletin).await?;
        bulletin.published_on = Some(doing.day);
        let expiry = law::deadline(write, doing.day, expiry_term(bulletin.scope)).await?;
        bulletin.expiry = Some(expiry::capped(expiry, &told));
        message::named(write, bulletin, &told).await?;
        keep(write, begun, (Step::Publish, Part::Published), doing).await
    }
}

/// Nothing is told that a review felled meanwhile; what is under review is told without a name.
async fn must_stand(write: &mut Write, bulletin: &Bulletin) -> Result<(), ActError> {
    let ids: Vec<_> = bulletin.items.iter().map(|item| item.accountability).collect();
    if ids.is_empty() {
        return Ok(());
    }
    let found = sources(write.reads(), &ids).await?;
    let Some(one) = found.iter().find(|one| one.standing.has_fallen()) else { return Ok(()) };
    let subject = name_of(write, one.accountability).await?;
    Err(Refusal::from(ReviewRefusal::NotStanding { subject }).into())
}

/// The term that says how long names are shown.
pub(super) fn expiry_term(scope: Scope) -> &'static str {
    match scope {
        Scope::Public => "bulletin_expiry_public",
        Scope::County => "bulletin_expiry_county",
        Scope::Unit => "bulletin_expiry_unit",
    }
}

/// A working day lies between the last service and the publication, so that who is named knows
/// it first.
async fn must_not_be_too_soon(
    write: &mut Write,
    told: &[Accountability],
    day: Date,
) -> Result<(), ActError> {
    let Some(served) = told.iter().filter_map(|one| one.served_on).max() else { return Ok(()) };
    match law::next_workday(write, served).await? {
        next if next.has_come(day) => Ok(()),
        Due::Fixed(earliest) => Err(Refusal::from(MatterRefusal::TooSoon { earliest }).into()),
        Due::AwaitingCalendar { year, .. } => {
            Err(Refusal::from(MatterRefusal::NoCalendar { year }).into())
        }
    }
}
