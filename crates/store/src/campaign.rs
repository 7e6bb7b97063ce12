//! Campaigns (专项): one by one, each with its phases and duties. Lists are in [`list`], the duties of a
//! unit in [`duty`].

pub mod duty;
pub mod list;
mod rows;

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::person::read_day;
use crate::row::{wide_row, written};
use crate::writer::Write;
use jiff::civil::Date;
use qz_domain::campaign::{Campaign, Stage};
use qz_domain::id::{CampaignId, UnitId};
use qz_domain::spelled::Spelled;

const TABLE: &str = "campaign";

wide_row! {
    /// A campaign as it comes.
    CampaignRow {
        id: i64,
        organ: i64,
        stage: String,
        title: String,
        doc_number: String,
        purpose: String,
        body: String,
        starts: String,
        ends: String,
        report_days: i64,
        replaces: Option<i64>,
        drafted_on: String,
        issued_on: Option<String>,
        latest_on: String,
        reason: String,
        version: i64,
    }
}

/// A campaign by its number in the store, with its phases and duties.
pub async fn find(conn: &mut Conn, id: CampaignId) -> Result<Option<Campaign>, StoreError> {
    const SQL: &str = "
        select c.id, c.organ
             , case when c.stage = 'issued' and exists
                         (select 1 from campaign r where r.replaces = c.id and r.stage = 'issued')
                    then 'replaced' else c.stage end as stage
             , c.title, c.doc_number, c.purpose, c.body, c.starts, c.ends, c.report_days
             , c.replaces, c.drafted_on, c.issued_on, c.latest_on, c.reason, c.version
          from campaign c
         where c.id = $1";
    let row: Option<CampaignRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    let Some(row) = row else { return Ok(None) };
    let mut campaign = read(row)?;
    (campaign.phases, campaign.duties) = rows::of(conn, id).await?;
    Ok(Some(campaign))
}

/// The latest campaign with a title.
pub async fn titled(conn: &mut Conn, title: &str) -> Result<Option<CampaignId>, StoreError> {
    const SQL: &str = "select max(id) from campaign where title = $1";
    let (id,): (Option<i64>,) =
        on_either!(conn, c => sqlx::query_as(SQL).bind(title).fetch_one(c).await)?;
    Ok(id.map(CampaignId))
}

/// The issued campaign that took another's place.
pub async fn replaced_by(
    conn: &mut Conn,
    id: CampaignId,
) -> Result<Option<CampaignId>, StoreError> {
    const SQL: &str = "select max(id) from campaign where replaces = $1 and stage = 'issued'";
    let (id,): (Option<i64>,) =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_one(c).await)?;
    Ok(id.map(CampaignId))
}

/// The member units of a campaign, in the order of its plan.
pub async fn members(conn: &mut Conn, id: CampaignId) -> Result<Vec<UnitId>, StoreError> {
    const SQL: &str = "
        select unit_id
          from campaign_duty
         where campaign_id = $1
         group by unit_id
         order by min(seq)";
    let rows: Vec<(i64,)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(unit,)| UnitId(unit)).collect())
}

/// The campaigns in force on a day: issued by then, not replaced by then, and the day is one of theirs.
pub async fn issued_on_day(conn: &mut Conn, day: Date) -> Result<Vec<CampaignId>, StoreError> {
    const SQL: &str = "
        select c.id
          from campaign c
         where c.stage = 'issued' and c.issued_on <= $1 and c.starts <= $1 and c.ends >= $1
           and not exists (select 1
                             from campaign r
                            where r.replaces = c.id and r.stage = 'issued' and r.issued_on <= $1)
         order by c.id";
    let rows: Vec<(i64,)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(day.to_string()).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(id,)| CampaignId(id)).collect())
}

written! {
    "campaign":
    organ, stage, title, doc_number, purpose, body, starts, ends, report_days, replaces, drafted_on,
    issued_on, latest_on, reason, version
}

/// Adds a campaign with its phases and duties.
pub async fn insert(write: &mut Write, campaign: &Campaign) -> Result<(), StoreError> {
    write_row(write, campaign, INSERT).await?;
    rows::insert_phases(write, campaign).await?;
    rows::insert_duties(write, campaign).await
}

/// Writes every field of a campaign; its phases and duties stay.
pub async fn update(write: &mut Write, campaign: &Campaign) -> Result<(), StoreError> {
    write_row(write, campaign, UPDATE).await
}

/// Puts other phases in the place of a campaign's.
pub async fn replace_phases(write: &mut Write, campaign: &Campaign) -> Result<(), StoreError> {
    const SQL: &str = "delete from campaign_phase where campaign_id = $1";
    let id = campaign.id.0;
    on_either!(write.reads(), c => sqlx::query(SQL).bind(id).execute(c).await.map(drop))?;
    rows::insert_phases(write, campaign).await
}

/// Puts other duties in the place of a campaign's.
pub async fn replace_duties(write: &mut Write, campaign: &Campaign) -> Result<(), StoreError> {
    const SQL: &str = "delete from campaign_duty where campaign_id = $1";
    let id = campaign.id.0;
    on_either!(write.reads(), c => sqlx::query(SQL).bind(id).execute(c).await.map(drop))?;
    rows::insert_duties(write, campaign).await
}

async fn write_row(
    write: &mut Write,
    campaign: &Campaign,
    sql: &'static str,
) -> Result<(), StoreError> {
    on_either!(write.reads(), c => sqlx::query(sql)
        .bind(campaign.organ.0)
        .bind(campaign.stage.code())
        .bind(&campaign.title)
        .bind(&campaign.doc_number)
        .bind(&campaign.purpose)
        .bind(&campaign.body)
        .bind(campaign.starts.to_string())
        .bind(campaign.ends.to_string())
        .bind(campaign.report_days)
        .bind(campaign.replaces.map(|id| id.0))
        .bind(campaign.drafted_on.to_string())
        .bind(campaign.issued_on.map(|day| day.to_string()))
        .bind(campaign.latest_on.to_string())
        .bind(&campaign.reason)
        .bind(campaign.version)
        .bind(campaign.id.0)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

fn read(row: CampaignRow) -> Result<Campaign, StoreError> {
    let id = row.id;
    let day = |text: &str| read_day(text, TABLE, id);
    Ok(Campaign {
        id: CampaignId(id),
        organ: UnitId(row.organ),
        stage: Stage::from_code(&row.stage).ok_or(StoreError::Corrupt { table: TABLE, id })?,
        starts: day(&row.starts)?,
        ends: day(&row.ends)?,
        report_days: row.report_days,
        replaces: row.replaces.map(CampaignId),
        drafted_on: day(&row.drafted_on)?,
        issued_on: row.issued_on.as_deref().map(day).transpose()?,
        latest_on: day(&row.latest_on)?,
        title: row.title,
        doc_number: row.doc_number,
        purpose: row.purpose,
        body: row.body,
        reason: row.reason,
        phases: vec![],
        duties: vec![],
        version: row.version,
    })
}
