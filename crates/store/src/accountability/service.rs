//! How decisions were served (送达方式).

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::list::{List, Page};
use crate::writer::Write;
use qz_domain::accountability::{Manner, Service};
use qz_domain::id::{AccountabilityId, FindingId};
use qz_domain::spelled::Spelled;

/// How a decision was served; `None` before it was.
pub async fn find(conn: &mut Conn, id: AccountabilityId) -> Result<Option<Service>, StoreError> {
    const SQL: &str =
        "select manner, witnesses from accountability_service where accountability = $1";
    let row: Option<(String, String)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(|row| read(id, row)).transpose()
}

/// How the decisions on these findings were served, in one statement.
pub async fn of_findings(
    conn: &mut Conn,
    ids: &[FindingId],
) -> Result<Vec<(AccountabilityId, Service)>, StoreError> {
    let from = "accountability_service s join accountability a on a.id = s.accountability";
    let mut list = List::new("s.accountability, s.manner, s.witnesses", from);
    list.of_any("a.finding = $?", ids.iter().map(|id| id.0));
    let rows: Vec<(i64, String, String)> = list.rows(conn, "s.accountability", Page::all()).await?;
    let of = |(id, manner, witnesses)| {
        let id = AccountabilityId(id);
        Ok((id, read(id, (manner, witnesses))?))
    };
    rows.into_iter().map(of).collect()
}

fn read(
    id: AccountabilityId,
    (manner, witnesses): (String, String),
) -> Result<Service, StoreError> {
    let corrupt = || StoreError::Corrupt { table: "accountability_service", id: id.0 };
    let manner = Manner::from_code(&manner).ok_or_else(corrupt)?;
    Ok(Service { manner, witnesses: witnesses.lines().map(str::to_owned).collect() })
}

/// Adds how a decision was served.
pub async fn insert(
    write: &mut Write,
    id: AccountabilityId,
    service: &Service,
) -> Result<(), StoreError> {
    const SQL: &str = "
        insert into accountability_service ( accountability, manner, witnesses )
        values ( $1, $2, $3 )";
    on_either!(write.reads(), c => sqlx::query(SQL)
        .bind(id.0)
        .bind(service.manner.code())
        .bind(service.witnesses.join("\n"))
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}
