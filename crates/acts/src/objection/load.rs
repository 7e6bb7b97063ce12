//! Loads an objection for a step, and looks up who keeps the entry it is about.

use crate::actor::Actor;
use crate::{ActError, power};
use qz_domain::id::{
    AccountId, AccountabilityId, BulletinId, KinId, ObjectionId, PersonId, UnitId,
};
use qz_domain::matter::Hand;
use qz_domain::objection::{Entry, EntryKind, Objection, Stage, Step, TRANSITIONS};
use qz_domain::power::Concern;
use qz_domain::procedure::Row;
use qz_domain::spelled::Spelled;
use qz_store::{Conn, ObjectRef, Subject, Write, accountability, bulletin, hand, person, unit};

/// Where an entry is kept.
pub(super) struct Kept {
    /// The organ that keeps it; `None` for base data.
    pub organ: Option<UnitId>,
    /// The object whose acts made it.
    pub object: ObjectRef,
    /// Who else had a part in it.
    pub hands: Vec<Hand>,
}

/// An entry as forms name it: `training-12`.
pub fn read_entry(text: &str) -> Option<Entry> {
    let (kind, id) = text.split_once('-')?;
    Some(Entry { kind: EntryKind::from_code(kind)?, id: id.parse().ok()? })
}

/// Where an entry of a person's record is kept; no such entry for anybody else's.
pub(super) async fn kept(conn: &mut Conn, whose: PersonId, entry: Entry) -> Result<Kept, ActError> {
    let base = |object| Kept { organ: None, object, hands: vec![] };
    let found = match entry.kind {
        EntryKind::Person => (entry.id == whose.0).then(|| base(whose.object())),
        EntryKind::Appointment => {
            let all = person::appointments(conn, whose).await?;
            all.iter().any(|one| one.id.0 == entry.id).then(|| base(whose.object()))
        }
        EntryKind::Training => {
            let all = person::trainings(conn, whose).await?;
            all.iter().any(|one| one.id.0 == entry.id).then(|| base(whose.object()))
        }
        EntryKind::Kin => {
            let all = person::kin_of(conn, whose).await?;
            all.iter().any(|one| one.id.0 == entry.id).then(|| base(KinId(entry.id).object()))
        }
        EntryKind::Accountability => held(conn, whose, AccountabilityId(entry.id)).await?,
        EntryKind::Bulletin => named(conn, whose, BulletinId(entry.id)).await?,
    };
    found.ok_or(ActError::NotFound)
}

async fn held(
    conn: &mut Conn,
    whose: PersonId,
    id: AccountabilityId,
) -> Result<Option<Kept>, ActError> {
    let around = accountability::find_around(conn, id).await?;
    let standing = around.filter(|around| around.unfounded_on.is_none());
    let Some(row) = standing.map(|around| around.row).filter(|row| row.person() == Some(whose))
    else {
        return Ok(None);
    };
    let hands = hand::of_accountability(conn, id).await?;
    Ok(Some(Kept { organ: Some(row.organ), object: id.object(), hands }))
}

async fn named(conn: &mut Conn, whose: PersonId, id: BulletinId) -> Result<Option<Kept>, ActError> {
    let all = bulletin::naming::of_person(conn, whose).await?;
    if all.iter().all(|naming| naming.bulletin != id) {
        return Ok(None);
    }
    let found = bulletin::find(conn, id).await?.ok_or(ActError::NotFound)?;
    let hands = hand::of_bulletin(conn, id).await?;
    Ok(Some(Kept { organ: Some(found.organ), object: id.object(), hands }))
}

/// Whether an entry came to nothing: what its subject objected to in it is theirs alone.
async fn is_over(conn: &mut Conn, entry: Entry) -> Result<bool, ActError> {
    if entry.kind != EntryKind::Accountability {
        return Ok(false);
    }
    let around = accountability::find_around(conn, AccountabilityId(entry.id)).await?;
    Ok(around.is_none_or(|around| around.unfounded_on.is_some()))
}

/// Whom an objection concerns: for its answer the office alone, for the rest the person alone.
pub(super) async fn concern(
    conn: &mut Conn,
    row: &Objection,
    is_answer: bool,
) -> Result<Concern, ActError> {
    let mut concern = Concern { stage: row.stage.code(), people: vec![], units: vec![] };
    match row.organ.filter(|_| is_answer) {
        Some(_) if is_over(conn, row.entry).await? => {}
        Some(organ) => {
            let unit = unit::find(conn, organ).await?.ok_or(ActError::NotFound)?;
            concern.units.push((unit.id, unit.line));
        }
        None if !is_answer => concern.people.push(row.person),
        None => {}
    }
    Ok(concern)
}

/// An objection that a step may begin on.
pub(super) struct Begun {
    pub actor: Actor,
    pub row: Objection,
    pub transition: &'static Row<Stage, Step>,
}

/// Begins a step on an objection whose version `read` the actor has seen.
pub(super) async fn begin(
    write: &mut Write,
    (account, id): (AccountId, ObjectionId),
    step: impl FnOnce(&Objection) -> Step,
    read: i64,
) -> Result<Begun, ActError> {
    let found = qz_store::objection::find(write.reads(), id).await?;
    let row = found.ok_or(ActError::NotFound)?;
    let step = step(&row);
    let concern = concern(write.reads(), &row, step != Step::Withdraw).await?;
    let (actor, transition) = power::begin(
        write,
        account,
        (TRANSITIONS, &concern),
        (row.stage, step),
        (read, row.version),
    )
    .await?;
    Ok(Begun { actor, row, transition })
}
