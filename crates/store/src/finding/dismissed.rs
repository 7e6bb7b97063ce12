//! What came to nothing (不实、了结): who is still to be cleared, and whose time is over. How it is
//! erased is in [`erase`].

pub mod erase;

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use jiff::civil::Date;
use qz_domain::id::{
    AccountabilityId, ChainId, FindingId, ObjectionId, OpeningId, SourceId, SuspicionId,
};

/// A record of a dismissed matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dismissed {
    /// One subject's own.
    Accountability(AccountabilityId),
    /// Who answered for what.
    Chain(ChainId),
    /// The finding.
    Finding(FindingId),
    /// What a subject objected to in their own.
    Objection(ObjectionId),
    /// Who told of it.
    Source(SourceId),
    /// An opening of that.
    Opening(OpeningId),
    /// A suspicion that it came of a false accusation.
    Suspicion(SuspicionId),
}

impl Dismissed {
    /// The kind of its object, and its number.
    pub fn named(self) -> (&'static str, i64) {
        match self {
            Self::Accountability(id) => ("accountability", id.0),
            Self::Chain(id) => ("chain", id.0),
            Self::Finding(id) => ("finding", id.0),
            Self::Objection(id) => ("objection", id.0),
            Self::Source(id) => ("sealed_source", id.0),
            Self::Opening(id) => ("source_opening", id.0),
            Self::Suspicion(id) => ("suspicion", id.0),
        }
    }

    fn read(kind: &str, id: i64) -> Self {
        match kind {
            "accountability" => Self::Accountability(AccountabilityId(id)),
            "chain" => Self::Chain(ChainId(id)),
            "finding" => Self::Finding(FindingId(id)),
            "sealed_source" => Self::Source(SourceId(id)),
            "source_opening" => Self::Opening(OpeningId(id)),
            "suspicion" => Self::Suspicion(SuspicionId(id)),
            _ => Self::Objection(ObjectionId(id)),
        }
    }
}

/// Whether somebody who was given notice of an unfounded finding is still to be cleared.
pub async fn owes_clearing(conn: &mut Conn, id: FindingId) -> Result<bool, StoreError> {
    const SQL: &str = "
        select count(*)
          from accountability a
          join finding f on f.id = a.finding
         where f.id = $1 and f.stage = 'unfounded' and a.stage <> 'cleared'";
    let (count,): (i64,) =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_one(c).await)?;
    Ok(count > 0)
}

/// The dismissed records that still say something, of every kind.
const DUE: &str = "
    select d.kind, d.id
      from (select 'finding' as kind, f.id, f.id as finding
              from finding f
             where f.facts <> ''
             union all
            select 'accountability', a.id, a.finding
              from accountability a
             where a.conduct <> ''
             union all
            select 'chain', c.id, c.finding
              from chain c
             where exists (select 1 from chain_link l where l.chain = c.id)
             union all
            select 'objection', o.id, a.finding
              from objection o
              join accountability a on a.id = o.entry
             where o.entry_kind = 'accountability'
             union all
            select 'sealed_source', s.id, s.finding
              from sealed_source s
             where s.words <> ''
             union all
            select 'source_opening', w.id, s.finding
              from source_opening w
              join sealed_source s on s.id = w.source
             where w.reason <> ''
             union all
            select 'suspicion', s.id, s.finding
              from suspicion s
             where s.facts <> '') d
      join finding m on m.id = d.finding
     where (m.stage = 'closed' and m.screened_on <= $1
            or m.stage = 'unfounded' and m.adjudicated_on <= $1)
       and not exists (select 1 from accountability c
                        where c.finding = m.id and c.stage <> 'cleared')
       and d.kind = coalesce(cast($2 as text), d.kind)
       and d.id = coalesce(cast($3 as bigint), d.id)
     order by d.kind, d.id
     limit $4";

/// Records dismissed on a day or before it, nobody of whose matter is still to be cleared, and that
/// are not erased: the first `most` of them, or the one that is asked for.
pub async fn due(
    conn: &mut Conn,
    until: Date,
    (most, one): (i64, Option<Dismissed>),
) -> Result<Vec<Dismissed>, StoreError> {
    let (kind, id) = one.map(Dismissed::named).unzip();
    let rows: Vec<(String, i64)> = on_either!(conn, c => sqlx::query_as(DUE)
        .bind(until.to_string())
        .bind(kind)
        .bind(id)
        .bind(most)
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().map(|(kind, id)| Dismissed::read(&kind, id)).collect())
}
