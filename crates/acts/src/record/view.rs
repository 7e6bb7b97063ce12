//! What a person may see of their own record (本人档案) beside what the other views give, and the
//! queue of messages as who runs the machine sees it.

use crate::message::Details;
use crate::{ActError, Acts, power};
use jiff::Timestamp;
use qz_domain::id::{AccountId, BulletinId, PersonId};
use qz_domain::message::MessageKind;
use qz_domain::objection;
use qz_domain::spelled::Spelled;
pub use qz_store::bulletin::naming::Naming;
pub use qz_store::ledger::ActEntry;
pub use qz_store::list::Page;
use qz_store::objection::list::{ObjectionFilter, ObjectionSort, Seen, page};
pub use qz_store::outbox::MessageFilter;
pub use qz_store::read_log::{ReadFilter, ReadLine};
use qz_store::{Chore, Free, StoreError, Subject, bulletin, outbox, read_log};

/// A message as pages show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageView {
    /// What it tells of.
    pub kind: MessageKind,
    /// The number of what it is about; 0 in the queue.
    pub about: i64,
    /// Its values; none in the queue.
    pub details: Details,
    /// When it was put in.
    pub created_at: Timestamp,
    /// Through which channel.
    pub channel: String,
    /// Whether it was read.
    pub is_read: bool,
    /// The bulletin it asks to be corrected, when it does.
    pub bulletin: Option<BulletinId>,
}

/// The rest of one's own record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnRecord {
    /// Who.
    pub person: PersonId,
    /// The bulletins that name them.
    pub bulletins: Vec<Naming>,
    /// The acts on the person and on their account, latest first.
    pub acts: Vec<ActEntry>,
    /// Entries whose objection waits for its answer.
    pub objected: Vec<objection::Entry>,
}

struct Mark(PersonId, Option<(String, i64)>, bool);

impl Chore for Mark {
    type Output = ();

    async fn run(self, free: &mut Free) -> Result<(), StoreError> {
        outbox::mark(free, self.0, self.1, self.2).await
    }
}

impl Acts {
    /// The rest of an account's own record; `None` for an account that is nobody's.
    pub async fn own_record(&self, account: AccountId) -> Result<Option<OwnRecord>, ActError> {
        let mut conn = self.reader().await?;
        let actor = power::actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let Some(person) = actor.person else { return Ok(None) };
        let mut acts = qz_store::ledger::acts_of(&mut conn, person.object()).await?;
        acts.extend(qz_store::ledger::acts_of(&mut conn, account.object()).await?);
        acts.sort_by_key(|act| std::cmp::Reverse(act.id));
        let stage = Some(objection::Stage::Raised);
        let filter = ObjectionFilter { stage, ..ObjectionFilter::default() };
        let (seen, sort) = ([Seen::OfPerson(person)], ObjectionSort::Due);
        let (open, _) = page(&mut conn, &seen, &filter, sort, Page::all()).await?;
        Ok(Some(OwnRecord {
            person,
            bulletins: bulletin::naming::of_person(&mut conn, person).await?,
            acts,
            objected: open.into_iter().map(|line| line.entry).collect(),
        }))
    }

    /// Who read about the account's own person: one page, and how many there are in all.
    pub async fn own_reads(
        &self,
        account: AccountId,
        filter: &ReadFilter,
        page: Page,
    ) -> Result<(Vec<ReadLine>, i64), ActError> {
        let mut conn = self.reader().await?;
        let actor = power::actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let Some(person) = actor.person else { return Ok((vec![], 0)) };
        Ok(read_log::of_person(&mut conn, person, filter, page).await?)
    }

    /// How many messages a person has not read.
    pub async fn unread(&self, person: PersonId) -> Result<i64, ActError> {
        Ok(outbox::unread(&mut self.reader().await?, person).await?)
    }

    /// A person's messages: one page, and how many there are in all.
    pub async fn messages(
        &self,
        person: PersonId,
        filter: &MessageFilter,
        page: Page,
    ) -> Result<(Vec<MessageView>, i64), ActError> {
        let mut conn = self.reader().await?;
        let (lines, total) = outbox::of_person(&mut conn, person, filter, page).await?;
        Ok((lines.into_iter().map(shown).collect::<Result<_, _>>()?, total))
    }

    /// The queue without what it says: one page, and how many there are in all.
    pub async fn queue(
        &self,
        filter: &MessageFilter,
        page: Page,
    ) -> Result<(Vec<MessageView>, i64), ActError> {
        let mut conn = self.reader().await?;
        let (lines, total) = outbox::queue(&mut conn, filter, page).await?;
        Ok((lines.into_iter().map(shown).collect::<Result<_, _>>()?, total))
    }

    /// The messages that ask an account to sign for what they are about, unread, of those about one thing.
    pub async fn to_sign(
        &self,
        person: PersonId,
        (kinds, about): (&[MessageKind], i64),
    ) -> Result<Vec<MessageKind>, ActError> {
        let mut conn = self.reader().await?;
        let unread = outbox::unread_about(&mut conn, person, about).await?;
        let found = unread.iter().filter_map(|kind| MessageKind::from_code(kind));
        Ok(found.filter(|kind| kind.asks_signature() && kinds.contains(kind)).collect())
    }

    /// Marks a person's messages as read or not read: all that are not signed for, or the one of a kind about a
    /// thing.
    pub async fn mark_messages(
        &self,
        person: PersonId,
        one: Option<(MessageKind, i64)>,
        is_read: bool,
    ) -> Result<(), ActError> {
        let one = one.map(|(kind, about)| (kind.code().to_owned(), about));
        Ok(self.writer().chore(Mark(person, one, is_read)).await?)
    }
}

fn shown(line: outbox::MessageLine) -> Result<MessageView, ActError> {
    let outbox::MessageLine { kind, about, details, created_at, channel, is_read, bulletin } = line;
    let corrupt = StoreError::Corrupt { table: "outbox", id: about };
    let details = match details.as_str() {
        "" => Details::default(),
        text => serde_json::from_str(text).map_err(StoreError::from)?,
    };
    let kind = MessageKind::from_code(&kind).ok_or(corrupt)?;
    let bulletin = (bulletin != 0).then_some(BulletinId(bulletin));
    Ok(MessageView { kind, about, details, created_at, channel, is_read, bulletin })
}
