//! Erases a dismissed record (抹除): every free word and every tie to a person. Stages, days and the organ
//! stay, so that what is counted stays as it was; the leaf of the act commits to what is left.

use super::Dismissed;
use crate::conn::on_either;
use crate::error::StoreError;
use crate::writer::Write;

/// Erases one record, with the messages and the reads of it.
pub async fn erase(write: &mut Write, record: Dismissed) -> Result<(), StoreError> {
    match record {
        Dismissed::Accountability(id) => accountability(write, id.0).await,
        Dismissed::Chain(id) => chain(write, id.0).await,
        Dismissed::Finding(id) => finding(write, id.0).await,
        Dismissed::Objection(id) => objection(write, id.0).await,
        Dismissed::Source(id) => source(write, id.0).await,
        Dismissed::Opening(id) => opening(write, id.0).await,
        Dismissed::Suspicion(id) => suspicion(write, id.0).await,
    }
}

async fn finding(write: &mut Write, id: i64) -> Result<(), StoreError> {
    const SQL: &str = "
        update finding
           set facts = '', screening = '', established = '', in_favour = '', ground = ''
             , reason = '', inquiry = '', reply = '', extension_reason = ''
             , asked = null, version = version + 1
         where id = $1";
    const SQL_PARTS: &str = "delete from finding_part where finding = $1";
    const SQL_READS: &str = "delete from read_log where kind = 'finding' and subject = $1";
    const SQL_PROMPT: &str = "
        update finding_prompt set subject = '', trace = '', records = '' where finding = $1";
    each(write, &[SQL, SQL_PARTS, SQL_PROMPT, SQL_READS], id).await
}

/// The unit of the post may be as good as a name: the organ's stands in its place.
async fn accountability(write: &mut Write, id: i64) -> Result<(), StoreError> {
    const SQL: &str = "
        update accountability
           set person = null, rank = null, footing = null, unit = organ, conduct = '', ground = ''
             , proposed = '', statement = '', response = '', measure = '', lasts = null, because = ''
             , version = version + 1
         where id = $1";
    const SQL_PARTS: &str = "delete from accountability_part where accountability = $1";
    const SQL_READS: &str = "delete from read_log where kind = 'accountability' and subject = $1";
    const SQL_TOLD: &str = "
        delete from outbox
         where about = $1 and kind in ('notice_given', 'statement_due', 'name_cleared')";
    each(write, &[SQL, SQL_PARTS, SQL_READS, SQL_TOLD], id).await
}

async fn chain(write: &mut Write, id: i64) -> Result<(), StoreError> {
    const SQL: &str = "
        update chain set laid_by = null, keyed_by = null, laid_for = null where id = $1";
    const SQL_LINKS: &str = "delete from chain_link where chain = $1";
    each(write, &[SQL, SQL_LINKS], id).await
}

async fn objection(write: &mut Write, id: i64) -> Result<(), StoreError> {
    const SQL: &str = "
        update objection
           set entry = 0, wrong = '', rightly = '', proof = '', answer = '', answered_by = null
             , version = version + 1
         where id = $1";
    const SQL_TOLD: &str = "delete from outbox where about = $1 and kind = 'objection_answered'";
    each(write, &[SQL, SQL_TOLD], id).await
}

async fn source(write: &mut Write, id: i64) -> Result<(), StoreError> {
    const SQL: &str = "update sealed_source set words = '', sealed_by = null where id = $1";
    each(write, &[SQL], id).await
}

/// What was still asked for or open has nothing to show any more.
async fn opening(write: &mut Write, id: i64) -> Result<(), StoreError> {
    const SQL: &str = "
        update source_opening
           set reason = '', answer = '', asker = null, second = null, version = version + 1
             , stage = case when stage in ('requested', 'opened') then 'ended' else stage end
         where id = $1";
    each(write, &[SQL], id).await
}

/// What was registered from it is a finding of its own and stays.
async fn suspicion(write: &mut Write, id: i64) -> Result<(), StoreError> {
    const SQL: &str = "
        update suspicion
           set facts = '', intent = '', answer = '', noted_by = null, version = version + 1
         where id = $1";
    each(write, &[SQL], id).await
}

async fn each(write: &mut Write, statements: &[&'static str], id: i64) -> Result<(), StoreError> {
    for sql in statements {
        on_either!(write.reads(), c => sqlx::query(*sql).bind(id).execute(c).await.map(drop))?;
    }
    Ok(())
}
