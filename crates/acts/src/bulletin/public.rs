//! What a reader may know of bulletins: the publication gate (G8).
//!
//! The default is the unit. A name stands only where the bulletin gives its reason, only for those
//! its scope reaches, and only until it expires; the record itself keeps the name, no page does.
//! What is shown follows from the reader and the day alone, so that a page, a feed, a data file
//! and an archive of the same day say the same.

use super::load::load;
use super::view::told;
use crate::{ActError, Acts};
use jiff::civil::Date;
use qz_domain::accountability::{Accountability, Answerable};
use qz_domain::bulletin::{Bulletin, Correction, Kind, Promise, Scope, Stage};
use qz_domain::id::{AccountId, BulletinId};
use qz_domain::number::DocumentNumber;
use qz_domain::post::Rank;
use qz_domain::review::{Consequence, Effect};
use qz_domain::term::Due;
use qz_domain::unit::Unit;
use qz_store::accountability::list::AccountabilityLine;
use qz_store::bulletin::list::Seen;
use qz_store::review::standing;
use qz_store::{Conn, accountability, bulletin, person, ticket};

pub use qz_store::bulletin::list::{BulletinFilter, BulletinLine, BulletinSort, Shelf};
pub use qz_store::list::Page;
pub use qz_store::review::standing::Mark;
pub use qz_store::visit::list::NamedUnit;

/// Who reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reader {
    /// Anybody.
    Anybody,
    /// Somebody of the county, signed in.
    Staff,
}

/// A published bulletin as a reader may know it on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicBulletin {
    /// Number in the store.
    pub id: BulletinId,
    /// The issuing organ.
    pub organ: Unit,
    /// What it rests on.
    pub kind: Kind,
    /// Who may read its names.
    pub scope: Scope,
    /// Its number.
    pub number: DocumentNumber,
    /// The title.
    pub title: String,
    /// The opening paragraph.
    pub lead: String,
    /// What is asked of everybody.
    pub close: String,
    /// Signed on.
    pub signed_on: Date,
    /// Published on.
    pub published_on: Date,
    /// When its names go, or might go.
    pub expires: Due,
    /// Whether names are shown to this reader on this day.
    pub shows_names: bool,
    /// Who asked for it: name, when shown, and rank.
    pub requester: Option<(Option<String>, Rank)>,
    /// The decisions it makes known.
    pub items: Vec<PublicItem>,
    /// The faults of a self-requested one.
    pub faults: Vec<String>,
    /// The plan of a self-requested one.
    pub plan: Vec<Promise>,
    /// What was said in it since, because a decision it tells of was changed.
    pub corrections: Vec<Correction>,
    /// Whether it was withdrawn: then it tells nothing any more.
    pub is_withdrawn: bool,
    /// Whether its page is kept from the public while it is checked, or for good.
    pub is_hidden: bool,
}

/// Whether a bulletin in a list has names that anybody may read on a day.
pub fn has_names(line: &BulletinLine, day: Date) -> bool {
    line.scope == Scope::Public && line.expires_on.parse::<Date>().is_ok_and(|until| day <= until)
}

/// The highest rank of a bulletin in a list, while anybody may know it. Whoever asked for a bulletin on
/// themselves keeps their rank, not their name.
pub fn highest_rank(line: &BulletinLine, day: Date) -> Option<Rank> {
    let is_own = line.kind == Kind::SelfRequested;
    line.highest.filter(|_| is_own || has_names(line, day))
}

/// One decision of a bulletin as a reader may know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicItem {
    /// The unit.
    pub unit: NamedUnit,
    /// Whether it is a person.
    pub is_person: bool,
    /// The rank of a person whose name is shown: with the unit it would tell who it is.
    pub rank: Option<Rank>,
    /// The name, when the bulletin shows it to this reader.
    pub name: Option<String>,
    /// Why the name is shown; empty when it is not.
    pub naming: String,
    /// The conduct.
    pub conduct: String,
    /// Code of the ground.
    pub ground: String,
    /// Code of the measure.
    pub measure: String,
    /// Decided on.
    pub decided_on: Date,
    /// Whether the decision is under review: its name, if any, is suspended.
    pub is_under_review: bool,
    /// What a review made of the decision.
    pub mark: Option<Mark>,
}

impl Acts {
    /// A published bulletin as a reader may know it on a day.
    pub async fn public_bulletin(
        &self,
        id: BulletinId,
        (reader, day): (Reader, Date),
    ) -> Result<PublicBulletin, ActError> {
        let mut conn = self.reader().await?;
        let (bulletin, organ) = load(&mut conn, id).await?;
        if bulletin.stage != Stage::Published || bulletin.scope == Scope::Unit {
            return Err(ActError::NotFound);
        }
        read(&mut conn, (bulletin, organ), (reader, day)).await
    }

    /// The published bulletins: one page, and how many there are in all. Titles hold no name.
    pub async fn published(
        &self,
        filter: &BulletinFilter,
        sort: BulletinSort,
        page: Page,
    ) -> Result<(Vec<BulletinLine>, i64), ActError> {
        let mut conn = self.reader().await?;
        Ok(bulletin::list::page(&mut conn, &[Seen::Published], filter, sort, page).await?)
    }

    /// What was made known in an account's own units alone, the latest first, as of a day.
    pub async fn unit_bulletins(
        &self,
        account: AccountId,
        day: Date,
    ) -> Result<Vec<PublicBulletin>, ActError> {
        let mut conn = self.reader().await?;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let own: Vec<_> = actor.grants.iter().map(|grant| Seen::ToldIn(grant.unit)).collect();
        if own.is_empty() {
            return Ok(vec![]);
        }
        let (filter, sort) = (BulletinFilter::default(), BulletinSort::default());
        let (lines, _) = bulletin::list::page(&mut conn, &own, &filter, sort, Page::all()).await?;
        let mut told = vec![];
        for line in lines {
            let found = load(&mut conn, line.id).await?;
            told.push(read(&mut conn, found, (Reader::Staff, day)).await?);
        }
        Ok(told)
    }

    /// The published bulletins counted by year and organ.
    pub async fn bulletin_shelves(&self) -> Result<Vec<Shelf>, ActError> {
        Ok(bulletin::list::shelves(&mut self.reader().await?).await?)
    }
}

/// What the gate lets a reader read on a day.
pub(crate) async fn read(
    conn: &mut Conn,
    (bulletin, organ): (Bulletin, Unit),
    (reader, day): (Reader, Date),
) -> Result<PublicBulletin, ActError> {
    let reaches = bulletin.scope == Scope::Public || reader == Reader::Staff;
    let page = ticket::public::page_state(conn, &format!("/bulletins/{}", bulletin.id)).await?;
    let is_hidden = !page.hidden_since.is_empty();
    let shows_names = reaches && bulletin.shows_names(day) && !is_hidden;
    let items = items(conn, &bulletin, shows_names).await?;
    let (number, signed_on) = bulletin.number.zip(bulletin.signed_on).ok_or(ActError::NotFound)?;
    let published_on = bulletin.published_on.ok_or(ActError::NotFound)?;
    let is_withdrawn = bulletin.is_withdrawn();
    let still = |text: String| if is_withdrawn { String::new() } else { text };
    Ok(PublicBulletin {
        id: bulletin.id,
        kind: bulletin.kind,
        scope: bulletin.scope,
        expires: bulletin.expiry.ok_or(ActError::NotFound)?.due,
        requester: requester(conn, &bulletin, shows_names).await?,
        title: bulletin.title,
        lead: still(bulletin.lead),
        close: still(bulletin.close),
        faults: bulletin.faults,
        plan: bulletin.plan,
        organ,
        number,
        signed_on,
        published_on,
        shows_names,
        items,
        is_withdrawn,
        is_hidden,
        corrections: bulletin.corrections,
    })
}

/// The decisions of a bulletin as they stand; of one that was withdrawn, none.
async fn items(
    conn: &mut Conn,
    bulletin: &Bulletin,
    shows_names: bool,
) -> Result<Vec<PublicItem>, ActError> {
    if bulletin.is_withdrawn() {
        return Ok(vec![]);
    }
    let lines = told(conn, bulletin).await?;
    let rows = accountability::of_bulletin(conn, bulletin.id).await?;
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let marks = standing::marks(conn, &ids).await?;
    let items = bulletin.items.iter().zip(lines).zip(rows);
    let items = items.map(|((item, line), row)| {
        let may_name = line.standing.effect_on(Consequence::Named) == Effect::Kept;
        let naming = Some(item.naming.clone())
            .filter(|naming| shows_names && may_name && !naming.is_empty());
        let mark = marks.iter().find(|(id, _)| *id == row.id).map(|(_, mark)| mark.clone());
        public_item((line, naming, mark), row)
    });
    items.collect::<Option<Vec<_>>>().ok_or(ActError::NotFound)
}

/// What is told of a decision; of one that fell, only that it did.
fn public_item(
    (line, naming, mark): (AccountabilityLine, Option<String>, Option<Mark>),
    row: Accountability,
) -> Option<PublicItem> {
    let (is_person, rank) = match row.subject {
        Answerable::Unit => (false, None),
        Answerable::Person { rank, .. } => (true, Some(rank).filter(|_| naming.is_some())),
    };
    let name = line.person.filter(|_| naming.is_some()).map(|person| person.name);
    let is_told = line.standing.effect_on(Consequence::Told) != Effect::Ended;
    let told = |text: String| if is_told { text } else { String::new() };
    Some(PublicItem {
        unit: line.unit,
        is_person,
        rank,
        name,
        naming: naming.unwrap_or_default(),
        conduct: told(row.conduct),
        ground: told(row.ground),
        measure: told(line.measure),
        decided_on: row.decided_on?,
        is_under_review: line.standing.is_under_review,
        mark,
    })
}

async fn requester(
    conn: &mut Conn,
    bulletin: &Bulletin,
    shows_names: bool,
) -> Result<Option<(Option<String>, Rank)>, ActError> {
    let Some(id) = bulletin.on else { return Ok(None) };
    let standing = accountability::standing_on(conn, id, bulletin.drafted_on).await?;
    let rank = standing.ok_or(ActError::NotFound)?.rank;
    let found = person::find(conn, id).await?;
    Ok(Some((found.filter(|_| shows_names).map(|person| person.name), rank)))
}
