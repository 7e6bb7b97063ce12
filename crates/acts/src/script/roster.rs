//! The steps of duty rosters in a script: a post is named by its unit and what it is called, a turn by its post and day.

use super::unknown;
use crate::ActError;
use crate::attendance::{AdoptRule, RuleForm};
use crate::roster::{
    AddDutyPost, ApproveSwap, AskSwap, Cell, DraftRoster, DutyPostForm, PublishRoster, RosterForm,
    SwapForm,
};
use jiff::civil::Date;
use qz_domain::id::{AccountId, UnitId};
use qz_domain::month::Month;
use qz_domain::roster::{DutyPost, Roster, SwapStage};
use qz_store::roster::swap::{Of, lines};
use qz_store::roster::{of_month, post};
use qz_store::{Act, Write, unit};

/// What somebody did about a duty roster.
#[derive(Debug, Clone)]
pub enum ScriptedRoster {
    /// Adopted the rule of a duty.
    Adopt(RuleForm),
    /// Set up a post.
    Post(DutyPostForm),
    /// Drew up the month of a unit: posts, days and people.
    Draft(String, Month, Vec<(String, i8, String)>),
    /// Published it.
    Publish(String, Month),
    /// Asked that another takes over a turn.
    Ask {
        /// The unit.
        unit: String,
        /// The post.
        post: String,
        /// The day.
        day: Date,
        /// Who takes it.
        taker: String,
        /// Why.
        reason: String,
    },
    /// Approved what was asked for a day.
    Approve(String, Date),
}

/// Does it.
pub(super) async fn play(
    write: &mut Write,
    actor: AccountId,
    step: ScriptedRoster,
) -> Result<(), ActError> {
    match step {
        ScriptedRoster::Adopt(form) => AdoptRule { actor, form }.perform(write).await.map(drop),
        ScriptedRoster::Post(form) => AddDutyPost { actor, form }.perform(write).await.map(drop),
        ScriptedRoster::Draft(code, month, turns) => {
            let posts = posts(write, &code).await?;
            let mut cells = vec![];
            for (name, day, people) in turns {
                cells.push(Cell { post: called(&posts, &name)?.id, day, people });
            }
            let form = RosterForm { unit: code, month: month.to_string(), cells };
            DraftRoster { actor, version: 0, form }.perform(write).await.map(drop)
        }
        ScriptedRoster::Publish(code, month) => {
            let Roster { id: roster, version, .. } = roster(write, &code, month).await?;
            PublishRoster { actor, roster, version }.perform(write).await.map(drop)
        }
        ScriptedRoster::Ask { unit, post: name, day, taker, reason } => {
            let posts = posts(write, &unit).await?;
            let (post, roster) =
                (called(&posts, &name)?.id, roster(write, &unit, Month::of(day)).await?.id);
            let form = SwapForm { roster, post, day, taker, reason };
            AskSwap { actor, form }.perform(write).await.map(drop)
        }
        ScriptedRoster::Approve(code, day) => {
            let roster = roster(write, &code, Month::of(day)).await?.id;
            let found = lines(write.reads(), Of::Roster(roster)).await?;
            let waits = |stage| stage == SwapStage::Pending;
            let found = found.into_iter().map(|line| line.row);
            let one = found.into_iter().find(|row| row.turn.day == day && waits(row.stage));
            let one = one.ok_or_else(|| unknown(&code))?;
            let (swap, version) = (one.id, one.version);
            ApproveSwap { actor, swap, version }.perform(write).await.map(drop)
        }
    }
}

async fn posts(write: &mut Write, code: &str) -> Result<Vec<DutyPost>, ActError> {
    let unit = unit_of(write, code).await?;
    Ok(post::of_unit(write.reads(), unit).await?)
}

fn called<'a>(posts: &'a [DutyPost], name: &str) -> Result<&'a DutyPost, ActError> {
    posts.iter().find(|post| post.name == name).ok_or_else(|| unknown(name))
}

async fn roster(write: &mut Write, code: &str, month: Month) -> Result<Roster, ActError> {
    let unit = unit_of(write, code).await?;
    of_month(write.reads(), unit, month).await?.ok_or_else(|| unknown(code))
}

async fn unit_of(write: &mut Write, code: &str) -> Result<UnitId, ActError> {
    let found = unit::find_by_code(write.reads(), code).await?;
    Ok(found.ok_or_else(|| unknown(code))?.id)
}
