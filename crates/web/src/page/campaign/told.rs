//! What the desk and the portal tell alike of a campaign: where today stands in its phases, and the
//! duties of each unit.

use crate::part::{Light, LightState, Link, Step, StepState, Timeline};
use crate::words::Words;
use jiff::civil::Date;
use qz_domain::campaign::{Campaign, Phase, Progress};
use qz_domain::id::UnitId;
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;

/// What one unit answers for.
pub(in crate::page) struct UnitDuties {
    /// The unit, with its page.
    pub unit: Link,
    /// Each duty with its last day.
    pub duties: Vec<(String, String)>,
}

/// How days stand to today, as a light.
pub(in crate::page) fn progress_light(words: Words, progress: Progress) -> Light {
    let state = match progress {
        Progress::Ahead => LightState::None,
        Progress::Running => LightState::Warn,
        Progress::Ended => LightState::Ok,
    };
    Light::new(state, words.term(progress))
}

/// Where today stands in a campaign's days, in a sentence.
pub(in crate::page) fn standing(words: Words, campaign: &Campaign, today: Date) -> String {
    let (starts, ends) = (campaign.starts, campaign.ends);
    let said = [
        ("starts", words.date(starts).into()),
        ("ends", words.date(ends).into()),
        ("day", days(starts, today).into()),
        ("total", days(starts, ends).into()),
    ];
    words.say_with(&format!("campaign-standing-{}", campaign.progress(today).code()), &said)
}

/// The days from one day to another, both counted.
fn days(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()) + 1)
}

/// The phases as a line: those that are over, the one that today is in, those to come.
pub(in crate::page) fn phases(words: Words, campaign: &Campaign, today: Date) -> Timeline {
    let step = |phase: &Phase| {
        let progress = phase.progress(today);
        let state = match progress {
            Progress::Ahead => StepState::Later,
            Progress::Running => StepState::Next,
            Progress::Ended => StepState::Done,
        };
        let title = Link::new("", phase.title.clone());
        let mut step = Step::new(state, Some(words.day(phase.starts)), title);
        let until = [("day", words.date(phase.ends).into())];
        step.lines.push(words.say_with("campaign-phase-until", &until));
        step.light = Some(progress_light(words, progress));
        step
    };
    Timeline::new(words, campaign.phases.iter().map(step).collect())
}

/// The duties by unit, in the order of the plan.
pub(in crate::page) fn duties(
    words: Words,
    campaign: &Campaign,
    units: &[Unit],
) -> Vec<UnitDuties> {
    let of = |unit: UnitId| {
        let duties = campaign.duties.iter().filter(move |duty| duty.unit == unit);
        duties.map(|duty| {
            let due = duty.due.map_or_else(String::new, |day| words.date(day));
            (duty.text.clone(), due)
        })
    };
    let one = |id: UnitId| {
        let unit = units.iter().find(|unit| unit.id == id)?;
        let name = words.unit(&unit.name, &unit.name_en);
        let unit = Link::new(crate::page::portal::unit_link(&unit.code), name);
        Some(UnitDuties { unit, duties: of(id).collect() })
    };
    campaign.members().into_iter().filter_map(one).collect()
}
