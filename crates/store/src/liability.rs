//! Chains of responsibility (责任链), one a finding, each with every laying of it.

use crate::bulk::{Column, Target};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::person::read_day;
use crate::row::{wide_row, written};
use crate::writer::Write;
use qz_domain::id::{ChainId, FindingId, PersonId, UnitId};
use qz_domain::liability::{
    Asked, Chain, Exculpation, LINKS_MOST, Laying, Link, OwnFault, Share, Verdict,
};
use qz_domain::person::PersonKind;
use qz_domain::post::Rank;
use qz_domain::spelled::Spelled;
use std::collections::HashMap;

const TABLE: &str = "chain";

wide_row! {
    /// A chain with one link of one laying and one of its answers; none of these once it is erased.
    ChainRow {
        id: i64,
        finding: i64,
        organ: i64,
        stage: String,
        version: i64,
        laying: Option<i64>,
        laid_on: Option<String>,
        way: Option<String>,
        place: Option<i64>,
        person: Option<i64>,
        name: Option<String>,
        unit: Option<i64>,
        rank: Option<String>,
        footing: Option<String>,
        position: Option<String>,
        duty: Option<String>,
        duty_source: Option<String>,
        fault: Option<String>,
        exculpation: Option<String>,
        facts: Option<String>,
        share: Option<String>,
        share_because: Option<String>,
        provision: Option<String>,
        given: Option<i64>,
        known: Option<String>,
    }
}

/// The chain of a finding with every laying, in one statement; `None` when none was laid.
pub async fn of_finding(conn: &mut Conn, id: FindingId) -> Result<Option<Chain>, StoreError> {
    const SQL: &str = "
        select c.id, c.finding, c.organ, c.stage, c.version
             , l.laying, l.laid_on, l.way
             , k.place, k.person, p.name, k.unit, k.rank, k.footing, k.position, k.duty
             , k.duty_source, k.fault, k.exculpation, k.facts, k.share, k.share_because
             , q.provision, q.given, q.known
          from chain c
          left join chain_laying l on l.chain = c.id
          left join chain_link k on k.chain = c.id and k.laying = l.laying
          left join person p on p.id = k.person
          left join chain_asked q
            on q.chain = c.id and q.laying = k.laying and q.place = k.place
         where c.finding = $1
         order by l.laying, k.place";
    let rows: Vec<ChainRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_all(c).await)?;
    let Some(first) = rows.first() else { return Ok(None) };
    let corrupt = || StoreError::Corrupt { table: TABLE, id: first.id };
    let mut chain = Chain {
        id: ChainId(first.id),
        finding: FindingId(first.finding),
        organ: UnitId(first.organ),
        stage: Spelled::from_code(&first.stage).ok_or_else(corrupt)?,
        version: first.version,
        layings: vec![],
    };
    let mut place = None;
    for row in &rows {
        read_row(&mut chain.layings, &mut place, row)?;
    }
    for link in chain.layings.iter_mut().flat_map(|laying| &mut laying.links) {
        link.asked.sort_by_key(|one| one.provision);
    }
    Ok(Some(chain))
}

/// Puts one row where it belongs: a new laying, a new link, or one more answer.
fn read_row(
    layings: &mut Vec<Laying>,
    at: &mut Option<(i64, i64)>,
    row: &ChainRow,
) -> Result<(), StoreError> {
    let corrupt = || StoreError::Corrupt { table: TABLE, id: row.id };
    let (Some(version), Some(laid_on), Some(way)) = (row.laying, &row.laid_on, &row.way) else {
        return Ok(());
    };
    if layings.last().is_none_or(|laying| laying.version != version) {
        let laid_on = read_day(laid_on, TABLE, row.id)?;
        let way = Spelled::from_code(way).ok_or_else(corrupt)?;
        layings.push(Laying { version, laid_on, way, links: vec![] });
    }
    let links = &mut layings.last_mut().ok_or_else(corrupt)?.links;
    let place = (version, row.place.ok_or_else(corrupt)?);
    if at.replace(place) != Some(place) {
        links.push(read_link(row).ok_or_else(corrupt)?);
    }
    if let (Some(provision), Some(given), Some(known)) = (&row.provision, row.given, &row.known) {
        let provision = Spelled::from_code(provision).ok_or_else(corrupt)?;
        let link = links.last_mut().ok_or_else(corrupt)?;
        link.asked.push(Asked { provision, is_given: given == 1, known: known.clone() });
    }
    Ok(())
}

fn read_link(row: &ChainRow) -> Option<Link> {
    let facts = row.facts.clone()?;
    let verdict = match (row.fault.as_deref(), row.exculpation.as_deref()) {
        (Some(fault), None) => Verdict::AtFault(OwnFault::from_code(fault)?, facts),
        (None, Some(ground)) => Verdict::Exculpated(Exculpation::from_code(ground)?, facts),
        (None, None) => Verdict::Clear,
        (Some(_), Some(_)) => return None,
    };
    let share = match row.share.as_deref() {
        Some(code) => Some(Share::from_code(code)?),
        None => None,
    };
    Some(Link {
        person: PersonId(row.person?),
        name: row.name.clone()?,
        unit: UnitId(row.unit?),
        rank: Rank::from_code(row.rank.as_deref()?)?,
        footing: PersonKind::from_code(row.footing.as_deref()?)?,
        position: Spelled::from_code(row.position.as_deref()?)?,
        duty: row.duty.clone()?,
        duty_source: row.duty_source.clone()?,
        verdict,
        share,
        share_because: row.share_because.clone()?,
        asked: vec![],
    })
}

/// What somebody named was on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stood {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// The unit of their own post.
    pub unit: UnitId,
    /// Its rank.
    pub rank: Rank,
    /// On what footing.
    pub footing: PersonKind,
}

/// What those named by work number or name were on a day, by what they were named, in one statement. Whoever had no
/// own post, and a name that two people share, is left out.
pub async fn stood_on(
    conn: &mut Conn,
    named: &[String],
    day: jiff::civil::Date,
) -> Result<HashMap<String, Stood>, StoreError> {
    const SQL: &str = "
        select p.id, p.number, p.name, a.unit, t.rank, p.kind
          from person p
          join appointment a
            on a.person = p.id and a.kind = 'full'
           and a.since <= $9 and coalesce(a.until, $9) >= $9
          join post t on t.id = a.post
         where p.number in ($1, $2, $3, $4, $5, $6, $7, $8)
            or p.name in ($1, $2, $3, $4, $5, $6, $7, $8)
         order by p.id, a.since, a.id";
    let at = |place: usize| named.get(place).cloned().unwrap_or_default();
    let day = day.to_string();
    type Row = (i64, String, String, i64, String, String);
    let rows: Vec<Row> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(at(0))
        .bind(at(1))
        .bind(at(2))
        .bind(at(3))
        .bind(at(4))
        .bind(at(5))
        .bind(at(6))
        .bind(at(7))
        .bind(&day)
        .fetch_all(c)
        .await)?;
    const { assert!(LINKS_MOST == 8, "one place in the statement for each link") };
    let mut found = HashMap::new();
    for given in named {
        let mut fits = rows.iter().filter(|row| row.1 == *given || row.2 == *given);
        let Some((id, _, name, unit, rank, footing)) = fits.next() else { continue };
        if fits.any(|other| other.0 != *id) {
            continue;
        }
        let corrupt = || StoreError::Corrupt { table: "appointment", id: *id };
        let stood = Stood {
            person: PersonId(*id),
            name: name.clone(),
            unit: UnitId(*unit),
            rank: Rank::from_code(rank).ok_or_else(corrupt)?,
            footing: PersonKind::from_code(footing).ok_or_else(corrupt)?,
        };
        found.insert(given.clone(), stood);
    }
    Ok(found)
}

written! { "chain": finding, organ, stage, version }

/// Adds a chain with its first laying.
pub async fn insert(write: &mut Write, chain: &Chain) -> Result<(), StoreError> {
    write_row(write, chain, INSERT).await?;
    add_laying(write, chain).await
}

/// Adds the latest laying to a chain.
pub async fn lay_anew(write: &mut Write, chain: &Chain) -> Result<(), StoreError> {
    write_row(write, chain, UPDATE).await?;
    add_laying(write, chain).await
}

async fn write_row(write: &mut Write, chain: &Chain, sql: &'static str) -> Result<(), StoreError> {
    on_either!(write.reads(), c => sqlx::query(sql)
        .bind(chain.finding.0)
        .bind(chain.organ.0)
        .bind(chain.stage.code())
        .bind(chain.version)
        .bind(chain.id.0)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

async fn add_laying(write: &mut Write, chain: &Chain) -> Result<(), StoreError> {
    const LAYING: Target =
        Target { table: "chain_laying", columns: &["chain", "laying", "laid_on", "way"], tail: "" };
    let Some(laying) = chain.current() else { return Ok(()) };
    let columns = vec![
        Column::Int(vec![chain.id.0]),
        Column::Int(vec![laying.version]),
        Column::Text(vec![laying.laid_on.to_string()]),
        Column::Text(vec![laying.way.code().to_owned()]),
    ];
    write.insert(LAYING, columns).await?;
    add_links(write, chain.id, laying).await?;
    add_asked(write, chain.id, laying).await
}

async fn add_links(write: &mut Write, id: ChainId, laying: &Laying) -> Result<(), StoreError> {
    const LINKS: Target = Target {
        table: "chain_link",
        columns: &[
            "chain",
            "laying",
            "place",
            "person",
            "unit",
            "rank",
            "footing",
            "position",
            "duty",
            "duty_source",
            "fault",
            "exculpation",
            "facts",
            "share",
            "share_because",
        ],
        tail: "",
    };
    let links = &laying.links;
    let text = |of: fn(&Link) -> &str| {
        Column::Text(links.iter().map(|link| of(link).to_owned()).collect())
    };
    let maybe = |of: fn(&Link) -> Option<&'static str>| {
        Column::MaybeText(links.iter().map(|link| of(link).map(str::to_owned)).collect())
    };
    let columns = vec![
        Column::Int(vec![id.0; links.len()]),
        Column::Int(vec![laying.version; links.len()]),
        Column::Int((1..).take(links.len()).collect()),
        Column::Int(links.iter().map(|link| link.person.0).collect()),
        Column::Int(links.iter().map(|link| link.unit.0).collect()),
        text(|link| link.rank.code()),
        text(|link| link.footing.code()),
        text(|link| link.position.code()),
        text(|link| &link.duty),
        text(|link| &link.duty_source),
        maybe(|link| match link.verdict {
            Verdict::AtFault(fault, _) => Some(fault.code()),
            _ => None,
        }),
        maybe(|link| match link.verdict {
            Verdict::Exculpated(ground, _) => Some(ground.code()),
            _ => None,
        }),
        text(|link| match &link.verdict {
            Verdict::AtFault(_, text) | Verdict::Exculpated(_, text) => text,
            Verdict::Clear => "",
        }),
        maybe(|link| link.share.map(Spelled::code)),
        text(|link| &link.share_because),
    ];
    write.insert(LINKS, columns).await.map(drop)
}

async fn add_asked(write: &mut Write, id: ChainId, laying: &Laying) -> Result<(), StoreError> {
    const ASKED: Target = Target {
        table: "chain_asked",
        columns: &["chain", "laying", "place", "provision", "given", "known"],
        tail: "",
    };
    let rows: Vec<(i64, &Asked)> = (1..)
        .zip(&laying.links)
        .flat_map(|(place, link)| link.asked.iter().map(move |one| (place, one)))
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    let columns = vec![
        Column::Int(vec![id.0; rows.len()]),
        Column::Int(vec![laying.version; rows.len()]),
        Column::Int(rows.iter().map(|(place, _)| *place).collect()),
        Column::Text(rows.iter().map(|(_, one)| one.provision.code().to_owned()).collect()),
        Column::Int(rows.iter().map(|(_, one)| i64::from(one.is_given)).collect()),
        Column::Text(rows.iter().map(|(_, one)| one.known.clone()).collect()),
    ];
    write.insert(ASKED, columns).await.map(drop)
}
