//! Who is on duty in a stretch, as published rosters and what was handed over in time have it: the obligations that the
//! judge of attendance reads.

use super::text;
use crate::attendance::Who;
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::person::read_day;
use jiff::civil::Date;
use qz_domain::id::{DutyPostId, PersonId, RosterId, SwapId, UnitId};
use qz_domain::month::Month;
use qz_domain::roster::{DutyKind, DutySwap, DutyTurn, SwapStage, standing};
use qz_domain::spelled::Spelled;
use std::collections::BTreeMap;

/// A turn that binds (值班安排).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rostered {
    /// The roster.
    pub roster: RosterId,
    /// The unit whose roster it is.
    pub unit: UnitId,
    /// What the post is called.
    pub post: String,
    /// What it asks.
    pub kind: DutyKind,
    /// The rule that gives its hours; may be empty of a stand-by.
    pub rule: String,
    /// Post, day, person.
    pub turn: DutyTurn,
}

/// One roster as it is gathered.
#[derive(Default)]
struct Gathered {
    unit: i64,
    turns: Vec<DutyTurn>,
    swaps: Vec<DutySwap>,
}

/// A row of what binds: `line` or `swap`, the roster, its unit, the post; of a line the post's name, the month, nothing,
/// the rule, kind and turns; of a swap its number, its day, nothing, giver and taker.
pub(crate) type DutyRow =
    (String, i64, i64, Option<i64>, String, String, Option<String>, String, String);

/// The head of a statement that knows the published rosters of some months as `bound (id, unit, month)`: those of the
/// people of a unit, of a person, or of the county where both are 0.
macro_rules! bound_rosters {
    ($from:literal, $to:literal, $person:literal, $unit:literal) => {
        concat!(
            "
        with bound (id, unit, month) as (
            select id, unit, month
              from roster
             where stage = 'published' and month >= ",
            $from,
            " and month <= ",
            $to,
            "
               and (cast(",
            $person,
            " as bigint) = 0
                    or unit in (select a.unit from appointment a where a.person = ",
            $person,
            "))
               and (cast(",
            $unit,
            " as bigint) = 0
                    or unit in (select a.unit
                                  from appointment a
                                 where a.person in (select b.person
                                                      from appointment b
                                                     where b.unit = ",
            $unit,
            ")))
        )"
        )
    };
}

/// What binds of `bound`, with the columns of [`attendance::standing`](crate::attendance::standing), which joins them: an
/// act that judges has few statements.
macro_rules! duty_rows {
    () => {
        "
        select 'line' as what, r.id, r.unit, l.post, p.name, r.month, cast(null as text), p.rule
             , p.kind || ' ' || l.turns
          from bound r
          join roster_line l on l.roster = r.id
          join duty_post p on p.id = l.post
         union all
        select 'swap', r.id, r.unit, s.post, cast(s.id as text), s.day, cast(null as text)
             , cast(s.giver as text), cast(s.taker as text)
          from bound r
          join duty_swap s on s.roster = r.id
         where s.stage = 'approved' and s.is_late = 0"
    };
}
pub(crate) use {bound_rosters, duty_rows};

/// A person and a unit as the rows are asked for.
pub(crate) fn asked(who: Who) -> (i64, i64) {
    match who {
        Who::Person(person) => (person.0, 0),
        Who::Unit(unit) => (0, unit.0),
        Who::County => (0, 0),
    }
}

/// The turns that bind from one day to another, both inclusive, by person, day and post: of one person, of the people of
/// a unit wherever they hold posts, or of the county.
pub async fn rostered(
    conn: &mut Conn,
    who: Who,
    (from, to): (Date, Date),
) -> Result<Vec<Rostered>, StoreError> {
    const SQL: &str = concat!(
        bound_rosters!("$1", "$2", "$3", "$4"),
        duty_rows!(),
        "
         order by 1, 2, 4, 5"
    );
    let (person, unit) = asked(who);
    let rows: Vec<DutyRow> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(Month::of(from).to_string())
        .bind(Month::of(to).to_string())
        .bind(person)
        .bind(unit)
        .fetch_all(c)
        .await)?;
    binding(rows, who, (from, to))
}

/// What the rows say of those asked for and their days.
pub(crate) fn binding(
    rows: Vec<DutyRow>,
    who: Who,
    (from, to): (Date, Date),
) -> Result<Vec<Rostered>, StoreError> {
    let mut found = gathered(rows)?;
    found.retain(|one| (from..=to).contains(&one.turn.day));
    if let Who::Person(person) = who {
        found.retain(|one| one.turn.person == person);
    }
    found.sort_by_key(|one| (one.turn.person, one.turn.day, one.turn.post));
    Ok(found)
}

fn gathered(rows: Vec<DutyRow>) -> Result<Vec<Rostered>, StoreError> {
    let mut posts: BTreeMap<DutyPostId, (String, DutyKind, String)> = BTreeMap::new();
    let mut rosters: BTreeMap<i64, Gathered> = BTreeMap::new();
    for (what, id, unit, post, name, at, _, rule, text) in rows {
        let corrupt = || StoreError::Corrupt { table: "roster", id };
        let roster = rosters.entry(id).or_default();
        roster.unit = unit;
        let post = DutyPostId(post.ok_or_else(corrupt)?);
        if what == "line" {
            let month = at.parse().map_err(|_| corrupt())?;
            let (kind, turns) = text.split_once(' ').ok_or_else(corrupt)?;
            roster.turns.extend(text::turns(month, post, turns).ok_or_else(corrupt)?);
            let kind = DutyKind::from_code(kind).ok_or_else(corrupt)?;
            posts.insert(post, (name, kind, rule));
        } else {
            let number = |text: &str| text.parse::<i64>().map_err(|_| corrupt());
            let (swap, giver, taker) = (number(&name)?, number(&rule)?, number(&text)?);
            let day = read_day(&at, "duty_swap", swap)?;
            let turn = DutyTurn { post, day, person: PersonId(giver) };
            roster.swaps.push(moved((SwapId(swap), RosterId(id)), turn, PersonId(taker)));
        }
    }
    // Swaps are applied in the order they were made.
    for roster in rosters.values_mut() {
        roster.swaps.sort_by_key(|swap| swap.id);
    }
    let of = |(id, roster): (&i64, &Gathered)| {
        let (id, unit) = (RosterId(*id), UnitId(roster.unit));
        let turns = standing(&roster.turns, &roster.swaps).into_iter();
        let told = turns.filter_map(|turn| {
            let (post, kind, rule) = posts.get(&turn.post)?.clone();
            Some(Rostered { roster: id, unit, post, kind, rule, turn })
        });
        told.collect::<Vec<_>>()
    };
    Ok(rosters.iter().flat_map(of).collect())
}

/// A swap that moves its turn, of which nothing else matters here.
fn moved((id, roster): (SwapId, RosterId), turn: DutyTurn, taker: PersonId) -> DutySwap {
    DutySwap {
        id,
        roster,
        turn,
        taker,
        reason: String::new(),
        stage: SwapStage::Approved,
        asked_on: turn.day,
        decided_by: None,
        decided_on: None,
        answer: String::new(),
        is_late: false,
        version: 0,
    }
}
