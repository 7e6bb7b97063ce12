//! What units answer for in the campaigns of a day.

use crate::conn::Conn;
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use crate::visit::list::NamedUnit;
use jiff::civil::Date;
use qz_domain::id::{CampaignId, UnitId};

/// A duty with the campaign it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutyLine {
    /// The campaign.
    pub campaign: CampaignId,
    /// Its title.
    pub title: String,
    /// The unit that answers for it.
    pub unit: NamedUnit,
    /// What for.
    pub text: String,
    /// Until when: its own last day, or the campaign's.
    pub due: String,
}

type Row = (i64, String, String, String, String, String, String);

const COLUMNS: &str = "c.id, c.title, u.code, u.name, u.name_en, d.text
     , coalesce(d.due, c.ends) as due";
const FROM: &str = "campaign_duty d
      join campaign c on c.id = d.campaign_id
      join unit u on u.id = d.unit_id";

/// The duties of these units in the issued campaigns that run on a day, the most pressing first.
pub async fn of_units(
    conn: &mut Conn,
    units: &[UnitId],
    day: Date,
) -> Result<Vec<DutyLine>, StoreError> {
    let list = compose(units, day);
    let rows: Vec<Row> = list.rows(conn, "due, c.id, d.seq", Page::all()).await?;
    let line = |(id, title, code, name, name_en, text, due)| {
        let unit = NamedUnit { code, name, name_en };
        DutyLine { campaign: CampaignId(id), title, unit, text, due }
    };
    Ok(rows.into_iter().map(line).collect())
}

fn compose(units: &[UnitId], day: Date) -> List {
    let mut list = List::new(COLUMNS, FROM);
    list.only(
        "c.stage = 'issued' and not exists
         (select 1 from campaign r where r.replaces = c.id and r.stage = 'issued')",
    )
    .with("c.starts <= $? and c.ends >= $?", Value::Text(day.to_string()))
    .any(units.iter().map(|unit| ("d.unit_id = $?", Value::Int(unit.0))).collect());
    list
}
