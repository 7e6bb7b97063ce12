//! What an account may see of terminals and of what they sent.

use super::load::{concern, load};
use crate::{ActError, Acts, power};
use jiff::Timestamp;
use qz_domain::action::Action;
use qz_domain::id::{AccountId, PinId, TerminalId};
use qz_domain::power::Concern;
use qz_domain::procedure::Stepped;
use qz_domain::terminal::{Step, TRANSITIONS, Terminal};
use qz_domain::unit::Unit;
pub use qz_store::ledger::ActEntry;
pub use qz_store::list::Page;
pub use qz_store::punch::list::{AsideLine, PunchFilter, PunchLine};
pub use qz_store::terminal::heard::{Caller, Heard};
pub use qz_store::terminal::list::{TerminalFilter, TerminalLine, TerminalSort};
pub use qz_store::terminal::order::OrderLine;
pub use qz_store::terminal::pin::PinLine;
pub use qz_store::terminal::run::Numbers;
use qz_store::terminal::{heard, key, order, pin, run};
use qz_store::{Subject, punch, terminal};

/// The most numbers that are shown with a terminal.
pub const PINS_MOST: i64 = 200;

/// A terminal with everything that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TerminalView {
    /// The record.
    pub row: Terminal,
    /// The unit it stands in.
    pub unit: Unit,
    /// When it was heard, and how far its clock was off.
    pub heard: Heard,
    /// How many punches it sent, and how many lines were set aside.
    pub counts: (i64, i64),
    /// Since when it has the key by which it comes in; `None` where it has none.
    pub keyed_at: Option<Timestamp>,
    /// Which of its events came, by their numbers.
    pub numbers: Numbers,
    /// Whether this viewer may give it a key, and take the one it has back.
    pub may_key: (bool, bool),
    /// Whose its numbers are, one more than [`PINS_MOST`] at most; nothing for who may not read punches.
    pub pins: Vec<PinLine>,
    /// Its latest punches; nothing for who may not read punches.
    pub punches: Vec<PunchLine>,
    /// What was set aside last; nothing for who may not read punches.
    pub asides: Vec<AsideLine>,
    /// What was ordered of it last; nothing for who may not read punches, as it may name people.
    pub orders: Vec<OrderLine>,
    /// Every act on it, oldest first.
    pub timeline: Vec<ActEntry>,
    /// The steps this viewer may take now.
    pub steps: Vec<Step>,
    /// Whether this viewer reads punches.
    pub may_read_punches: bool,
    /// Whether this viewer may order something of it.
    pub may_order: bool,
}

impl Acts {
    /// The terminals an account may see: one page, and how many there are in all.
    ///
    /// # Errors
    /// Forbidden without the power.
    pub async fn terminals(
        &self,
        account: AccountId,
        filter: &TerminalFilter,
        (sort, page): (TerminalSort, Page),
    ) -> Result<(Vec<TerminalLine>, i64), ActError> {
        let mut conn = self.reader().await?;
        self.must_reach(&mut conn, account, Action::TerminalRead).await?;
        Ok(terminal::list::page(&mut conn, filter, sort, page).await?)
    }

    /// The boxes that knock and are not registered.
    ///
    /// # Errors
    /// Forbidden without the power.
    pub async fn terminal_callers(&self, account: AccountId) -> Result<Vec<Caller>, ActError> {
        let mut conn = self.reader().await?;
        self.must_reach(&mut conn, account, Action::TerminalRead).await?;
        Ok(heard::callers(&mut conn).await?)
    }

    /// A terminal as an account may see it.
    ///
    /// # Errors
    /// Not found where there is none, or the account may not know of it.
    pub async fn terminal(
        &self,
        account: AccountId,
        id: TerminalId,
    ) -> Result<TerminalView, ActError> {
        const SOME: Page = Page { size: 20, skip: 0 };
        let mut conn = self.reader().await?;
        let loaded = load(&mut conn, id).await?;
        let concern = concern(&loaded);
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        if !power::may(&actor, Action::TerminalRead, &concern) {
            return Err(ActError::NotFound);
        }
        let (row, unit) = loaded;
        let reads = power::may(&actor, Action::PunchRead, &concern);
        let may = |action: Action| power::may(&actor, action, &concern);
        let boxed = !row.serial.is_source() && row.kind.takes_orders();
        let orders = may(Action::TerminalOrder) && boxed;
        let keyed_at = key::made_at(&mut conn, id).await?;
        let give = may(Action::TerminalKey) && row.kind.has_key();
        let end = may(Action::TerminalKeyEnd) && keyed_at.is_some();
        let mut view = TerminalView {
            heard: heard::find(&mut conn, id).await?,
            counts: punch::counts(&mut conn, id).await?,
            keyed_at,
            numbers: run::numbers(&mut conn, id).await?,
            may_key: (give, end),
            pins: vec![],
            punches: vec![],
            asides: vec![],
            orders: vec![],
            timeline: qz_store::ledger::acts_of(&mut conn, id.object()).await?,
            steps: steps(&row, |step| power::may(&actor, step.action(), &concern)),
            may_read_punches: reads,
            may_order: orders,
            row,
            unit,
        };
        if reads {
            let filter = PunchFilter { terminal: Some(id), is_unmatched: false };
            // One more tells that there are more.
            let some = Page::number(1, PINS_MOST + 1);
            view.pins = pin::of_numbering(&mut conn, &view.row.numbering, some).await?;
            view.punches = punch::list::page(&mut conn, &filter, SOME).await?.0;
            view.asides = punch::list::asides(&mut conn, id, SOME).await?.0;
            view.orders = order::of_terminal(&mut conn, id, SOME).await?;
        }
        Ok(view)
    }

    /// Whom a terminal concerns; `None` when there is none.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn terminal_concern(&self, id: TerminalId) -> Result<Option<Concern>, ActError> {
        match load(&mut self.reader().await?, id).await {
            Ok(loaded) => Ok(Some(concern(&loaded))),
            Err(ActError::NotFound) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// The punches an account may see: one page, and how many there are in all.
    ///
    /// # Errors
    /// Forbidden without the power.
    pub async fn punches(
        &self,
        account: AccountId,
        filter: &PunchFilter,
        page: Page,
    ) -> Result<(Vec<PunchLine>, i64), ActError> {
        let mut conn = self.reader().await?;
        self.must_reach(&mut conn, account, Action::PunchRead).await?;
        Ok(punch::list::page(&mut conn, filter, page).await?)
    }

    /// Whose a number is, by the row that says so.
    ///
    /// # Errors
    /// Forbidden without the power; not found where there is no such row.
    pub async fn pin(&self, account: AccountId, id: PinId) -> Result<PinLine, ActError> {
        let mut conn = self.reader().await?;
        self.must_reach(&mut conn, account, Action::PinEnd).await?;
        pin::find_line(&mut conn, id).await?.ok_or(ActError::NotFound)
    }

    /// The names of the numberings there are.
    ///
    /// # Errors
    /// Forbidden without the power.
    pub async fn numberings(&self, account: AccountId) -> Result<Vec<String>, ActError> {
        let mut conn = self.reader().await?;
        self.must_reach(&mut conn, account, Action::PinMap).await?;
        Ok(terminal::numberings(&mut conn).await?)
    }

    async fn must_reach(
        &self,
        conn: &mut qz_store::Conn,
        account: AccountId,
        action: Action,
    ) -> Result<(), ActError> {
        let actor = self.actor(conn, account).await?;
        let reached = actor.and_then(|actor| power::reach(&actor, action));
        reached.map(drop).ok_or(ActError::Forbidden(action))
    }
}

fn steps(row: &Terminal, may: impl Fn(Step) -> bool) -> Vec<Step> {
    let rows = TRANSITIONS.iter().filter(|one| one.from == Some(row.stage));
    rows.map(|one| one.step).filter(|step| may(*step)).collect()
}
