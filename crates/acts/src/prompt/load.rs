//! Loads a prompt for whoever deals with it: it still stands, nobody dealt with it, and it is not about themselves.

use super::PromptKey;
use crate::actor::Actor;
use crate::adoption::concern;
use crate::matter::{self, Doing, PaperForm};
use crate::run::{Hit, Scheme, judged};
use crate::{ActError, fact, power};
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::id::{AccountId, PromptId};
use qz_domain::instant;
use qz_domain::prompt::{Prompt, PromptOutcome, PromptRefusal, is_worked_out};
use qz_domain::refusal::Refusal;
use qz_engine::run::turns;
use qz_mechanism::cycle::Stretch;
use qz_mechanism::language::Language;
use qz_store::{Write, person, prompt};

/// A prompt that somebody may deal with.
pub(super) struct Standing {
    pub scheme: Scheme,
    pub cycle: Stretch,
    pub hit: Hit,
    pub actor: Actor,
    pub doing: Doing,
}

/// Loads the prompt as it stands by the facts known now.
pub(super) async fn standing(
    write: &mut Write,
    (account, action): (AccountId, Action),
    (key, paper): (&PromptKey, &PaperForm),
) -> Result<Standing, ActError> {
    let scheme = Scheme::load(write.reads(), key.adoption).await?;
    let concern = concern(&scheme.adoption, &scheme.unit);
    let actor = power::require(write, account, action, &concern).await?;
    let element = scheme.element(&key.element)?;
    fact::must_read(&actor, (&scheme.mechanism, element), &concern)?;
    let today = instant::day(write.now());
    let cycle = cycle(write, &scheme, (key, today)).await?;
    let (id, subject) = (key.adoption, key.subject.as_str());
    let earlier = prompt::of_subject(write.reads(), (id, &key.element), (cycle.0, subject)).await?;
    if let Some(earlier) = earlier {
        return Err(Refusal::from(PromptRefusal::DealtWith { day: earlier.dealt_on }).into());
    }
    let language = Language::Chinese;
    let found = judged(write.reads(), (&scheme, element), (cycle, today), language).await?;
    let hits = found.map(|judged| judged.hits).unwrap_or_default();
    let fallen = || Refusal::from(PromptRefusal::Fallen { subject: subject.to_owned() });
    let hit = hits.into_iter().find(|hit| hit.subject == subject).ok_or_else(fallen)?;
    let doing = matter::alone(write, &actor, paper, Some(cycle.1)).await?;
    must_be_another(write, &hit, &doing).await?;
    Ok(Standing { scheme, cycle, hit, actor, doing })
}

/// The cycle, once it is over and while prompts of it are worked out.
async fn cycle(
    write: &mut Write,
    scheme: &Scheme,
    (key, today): (&PromptKey, Date),
) -> Result<Stretch, ActError> {
    let calendar = crate::calendar::known(write.reads()).await?;
    let first = key.cycle;
    let all = turns(&scheme.mechanism, &scheme.reign, (first, first), &calendar);
    let mut cycles = all.into_iter().filter(|turn| turn.element.title() == key.element);
    let cycle = cycles.find(|turn| turn.cycle.0 == first).map(|turn| turn.cycle);
    cycle.filter(|cycle| is_worked_out(cycle.1, today)).ok_or(ActError::NotFound)
}

/// Nobody deals with what is about themselves, keys it, or is acted for.
async fn must_be_another(write: &mut Write, hit: &Hit, doing: &Doing) -> Result<(), ActError> {
    let Some(about) = hit.person else { return Ok(()) };
    let mut people = doing.by.iter().chain(&doing.keyed_by).chain(&doing.on_behalf_of);
    if !people.any(|one| *one == about) {
        return Ok(());
    }
    let found = person::find(write.reads(), about).await?;
    let person = found.map(|found| found.name).unwrap_or_default();
    Err(Refusal::from(PromptRefusal::OwnPrompt { person }).into())
}

impl Standing {
    /// What is kept of it.
    pub fn dealt(self, id: PromptId, (outcome, reason): (PromptOutcome, String)) -> Prompt {
        let Self { scheme, cycle, hit, doing, .. } = self;
        Prompt {
            id,
            adoption: scheme.adoption.id,
            element: String::new(),
            cycle: cycle.0,
            last: cycle.1,
            subject: hit.subject,
            person: hit.person,
            unit: hit.unit,
            trace: hit.trace,
            records: hit.records.join("、"),
            outcome,
            reason,
            finding: None,
            by: doing.by.first().copied(),
            dealt_on: doing.day,
        }
    }
}
