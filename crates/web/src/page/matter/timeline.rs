//! The acts on a matter, oldest first, each with its leaf in the public log.

use crate::part::{Link, Step, StepState, Timeline};
use crate::shell::Shell;
use crate::words::Words;
use qz_domain::action::Action;
use qz_domain::instant;
use qz_domain::spelled::Spelled;

use qz_acts::finding::view::ActEntry;

/// The timeline; `next` is what comes after, where something does.
pub(in crate::page) fn timeline(
    shell: &Shell,
    acts: &[ActEntry],
    next: Option<String>,
) -> Timeline {
    let steps = acts.iter().map(|act| step(shell, act));
    let next = next.map(|title| Step::new(StepState::Next, None, Link::new("", title)));
    Timeline::new(shell.words, steps.chain(next).collect())
}

/// Who did it; with the one for whom, when they stood in: `牧云深代荀知远`.
pub(in crate::page) fn act_by(words: Words, name: &str, act: &ActEntry) -> String {
    match &act.on_behalf_of {
        Some((_, leader)) => {
            let values = [("name", name.into()), ("leader", leader.as_str().into())];
            words.say_with("stand-by", &values)
        }
        None => name.to_owned(),
    }
}

fn step(shell: &Shell, act: &ActEntry) -> Step {
    let words = shell.words;
    let title =
        Action::from_code(&act.kind).map_or_else(|| act.kind.clone(), |action| words.term(action));
    let mut step =
        Step::new(StepState::Done, Some(words.day(instant::day(act.at))), Link::new("", title));
    let time = instant::civil(act.at).strftime("%H:%M").to_string();
    if let Some((_, name)) = &act.by {
        let name = act_by(words, name, act);
        let values = [("name", name.into()), ("time", time.into())];
        step.lines.push(words.say_with("matter-act-by", &values));
    }
    if let (Some((number, day)), Some((_, account))) = (&act.paper, &act.recorded_by) {
        let day = super::day_text(words, day);
        let values = [("number", number.into()), ("day", day.into()), ("name", account.into())];
        step.lines.push(words.say_with("matter-act-paper", &values));
    }
    let leaf = i64::try_from(act.leaf).unwrap_or(i64::MAX);
    let label = words.say_with("matter-act-leaf", &[("leaf", leaf.into())]);
    step.papers.push(Link::new(format!("/verify?leaf={leaf}"), label));
    step
}
