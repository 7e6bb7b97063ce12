//! The registers of schemes in force that an account may write, each with the entries it may read: all of the unit's for who
//! speaks for it, of a sealed one those the discipline officers read; one's own always.

use crate::actor::Actor;
use crate::filing::Reader;
use crate::run::own::latest;
use crate::run::{Scheme, bound};
use crate::{ActError, Acts, calendar, power};
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::filing::{Filing, FilingKind};
use qz_domain::id::{AccountId, AdoptionId};
use qz_domain::instant;
use qz_domain::power::Concern;
use qz_domain::unit::Unit;
use qz_engine::run::turns;
use qz_mechanism::block::Block;
use qz_mechanism::grammar::{Key, Kind, Node};
use qz_store::{Conn, filing, person};

/// A register of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterView {
    /// The version of the scheme that is in force.
    pub adoption: AdoptionId,
    /// What the scheme is called.
    pub scheme: String,
    /// The register, by its title.
    pub element: String,
    /// What the scheme says to whoever writes; may be empty.
    pub note: String,
    /// The unit.
    pub unit: Unit,
    /// The first day of the present cycle; today, where it has none.
    pub cycle: Date,
    /// Its fields, in order.
    pub columns: Vec<String>,
    /// Whether only who writes and who is to read sees an entry.
    pub is_sealed: bool,
    /// The entries the viewer may read, the latest first.
    pub entries: Vec<EntryLine>,
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryLine {
    /// What was filed, as corrected last.
    pub filing: Filing,
    /// Who filed it.
    pub by: String,
}

impl Acts {
    /// The registers an account may write today.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn registers(&self, account: AccountId) -> Result<Vec<RegisterView>, ActError> {
        let running = self.running(None).await?;
        let mut conn = self.reader().await?;
        let Some(actor) = self.actor(&mut conn, account).await? else { return Ok(vec![]) };
        let today = instant::day(self.now());
        let mut registers = vec![];
        for one in &running {
            let Some(version) = one.on(today) else { continue };
            let around = (version.clone(), one.unit.clone());
            let Ok(scheme) = Scheme::of(around, &one.versions) else { continue };
            registers.extend(of_scheme(&mut conn, (&scheme, &actor), today).await?);
        }
        Ok(registers)
    }
}

async fn of_scheme(
    conn: &mut Conn,
    (scheme, actor): (&Scheme, &Actor),
    today: Date,
) -> Result<Vec<RegisterView>, ActError> {
    let is_register = |element: &&Block| element.kind() == Some(Kind::Register);
    let elements: Vec<&Block> = scheme.mechanism.elements().filter(is_register).collect();
    if elements.is_empty() {
        return Ok(vec![]);
    }
    let all = (scheme.reign.first, today);
    let filings = latest(filing::of_adoption(conn, scheme.adoption.id, all).await?);
    let mut views = vec![];
    for unit in bound(conn, scheme).await? {
        let concern = Concern::of_unit(unit.id, unit.line);
        if !power::may(actor, Action::EntryMake, &concern) {
            continue;
        }
        for element in &elements {
            let entries = entries(conn, (scheme, element, &unit), (actor, &filings)).await?;
            let cycle = present(conn, scheme, (element, today)).await?;
            views.push(RegisterView { entries, ..view(scheme, element, (&unit, cycle)) });
        }
    }
    Ok(views)
}

fn view(scheme: &Scheme, element: &Block, (unit, cycle): (&Unit, Date)) -> RegisterView {
    RegisterView {
        adoption: scheme.adoption.id,
        scheme: scheme.adoption.title.clone(),
        element: element.title().to_owned(),
        note: element.text(Key::Note).unwrap_or("").to_owned(),
        unit: unit.clone(),
        cycle,
        columns: element.lines(Node::Field).map(|line| line.title().to_owned()).collect(),
        is_sealed: element.is(Key::Hidden),
        entries: vec![],
    }
}

/// The first day of the cycle that a register is in.
async fn present(
    conn: &mut Conn,
    scheme: &Scheme,
    (element, today): (&Block, Date),
) -> Result<Date, ActError> {
    let calendar = calendar::known(conn).await?;
    let all = turns(&scheme.mechanism, &scheme.reign, (today, today), &calendar);
    let own = all.iter().find(|turn| turn.element.title() == element.title());
    Ok(own.map_or(today, |turn| turn.cycle.0))
}

async fn entries(
    conn: &mut Conn,
    (scheme, element, unit): (&Scheme, &Block, &Unit),
    (actor, filings): (&Actor, &[Filing]),
) -> Result<Vec<EntryLine>, ActError> {
    let concern = Concern::of_unit(unit.id, unit.line);
    let is_entry = |one: &&Filing| {
        one.kind == FilingKind::Filled && one.element == element.title() && one.unit == unit.id
    };
    let reader = Reader::of(conn, actor).await?;
    let may_read = |one: &&Filing| reader.may_read(scheme, one, &concern);
    let mut lines = vec![];
    for one in filings.iter().rev().filter(is_entry).filter(may_read) {
        let by = person::find(conn, one.by).await?.map(|found| found.name).unwrap_or_default();
        lines.push(EntryLine { filing: one.clone(), by });
    }
    Ok(lines)
}
