//! Chains of responsibility (责任链), one a finding, each with every laying of it.

use crate::bulk::{Column, Target};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::person::read_day;
use crate::row::wide_row;
use crate::writer::Write;
use qz_domain::accountability;
use qz_domain::id::{AccountabilityId, ChainId, FindingId, PersonId, UnitId};
use qz_domain::liability::{
    Asked, Chain, Exculpation, LINKS_MOST, Laying, Link, OwnFault, Place, Provision, Share, Verdict,
};
use qz_domain::person::PersonKind;
use qz_domain::post::Rank;
use qz_domain::spelled::Spelled;
use std::collections::HashMap;

const TABLE: &str = "chain";

wide_row! {
    /// A laying with one of its links; none once it is erased.
    ChainRow {
        id: i64,
        laying: i64,
        laid_on: String,
        way: String,
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
        staffing: Option<i64>,
        staffing_known: Option<String>,
        instruction: Option<i64>,
        instruction_known: Option<String>,
        resources: Option<i64>,
        resources_known: Option<String>,
    }
}

/// The chain of a finding with every laying, in one statement; without any when none was laid.
pub async fn of_finding(conn: &mut Conn, id: FindingId) -> Result<Chain, StoreError> {
    const SQL: &str = "
        select c.id, c.laying, c.laid_on, c.way
             , k.person, p.name, k.unit, k.rank, k.footing, k.position, k.duty, k.duty_source
             , k.fault, k.exculpation, k.facts, k.share, k.share_because
             , k.staffing, k.staffing_known, k.instruction, k.instruction_known, k.resources
             , k.resources_known
          from chain c
          left join chain_link k on k.chain = c.id
          left join person p on p.id = k.person
         where c.finding = $1
         order by c.laying, k.place";
    let rows: Vec<ChainRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_all(c).await)?;
    let mut layings: Vec<Laying> = vec![];
    for row in &rows {
        let corrupt = || StoreError::Corrupt { table: TABLE, id: row.id };
        if layings.last().is_none_or(|laying| laying.id.0 != row.id) {
            layings.push(Laying {
                id: ChainId(row.id),
                version: row.laying,
                laid_on: read_day(&row.laid_on, TABLE, row.id)?,
                way: Spelled::from_code(&row.way).ok_or_else(corrupt)?,
                links: vec![],
            });
        }
        if row.person.is_some() {
            let link = read_link(row).ok_or_else(corrupt)?;
            layings.last_mut().ok_or_else(corrupt)?.links.push(link);
        }
    }
    Ok(Chain { layings })
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
        asked: read_asked(row),
    })
}

/// What a leader answered; nobody else was asked.
fn read_asked(row: &ChainRow) -> Vec<Asked> {
    let answers = [
        (Provision::Staffing, row.staffing, &row.staffing_known),
        (Provision::Instruction, row.instruction, &row.instruction_known),
        (Provision::Resources, row.resources, &row.resources_known),
    ];
    let asked = answers.into_iter().filter_map(|(provision, given, known)| {
        let known = known.clone().unwrap_or_default();
        given.map(|given| Asked { provision, is_given: given == 1, known })
    });
    asked.collect()
}

/// An accountability in short: what a new notice of the same finding must know of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Number in the store.
    pub id: AccountabilityId,
    /// The unit held to account, or the one whose post the person held.
    pub unit: UnitId,
    /// The person, when it is one.
    pub person: Option<PersonId>,
    /// Where it stands.
    pub stage: accountability::Stage,
    /// Code of the measure decided; empty before.
    pub measure: String,
}

wide_row! {
    /// An accountability in short, with where a person stands in the chain.
    BesideRow {
        id: Option<i64>,
        unit: Option<i64>,
        person: Option<i64>,
        stage: Option<String>,
        measure: Option<String>,
        laying: Option<i64>,
        laid_on: Option<String>,
        leaders: i64,
        position: Option<String>,
        fault: Option<String>,
        exculpation: Option<String>,
    }
}

/// The accountabilities that rest on a finding, and where a person stands in its chain, in one statement.
pub async fn beside(
    conn: &mut Conn,
    (id, person): (FindingId, Option<PersonId>),
) -> Result<(Vec<Held>, Place), StoreError> {
    const SQL: &str = "
        select a.id, a.unit, a.person, a.stage, a.measure, c.laying, c.laid_on
             , (select count(*) from chain_link l
                 where l.chain = c.id
                   and l.position in ('line_manager', 'unit_head')) as leaders
             , k.position, k.fault, k.exculpation
          from finding f
          left join accountability a on a.finding = f.id
          left join chain c
            on c.finding = f.id
           and c.laying = (select max(laying) from chain m where m.finding = f.id)
          left join chain_link k on k.chain = c.id and k.person = cast($2 as bigint)
         where f.id = $1
         order by a.id";
    let rows: Vec<BesideRow> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(id.0)
        .bind(person.map(|person| person.0))
        .fetch_all(c)
        .await)?;
    let corrupt = || StoreError::Corrupt { table: TABLE, id: id.0 };
    let place = match rows.first() {
        None => Place::default(),
        Some(row) => {
            let laid_on = row.laid_on.as_deref().map(|day| read_day(day, TABLE, id.0));
            Place { laid_on: laid_on.transpose()?, ..read_place(row).ok_or_else(corrupt)? }
        }
    };
    let held = rows.into_iter().filter(|row| row.id.is_some());
    let held = held.map(|row| read_held(row).ok_or_else(corrupt)).collect::<Result<_, _>>()?;
    Ok((held, place))
}

fn read_held(row: BesideRow) -> Option<Held> {
    Some(Held {
        id: AccountabilityId(row.id?),
        unit: UnitId(row.unit?),
        person: row.person.map(PersonId),
        stage: Spelled::from_code(row.stage.as_deref()?)?,
        measure: row.measure?,
    })
}

fn read_place(row: &BesideRow) -> Option<Place> {
    let ground = match row.exculpation.as_deref() {
        Some(code) => Some(Exculpation::from_code(code)?),
        None => None,
    };
    let link = match row.position.as_deref() {
        Some(code) => Some((Spelled::from_code(code)?, row.fault.is_some(), ground)),
        None => None,
    };
    let version = row.laying.unwrap_or_default();
    Some(Place { version, laid_on: None, is_led: row.leaders > 0, link })
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
    type Row = (i64, String, String, i64, String, String);
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

/// Who laid a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LaidBy {
    /// Who did it.
    pub by: Option<PersonId>,
    /// Who only keyed it.
    pub keyed: Option<PersonId>,
    /// For whom it was done.
    pub on_behalf_of: Option<PersonId>,
}

/// Adds a laying.
pub async fn insert(
    write: &mut Write,
    (finding, organ): (FindingId, UnitId),
    laying: &Laying,
    laid: LaidBy,
) -> Result<(), StoreError> {
    const CHAIN: Target = Target {
        table: TABLE,
        columns: &[
            "id", "finding", "organ", "laying", "laid_on", "way", "laid_by", "keyed_by", "laid_for",
        ],
        tail: "",
    };
    let who = |person: Option<PersonId>| Column::MaybeInt(vec![person.map(|person| person.0)]);
    let columns = vec![
        Column::Int(vec![laying.id.0]),
        Column::Int(vec![finding.0]),
        Column::Int(vec![organ.0]),
        Column::Int(vec![laying.version]),
        Column::Text(vec![laying.laid_on.to_string()]),
        Column::Text(vec![laying.way.code().to_owned()]),
        who(laid.by),
        who(laid.keyed),
        who(laid.on_behalf_of),
    ];
    write.insert(CHAIN, columns).await?;
    add_links(write, laying).await
}

/// What the rows of links are written to.
const LINKS: Target = Target {
    table: "chain_link",
    columns: &[
        "chain",
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
        "staffing",
        "staffing_known",
        "instruction",
        "instruction_known",
        "resources",
        "resources_known",
    ],
    tail: "",
};

async fn add_links(write: &mut Write, laying: &Laying) -> Result<(), StoreError> {
    let links = &laying.links;
    let text = |of: fn(&Link) -> &str| {
        Column::Text(links.iter().map(|link| of(link).to_owned()).collect())
    };
    let maybe = |of: fn(&Link) -> Option<&'static str>| {
        Column::MaybeText(links.iter().map(|link| of(link).map(str::to_owned)).collect())
    };
    let mut columns = vec![
        Column::Int(vec![laying.id.0; links.len()]),
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
    for provision in [Provision::Staffing, Provision::Instruction, Provision::Resources] {
        columns.extend(answers(links, provision));
    }
    write.insert(LINKS, columns).await.map(drop)
}

/// What leaders answered of one thing: whether it was given, and what is known of it.
fn answers(links: &[Link], provision: Provision) -> [Column; 2] {
    let find = |link: &Link| link.asked.iter().find(|one| one.provision == provision).cloned();
    let given = links.iter().map(|link| find(link).map(|one| i64::from(one.is_given)));
    let known = links.iter().map(|link| find(link).map_or_else(String::new, |one| one.known));
    [Column::MaybeInt(given.collect()), Column::Text(known.collect())]
}
