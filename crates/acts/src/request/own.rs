//! What somebody does with their own request: take it back before it is answered (撤回), say that they are back early (销假).

use super::RequestChanged;
use super::answer::keep;
use super::load::begin;
use crate::ActError;
use jiff::civil::DateTime;
use qz_domain::field::{Fault, FieldError};
use qz_domain::id::{AccountId, RequestId};
use qz_domain::instant;
use qz_domain::request::{Edge, Request, Stage, Step, read};
use qz_store::{Act, Write};

/// Takes a request back before it is answered.
#[derive(Debug, Clone)]
pub struct WithdrawRequest {
    /// Who asked.
    pub actor: AccountId,
    /// Which.
    pub request: RequestId,
    /// The version they read.
    pub version: i64,
}

/// Says that somebody is back before their request ends.
#[derive(Debug, Clone)]
pub struct EndRequest {
    /// Who asked, or personnel for them.
    pub actor: AccountId,
    /// Which.
    pub request: RequestId,
    /// The version they read.
    pub version: i64,
    /// From when they are back: a day, a half of it or a minute; empty means now.
    pub back_at: String,
}

impl Act for WithdrawRequest {
    type Receipt = RequestChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<RequestChanged, ActError> {
        let about = (self.actor, self.request);
        let (actor, loaded) = begin(write, about, (Step::Withdraw, self.version)).await?;
        let row = Request { stage: Stage::Withdrawn, ..loaded.row };
        keep(write, &actor, (Step::Withdraw, row)).await
    }
}

impl Act for EndRequest {
    type Receipt = RequestChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<RequestChanged, ActError> {
        let about = (self.actor, self.request);
        let (actor, loaded) = begin(write, about, (Step::End, self.version)).await?;
        let now = instant::civil(write.now());
        let ended_at = Some(back_at(&self.back_at, &loaded.row, now)?);
        let row = Request { stage: Stage::Ended, ended_at, ..loaded.row };
        keep(write, &actor, (Step::End, row)).await
    }
}

/// From when somebody is back: between the beginning and the end of what was approved.
fn back_at(given: &str, row: &Request, now: DateTime) -> Result<DateTime, FieldError> {
    let at = match given.trim() {
        "" => now.max(row.from),
        given => read("back_at", given, Edge::First)?,
    };
    if at < row.from || at >= row.to {
        let (from, until) = (row.from.date(), row.to.date());
        return Err(FieldError::new("back_at", Fault::OutsideDays { from, until }));
    }
    Ok(at)
}
