//! Bulletins that name a person (显名): for that person's own record.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::review::standing::changed;
use qz_domain::id::{BulletinId, PersonId};

/// A published bulletin that names somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Naming {
    /// Which.
    pub bulletin: BulletinId,
    /// Its title.
    pub title: String,
    /// Published on.
    pub published_on: String,
    /// The last day it shows the name, or the first that might be.
    pub expires_on: String,
}

/// The published bulletins that name a person or were asked for by them, latest first; one whose decision a
/// review changed names them no more.
pub async fn of_person(conn: &mut Conn, person: PersonId) -> Result<Vec<Naming>, StoreError> {
    const SQL: &str = concat!(
        "
        select b.id, b.title, b.published_on, b.expires_on
          from bulletin b
         where b.published_on is not null and b.expires_on is not null
           and (b.requester = $1
                or exists (select 1
                             from bulletin_item i
                             join accountability a on a.id = i.accountability
                            where i.bulletin = b.id and i.naming <> '' and a.person = $1 and not ",
        changed!("a"),
        "))
         order by b.published_on desc, b.id desc"
    );
    let rows: Vec<(i64, String, String, String)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(person.0).fetch_all(c).await)?;
    let read = |(id, title, published_on, expires_on)| Naming {
        bulletin: BulletinId(id),
        title,
        published_on,
        expires_on,
    };
    Ok(rows.into_iter().map(read).collect())
}
