//! The items of a scheme over some days: element by element, cycle by cycle, unit by unit.

use crate::adoption::concern;
use crate::filing::Reader;
use crate::run::own::latest;
use crate::run::{Scheme, bound, openings, standing};
use crate::{ActError, Acts, calendar, power};
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::calendar::Calendar;
use qz_domain::filing::{Filing, FilingKind, ItemState};
use qz_domain::id::{AccountId, AdoptionId, FilingId};
use qz_domain::instant;
use qz_domain::power::Concern;
use qz_domain::term::Due;
use qz_domain::unit::Unit;
use qz_engine::run::{Owed, Turn, turns};
use qz_mechanism::cycle::Stretch;
use qz_mechanism::grammar::Kind;
use qz_store::{Conn, filing, person, prompt};

/// An item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemLine {
    /// The kind of its element.
    pub kind: Kind,
    /// Its element, by the title.
    pub element: String,
    /// The cycle.
    pub cycle: Stretch,
    /// The unit that owes it.
    pub unit: Unit,
    /// By when; none where that waits for something else.
    pub due: Option<Due>,
    /// What it answers; none where its cycle asks for it.
    pub answers: Option<FilingId>,
    /// Whom it asks, where it asks one person: the name.
    pub asked: String,
    /// Where it stands.
    pub state: ItemState,
    /// What was filed for it, as corrected last; oldest first. Without fields where the viewer may not read them.
    pub filings: Vec<Filing>,
    /// Whether the viewer may file for it now.
    pub may_file: bool,
    /// Whether the viewer may say now that nothing is owed.
    pub may_excuse: bool,
}

/// A scheme over some days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RunView {
    /// The items, by cycle, then in the order of the file, then by unit.
    pub items: Vec<ItemLine>,
    /// Whether the viewer may read what was filed by every unit.
    pub reads_all: bool,
}

/// What a viewer may do with the items of a scheme.
struct Viewer<'a> {
    actor: &'a crate::actor::Actor,
    reader: Reader<'a>,
    scheme: &'a Scheme,
    today: Date,
}

impl Acts {
    /// The items of a scheme over some days, as an account may see them; none where it never came into force, or another
    /// version took its place before its first day.
    ///
    /// # Errors
    /// Not found for who has no account.
    pub async fn run(
        &self,
        account: AccountId,
        (adoption, stretch): (AdoptionId, Stretch),
    ) -> Result<RunView, ActError> {
        let mut conn = self.reader().await?;
        let scheme = match Scheme::load(&mut conn, adoption).await {
            Err(ActError::NotFound) => return Ok(RunView::default()),
            found => found?,
        };
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let reader = Reader::of(&mut conn, &actor).await?;
        let today = instant::day(self.now());
        let viewer = Viewer { actor: &actor, reader, scheme: &scheme, today };
        let concern = concern(&scheme.adoption, &scheme.unit);
        let reads_all = power::may(&actor, Action::FilingRead, &concern);
        Ok(RunView { items: items(&mut conn, &viewer, stretch).await?, reads_all })
    }
}

async fn items(
    conn: &mut Conn,
    viewer: &Viewer<'_>,
    stretch: Stretch,
) -> Result<Vec<ItemLine>, ActError> {
    let scheme = viewer.scheme;
    let calendar = calendar::known(conn).await?;
    let turns = turns(&scheme.mechanism, &scheme.reign, stretch, &calendar);
    let first = turns.iter().map(|turn| turn.cycle.0).chain([stretch.0]).min();
    let last = turns.iter().map(|turn| turn.cycle.1).chain([stretch.1]).max();
    let (Some(first), Some(last)) = (first, last) else { return Ok(vec![]) };
    let filings = filing::of_adoption(conn, scheme.adoption.id, (first, last)).await?;
    let dealt = prompt::of_adoption(conn, scheme.adoption.id, (first, last)).await?;
    let filings = standing(filings, &dealt);
    let units = bound(conn, scheme).await?;
    let mut items = opened_items(conn, viewer, (stretch, &units), (&filings, &calendar)).await?;
    for turn in &turns {
        for unit in owing(turn, scheme, &units) {
            items.push(viewer.item(turn, unit, &filings));
        }
    }
    items.sort_by_key(|item| item.cycle);
    Ok(items)
}

/// The items that filings of a stretch opened, as far as the viewer is told of them.
async fn opened_items(
    conn: &mut Conn,
    viewer: &Viewer<'_>,
    (stretch, units): (Stretch, &[Unit]),
    (filings, calendar): (&[Filing], &Calendar),
) -> Result<Vec<ItemLine>, ActError> {
    let mut items = vec![];
    for opening in openings(viewer.scheme, filings, calendar) {
        let day = opening.turn.cycle.0;
        let Some(unit) = units.iter().find(|unit| unit.id == opening.opener.unit) else { continue };
        let own = Concern::of_unit(unit.id, unit.line);
        let is_within = (stretch.0..=stretch.1).contains(&day);
        if !is_within || !opening.is_seen(&viewer.reader, viewer.scheme, &own) {
            continue;
        }
        let item = viewer.item(&opening.turn, unit, filings);
        let may_file =
            item.state.is_open() && opening.may_file(&viewer.reader, viewer.scheme, &own);
        let asked = match opening.opener.asked {
            Some(id) => person::find(conn, id).await?.map(|found| found.name).unwrap_or_default(),
            None => String::new(),
        };
        // What is sealed, and what somebody is asked in person, nobody takes off them.
        let is_sealed = viewer.scheme.mechanism.is_sealed(opening.turn.element);
        let may_excuse = item.may_excuse && opening.opener.asked.is_none() && !is_sealed;
        items.push(ItemLine { asked, may_file, may_excuse, ..item });
    }
    Ok(items)
}

/// Who owes something in a turn.
pub(super) fn owing<'a>(turn: &Turn<'_>, scheme: &'a Scheme, units: &'a [Unit]) -> &'a [Unit] {
    match turn.owed {
        Owed::ByEach => units,
        Owed::ByRunner => std::slice::from_ref(&scheme.unit),
        Owed::ByNobody => &[],
    }
}

/// What was filed for an item: of a register every entry in its cycle.
pub(super) fn filed<'a>(
    turn: &Turn<'_>,
    unit: &Unit,
    filings: &'a [Filing],
) -> impl Iterator<Item = &'a Filing> {
    let is_register = turn.element.kind() == Some(Kind::Register);
    let (title, cycle, unit) = (turn.element.title().to_owned(), turn.cycle, unit.id);
    let answers = turn.answers;
    filings.iter().filter(move |one| {
        let is_of_cycle = if is_register {
            (cycle.0..=cycle.1).contains(&one.cycle)
        } else {
            one.cycle == cycle.0
        };
        let is_of_item = one.answers == answers && one.kind != FilingKind::Asked;
        one.element == title && one.unit == unit && is_of_cycle && is_of_item
    })
}

/// Where an item stands. What was filed is late by the day the first of it was: a correction does not make it so.
pub(super) fn state(due: Option<Due>, filed: Option<&Filing>, today: Date) -> ItemState {
    let due = match due {
        Some(Due::Fixed(day)) => Some(day),
        _ => None,
    };
    ItemState::of(due, filed.map(|one| (one.kind, one.filed_on)), today)
}

impl Viewer<'_> {
    fn item(&self, turn: &Turn<'_>, unit: &Unit, filings: &[Filing]) -> ItemLine {
        let found: Vec<&Filing> = filed(turn, unit, filings).collect();
        let state = state(turn.due, found.first().copied(), self.today);
        let has_begun = turn.cycle.0 <= self.today;
        let own = Concern::of_unit(unit.id, unit.line);
        let is_register = turn.element.kind() == Some(Kind::Register);
        let files = if is_register { Action::EntryMake } else { Action::FilingMake };
        let may = |action| power::may(self.actor, action, &own);
        let runs = concern(&self.scheme.adoption, &self.scheme.unit);
        let reads = |one: &Filing| self.reader.may_read(self.scheme, one, &own);
        let is_sealed = self.scheme.mechanism.is_sealed(turn.element);
        // Of a sealed register not even the day of an entry is told to who does not read it.
        let is_shown = |one: &&&Filing| reads(one) || !is_sealed;
        let shown = |one: &Filing| {
            let mut one = one.clone();
            if !reads(&one) {
                one.fields.clear();
            }
            one
        };
        ItemLine {
            kind: turn.element.kind().unwrap_or(Kind::Ask),
            element: turn.element.title().to_owned(),
            cycle: turn.cycle,
            unit: unit.clone(),
            due: turn.due,
            answers: turn.answers,
            asked: String::new(),
            state,
            filings: latest(found.iter().filter(is_shown).map(|one| shown(one)).collect()),
            may_file: state.is_open() && has_begun && may(files),
            may_excuse: state.is_open() && power::may(self.actor, Action::FilingExcuse, &runs),
        }
    }
}
