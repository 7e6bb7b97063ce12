//! What the desk sees of draws: the planners all of it, others what is open and what waits for their
//! entry.

use super::load::{concern, deciding, is_told, load};
use super::pair::{Proposal, proposals};
use crate::{ActError, Acts, power};
use qz_domain::action::Action;
use qz_domain::draw::{Draw, Stage, Step, TRANSITIONS};
use qz_domain::id::{AccountId, DrawId};
use qz_domain::instant;
use qz_domain::power::Concern;
use qz_domain::procedure::Stepped;
use qz_domain::unit::Unit;
use qz_store::Subject;
use qz_store::draw::list::Looks;
pub use qz_store::draw::list::{DrawFilter, DrawLine, DrawSort, Told};
use qz_store::draw::pick;
pub use qz_store::draw::pick::PickedVisit;
pub use qz_store::ledger::ActEntry;
pub use qz_store::list::Page;

/// A draw with everything that belongs to it, as an account may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawView {
    /// The record; covered where it is sealed for this viewer.
    pub draw: Draw,
    /// The office that draws.
    pub organ: Unit,
    /// Whether this viewer reads all of it.
    pub is_told: bool,
    /// Whether anybody does.
    pub is_public: bool,
    /// Whether a checkpoint decides it already.
    pub is_ready: bool,
    /// Whom it is proposed to send where no visit is planned yet, for whoever plans visits.
    pub proposals: Vec<Proposal>,
    /// The visits planned or done for it, for whoever plans visits.
    pub visits: Vec<PickedVisit>,
    /// Every act on it, oldest first, with its place in the ledger.
    pub timeline: Vec<ActEntry>,
    /// The steps this viewer may take now.
    pub steps: Vec<Step>,
}

impl Acts {
    /// A draw as an account may see it. One it may not see does not exist for it.
    pub async fn draw(&self, account: AccountId, id: DrawId) -> Result<DrawView, ActError> {
        let mut conn = self.reader().await?;
        let (draw, organ) = load(&mut conn, id).await?;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let concern = concern(&draw, &organ);
        if !power::may(&actor, Action::DrawRead, &concern) {
            return Err(ActError::NotFound);
        }
        let is_planner = power::may(&actor, Action::VisitPlan, &concern);
        let is_public = is_told(&mut conn, &draw).await?;
        let has_entered = draw.entries.iter().any(|entry| Some(entry.person) == actor.person);
        let rows = TRANSITIONS.iter().filter(|row| row.from == Some(draw.stage));
        let can = |step: &Step| {
            power::may(&actor, step.action(), &concern) && !(*step == Step::Enter && has_entered)
        };
        let steps = rows.map(|row| row.step).filter(can).collect();
        let is_ready = draw.stage == Stage::Entered && deciding(&mut conn, &draw).await?.is_some();
        let day = instant::day(self.now());
        let (mut visits, mut open) = (vec![], vec![]);
        if is_planner && draw.stage == Stage::Drawn {
            visits = pick::visits(&mut conn, id).await?;
            open = proposals(&mut conn, (&draw, &visits), day).await?;
        }
        let is_told = is_planner || is_public;
        Ok(DrawView {
            timeline: qz_store::ledger::acts_of(&mut conn, id.object()).await?,
            draw: if is_told { draw } else { draw.covered() },
            organ,
            is_told,
            is_public,
            is_ready,
            proposals: open,
            visits,
            steps,
        })
    }

    /// Whom a draw concerns; `None` when there is none.
    pub async fn draw_concern(&self, id: DrawId) -> Result<Option<Concern>, ActError> {
        match load(&mut self.reader().await?, id).await {
            Ok((draw, organ)) => Ok(Some(concern(&draw, &organ))),
            Err(ActError::NotFound) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// The draws of the county as an account may see them: one page, and how many there are in all.
    pub async fn draws(
        &self,
        account: AccountId,
        filter: &DrawFilter,
        sort: DrawSort,
        page: Page,
    ) -> Result<(Vec<DrawLine>, i64), ActError> {
        let mut conn = self.reader().await?;
        let actor = self.actor(&mut conn, account).await?;
        let actor = actor.ok_or(ActError::Forbidden(Action::DrawRead))?;
        let anywhere = Concern { stage: "", people: vec![], units: vec![] };
        let is_planner = power::may(&actor, Action::VisitPlan, &anywhere);
        let looks = if is_planner { Looks::Planner } else { Looks::Anybody };
        Ok(qz_store::draw::list::page(&mut conn, looks, filter, sort, page).await?)
    }
}
