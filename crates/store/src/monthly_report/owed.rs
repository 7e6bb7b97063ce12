//! Who reports (报送单位): the members of the plans that were issued, with what decides their months.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::person::read_day;
use crate::row::wide_row;
use crate::unit::read_unit;
use jiff::civil::Date;
use qz_domain::id::{CampaignId, UnitId};
use qz_domain::monthly_report::Reporting;
use qz_domain::unit::Unit;

/// A member of a plan that was issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The campaign.
    pub campaign: CampaignId,
    /// Its title.
    pub title: String,
    /// The organ that leads it.
    pub lead: Unit,
    /// The unit that reports.
    pub unit: Unit,
    /// Which months, and until when.
    pub reporting: Reporting,
}

wide_row! {
    /// A member as it comes.
    Row {
        id: i64,
        title: String,
        starts: String,
        ends: String,
        issued_on: String,
        replaced_on: Option<String>,
        report_days: i64,
        o_id: i64,
        o_code: String,
        o_name: String,
        o_en: String,
        o_kind: String,
        o_parent: Option<i64>,
        o_line: String,
        o_since: String,
        u_id: i64,
        u_code: String,
        u_name: String,
        u_en: String,
        u_kind: String,
        u_parent: Option<i64>,
        u_line: String,
        u_since: String,
    }
}

/// The members of the issued plans that run in a span of days, plan by plan, by the units' codes; those of
/// one plan and one unit when they are named. A plan whose place another took is among them.
pub async fn members(
    conn: &mut Conn,
    (from, to): (Date, Date),
    one: Option<(CampaignId, UnitId)>,
) -> Result<Vec<Member>, StoreError> {
    const SQL: &str = "
        select c.id, c.title, c.starts, c.ends, c.issued_on, c.report_days
             , (select min(r.issued_on) from campaign r
                 where r.replaces = c.id and r.stage = 'issued') as replaced_on
             , o.id as o_id, o.code as o_code, o.name as o_name, o.name_en as o_en
             , o.kind as o_kind, o.parent as o_parent, o.line as o_line, o.since as o_since
             , u.id as u_id, u.code as u_code, u.name as u_name, u.name_en as u_en
             , u.kind as u_kind, u.parent as u_parent, u.line as u_line, u.since as u_since
          from campaign c
          join unit o on o.id = c.organ
          join (select distinct campaign_id, unit_id from campaign_duty) d on d.campaign_id = c.id
          join unit u on u.id = d.unit_id
         where c.stage = 'issued' and c.starts <= $2 and c.ends >= $1
           and c.id = coalesce(cast($3 as bigint), c.id)
           and u.id = coalesce(cast($4 as bigint), u.id)
         order by c.id, u.code";
    let (campaign, unit) = one.unzip();
    let rows: Vec<Row> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(from.to_string())
        .bind(to.to_string())
        .bind(campaign.map(|id| id.0))
        .bind(unit.map(|id| id.0))
        .fetch_all(c)
        .await)?;
    rows.into_iter().map(read).collect()
}

/// The first and the last day of the plans that were issued; `None` before the first is.
pub async fn extent(conn: &mut Conn) -> Result<Option<(Date, Date)>, StoreError> {
    const SQL: &str = "
        select min(case when starts > issued_on then starts else issued_on end), max(ends)
          from campaign
         where stage = 'issued'";
    let (first, last): (Option<String>, Option<String>) =
        on_either!(conn, c => sqlx::query_as(SQL).fetch_one(c).await)?;
    let read = |day: String| read_day(&day, "campaign", 0);
    first.zip(last).map(|(first, last)| Ok((read(first)?, read(last)?))).transpose()
}

fn read(row: Row) -> Result<Member, StoreError> {
    let id = row.id;
    let corrupt = || StoreError::Corrupt { table: "campaign", id };
    let day = |text: &str| read_day(text, "campaign", id);
    let lead = (
        row.o_id,
        row.o_code,
        row.o_name,
        row.o_en,
        row.o_kind,
        row.o_parent,
        row.o_line,
        row.o_since,
    );
    let unit = (
        row.u_id,
        row.u_code,
        row.u_name,
        row.u_en,
        row.u_kind,
        row.u_parent,
        row.u_line,
        row.u_since,
    );
    let replaced_on = row.replaced_on.as_deref().map(day).transpose()?;
    Ok(Member {
        campaign: CampaignId(id),
        title: row.title,
        lead: read_unit(lead)?,
        unit: read_unit(unit)?,
        reporting: Reporting {
            starts: day(&row.starts)?,
            ends: day(&row.ends)?,
            issued_on: day(&row.issued_on)?,
            replaced_on,
            days: u16::try_from(row.report_days).map_err(|_| corrupt())?,
        },
    })
}
