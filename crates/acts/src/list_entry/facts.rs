//! The facts of the red and the black list: entries that are or were before the public, as they stand today.

use super::load::{ListLine, lines};
use crate::{ActError, fact};
use jiff::civil::Date;
use qz_domain::fact::{Fact, FactRow, FactTable};
use qz_domain::id::PersonId;
use qz_domain::list_entry::{Board, Standing};
use qz_domain::spelled::Spelled;
use qz_mechanism::fact::ListField as Field;
use qz_store::fact::Asked;
use qz_store::{Conn, person};

/// The entries whose notice began in a period. What fell with its decision, was removed or went no further is none.
pub(crate) async fn facts(conn: &mut Conn, asked: &Asked) -> Result<FactTable, ActError> {
    let mut found = lines(conn, asked.today).await?;
    found.retain(|line| line.standing.is_shown() || line.standing == Standing::Expired);
    found.retain(|line| asked.sees(&[line.unit.id]));
    found.sort_by_key(|line| (line.entry.noticed_on, line.entry.id));
    let mut rows = vec![];
    for (period, (from, to)) in asked.begun() {
        let in_it = |day: Date| from <= day && day <= to;
        for line in found.iter().filter(|line| line.entry.noticed_on.is_some_and(in_it)) {
            rows.push(FactRow {
                record: line.entry.id.to_string(),
                person: named(conn, line.entry.person).await?,
                unit: Some((line.unit.id, line.unit.code.clone())),
                period,
                facts: Field::ALL.iter().map(|field| said(*field, line)).collect(),
            });
        }
    }
    Ok(FactTable { columns: fact::columns(Field::FIELDS), rows, known_on: asked.today })
}

async fn named(
    conn: &mut Conn,
    id: Option<PersonId>,
) -> Result<Option<(PersonId, String)>, ActError> {
    let Some(id) = id else { return Ok(None) };
    Ok(person::find(conn, id).await?.map(|person| (id, person.number)))
}

fn said(field: Field, line: &ListLine) -> Option<Fact> {
    let entry = &line.entry;
    let whether = |is: bool| Some(Fact::Whole(i64::from(is)));
    let stands = |standing| whether(line.standing == standing);
    match field {
        Field::Entries => whether(true),
        Field::Board => Some(Fact::Text(entry.board.code().to_owned())),
        Field::Red => whether(entry.board == Board::Red),
        Field::Black => whether(entry.board == Board::Black),
        Field::Standing => Some(Fact::Text(line.standing.code().to_owned())),
        Field::InNotice => stands(Standing::InNotice),
        Field::Held => stands(Standing::Held),
        Field::Listed => stands(Standing::Listed),
        Field::Expired => stands(Standing::Expired),
        Field::OnPerson => whether(entry.person.is_some()),
        Field::NoticedOn => entry.noticed_on.map(Fact::Day),
        Field::Until => entry.last_day().map(Fact::Day),
    }
}
