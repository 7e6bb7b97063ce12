//! Draw up the roster of a month (拟定值班表), and write it anew until it is published.

use super::RosterKept;
use super::load::{concern, people};
use super::written::{RosterForm, turns};
use crate::organisation::named_unit;
use crate::{ActError, power};
use qz_domain::id::{AccountId, RosterId};
use qz_domain::procedure::{self, Stepped};
use qz_domain::roster::{Roster, Stage, Step, TRANSITIONS};
use qz_store::roster::post;
use qz_store::{Act, Subject, Write, roster};

/// Draws up a roster.
#[derive(Debug, Clone)]
pub struct DraftRoster {
    /// Who does.
    pub actor: AccountId,
    /// The version they read; 0 where there was none.
    pub version: i64,
    /// What they wrote.
    pub form: RosterForm,
}

impl Act for DraftRoster {
    type Receipt = RosterKept;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<RosterKept, ActError> {
        let Self { actor, version, form } = self;
        let unit = named_unit(write.reads(), "roster_unit", &form.unit).await?;
        let action = Step::Draft.action();
        let actor = power::require(write, actor, action, &concern(&unit)).await?;
        let month = form.month()?;
        let old = roster::of_month(write.reads(), unit.id, month).await?;
        procedure::find(TRANSITIONS, old.as_ref().map(|one| one.stage), Step::Draft)?;
        power::must_be_latest(version, old.as_ref().map_or(0, |one| one.version))?;
        let posts = post::of_unit(write.reads(), unit.id).await?;
        let people = people(write.reads(), unit.id, (month.first(), month.last())).await?;
        let turns = turns(write, (&form, month), (&unit, &posts, &people)).await?;
        let version = version + 1;
        let row = match old {
            Some(old) => Roster { turns, version, ..old },
            None => Roster {
                id: RosterId(write.next_id()),
                unit: unit.id,
                month,
                stage: Stage::Drafted,
                published_on: None,
                turns,
                changes: 0,
                version,
            },
        };
        if version == 1 {
            roster::insert(write, &row).await?;
        } else {
            roster::update(write, &row).await?;
        }
        write.record(actor.deed(action, row.id.object())).await?;
        Ok(RosterKept { roster: row.id, stage: row.stage, version })
    }
}
