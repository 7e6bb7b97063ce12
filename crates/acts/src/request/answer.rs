//! Answer a request (批准、不批), and take back what was approved (撤销). Nobody answers their own.

use super::RequestChanged;
use super::load::{begin, must_decide};
use crate::actor::Actor;
use crate::{ActError, message};
use qz_domain::field;
use qz_domain::id::{AccountId, RequestId};
use qz_domain::instant;
use qz_domain::procedure::Stepped;
use qz_domain::request::{LINE_MOST, Request, Stage, Step};
use qz_store::{Act, Subject, Write, request};

/// Approves a request.
#[derive(Debug, Clone)]
pub struct ApproveRequest {
    /// Who approves it.
    pub actor: AccountId,
    /// Which.
    pub request: RequestId,
    /// The version they read.
    pub version: i64,
}

/// Refuses a request.
#[derive(Debug, Clone)]
pub struct RefuseRequest {
    /// Who refuses it.
    pub actor: AccountId,
    /// Which.
    pub request: RequestId,
    /// The version they read.
    pub version: i64,
    /// Why.
    pub answer: String,
}

/// Takes back what was approved.
#[derive(Debug, Clone)]
pub struct RevokeRequest {
    /// Who takes it back.
    pub actor: AccountId,
    /// Which.
    pub request: RequestId,
    /// The version they read.
    pub version: i64,
    /// Why.
    pub answer: String,
}

impl Act for ApproveRequest {
    type Receipt = RequestChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<RequestChanged, ActError> {
        let about = (self.actor, self.request);
        let (actor, loaded) = begin(write, about, (Step::Approve, self.version)).await?;
        must_decide(write, &actor, &loaded.row).await?;
        let row = decided(write, &actor, Request { stage: Stage::Approved, ..loaded.row });
        keep(write, &actor, (Step::Approve, row)).await
    }
}

impl Act for RefuseRequest {
    type Receipt = RequestChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<RequestChanged, ActError> {
        let about = (self.actor, self.request);
        let (actor, loaded) = begin(write, about, (Step::Refuse, self.version)).await?;
        must_decide(write, &actor, &loaded.row).await?;
        let answer = field::text("because", &self.answer, LINE_MOST)?;
        let row = Request { stage: Stage::Refused, answer, ..loaded.row };
        let row = decided(write, &actor, row);
        keep(write, &actor, (Step::Refuse, row)).await
    }
}

impl Act for RevokeRequest {
    type Receipt = RequestChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<RequestChanged, ActError> {
        let about = (self.actor, self.request);
        let (actor, loaded) = begin(write, about, (Step::Revoke, self.version)).await?;
        super::load::must_be_anothers(write, &actor, &loaded.row).await?;
        let answer = field::text("because", &self.answer, LINE_MOST)?;
        let row = Request { stage: Stage::Revoked, answer, ..loaded.row };
        keep(write, &actor, (Step::Revoke, row)).await
    }
}

fn decided(write: &Write, actor: &Actor, row: Request) -> Request {
    let leader = actor.stands_for.as_ref().map(|one| one.leader);
    let (decided_by, day) = (leader.or(actor.person), instant::day(write.now()));
    Request { decided_by, decided_on: Some(day), ..row }
}

/// Writes a request anew as a step left it, and tells whose it is.
pub(super) async fn keep(
    write: &mut Write,
    actor: &Actor,
    (step, row): (Step, Request),
) -> Result<RequestChanged, ActError> {
    let row = Request { version: row.version + 1, ..row };
    request::update(write, &row).await?;
    write.record(actor.deed(step.action(), row.id.object())).await?;
    message::request_answered(write, &row).await?;
    Ok(RequestChanged { version: row.version, stage: row.stage })
}
