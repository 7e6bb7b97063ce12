//! The hands a matter went through (经手), for findings, accountabilities, bulletins, campaigns,
//! articles and changes of the county's law alike.

use crate::bulk::{Column, Target};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use crate::writer::Write;
use qz_domain::id::{
    AccountabilityId, AdoptionId, ArticleId, BulletinId, CampaignId, FindingId, LawChangeId,
    ListEntryId, MonthlyReportId, PersonId, RectificationId, ReviewId,
};
use qz_domain::matter::{Hand, Part};
use qz_domain::spelled::Spelled;

type HandRow = (String, i64, i64, i64);

/// The hands of a finding that an expression names, in no order.
macro_rules! of_finding {
    ($finding:literal) => {
        concat!(
            "
        select 'found' as part, i.person, cast(0 as bigint) as keyed
             , cast(0 as bigint) as absent
          from finding f join visit_inspector i on i.visit = f.visit
         where f.id = ",
            $finding,
            "
         union all
        select part, person, keyed, absent from finding_part where finding = ",
            $finding,
            "
         union all
        select p.part, p.person, p.keyed, p.absent
          from accountability a join accountability_part p on p.accountability = a.id
         where a.finding = ",
            $finding,
            "
         union all
        select p.part, p.person, p.keyed, p.absent
          from accountability a
          join review r on r.accountability = a.id
          join review_part p on p.review = r.id
         where a.finding = ",
            $finding,
            "
         union all
        select 'laid', laid_by, cast(0 as bigint), cast(0 as bigint)
          from chain where laid_by is not null and finding = ",
            $finding,
            "
         union all
        select 'laid', keyed_by, cast(1 as bigint), cast(0 as bigint)
          from chain where keyed_by is not null and finding = ",
            $finding,
            "
         union all
        select 'laid', laid_for, cast(0 as bigint), cast(1 as bigint)
          from chain where laid_for is not null and finding = ",
            $finding
        )
    };
}

/// Everybody who had a part in a finding: the team of its visit, its own hands, those of the
/// accountabilities that rest on it, those of their reviews, and who laid its chain of responsibility.
pub async fn of_finding(conn: &mut Conn, id: FindingId) -> Result<Vec<Hand>, StoreError> {
    const SQL: &str = concat!(of_finding!("$1"), " order by 1, 2, 3, 4");
    let rows: Vec<HandRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_all(c).await)?;
    read(rows, "finding_part", id.0)
}

/// As [`of_finding`], for one of its accountabilities: those of the bulletins that tell of it too.
pub async fn around(conn: &mut Conn, id: AccountabilityId) -> Result<Vec<Hand>, StoreError> {
    const SQL: &str = concat!(
        of_finding!("(select finding from accountability where id = $1)"),
        "
         union all
        select p.part, p.person, p.keyed, p.absent
          from bulletin_item i join bulletin_part p on p.bulletin = i.bulletin
         where i.accountability = $1
         order by 1, 2, 3, 4"
    );
    let rows: Vec<HandRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_all(c).await)?;
    read(rows, "accountability_part", id.0)
}

/// The hands of one kind of record: their table, its columns, and which of its rows are one record's.
struct Hands {
    table: &'static str,
    columns: &'static [&'static str],
    whose: &'static str,
}

impl Hands {
    async fn of(&self, conn: &mut Conn, record: i64) -> Result<Vec<Hand>, StoreError> {
        let mut list = List::new("part, person, keyed, absent", self.table);
        list.with(self.whose, Value::Int(record));
        read(list.rows(conn, "part, person", Page::all()).await?, self.table, record)
    }

    async fn add(&self, write: &mut Write, record: i64, hands: &[Hand]) -> Result<(), StoreError> {
        let target = Target { table: self.table, columns: self.columns, tail: "" };
        let columns = vec![
            Column::Int(vec![record; hands.len()]),
            Column::Text(hands.iter().map(|hand| hand.part.code().to_owned()).collect()),
            Column::Int(hands.iter().map(|hand| hand.person.0).collect()),
            Column::Int(hands.iter().map(|hand| i64::from(hand.is_keyed)).collect()),
            Column::Int(hands.iter().map(|hand| i64::from(hand.is_absent)).collect()),
        ];
        write.insert(target, columns).await.map(drop)
    }
}

macro_rules! hands {
    ($($const:ident, $of:ident, $add:ident: $id:ident in $table:literal by $record:literal, $what:literal;)+) => {$(
        const $const: Hands = Hands {
            table: $table,
            columns: &[$record, "part", "person", "keyed", "absent"],
            whose: concat!($record, " = $?"),
        };

        #[doc = concat!("Who had a part in ", $what, " itself.")]
        pub async fn $of(conn: &mut Conn, id: $id) -> Result<Vec<Hand>, StoreError> {
            $const.of(conn, id.0).await
        }

        #[doc = concat!("Adds hands to ", $what, ".")]
        pub async fn $add(write: &mut Write, id: $id, hands: &[Hand]) -> Result<(), StoreError> {
            $const.add(write, id.0, hands).await
        }
    )+};
}

hands! {
    ACCOUNTABILITY, of_accountability, add_to_accountability:
        AccountabilityId in "accountability_part" by "accountability", "an accountability";
    BULLETIN, of_bulletin, add_to_bulletin: BulletinId in "bulletin_part" by "bulletin", "a bulletin";
    CAMPAIGN, of_campaign, add_to_campaign:
        CampaignId in "campaign_part" by "campaign_id", "a campaign's plan";
    ADOPTION, of_adoption, add_to_adoption:
        AdoptionId in "adoption_part" by "adoption", "an adoption of a scheme";
    ARTICLE, of_article, add_to_article: ArticleId in "article_part" by "article", "an article";
    LAW_CHANGE, of_law_change, add_to_law_change:
        LawChangeId in "law_change_part" by "law_change", "a change of the county's law";
    LIST_ENTRY, of_list_entry, add_to_list_entry:
        ListEntryId in "list_entry_part" by "list_entry", "an entry of a list";
    RECTIFICATION, of_rectification, add_to_rectification:
        RectificationId in "rectification_part" by "rectification", "a rectification";
    REVIEW, of_review, add_to_review: ReviewId in "review_part" by "review", "a review";
    REPORT, of_report, add_to_report:
        MonthlyReportId in "monthly_report_part" by "report", "a monthly report";
}

/// Adds hands to a finding.
pub async fn add_to_finding(
    write: &mut Write,
    id: FindingId,
    hands: &[Hand],
) -> Result<(), StoreError> {
    const FINDING: Hands = Hands {
        table: "finding_part",
        columns: &["finding", "part", "person", "keyed", "absent"],
        whose: "finding = $?",
    };
    FINDING.add(write, id.0, hands).await
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
