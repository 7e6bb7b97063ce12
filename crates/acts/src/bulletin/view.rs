//! What an official may see of bulletins before and after they are published.

use super::load::{concern, load};
use crate::matter::law;
use crate::matter::view::{NamedHand, Sight, named, sights};
use crate::{ActError, Acts, power};
use jiff::civil::Date;
use qz_domain::accountability::Accountability;
use qz_domain::action::Action;
use qz_domain::bulletin::{Bulletin, Kind, Stage, Step, TRANSITIONS};
use qz_domain::id::{AccountId, BulletinId};
use qz_domain::person::Person;
use qz_domain::power::Concern;
use qz_domain::procedure::Stepped;
use qz_domain::term::Deadline;
use qz_domain::unit::Unit;
use qz_store::accountability::list as held;
pub use qz_store::accountability::list::AccountabilityLine;
pub use qz_store::bulletin::list::{BulletinFilter, BulletinLine, BulletinSort};
pub use qz_store::ledger::ActEntry;
pub use qz_store::list::Page;
use qz_store::{Subject, bulletin, hand, person};

/// A bulletin with everything that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulletinView {
    /// The record.
    pub bulletin: Bulletin,
    /// The issuing organ.
    pub organ: Unit,
    /// Who asked for it, when it is self-requested.
    pub requester: Option<Person>,
    /// The decisions it makes known, in its order.
    pub told: Vec<AccountabilityLine>,
    /// The same with their texts, as its readers will see them.
    pub decisions: Vec<Accountability>,
    /// Everybody who had a part in it.
    pub hands: Vec<NamedHand>,
    /// Every act on it, oldest first, with its place in the ledger.
    pub timeline: Vec<ActEntry>,
    /// Until when it is to be corrected or withdrawn, when a decision it tells of was changed since.
    pub to_correct: Option<Deadline>,
    /// The steps this viewer may take now.
    pub steps: Vec<Step>,
}

impl Acts {
    /// A bulletin as an account may see it. One it may not see does not exist for it.
    pub async fn bulletin(
        &self,
        account: AccountId,
        id: BulletinId,
    ) -> Result<BulletinView, ActError> {
        let mut conn = self.reader().await?;
        let (bulletin, organ) = load(&mut conn, id).await?;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let concern = concern(&bulletin, &organ);
        if !power::may(&actor, Action::BulletinRead, &concern) {
            return Err(ActError::NotFound);
        }
        let can = |step: &Step| power::may(&actor, step.action(), &concern);
        let rows = TRANSITIONS.iter().filter(|row| row.from == Some(bulletin.stage));
        let changed_on = changed_on(&mut conn, &bulletin).await?;
        let to_correct = match changed_on {
            Some(day) => Some(law::known_deadline(&mut conn, day, "bulletin_withdraw").await?),
            None => None,
        };
        let steps = rows.map(|row| row.step).filter(can).filter(|step| is_due(&bulletin, *step));
        let is_now = |step: &Step| match step {
            Step::Correct | Step::Withdraw => changed_on.is_some(),
            _ => true,
        };
        let steps = steps.filter(is_now).collect();
        let requester = match bulletin.on {
            Some(id) => person::find(&mut conn, id).await?,
            None => None,
        };
        let hands = hand::of_bulletin(&mut conn, id).await?;
        Ok(BulletinView {
            told: told(&mut conn, &bulletin).await?,
            decisions: qz_store::accountability::of_bulletin(&mut conn, id).await?,
            hands: named(&mut conn, &hands).await?,
            timeline: qz_store::ledger::acts_of(&mut conn, id.object()).await?,
            bulletin,
            organ,
            requester,
            to_correct,
            steps,
        })
    }

    /// Whom a bulletin concerns; `None` when there is none.
    pub async fn bulletin_concern(&self, id: BulletinId) -> Result<Option<Concern>, ActError> {
        match load(&mut self.reader().await?, id).await {
            Ok((bulletin, organ)) => Ok(Some(concern(&bulletin, &organ))),
            Err(ActError::NotFound) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// The bulletins an account may see: one page, and how many there are in all.
    pub async fn bulletins(
        &self,
        account: AccountId,
        filter: &BulletinFilter,
        sort: BulletinSort,
        page: Page,
    ) -> Result<(Vec<BulletinLine>, i64), ActError> {
        use bulletin::list::Seen;
        let mut conn = self.reader().await?;
        let actor = self.actor(&mut conn, account).await?;
        let actor = actor.ok_or(ActError::Forbidden(Action::BulletinRead))?;
        let seen =
            sights(&actor, Action::BulletinRead).into_iter().filter_map(|sight| match sight {
                Sight::All => Some(Seen::All),
                Sight::Unit(unit) => Some(Seen::OfOrgan(unit)),
                Sight::Own(_) => None,
            });
        let seen: Vec<_> = seen.chain([Seen::Published]).collect();
        Ok(bulletin::list::page(&mut conn, &seen, filter, sort, page).await?)
    }

    /// The served decisions of an organ that no bulletin tells of yet.
    pub async fn untold(&self, account: AccountId) -> Result<Vec<AccountabilityLine>, ActError> {
        let filter = held::AccountabilityFilter {
            stage: Some(qz_domain::accountability::Stage::Served),
            stands: true,
            ..held::AccountabilityFilter::default()
        };
        let sort = held::AccountabilitySort::Served;
        let (lines, _) = self.accountabilities(account, &filter, sort, Page::all()).await?;
        let ids: Vec<_> = lines.iter().map(|line| line.id).collect();
        let told = bulletin::carried(&mut self.reader().await?, &ids).await?;
        Ok(lines.into_iter().filter(|line| !told.contains(&line.id)).collect())
    }
}

/// A self-requested bulletin is counter-signed before it is signed; no other is.
fn is_due(bulletin: &Bulletin, step: Step) -> bool {
    let is_own = bulletin.kind == Kind::SelfRequested;
    match step {
        Step::Countersign => is_own,
        Step::Sign => !is_own || bulletin.stage == Stage::Countersigned,
        _ => true,
    }
}

/// The day on which a decision of a bulletin was last changed, unless the bulletin said so since.
pub(crate) async fn changed_on(
    conn: &mut qz_store::Conn,
    bulletin: &Bulletin,
) -> Result<Option<Date>, ActError> {
    let ids: Vec<_> = bulletin.items.iter().map(|item| item.accountability).collect();
    let marks = qz_store::review::standing::marks(conn, &ids).await?;
    let latest = marks.into_iter().map(|(_, mark)| mark.served_on).max();
    let said_on = bulletin.corrections.last().map(|one| one.on);
    let is_open = bulletin.stage == Stage::Published && !bulletin.is_withdrawn();
    Ok(latest.filter(|day| is_open && said_on.is_none_or(|said| said < *day)))
}

/// The decisions of a bulletin, in its order.
pub(super) async fn told(
    conn: &mut qz_store::Conn,
    bulletin: &Bulletin,
) -> Result<Vec<AccountabilityLine>, ActError> {
    let ids: Vec<_> = bulletin.items.iter().map(|item| item.accountability).collect();
    if ids.is_empty() {
        return Ok(vec![]);
    }
    let filter =
        held::AccountabilityFilter { ids: ids.clone(), ..held::AccountabilityFilter::default() };
    let sort = held::AccountabilitySort::Unit;
    let (mut lines, _) = held::page(conn, &[held::Seen::All], &filter, sort, Page::all()).await?;
    lines.sort_by_key(|line| ids.iter().position(|id| *id == line.id));
    Ok(lines)
}
