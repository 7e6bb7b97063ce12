//! Publish a roster (发布值班表). It binds whoever is on it, so no turn may have begun: what nobody knew of, nobody owed.

use super::RosterKept;
use super::load::{begins, concern, load, refused};
use crate::attendance::rules;
use crate::{ActError, power};
use qz_domain::id::{AccountId, RosterId};
use qz_domain::instant;
use qz_domain::procedure::Stepped;
use qz_domain::roster::{Roster, RosterRefusal, Step, TRANSITIONS};
use qz_store::roster::post;
use qz_store::{Act, Subject, Write, roster};

/// Publishes a roster.
#[derive(Debug, Clone)]
pub struct PublishRoster {
    /// Who does.
    pub actor: AccountId,
    /// Which.
    pub roster: RosterId,
    /// The version they read.
    pub version: i64,
}

impl Act for PublishRoster {
    type Receipt = RosterKept;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<RosterKept, ActError> {
        let Self { actor, roster: id, version } = self;
        let (row, unit) = load(write.reads(), id).await?;
        let table = (TRANSITIONS, &concern(&unit));
        let at = (row.stage, Step::Publish);
        let (actor, to) = power::begin(write, actor, table, at, (version, row.version)).await?;
        if row.turns.is_empty() {
            return Err(refused(RosterRefusal::Empty { month: row.month }));
        }
        let posts = post::of_unit(write.reads(), unit.id).await?;
        let book = rules(write.reads()).await?;
        let now = instant::civil(write.now());
        let has_begun = |day| {
            row.turns
                .iter()
                .any(|turn| turn.day == day && begins((&posts, &book), (turn.post, day)) <= now)
        };
        let mut days: Vec<_> = row.turns.iter().map(|turn| turn.day).collect();
        days.sort_unstable();
        if let Some(day) = days.into_iter().find(|day| has_begun(*day)) {
            return Err(refused(RosterRefusal::Begun { day }));
        }
        let published_on = Some(now.date());
        let row = Roster { stage: to.to, published_on, version: row.version + 1, ..row };
        roster::update_alone(write, &row).await?;
        write.record(actor.deed(Step::Publish.action(), id.object())).await?;
        Ok(RosterKept { roster: id, stage: row.stage, version: row.version })
    }
}
