//! What a person may see of findings: one with its history and who answers for it, and lists.

use super::load::{self, Loaded};
use crate::accountability::view::units_to_clear;
use crate::actor::Actor;
use crate::liability::view::{self as chain, ChainView};
use crate::matter::view::{NamedHand, Sight, named, sights};
use crate::{ActError, Acts, power};
use qz_domain::accountability::Stage as Held;
use qz_domain::action::Action;
use qz_domain::finding::{Finding, Stage, Step, TRANSITIONS};
use qz_domain::id::{AccountId, FindingId, VisitId};
use qz_domain::matter::Hand;
use qz_domain::number::FindingNumber;
use qz_domain::person::Person;
use qz_domain::power::Concern;
use qz_domain::procedure::{Row, Stepped};
use qz_domain::refusal::Guard;
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;
use qz_domain::visit::Visit;
use qz_store::accountability::list as held;
pub use qz_store::accountability::list::AccountabilityLine;
pub use qz_store::finding::list::{FindingFilter, FindingLine, FindingSort};
pub use qz_store::ledger::ActEntry;
pub use qz_store::list::Page;
use qz_store::{Conn, Subject, finding, hand, person};

/// A finding with everything that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingView {
    /// The record.
    pub finding: Finding,
    /// The organ that looks into it.
    pub organ: Unit,
    /// The unit it concerns.
    pub unit: Unit,
    /// The visit it comes from; `None` where the unit saw it itself.
    pub visit: Option<Visit>,
    /// Who was asked in writing.
    pub asked: Option<Person>,
    /// Who answers for it.
    pub subjects: Vec<AccountabilityLine>,
    /// Everybody who had a part.
    pub hands: Vec<NamedHand>,
    /// Every act on it, oldest first, with its place in the ledger.
    pub timeline: Vec<ActEntry>,
    /// The steps this viewer may take now.
    pub steps: Vec<Step>,
    /// Whether this viewer may give notice now.
    pub may_notify: bool,
    /// Who of those it passed through answers for what, once that was said and as far as this viewer may read it.
    pub chain: Option<ChainView>,
    /// Whether there is one that this viewer may not read.
    pub is_chain_withheld: bool,
    /// Whether this viewer may say so now.
    pub may_lay: bool,
}

impl Acts {
    /// A finding as an account may see it. One it may not see does not exist for it.
    pub async fn finding(
        &self,
        account: AccountId,
        id: FindingId,
    ) -> Result<FindingView, ActError> {
        let mut conn = self.reader().await?;
        let loaded = load::load(&mut conn, id).await?;
        let hands = hand::of_finding(&mut conn, id).await?;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let concern = load::concern(&loaded, &hands);
        let may_read = power::may(&actor, Action::FindingRead, &concern);
        if !may_read || is_over(&mut conn, &loaded.finding).await? {
            return Err(ActError::NotFound);
        }
        view(&mut conn, (loaded, &hands), (&actor, &concern)).await
    }

    /// The number in the store of the finding with a number, if the account may see it.
    pub async fn finding_numbered(
        &self,
        account: AccountId,
        number: FindingNumber,
    ) -> Result<FindingId, ActError> {
        let found = finding::numbered(&mut self.reader().await?, number).await?;
        let id = found.ok_or(ActError::NotFound)?;
        self.finding(account, id).await.map(|view| view.finding.id)
    }

    /// Whom a finding concerns; `None` when there is none.
    pub async fn finding_concern(&self, id: FindingId) -> Result<Option<Concern>, ActError> {
        let mut conn = self.reader().await?;
        match load::load(&mut conn, id).await {
            Ok(loaded) => {
                let hands = hand::of_finding(&mut conn, id).await?;
                Ok(Some(load::concern(&loaded, &hands)))
            }
            Err(ActError::NotFound) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// The findings an account may see: one page, and how many there are in all.
    pub async fn findings(
        &self,
        account: AccountId,
        filter: &FindingFilter,
        sort: FindingSort,
        page: Page,
    ) -> Result<(Vec<FindingLine>, i64), ActError> {
        let mut conn = self.reader().await?;
        let actor = self.actor(&mut conn, account).await?;
        let actor = actor.ok_or(ActError::Forbidden(Action::FindingRead))?;
        let mut seen: Vec<_> = sights(&actor, Action::FindingRead).into_iter().map(seen).collect();
        seen.extend(units_to_clear(&actor).map(finding::list::Seen::ToClear));
        Ok(finding::list::page(&mut conn, &seen, filter, sort, page).await?)
    }

    /// The findings registered from a visit that an account may see.
    pub async fn findings_of_visit(
        &self,
        account: AccountId,
        visit: VisitId,
    ) -> Result<Vec<FindingNumber>, ActError> {
        let ids = finding::of_visit(&mut self.reader().await?, visit).await?;
        let mut numbers = vec![];
        for id in ids {
            match self.finding(account, id).await {
                Ok(view) => numbers.push(view.finding.number),
                Err(ActError::NotFound) => {}
                Err(fault) => return Err(fault),
            }
        }
        Ok(numbers)
    }
}

/// Whether a finding came to nothing and nobody is still to be cleared of it.
async fn is_over(conn: &mut Conn, finding: &Finding) -> Result<bool, ActError> {
    if !finding.stage.is_dismissed() {
        return Ok(false);
    }
    Ok(!finding::dismissed::owes_clearing(conn, finding.id).await?)
}

fn seen(sight: Sight) -> finding::list::Seen {
    match sight {
        Sight::All => finding::list::Seen::All,
        Sight::Unit(unit) => finding::list::Seen::OfOrgan(unit),
        Sight::Own(person) => finding::list::Seen::OfHand(person),
    }
}

/// The steps from where a finding stands that its weight of procedure allows.
fn ahead(finding: &Finding) -> impl Iterator<Item = Step> {
    let (stage, is_light) = (finding.stage, finding.weight.is_light());
    let fits = move |row: &&Row<Stage, Step>| {
        row.from == Some(stage) && (is_light || !row.guards.contains(&Guard::Light))
    };
    TRANSITIONS.iter().filter(fits).map(|row| row.step)
}

async fn view(
    conn: &mut Conn,
    (loaded, hands): (Loaded, &[Hand]),
    (actor, concern): (&Actor, &Concern),
) -> Result<FindingView, ActError> {
    let Loaded { finding, organ, unit } = loaded;
    let visit = match finding.visit {
        Some(id) => Some(qz_store::visit::find(conn, id).await?.ok_or(ActError::NotFound)?),
        None => None,
    };
    let filter = held::AccountabilityFilter {
        finding: Some(finding.id),
        // Who was cleared of it is nobody's business any more.
        is_to_clear: finding.stage.is_dismissed(),
        ..held::AccountabilityFilter::default()
    };
    let seen = [held::Seen::All];
    let sort = held::AccountabilitySort::Unit;
    let (subjects, _) = held::page(conn, &seen, &filter, sort, Page::all()).await?;
    let asked = match finding.asked {
        Some(id) => person::find(conn, id).await?,
        None => None,
    };
    let can = |action| power::may(actor, action, concern);
    let verified = Concern { stage: Stage::Verified.code(), ..concern.clone() };
    let is_ready = finding.may_be_noticed().is_ok();
    let is_verified = matches!(finding.stage, Stage::Verified | Stage::Upheld | Stage::Partly);
    let is_decided = subjects
        .iter()
        .any(|line| line.person.is_some() && matches!(line.stage, Held::Decided | Held::Served));
    // Who stood in the chain of what came to nothing is nobody's business any more.
    let mut chain = chain::of_finding(conn, finding.id).await?;
    chain.take_if(|_| finding.stage.is_dismissed());
    let is_chain_withheld = chain.take_if(|_| !chain::may_read(actor, &organ)).is_some();
    Ok(FindingView {
        visit,
        hands: named(conn, hands).await?,
        timeline: qz_store::ledger::acts_of(conn, finding.id.object()).await?,
        steps: ahead(&finding).filter(|step| can(step.action())).collect(),
        may_notify: is_ready && power::may(actor, Action::NoticeGive, &verified),
        may_lay: is_verified && !is_decided && power::may(actor, Action::ChainLay, &verified),
        chain,
        is_chain_withheld,
        asked,
        subjects,
        finding,
        organ,
        unit,
    })
}
