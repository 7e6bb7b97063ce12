//! What bars whom from which matter of an agenda (应当回避的情形), as the guards of a panel ask for it: the hands of each
//! matter, the units below each unit concerned, and the posts and kin of everybody who might sit.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use jiff::civil::Date;
use qz_domain::id::{AccountabilityId, MeetingId, PersonId, UnitId};
use qz_domain::kin::Relation;
use qz_domain::matter::{Hand, Part};
use qz_domain::spelled::Spelled;
use qz_domain::visit::{Inspector, TiedRelative};

/// What is known of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bars {
    /// Those called to the meeting, the people of its organ, and whoever asks.
    pub people: Vec<Inspector>,
    /// Who of them had which part in which matter.
    pub hands: Vec<(AccountabilityId, Hand)>,
    /// Units concerned, each with itself and every unit below it.
    pub below: Vec<(UnitId, UnitId)>,
}

type Row = (String, i64, i64, String, i64, i64);

const SQL: &str = "
    with recursive item (id, finding, unit, visit) as (
        select a.id, a.finding, a.unit, f.visit
          from meeting_item i
          join accountability a on a.id = i.accountability
          join finding f on f.id = a.finding
         where i.meeting = $1 and (cast($2 as bigint) = 0 or a.id = $2)
    ), team (id, name) as (
        select p.id, p.name
          from person p
         where p.id = $3
            or p.id in (select person from meeting_attendee where meeting = $1)
            or p.id in (select a.person
                          from meeting m join appointment a on a.unit = m.organ
                         where m.id = $1 and a.since <= $4 and coalesce(a.until, $4) >= $4)
    ), below (root, id) as (
        select i.unit, i.unit from item i
        union
        select b.root, u.id from unit u join below b on u.parent = b.id
    ), hand (item, part, person, keyed, absent) as (
        select i.id, 'found', v.person, cast(0 as bigint), cast(0 as bigint)
          from item i join visit_inspector v on v.visit = i.visit
         union all
        select i.id, p.part, p.person, p.keyed, p.absent
          from item i join finding_part p on p.finding = i.finding
         union all
        select i.id, p.part, p.person, p.keyed, p.absent
          from item i
          join accountability a on a.finding = i.finding
          join accountability_part p on p.accountability = a.id
         union all
        select i.id, p.part, p.person, p.keyed, p.absent
          from item i
          join accountability a on a.finding = i.finding
          join review r on r.accountability = a.id
          join review_part p on p.review = r.id
    )
    select '1' as what, id as one, cast(0 as bigint) as other, name as word
         , cast(0 as bigint) as keyed, cast(0 as bigint) as absent
      from team
     union all
    select '2', t.id, a.unit, '', cast(0 as bigint), cast(0 as bigint)
      from team t
      join appointment a
        on a.person = t.id and a.since <= $4 and coalesce(a.until, $4) >= $4
     union all
    select '3', t.id, a.unit, k.relation, cast(0 as bigint), cast(0 as bigint)
      from team t
      join kin k
        on (k.person = t.id or k.relative = t.id)
       and (k.withdrawn_on is null or k.withdrawn_on > $4)
      join appointment a
        on a.person = case when k.person = t.id then k.relative else k.person end
       and a.since <= $4 and coalesce(a.until, $4) >= $4
     union all
    select '4', root, id, '', cast(0 as bigint), cast(0 as bigint) from below
     union all
    select '5', item, person, part, keyed, absent from hand
     where person in (select id from team)
     order by 1, 2, 3, 4, 5, 6";

/// What bars whom from one matter of a meeting's agenda, or from all of them, on a day.
pub async fn of(
    conn: &mut Conn,
    (meeting, only): (MeetingId, Option<AccountabilityId>),
    (asks, day): (Option<PersonId>, Date),
) -> Result<Bars, StoreError> {
    let rows: Vec<Row> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(meeting.0)
        .bind(only.map_or(0, |id| id.0))
        .bind(asks.map_or(0, |id| id.0))
        .bind(day.to_string())
        .fetch_all(c)
        .await)?;
    let mut bars = Bars::default();
    for row in rows {
        bars.add(row, meeting)?;
    }
    Ok(bars)
}

impl Bars {
    fn add(&mut self, row: Row, meeting: MeetingId) -> Result<(), StoreError> {
        let (what, one, other, word, keyed, absent) = row;
        let corrupt = || StoreError::Corrupt { table: "meeting", id: meeting.0 };
        match what.as_str() {
            "1" => self.people.push(Inspector {
                person: PersonId(one),
                name: word,
                is_trained: false,
                units: vec![],
                kin: vec![],
            }),
            "2" => self.person(one).ok_or_else(corrupt)?.units.push(UnitId(other)),
            "3" => {
                let relation = Relation::from_code(&word).ok_or_else(corrupt)?;
                let tie = TiedRelative { relation, unit: UnitId(other) };
                self.person(one).ok_or_else(corrupt)?.kin.push(tie);
            }
            "4" => self.below.push((UnitId(one), UnitId(other))),
            _ => {
                let part = Part::from_code(&word).ok_or_else(corrupt)?;
                let (is_keyed, is_absent) = (keyed == 1, absent == 1);
                let hand = Hand { person: PersonId(other), part, is_keyed, is_absent };
                self.hands.push((AccountabilityId(one), hand));
            }
        }
        Ok(())
    }

    fn person(&mut self, id: i64) -> Option<&mut Inspector> {
        self.people.iter_mut().find(|one| one.person.0 == id)
    }
}
