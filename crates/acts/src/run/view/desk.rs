//! What an account's units owe to schemes now, for its desk: the most pressing first.

use super::table::{filed, owing, state};
use crate::actor::Actor;
use crate::filing::Reader;
use crate::run::{Scheme, bound, openings, standing};
use crate::{ActError, Acts, calendar, power};
use jiff::ToSpan;
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::filing::{Filing, ItemState};
use qz_domain::id::{AccountId, AdoptionId, FilingId};
use qz_domain::instant;
use qz_domain::power::Concern;
use qz_domain::unit::Unit;
use qz_engine::run::{Turn, turns};
use qz_mechanism::cycle::Stretch;
use qz_mechanism::grammar::Kind;
use qz_store::{Conn, filing, prompt};

/// Something a unit owes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwedItem {
    /// The version of the scheme.
    pub adoption: AdoptionId,
    /// What the scheme is called.
    pub scheme: String,
    /// Its element, by the title.
    pub element: String,
    /// The cycle.
    pub cycle: Stretch,
    /// The unit that owes it.
    pub unit: Unit,
    /// By when; none where that is not known.
    pub due: Option<Date>,
    /// Where it stands: waiting or late.
    pub state: ItemState,
    /// Whether it is a register: an entry, or that there was nothing.
    pub is_register: bool,
    /// What it answers; none where its cycle asks for it.
    pub answers: Option<FilingId>,
    /// Whether it asks the viewer in person.
    pub is_asked: bool,
}

/// For how many days back what is still owed is shown.
const BACK: i64 = 92;

impl Acts {
    /// What the units of an account owe to schemes in force, and what they are asked in person: what is late first, then by its
    /// day.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn owed_items(&self, account: AccountId) -> Result<Vec<OwedItem>, ActError> {
        let running = self.running(None).await?;
        let mut conn = self.reader().await?;
        let Some(actor) = self.actor(&mut conn, account).await? else { return Ok(vec![]) };
        let today = instant::day(self.now());
        let mut owed = vec![];
        for one in running {
            for version in &one.versions {
                let around = (version.clone(), one.unit.clone());
                let Ok(scheme) = Scheme::of(around, &one.versions) else { continue };
                owed.extend(of_scheme(&mut conn, (&scheme, &actor), today).await?);
            }
        }
        owed.sort_by_key(|item| (item.due.unwrap_or(Date::MAX), item.adoption.0, item.cycle.0));
        Ok(owed)
    }
}

async fn of_scheme(
    conn: &mut Conn,
    (scheme, actor): (&Scheme, &Actor),
    today: Date,
) -> Result<Vec<OwedItem>, ActError> {
    let stretch = (today.saturating_sub(BACK.days()), today);
    let calendar = calendar::known(conn).await?;
    let units = bound(conn, scheme).await?;
    let own = |unit: &Unit| Concern::of_unit(unit.id, unit.line);
    let works = |unit: &&Unit| power::may(actor, Action::EntryMake, &own(unit));
    if !units.iter().any(|unit| works(&unit)) {
        return Ok(vec![]);
    }
    let speaks = |unit: &&Unit| power::may(actor, Action::FilingMake, &own(unit));
    let turns = turns(&scheme.mechanism, &scheme.reign, stretch, &calendar);
    let first = turns.iter().map(|turn| turn.cycle.0).chain([stretch.0]).min().unwrap_or(today);
    let filings = filing::of_adoption(conn, scheme.adoption.id, (first, today)).await?;
    let dealt = prompt::of_adoption(conn, scheme.adoption.id, (first, today)).await?;
    let filings = standing(filings, &dealt);
    let reader = Reader::of(conn, actor).await?;
    let mut owed = vec![];
    for turn in &turns {
        for unit in owing(turn, scheme, &units).iter().filter(speaks) {
            owed.extend(item(scheme, (turn, unit), (&filings, today)));
        }
    }
    for opening in openings(scheme, &filings, &calendar) {
        let unit = units.iter().find(|unit| unit.id == opening.opener.unit);
        let Some(unit) = unit.filter(|unit| opening.may_file(&reader, scheme, &own(unit))) else {
            continue;
        };
        let is_asked = opening.opener.asked.is_some();
        let found = item(scheme, (&opening.turn, unit), (&filings, today));
        owed.extend(found.map(|found| OwedItem { is_asked, ..found }));
    }
    Ok(owed)
}

/// An item, where something is owed for it.
fn item(
    scheme: &Scheme,
    (turn, unit): (&Turn<'_>, &Unit),
    (filings, today): (&[Filing], Date),
) -> Option<OwedItem> {
    let state = state(turn.due, filed(turn, unit, filings).next(), today);
    state.is_open().then(|| OwedItem {
        adoption: scheme.adoption.id,
        scheme: scheme.adoption.title.clone(),
        element: turn.element.title().to_owned(),
        cycle: turn.cycle,
        unit: unit.clone(),
        due: turn.due.map(qz_domain::term::Due::earliest),
        state,
        is_register: turn.element.kind() == Some(Kind::Register),
        answers: turn.answers,
        is_asked: false,
    })
}
