//! The rows of a campaign's plan: its phases and its duties, in order.

use crate::bulk::{Column, Target};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::person::read_day;
use crate::writer::Write;
use jiff::civil::Date;
use qz_domain::campaign::{Campaign, Duty, Phase};
use qz_domain::id::{CampaignId, UnitId};

/// Title and days of a phase, or unit, text and last day of a duty.
type PlanRow = (i64, String, Option<i64>, Option<String>, Option<String>);

/// The phases and duties of a campaign, in one statement.
pub(super) async fn of(
    conn: &mut Conn,
    id: CampaignId,
) -> Result<(Vec<Phase>, Vec<Duty>), StoreError> {
    const SQL: &str = "
        select seq, title as said, cast(null as bigint) as unit_id, starts, ends
          from campaign_phase
         where campaign_id = $1
         union all
        select seq, text as said, unit_id, due as starts, cast(null as text) as ends
          from campaign_duty
         where campaign_id = $1
         order by 1";
    let rows: Vec<PlanRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_all(c).await)?;
    let (mut phases, mut duties) = (vec![], vec![]);
    for (_, said, unit, starts, ends) in rows {
        if let Some(unit) = unit {
            let due = starts.as_deref().map(|day| read_day(day, "campaign_duty", id.0));
            duties.push(Duty { unit: UnitId(unit), text: said, due: due.transpose()? });
        } else {
            let day =
                |text: Option<String>| read_day(&text.unwrap_or_default(), "campaign_phase", id.0);
            phases.push(Phase { title: said, starts: day(starts)?, ends: day(ends)? });
        }
    }
    Ok((phases, duties))
}

fn places(count: usize) -> Column {
    Column::Int((1..).take(count).collect())
}

/// Adds the phases of a campaign.
pub(super) async fn insert_phases(
    write: &mut Write,
    campaign: &Campaign,
) -> Result<(), StoreError> {
    const PHASE: Target = Target {
        table: "campaign_phase",
        columns: &["campaign_id", "seq", "title", "starts", "ends"],
        tail: "",
    };
    let phases = &campaign.phases;
    let days = |day: fn(&Phase) -> Date| {
        Column::Text(phases.iter().map(|phase| day(phase).to_string()).collect())
    };
    let columns = vec![
        Column::Int(vec![campaign.id.0; phases.len()]),
        places(phases.len()),
        Column::Text(phases.iter().map(|phase| phase.title.clone()).collect()),
        days(|phase| phase.starts),
        days(|phase| phase.ends),
    ];
    write.insert(PHASE, columns).await.map(drop)
}

/// Adds the duties of a campaign.
pub(super) async fn insert_duties(
    write: &mut Write,
    campaign: &Campaign,
) -> Result<(), StoreError> {
    const DUTY: Target = Target {
        table: "campaign_duty",
        columns: &["campaign_id", "seq", "unit_id", "text", "due"],
        tail: "",
    };
    let duties = &campaign.duties;
    let due = |duty: &Duty| duty.due.map(|day| day.to_string());
    let columns = vec![
        Column::Int(vec![campaign.id.0; duties.len()]),
        places(duties.len()),
        Column::Int(duties.iter().map(|duty| duty.unit.0).collect()),
        Column::Text(duties.iter().map(|duty| duty.text.clone()).collect()),
        Column::MaybeText(duties.iter().map(due).collect()),
    ];
    write.insert(DUTY, columns).await.map(drop)
}
