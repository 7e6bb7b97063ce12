//! Change a published roster (调整值班表), with a reason. Who was on a turn and who is stay on record; of a turn that had
//! begun that is said beside it.

use super::RosterKept;
use super::load::{begins, concern, people};
use super::written::{RosterForm, turns};
use crate::attendance::rules;
use crate::organisation::named_unit;
use crate::{ActError, power};
use qz_domain::field;
use qz_domain::id::AccountId;
use qz_domain::instant;
use qz_domain::procedure::Stepped;
use qz_domain::refusal::Refusal;
use qz_domain::roster::{LINE_MOST, Roster, RosterChange, Step, TRANSITIONS, changes};
use qz_store::roster::post;
use qz_store::{Act, Subject, Write, roster};

/// Changes a published roster.
#[derive(Debug, Clone)]
pub struct ChangeRoster {
    /// Who does.
    pub actor: AccountId,
    /// The version they read.
    pub version: i64,
    /// The whole month as it is to be.
    pub form: RosterForm,
    /// Why.
    pub reason: String,
}

impl Act for ChangeRoster {
    type Receipt = RosterKept;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<RosterKept, ActError> {
        let Self { actor, version, form, reason } = self;
        let unit = named_unit(write.reads(), "roster_unit", &form.unit).await?;
        let month = form.month()?;
        let old = roster::of_month(write.reads(), unit.id, month).await?;
        let old = old.ok_or(ActError::NotFound)?;
        let (table, at) = ((TRANSITIONS, &concern(&unit)), (old.stage, Step::Change));
        let (actor, _) = power::begin(write, actor, table, at, (version, old.version)).await?;
        let reason = field::text("because", &reason, LINE_MOST)?;
        let posts = post::of_unit(write.reads(), unit.id).await?;
        let people = people(write.reads(), unit.id, (month.first(), month.last())).await?;
        let turns = turns(write, (&form, month), (&unit, &posts, &people)).await?;
        let book = rules(write.reads()).await?;
        let now = instant::civil(write.now());
        let has_begun = |post, day| begins((&posts, &book), (post, day)) <= now;
        let found = changes(&old.turns, &turns, has_begun);
        if found.is_empty() {
            return Err(Refusal::NothingChanged.into());
        }
        let number = old.changes + 1;
        let change = RosterChange { number, on: now.date(), reason, turns: found };
        let row = Roster { turns, changes: number, version: old.version + 1, ..old };
        roster::update(write, &row).await?;
        roster::insert_change(write, row.id, &change).await?;
        write.record(actor.deed(Step::Change.action(), row.id.object())).await?;
        Ok(RosterKept { roster: row.id, stage: row.stage, version: row.version })
    }
}
