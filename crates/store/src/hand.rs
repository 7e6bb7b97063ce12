//! The hands a matter went through (经手), for findings, accountabilities, bulletins, campaigns,
//! articles and changes of the county's law alike.

use crate::bulk::{Column, Target};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::writer::Write;
use qz_domain::id::{
    AccountabilityId, ArticleId, BulletinId, CampaignId, FindingId, LawChangeId, MonthlyReportId,
    PersonId,
};
use qz_domain::matter::{Hand, Part};
use qz_domain::spelled::Spelled;

type HandRow = (String, i64, i64, i64);

/// Everybody who had a part in a finding: the team of its visit, its own hands, and those of the
/// accountabilities that rest on it.
pub async fn of_finding(conn: &mut Conn, id: FindingId) -> Result<Vec<Hand>, StoreError> {
    const SQL: &str = "
        select 'found' as part, i.person, cast(0 as bigint) as keyed
             , cast(0 as bigint) as absent
          from finding f join visit_inspector i on i.visit = f.visit
         where f.id = $1
         union all
        select part, person, keyed, absent from finding_part where finding = $1
         union all
        select p.part, p.person, p.keyed, p.absent
          from accountability a join accountability_part p on p.accountability = a.id
         where a.finding = $1
         order by 1, 2, 3, 4";
    let rows: Vec<HandRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_all(c).await)?;
    read(rows, "finding_part", id.0)
}

/// Who had a part in one accountability itself.
pub async fn of_accountability(
    conn: &mut Conn,
    id: AccountabilityId,
) -> Result<Vec<Hand>, StoreError> {
    const SQL: &str = "
        select part, person, keyed, absent
          from accountability_part
         where accountability = $1
         order by part, person";
    let rows: Vec<HandRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_all(c).await)?;
    read(rows, "accountability_part", id.0)
}

/// Who had a part in a bulletin itself.
pub async fn of_bulletin(conn: &mut Conn, id: BulletinId) -> Result<Vec<Hand>, StoreError> {
    const SQL: &str = "
        select part, person, keyed, absent
          from bulletin_part
         where bulletin = $1
         order by part, person";
    let rows: Vec<HandRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_all(c).await)?;
    read(rows, "bulletin_part", id.0)
}

/// Who had a part in a campaign's plan.
pub async fn of_campaign(conn: &mut Conn, id: CampaignId) -> Result<Vec<Hand>, StoreError> {
    const SQL: &str = "
        select part, person, keyed, absent
          from campaign_part
         where campaign_id = $1
         order by part, person";
    let rows: Vec<HandRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_all(c).await)?;
    read(rows, "campaign_part", id.0)
}

/// Who had a part in an article.
pub async fn of_article(conn: &mut Conn, id: ArticleId) -> Result<Vec<Hand>, StoreError> {
    const SQL: &str = "
        select part, person, keyed, absent
          from article_part
         where article = $1
         order by part, person";
    let rows: Vec<HandRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_all(c).await)?;
    read(rows, "article_part", id.0)
}

/// Who had a part in a change of the county's law.
pub async fn of_law_change(conn: &mut Conn, id: LawChangeId) -> Result<Vec<Hand>, StoreError> {
    const SQL: &str = "
        select part, person, keyed, absent
          from law_change_part
         where law_change = $1
         order by part, person";
    let rows: Vec<HandRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_all(c).await)?;
    read(rows, "law_change_part", id.0)
}

/// Who had a part in a monthly report.
pub async fn of_report(conn: &mut Conn, id: MonthlyReportId) -> Result<Vec<Hand>, StoreError> {
    const SQL: &str = "
        select part, person, keyed, absent
          from monthly_report_part
         where report = $1
         order by part, person";
    let rows: Vec<HandRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_all(c).await)?;
    read(rows, "monthly_report_part", id.0)
}

/// Adds hands to a finding.
pub async fn add_to_finding(
    write: &mut Write,
    id: FindingId,
    hands: &[Hand],
) -> Result<(), StoreError> {
    const PART: Target = Target {
        table: "finding_part",
        columns: &["finding", "part", "person", "keyed", "absent"],
        tail: "",
    };
    add(write, PART, id.0, hands).await
}

/// Adds hands to an accountability.
pub async fn add_to_accountability(
    write: &mut Write,
    id: AccountabilityId,
    hands: &[Hand],
) -> Result<(), StoreError> {
    const PART: Target = Target {
        table: "accountability_part",
        columns: &["accountability", "part", "person", "keyed", "absent"],
        tail: "",
    };
    add(write, PART, id.0, hands).await
}

/// Adds hands to a bulletin.
pub async fn add_to_bulletin(
    write: &mut Write,
    id: BulletinId,
    hands: &[Hand],
) -> Result<(), StoreError> {
    const PART: Target = Target {
        table: "bulletin_part",
        columns: &["bulletin", "part", "person", "keyed", "absent"],
        tail: "",
    };
    add(write, PART, id.0, hands).await
}

/// Adds hands to a campaign's plan.
pub async fn add_to_campaign(
    write: &mut Write,
    id: CampaignId,
    hands: &[Hand],
) -> Result<(), StoreError> {
    const PART: Target = Target {
        table: "campaign_part",
        columns: &["campaign_id", "part", "person", "keyed", "absent"],
        tail: "",
    };
    add(write, PART, id.0, hands).await
}

/// Adds hands to an article.
pub async fn add_to_article(
    write: &mut Write,
    id: ArticleId,
    hands: &[Hand],
) -> Result<(), StoreError> {
    const PART: Target = Target {
        table: "article_part",
        columns: &["article", "part", "person", "keyed", "absent"],
        tail: "",
    };
    add(write, PART, id.0, hands).await
}

/// Adds hands to a change of the county's law.
pub async fn add_to_law_change(
    write: &mut Write,
    id: LawChangeId,
    hands: &[Hand],
) -> Result<(), StoreError> {
    const PART: Target = Target {
        table: "law_change_part",
        columns: &["law_change", "part", "person", "keyed", "absent"],
        tail: "",
    };
    add(write, PART, id.0, hands).await
}

/// Adds hands to a monthly report.
pub async fn add_to_report(
    write: &mut Write,
    id: MonthlyReportId,
    hands: &[Hand],
) -> Result<(), StoreError> {
    const PART: Target = Target {
        table: "monthly_report_part",
        columns: &["report", "part", "person", "keyed", "absent"],
        tail: "",
    };
    add(write, PART, id.0, hands).await
}

async fn add(
    write: &mut Write,
    target: Target,
    object: i64,
    hands: &[Hand],
) -> Result<(), StoreError> {
    let columns = vec![
        Column::Int(vec![object; hands.len()]),
        Column::Text(hands.iter().map(|hand| hand.part.code().to_owned()).collect()),
        Column::Int(hands.iter().map(|hand| hand.person.0).collect()),
        Column::Int(hands.iter().map(|hand| i64::from(hand.is_keyed)).collect()),
        Column::Int(hands.iter().map(|hand| i64::from(hand.is_absent)).collect()),
    ];
    write.insert(target, columns).await.map(drop)
}

fn read(rows: Vec<HandRow>, table: &'static str, id: i64) -> Result<Vec<Hand>, StoreError> {
    rows.into_iter()
        .map(|(part, person, keyed, absent)| {
            let part = Part::from_code(&part).ok_or(StoreError::Corrupt { table, id })?;
            let (is_keyed, is_absent) = (keyed == 1, absent == 1);
            Ok(Hand { person: PersonId(person), part, is_keyed, is_absent })
        })
        .collect()
}
