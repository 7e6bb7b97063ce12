//! Lay the chain (明确责任链): each link with its duty, its own fault or its exculpation, and its share. The rule proposes
//! the shares; whoever lays it may set another with a reason. Before a decision it may be laid anew.

use crate::finding::{Loaded, concern, load as load_finding};
use crate::matter::{self, Doing, PaperForm, Setting};
use crate::{ActError, power};
use qz_domain::accountability::Stage as Answering;
use qz_domain::action::Action;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::finding;
use qz_domain::id::{AccountId, ChainId, FindingId, PersonId};
use qz_domain::liability::{
    self, Laying, LiabilityRefusal, Link, LinkGiven, Place, Read, Stage, Step, TRANSITIONS, Way,
};
use qz_domain::matter::{Hand, MatterRefusal, Part};
use qz_domain::procedure;
use qz_domain::refusal::Refusal;
use qz_domain::spelled::Spelled;
use qz_store::liability::{Held, LaidBy};
use qz_store::{Act, Subject, Write, hand, person};
use serde::{Deserialize, Serialize};

/// What is said of everybody in the chain.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChainForm {
    /// How the matter was settled at the time.
    pub way: String,
    /// The links; rows without a person are passed over.
    pub links: Vec<LinkGiven>,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

/// Lays the chain of a finding, for the first time or anew.
#[derive(Debug, Clone)]
pub struct LayChain {
    /// Who lays it.
    pub actor: AccountId,
    /// Of which finding.
    pub finding: FindingId,
    /// The version of the chain they read; 0 when there was none.
    pub version: i64,
    /// What they say.
    pub form: ChainForm,
}

/// The chain as it now stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChainLaid {
    /// In the store.
    pub chain: ChainId,
    /// Its version.
    pub version: i64,
}

impl Act for LayChain {
    type Receipt = ChainLaid;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ChainLaid, ActError> {
        let Self { actor, finding, version, form } = self;
        let loaded = load_finding(write.reads(), finding).await?;
        let hands = hand::of_finding(write.reads(), finding).await?;
        let action = Action::ChainLay;
        let actor = power::require(write, actor, action, &verified(&loaded, &hands)).await?;
        must_be_verified(loaded.finding.stage)?;
        let beside = qz_store::liability::beside(write.reads(), (finding, None)).await?;
        let (held, Place { version: laid, laid_on, .. }) = beside;
        power::must_be_latest(version, laid)?;
        let from = Stage::after(laid);
        let step = if from.is_none() { Step::Lay } else { Step::LayAnew };
        let guards = procedure::find(TRANSITIONS, from, step)?.guards;
        let way = field::word::<Way>("chain_way", &form.way)?;
        let read = liability::read(&form.links).map_err(ActError::Invalid)?;
        let earlier = loaded.finding.verified_on.max(laid_on);
        let doing = matter::alone(write, &actor, &form.paper, earlier).await?;
        let links = stood(write, read, (way, &doing)).await?;
        liability::must_hold(&links)
            .and_then(|()| liability::settled(&links))
            .map_err(Refusal::from)?;
        must_be_open(write, &held, &links).await?;
        must_be_outside(&doing, &links)?;
        let (organ, unit) = (loaded.organ.id, &loaded.unit);
        let setting =
            Setting { part: Part::Laid, guards, hands: &hands, organ, unit, subject: None };
        matter::screen(write, setting, &doing).await?;
        let id = ChainId(write.next_id());
        let laying = Laying { id, version: version + 1, laid_on: doing.day, way, links };
        qz_store::liability::insert(write, (finding, organ), &laying, laid_by(&doing)).await?;
        write.record(doing.deed(step, id.object(), &actor)).await?;
        Ok(ChainLaid { chain: id, version: laying.version })
    }
}

fn laid_by(doing: &Doing) -> LaidBy {
    let by = doing.by.first().copied();
    LaidBy { by, keyed: doing.keyed_by, on_behalf_of: doing.on_behalf_of }
}

/// Whom it concerns, as if the finding were verified: whoever may lay one is told the order, not turned away.
fn verified(loaded: &Loaded, hands: &[Hand]) -> qz_domain::power::Concern {
    let stage = finding::Stage::Verified.code();
    qz_domain::power::Concern { stage, ..concern(loaded, hands) }
}

/// A chain rests on facts that two people fixed.
fn must_be_verified(stage: finding::Stage) -> Result<(), ActError> {
    use finding::Stage::{Partly, Upheld, Verified};
    if matches!(stage, Verified | Upheld | Partly) {
        return Ok(());
    }
    let act = Action::ChainLay.code();
    Err(Refusal::OutOfOrder { act, stage: stage.code() }.into())
}

/// The links with who they are, as they stood that day, and with their shares.
async fn stood(
    write: &mut Write,
    read: Vec<Read>,
    (way, doing): (Way, &Doing),
) -> Result<Vec<Link>, ActError> {
    // Of `number name`, as lists offer it, the number is enough.
    let number = |one: &Read| one.person.split_whitespace().next().unwrap_or_default().to_owned();
    let named: Vec<_> = read.iter().map(number).collect();
    let found = qz_store::liability::stood_on(write.reads(), &named, doing.day).await?;
    let pairs: Vec<_> = read.iter().map(|one| (one.position, &one.verdict)).collect();
    let proposed = liability::proposed(way, &pairs);
    let (mut links, mut faults): (Vec<Link>, Vec<FieldError>) = (vec![], vec![]);
    for ((one, given), proposed) in read.into_iter().zip(&named).zip(proposed) {
        let row = one.row;
        let link = match found.get(given) {
            Some(who) if links.iter().any(|link| link.person == who.person) => {
                Err(FieldError::new("link_person", Fault::Taken(one.person)))
            }
            Some(who) => linked(one, who, proposed),
            None => Err(FieldError::new("link_person", Fault::Unknown(one.person))),
        };
        match link {
            Ok(link) => links.push(link),
            Err(fault) => faults.push(fault.in_row(row)),
        }
    }
    if faults.is_empty() { Ok(links) } else { Err(ActError::Invalid(faults)) }
}

/// A share other than the proposed one wants its reason.
fn linked(
    one: Read,
    who: &qz_store::liability::Stood,
    proposed: Option<liability::Share>,
) -> Result<Link, FieldError> {
    let is_other = one.share.is_some_and(|share| Some(share) != proposed);
    if is_other && one.share_because.is_empty() {
        return Err(FieldError::new("link_share_because", Fault::Missing));
    }
    let share_because = if is_other { one.share_because } else { String::new() };
    Ok(Link {
        person: who.person,
        name: who.name.clone(),
        unit: who.unit,
        rank: who.rank,
        footing: who.footing,
        position: one.position,
        duty: one.duty,
        duty_source: one.duty_source,
        verdict: one.verdict,
        share: one.share.or(proposed),
        share_because,
        asked: one.asked,
    })
}

/// Before a decision alone, and with everybody in it who was given notice.
async fn must_be_open(write: &mut Write, held: &[Held], links: &[Link]) -> Result<(), ActError> {
    let people = || held.iter().filter(|one| one.person.is_some());
    if people().any(|one| matches!(one.stage, Answering::Decided | Answering::Served)) {
        return Err(Refusal::from(LiabilityRefusal::DecidedAlready).into());
    }
    let is_left_out = |id: &PersonId| links.iter().all(|link| link.person != *id);
    let waiting = people().filter(|one| one.stage != Answering::Dropped);
    match waiting.filter_map(|one| one.person).find(is_left_out) {
        None => Ok(()),
        Some(id) => {
            let found = person::find(write.reads(), id).await?;
            let person = found.map(|person| person.name).unwrap_or_default();
            Err(Refusal::from(LiabilityRefusal::NoticedLeftOut { person }).into())
        }
    }
}

/// Nobody lays a chain that they stand in, keys it, or has it laid for them.
fn must_be_outside(doing: &Doing, links: &[Link]) -> Result<(), ActError> {
    let mut doers = doing.by.iter().chain(&doing.keyed_by).chain(&doing.on_behalf_of);
    let own = doers.find_map(|doer| links.iter().find(|link| link.person == *doer));
    match own {
        None => Ok(()),
        Some(link) => {
            Err(Refusal::from(MatterRefusal::OwnMatter { person: link.name.clone() }).into())
        }
    }
}
