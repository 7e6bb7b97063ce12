//! Accountabilities that came to nothing (不实、不予追究): they leave a person's record in time.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use jiff::civil::Date;
use qz_domain::id::{AccountabilityId, PersonId};

/// A person's accountabilities whose finding was said to be unfounded, or that were dropped, on a
/// day or before it.
pub async fn of_person(
    conn: &mut Conn,
    person: PersonId,
    until: Date,
) -> Result<Vec<AccountabilityId>, StoreError> {
    const SQL: &str = "
        select a.id
          from accountability a
          join finding f on f.id = a.finding
         where a.person = $1
           and ((f.stage = 'unfounded' and f.adjudicated_on <= $2)
                or (a.stage = 'dropped' and a.decided_on <= $2))
         order by a.id";
    let until = until.to_string();
    let rows: Vec<(i64,)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(person.0).bind(until).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(id,)| AccountabilityId(id)).collect())
}
