//! What an act is lent while it runs. Only the writer makes one: no other code can write.

use super::Ambient;
use super::seal::PendingAct;
use crate::bulk::{self, Column, Target};
use crate::conn::{Conn, on_either};
use crate::entry::LawInForce;
use crate::error::StoreError;
use crate::governed::{self, Kind};
use crate::law_change;
use jiff::Timestamp;
use qz_domain::id::{AccountId, ActId, PersonId};
use qz_domain::law::{CountyLaw, CountyTerm};
use qz_domain::paper::Paper;
use qz_ledger::{Frontier, Hash};

/// The writing side of the free tables.
pub struct Free {
    pub(crate) conn: Conn,
    next_id: i64,
    ambient: Ambient,
}

impl Free {
    /// The instant that counts as now.
    pub fn now(&self) -> Timestamp {
        self.ambient.clock.now()
    }

    /// Thirty-two unguessable bytes.
    pub fn chance(&self) -> [u8; 32] {
        self.ambient.chance.bytes()
    }

    /// A number for a row of a free table, drawn by lot: 1 to 2⁵³ − 1.
    ///
    /// Not of the tenant's series: that follows from the acts alone, so `ledger verify` can hold
    /// the head's next number to the last act's.
    pub fn next_id(&mut self) -> i64 {
        let bytes = self.chance().first_chunk().copied().unwrap_or_default();
        let drawn = u64::from_be_bytes(bytes) >> 11;
        drawn.max(1).cast_signed()
    }

    /// The next number of the tenant's one series.
    fn next_in_series(&mut self) -> i64 {
        let id = self.next_id;
        self.next_id += 1;
        id
    }

    /// The connection, to read with.
    pub fn reads(&mut self) -> &mut Conn {
        &mut self.conn
    }
}

/// The writing side of the governed tables, and of the free ones.
pub struct Write {
    pub(super) free: Free,
    pub(super) head: Head,
    pub(super) pending: Vec<PendingAct>,
    request: String,
    /// What the county confirmed of its own, acts of this transaction among it.
    county: CountyLaw,
    /// The law as the act under way found it.
    law: LawInForce,
    on_behalf_of: Option<PersonId>,
}

/// The ledger's head as the transaction found it.
pub(super) struct Head {
    pub frontier: Frontier,
    pub signed_size: i64,
    pub signed_root: String,
    /// The number to begin from, to see whether any was taken.
    pub first_id: i64,
}

/// A governed object: its kind and its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ObjectRef {
    /// The kind, by name.
    pub kind: &'static str,
    /// The number.
    pub id: i64,
}

/// Identifiers that name a governed object.
pub trait Subject {
    /// The object.
    fn object(self) -> ObjectRef;
}

macro_rules! subjects {
    ($($id:ident = $kind:literal),+ $(,)?) => {$(
        impl Subject for qz_domain::id::$id {
            fn object(self) -> ObjectRef {
                ObjectRef { kind: $kind, id: self.0 }
            }
        }
    )+};
}

subjects! {
    UnitId = "unit", PostId = "post", PersonId = "person", KinId = "kin",
    AccountId = "account", VisitId = "visit", ImportId = "import", FindingId = "finding",
    SanctionId = "sanction", SuspicionId = "suspicion", SourceId = "sealed_source", OpeningId = "source_opening",
    AccountabilityId = "accountability", BulletinId = "bulletin", CampaignId = "campaign",
    NoticeId = "holiday_notice", ArticleId = "article", LawChangeId = "law_change",
    MonthlyReportId = "monthly_report", ObjectionId = "objection", DeputyId = "deputy",
    AwayId = "away", DrawId = "draw", TicketId = "ticket", RectificationId = "rectification",
    ReviewId = "review",
    ListEntryId = "list_entry", MeetingId = "meeting", ChainId = "chain",
    TerminalId = "terminal", PinId = "terminal_pin", BatchId = "terminal_batch",
    OrderId = "terminal_order", RuleId = "attendance_rule",
    AssignmentId = "attendance_assignment", ExceptionId = "attendance_exception",
    SheetId = "attendance_sheet",
    AdoptionId = "adoption", FilingId = "filing", PromptId = "prompt",
    DutyPostId = "duty_post", RosterId = "roster", SwapId = "duty_swap",
    RequestId = "request", OutageId = "outage", WorkStartId = "work_start",
}

/// What an act records of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// What was done: the code of its action.
    pub kind: &'static str,
    /// To which object.
    pub object: ObjectRef,
    /// Who did it.
    pub by: Option<PersonId>,
    /// The account that keyed it.
    pub recorded_by: Option<AccountId>,
    /// The sheet it was done on.
    pub paper: Option<Paper>,
    /// What to say with it; may be empty.
    pub remark: String,
}

/// A place to return to when an act is refused.
pub(super) struct Mark {
    pending: usize,
    next_id: i64,
    county: usize,
}

impl Write {
    pub(super) async fn open(mut conn: Conn, ambient: Ambient) -> Result<Self, StoreError> {
        const SQL: &str = "
            update ledger_head
               set size = size
             where id = 1
            returning size, frontier, next_id, signed_size, signed_root";
        type Row = (i64, String, i64, i64, String);

        let begin = conn.begin();
        conn.run(begin).await?;
        let (size, frontier, next_id, signed_size, signed_root): Row =
            on_either!(&mut conn, c => sqlx::query_as(SQL).fetch_one(c).await)?;
        let frontier = Frontier::decode(size.unsigned_abs(), &frontier)
            .map_err(|fault| StoreError::Head(fault.to_string()))?;
        let head = Head { frontier, signed_size, signed_root, first_id: next_id };
        // After the head is locked, so that no other process confirms anything meanwhile.
        let county = law_change::county_law(&mut conn).await?;
        let law = LawInForce::of(&county);
        let free = Free { conn, next_id, ambient };
        let (pending, request) = (Vec::new(), String::new());
        Ok(Self { free, head, pending, request, county, law, on_behalf_of: None })
    }

    /// What the county confirmed of its own law.
    pub fn county_law(&self) -> &CountyLaw {
        &self.county
    }

    /// Lays a confirmed term over those there are, for the acts that follow.
    pub(crate) fn enact(&mut self, term: CountyTerm) {
        self.county.add(term);
    }

    /// The instant that counts as now.
    pub fn now(&self) -> Timestamp {
        self.free.now()
    }

    /// Thirty-two unguessable bytes.
    pub fn chance(&self) -> [u8; 32] {
        self.free.chance()
    }

    /// The next number of the tenant's one series.
    pub fn next_id(&mut self) -> i64 {
        self.free.next_in_series()
    }

    /// The connection, to read with.
    pub fn reads(&mut self) -> &mut Conn {
        &mut self.free.conn
    }

    /// The writing side of the free tables, in the same transaction.
    pub fn free(&mut self) -> &mut Free {
        &mut self.free
    }

    /// Inserts many rows at once.
    pub async fn insert(
        &mut self,
        target: Target,
        columns: Vec<Column>,
    ) -> Result<u64, StoreError> {
        bulk::insert(&mut self.free.conn, target, columns).await
    }

    /// Says for whom the act is done, when its actor stands in for somebody; forgotten with the act.
    pub fn stand_in_for(&mut self, person: Option<PersonId>) {
        self.on_behalf_of = person;
    }

    /// Records the act: reads the object back as it now stands and takes its place in the ledger.
    pub async fn record(&mut self, deed: Deed) -> Result<ActId, StoreError> {
        let kind = known_kind(deed.object)?;
        let object = governed::read_back(&mut self.free.conn, kind, deed.object.id).await?;
        Ok(self.record_form(deed, &object))
    }

    /// As [`record`](Self::record), of an object whose every row was written by this act: their texts as the database
    /// would give them, a table of the kind each. For objects of thousands of rows, which would else be read at once.
    pub(crate) fn record_written(
        &mut self,
        deed: Deed,
        texts: &[&str],
    ) -> Result<ActId, StoreError> {
        let kind = known_kind(deed.object)?;
        let object = governed::canonical_object(kind, texts)
            .map_err(|_| StoreError::Corrupt { table: kind.name, id: deed.object.id })?;
        Ok(self.record_form(deed, &object))
    }

    /// Records the act with the object's canonical form at hand.
    fn record_form(&mut self, deed: Deed, object: &str) -> ActId {
        let id = ActId(self.next_id());
        let (salt, at) = (self.chance(), self.now());
        let request = std::mem::take(&mut self.request);
        let mut act = PendingAct::new((id, request), deed, (object, self.law), salt, at);
        act.on_behalf_of = self.on_behalf_of.take();
        self.pending.push(act);
        id
    }

    /// The latest act on an object in this very transaction.
    pub(crate) fn last_pending_on(&self, kind: &str, id: i64) -> Option<ActId> {
        let on = |act: &&PendingAct| act.is_on(kind, id);
        self.pending.iter().rev().find(on).map(|act| act.id)
    }

    pub(super) fn pending(&self) -> usize {
        self.pending.len()
    }

    /// Whether the last act took its number last: what it wrote stands in its leaf.
    pub(super) fn recorded_last(&self) -> bool {
        self.pending.last().is_some_and(|act| act.id.0 + 1 == self.free.next_id)
    }

    pub(super) fn name_request(&mut self, request: String) {
        self.request = request;
        self.law = LawInForce::of(&self.county);
        self.on_behalf_of = None;
    }

    pub(super) fn keep_receipt(&mut self, receipt: String) {
        if let Some(last) = self.pending.last_mut() {
            last.receipt = receipt;
        }
    }

    /// The receipt of a request that was done before, in this transaction or an earlier one.
    pub(super) async fn receipt_of(&mut self, request: &str) -> Result<Option<String>, StoreError> {
        const SQL: &str = "select receipt from act where request = $1";
        if let Some(act) =
            self.pending.iter().find(|act| !request.is_empty() && act.request == request)
        {
            return Ok(Some(act.receipt.clone()));
        }
        let found: Option<(String,)> = on_either!(
            &mut self.free.conn,
            c => sqlx::query_as(SQL).bind(request).fetch_optional(c).await
        )?;
        Ok(found.map(|(receipt,)| receipt))
    }

    pub(super) async fn mark(&mut self) -> Result<Mark, StoreError> {
        self.free.conn.run("savepoint act").await?;
        let county = self.county.terms().len();
        Ok(Mark { pending: self.pending.len(), next_id: self.free.next_id, county })
    }

    pub(super) async fn keep(&mut self) -> Result<(), StoreError> {
        Ok(self.free.conn.run("release savepoint act").await?)
    }

    /// Undoes everything since the mark, the numbers taken included.
    pub(super) async fn undo(&mut self, mark: Mark) -> Result<(), StoreError> {
        self.free.conn.run("rollback to savepoint act").await?;
        self.free.conn.run("release savepoint act").await?;
        self.pending.truncate(mark.pending);
        self.free.next_id = mark.next_id;
        self.county.truncate(mark.county);
        Ok(())
    }

    pub(super) fn last_id(&self) -> i64 {
        self.free.next_id
    }

    pub(super) async fn commit(&mut self) -> Result<(), StoreError> {
        super::seal::seal(self).await?;
        Ok(self.free.conn.run("commit").await?)
    }

    /// Ends the transaction without a trace; a connection that cannot is closed.
    pub(super) async fn abandon(mut self) {
        if self.free.conn.run("rollback").await.is_err() {
            self.free.conn.close().await;
        }
    }
}

fn known_kind(object: ObjectRef) -> Result<&'static Kind, StoreError> {
    governed::kind(object.kind).ok_or(StoreError::Corrupt { table: object.kind, id: object.id })
}

/// The root of the last signed checkpoint: proves that a leaf is not older than it.
pub(super) fn signed_root(head: &Head) -> Option<(u64, Hash)> {
    let root = head.signed_root.parse().ok()?;
    Some((head.signed_size.unsigned_abs(), root))
}
