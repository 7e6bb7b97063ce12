//! What else is planned for a unit in the same weeks (同期走访): what whoever plans should know first.

use super::list::{Seen, VisitFilter, VisitLine, VisitSort, page};
use crate::conn::Conn;
use crate::error::StoreError;
use crate::list::Page;
use jiff::civil::Date;
use qz_domain::id::UnitId;

/// The most lines that are read.
const MOST: i64 = 20;

/// The visits to a unit that a viewer may see, that are not filed yet and whose days meet `from` to
/// `until`, by number.
pub async fn planned(
    conn: &mut Conn,
    seen: &[Seen],
    unit: UnitId,
    days: (Date, Date),
) -> Result<Vec<VisitLine>, StoreError> {
    let filter = VisitFilter { unit: Some(unit), open_in: Some(days), ..VisitFilter::default() };
    Ok(page(conn, seen, &filter, VisitSort::Number, Page::number(1, MOST)).await?.0)
}
