//! Objects as they stand: each must be what the latest act on it left.

use super::VerifyError;
use super::census::Census;
use super::difference::Difference;
use crate::conn::Conn;
use crate::error::StoreError;
use crate::governed::{GOVERNED, Kind, Objects, many};
use qz_ledger::{Hash, Salt, commit};

/// The latest act on an object.
pub(super) struct Latest {
    pub kind: &'static Kind,
    pub id: i64,
    pub salt: Salt,
    /// What its leaf commits the object to.
    pub object: Hash,
    pub act: i64,
    pub leaf: u64,
}

/// Reads the objects of these acts, kind by kind, and judges them.
pub(super) async fn check(
    conn: &mut Conn,
    mut latest: Vec<Latest>,
    census: &mut Census,
) -> Result<(), VerifyError> {
    latest.sort_unstable_by_key(|act| act.id);
    for kind in GOVERNED {
        let of_kind: Vec<&Latest> =
            latest.iter().filter(|act| act.kind.name == kind.name).collect();
        if of_kind.is_empty() {
            continue;
        }
        let ids: Vec<i64> = of_kind.iter().map(|act| act.id).collect();
        let objects = many(conn, kind, &ids).await.map_err(unreadable)?;
        for (at, act) in of_kind.into_iter().enumerate() {
            compare(&objects, at, act)?;
            census.count(kind, objects.rows(at));
        }
    }
    Ok(())
}

fn compare(objects: &Objects, at: usize, latest: &Latest) -> Result<(), Difference> {
    let Latest { kind, id, salt, object, act, leaf } = latest;
    if objects.rows(at).next() == Some(0) {
        return Err(Difference::ObjectGone { kind: kind.name, id: *id, act: *act, leaf: *leaf });
    }
    let form = objects.canonical(at).ok();
    if form.is_some_and(|form| commit(salt, &form) == *object) {
        return Ok(());
    }
    Err(Difference::Object { kind, id: *id, act: *act, leaf: *leaf })
}

fn unreadable(fault: StoreError) -> VerifyError {
    match fault {
        StoreError::Corrupt { table, id } => Difference::Unreadable { table, id }.into(),
        fault => fault.into(),
    }
}
