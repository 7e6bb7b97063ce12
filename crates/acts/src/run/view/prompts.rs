//! What the rules of a scheme prompt: those that nobody dealt with, and how the others were dealt with. What was dismissed is
//! counted and shown to nobody.

use crate::actor::Actor;
use crate::adoption::concern;
use crate::prompt::is_about;
use crate::run::{Scheme, judged};
use crate::{ActError, Acts, calendar, fact, power};
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::filing::Filing;
use qz_domain::id::{AccountId, AdoptionId, FilingId, FindingId, PersonId};
use qz_domain::instant;
use qz_domain::prompt::{Precision, Prompt, PromptOutcome, is_worked_out};
use qz_engine::run::{Owed, Turn, turns};
use qz_mechanism::cycle::Stretch;
use qz_mechanism::event::Opens;
use qz_mechanism::language::Language;
use qz_store::{Conn, filing, prompt, unit};
use std::collections::HashSet;

/// A prompt that nobody dealt with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromptLine {
    /// The work number, the unit's code, or the number of the record.
    pub subject: String,
    /// The person's or unit's name; empty for a record.
    pub name: String,
    /// The condition with its values.
    pub trace: String,
    /// The records it was worked out from.
    pub records: Vec<String>,
    /// When it was asked about.
    pub asked_on: Option<Date>,
    /// What was answered, as corrected last.
    pub answer: Option<Filing>,
}

/// A rule in a cycle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleView {
    /// The element, by its title.
    pub element: String,
    /// The cycle.
    pub cycle: Stretch,
    /// The questions that the scheme has for a prompt.
    pub questions: Vec<String>,
    /// What it came to; none where it is not asked, muted, not for the viewer, or no record fills its source.
    pub came_to: Option<CameTo>,
    /// How many of its cycle were dismissed.
    pub dismissed: usize,
    /// The findings that were registered from it.
    pub taken_up: Vec<FindingId>,
    /// How its prompts were dealt with over all cycles of the version.
    pub precision: Precision,
}

/// What a rule came to in a cycle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CameTo {
    /// Of how many subjects it was asked.
    pub asked: usize,
    /// How many of those cannot be told.
    pub unknown: usize,
    /// How many hits are excepted.
    pub excepted: usize,
    /// The prompts that nobody dealt with.
    pub prompts: Vec<PromptLine>,
}

impl Acts {
    /// What the rules of a scheme prompt over some days, as far as an account may list the records they read.
    ///
    /// # Errors
    /// Forbidden to whoever does not deal with its prompts.
    pub async fn rules(
        &self,
        account: AccountId,
        (adoption, stretch): (AdoptionId, Stretch),
        language: Language,
    ) -> Result<Vec<RuleView>, ActError> {
        let mut conn = self.reader().await?;
        let scheme = Scheme::load(&mut conn, adoption).await?;
        let action = Action::PromptRead;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::Forbidden(action))?;
        let concern = concern(&scheme.adoption, &scheme.unit);
        if !power::may(&actor, action, &concern) {
            return Err(ActError::Forbidden(action));
        }
        let today = instant::day(self.now());
        let calendar = calendar::known(&mut conn).await?;
        let turns = turns(&scheme.mechanism, &scheme.reign, stretch, &calendar);
        let precision = prompt::precision(&mut conn, adoption).await?;
        let Some(last) = turns.iter().map(|turn| turn.cycle.0).max() else { return Ok(vec![]) };
        let first = turns.iter().map(|turn| turn.cycle.0).min().unwrap_or(last);
        let dealt = prompt::of_adoption(&mut conn, adoption, (first, last)).await?;
        let filings = filing::of_adoption(&mut conn, adoption, (first, last.max(today))).await?;
        let mut views = vec![];
        let ruled = |turn: &&Turn<'_>| {
            turn.owed == Owed::ByNobody
                && qz_mechanism::rule::of(&scheme.mechanism, turn.element).is_some()
        };
        for turn in turns.iter().filter(ruled) {
            let precision = precision.get(turn.element.title()).copied().unwrap_or_default();
            let mut view = view((&scheme, turn), (&dealt, precision));
            let is_asked = is_worked_out(turn.cycle.1, today) && !precision.is_muted();
            if is_asked
                && fact::must_read(&actor, (&scheme.mechanism, turn.element), &concern).is_ok()
            {
                let asked = (&mut conn, &scheme, turn);
                let known = (&dealt[..], &filings[..]);
                view.came_to = came_to(asked, (&actor, known), (today, language)).await?;
            }
            views.push(view);
        }
        Ok(views)
    }
}

fn view(
    (scheme, turn): (&Scheme, &Turn<'_>),
    (dealt, precision): (&[Prompt], Precision),
) -> RuleView {
    let questions = scheme.mechanism.elements();
    let questions = questions.filter(|one| Opens::of(one) == Some(Opens::Prompt));
    let of_turn = |one: &&Prompt| one.element == turn.element.title() && one.cycle == turn.cycle.0;
    let own: Vec<&Prompt> = dealt.iter().filter(of_turn).collect();
    RuleView {
        element: turn.element.title().to_owned(),
        cycle: turn.cycle,
        questions: questions.map(|one| one.title().to_owned()).collect(),
        came_to: None,
        dismissed: own.iter().filter(|one| one.outcome == PromptOutcome::Dismissed).count(),
        taken_up: own.iter().filter_map(|one| one.finding).collect(),
        precision,
    }
}

async fn came_to(
    (conn, scheme, turn): (&mut Conn, &Scheme, &Turn<'_>),
    (actor, (dealt, filings)): (&Actor, (&[Prompt], &[Filing])),
    (today, language): (Date, Language),
) -> Result<Option<CameTo>, ActError> {
    let found = judged(conn, (scheme, turn.element), (turn.cycle, today), language).await?;
    let Some(found) = found else { return Ok(None) };
    let known: HashSet<(&str, Date, &str)> =
        dealt.iter().map(|one| (one.element.as_str(), one.cycle, one.subject.as_str())).collect();
    let mut prompts = vec![];
    for hit in found.hits {
        // Nobody is shown what is prompted about themselves: they are asked in time.
        if known.contains(&(turn.element.title(), turn.cycle.0, hit.subject.as_str()))
            || (hit.person.is_some() && hit.person == actor.person)
        {
            continue;
        }
        let name = name(conn, hit.person, &hit.subject).await?;
        let about = (turn.element.title(), hit.subject.as_str());
        let is_asked = |one: &&Filing| one.cycle == turn.cycle.0 && is_about(one, about);
        let asked = filings.iter().find(is_asked);
        let answer = asked.and_then(|asked| answer(filings, asked.id));
        let asked_on = asked.map(|asked| asked.filed_on);
        let (subject, trace, records) = (hit.subject, hit.trace, hit.records);
        prompts.push(PromptLine { subject, name, trace, records, asked_on, answer });
    }
    let (asked, unknown, excepted) = (found.asked, found.unknown, found.excepted);
    Ok(Some(CameTo { asked, unknown, excepted, prompts }))
}

/// What was answered, as it was corrected last.
fn answer(filings: &[Filing], asked: FilingId) -> Option<Filing> {
    filings.iter().rfind(|one| one.answers == Some(asked)).cloned()
}

async fn name(
    conn: &mut Conn,
    person: Option<PersonId>,
    subject: &str,
) -> Result<String, ActError> {
    if let Some(id) = person {
        let found = qz_store::person::find(conn, id).await?;
        return Ok(found.map(|found| found.name).unwrap_or_default());
    }
    let found = unit::find_by_code(conn, subject).await?;
    Ok(found.map(|found| found.name).unwrap_or_default())
}
