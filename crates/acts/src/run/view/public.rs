//! What anybody may read of how a scheme runs: counts of items and of prompts dealt with, cycle by cycle; no unit's answer and
//! nobody's name. What its disclosures say was published, and when.

use super::table::{filed, owing, state};
use crate::run::{Scheme, bound, openings};
use crate::{ActError, Acts, calendar};
use jiff::civil::Date;
use qz_domain::filing::{Filing, FilingKind, ItemState};
use qz_domain::id::AdoptionId;
use qz_domain::instant;
use qz_domain::prompt::{Prompt, PromptOutcome};
use qz_domain::unit::Unit;
use qz_engine::run::{Turn, turns};
use qz_mechanism::cycle::Stretch;
use qz_mechanism::grammar::Kind;
use qz_store::{filing, prompt};

/// An element in a cycle, counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ElementCount {
    /// Its kind.
    pub kind: Kind,
    /// Its title.
    pub element: String,
    /// Its cycle.
    pub cycle: Stretch,
    /// How many items are owed.
    pub owed: usize,
    /// How many were filed in time.
    pub filed: usize,
    /// How many were filed late.
    pub filed_late: usize,
    /// How many are late and not filed.
    pub late: usize,
    /// How many were excused.
    pub excused: usize,
    /// How many prompts were dismissed.
    pub dismissed: usize,
    /// How many prompts became findings.
    pub taken_up: usize,
    /// When a disclosure was made.
    pub shown_on: Option<Date>,
}

/// A scheme as it runs in a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicRun {
    /// The version.
    pub adoption: AdoptionId,
    /// The unit that runs it.
    pub unit: Unit,
    /// What came up in the stretch, the latest cycle first.
    pub counts: Vec<ElementCount>,
}

impl Acts {
    /// How a version of a scheme in force runs over some days.
    ///
    /// # Errors
    /// Not found where it was never in force.
    pub async fn public_run(
        &self,
        adoption: AdoptionId,
        stretch: Stretch,
    ) -> Result<PublicRun, ActError> {
        let mut conn = self.reader().await?;
        let scheme = Scheme::load(&mut conn, adoption).await?;
        let (calendar, today) = (calendar::known(&mut conn).await?, instant::day(self.now()));
        let stretch = (stretch.0, stretch.1.min(today));
        let mut turns = turns(&scheme.mechanism, &scheme.reign, stretch, &calendar);
        // Nothing of a sealed register is told, not even how many.
        turns.retain(|turn| turn.cycle.0 <= today && !scheme.mechanism.is_sealed(turn.element));
        turns.reverse();
        let first = turns.iter().map(|turn| turn.cycle.0).min().unwrap_or(today);
        let all = (first, today);
        let filings = filing::of_adoption(&mut conn, adoption, all).await?;
        let prompts = prompt::of_adoption(&mut conn, adoption, all).await?;
        let units = bound(&mut conn, &scheme).await?;
        let count = |turn: &Turn<'_>| {
            let owing = owing(turn, &scheme, &units);
            counted(turn, (owing, &filings, &prompts), today)
        };
        let mut counts: Vec<ElementCount> = turns.iter().map(count).collect();
        // What entries open is told like the rest; what is sealed, or asked of somebody, is not.
        let opened = openings(&scheme, &filings, &calendar).into_iter().filter(|one| {
            one.opener.asked.is_none() && !scheme.mechanism.is_sealed(one.turn.element)
        });
        counts.extend(opened.filter_map(|one| {
            let unit = units.iter().find(|unit| unit.id == one.opener.unit)?;
            Some(counted(&one.turn, (std::slice::from_ref(unit), &filings, &prompts), today))
        }));
        counts.sort_by_key(|count| std::cmp::Reverse(count.cycle));
        Ok(PublicRun { adoption, counts, unit: scheme.unit.clone() })
    }
}

fn counted(
    turn: &Turn<'_>,
    (owing, filings, prompts): (&[Unit], &[Filing], &[Prompt]),
    today: Date,
) -> ElementCount {
    let states: Vec<ItemState> = owing
        .iter()
        .map(|unit| state(turn.due, filed(turn, unit, filings).next(), today))
        .collect();
    let of = |wanted| states.iter().filter(|state| **state == wanted).count();
    let title = turn.element.title();
    let dealt = |wanted| {
        let is_it = |one: &&Prompt| {
            one.element == title && one.cycle == turn.cycle.0 && one.outcome == wanted
        };
        prompts.iter().filter(is_it).count()
    };
    let is_show = turn.element.kind() == Some(Kind::Show);
    let mut shown = owing.iter().flat_map(|unit| filed(turn, unit, filings));
    let shown_on = shown.find(|one| one.kind == FilingKind::Filled).map(|one| one.filed_on);
    ElementCount {
        kind: turn.element.kind().unwrap_or(Kind::Ask),
        element: title.to_owned(),
        cycle: turn.cycle,
        owed: states.len(),
        filed: of(ItemState::Filed),
        filed_late: of(ItemState::FiledLate),
        late: of(ItemState::Late),
        excused: of(ItemState::Excused),
        dismissed: dealt(PromptOutcome::Dismissed),
        taken_up: dealt(PromptOutcome::TakenUp),
        shown_on: shown_on.filter(|_| is_show),
    }
}
