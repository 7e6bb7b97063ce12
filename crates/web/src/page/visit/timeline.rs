//! The acts on a visit, oldest first, each with its leaf in the public log.

use crate::page::matter::timeline::act_by;
use crate::part::{Link, Step, StepState, Timeline};
use crate::shell::Shell;
use qz_acts::visit::view::{ActEntry, CorrectedField, VisitView};
use qz_domain::action::Action;
use qz_domain::instant;
use qz_domain::spelled::Spelled;
use qz_domain::visit::{Manner, Outcome};

/// The timeline of a visit.
pub(super) fn timeline(shell: &Shell, view: &VisitView) -> Timeline {
    let mut version = 0;
    let steps = view.timeline.iter().map(|act| {
        version += 1;
        let changed: Vec<_> =
            view.corrections.iter().filter(|field| field.version == version).collect();
        step(shell, act, &changed)
    });
    let steps = steps.collect();
    Timeline::new(shell.words, steps)
}

fn step(shell: &Shell, act: &ActEntry, changed: &[&CorrectedField]) -> Step {
    let words = shell.words;
    let title =
        Action::from_code(&act.kind).map_or_else(|| act.kind.clone(), |action| words.term(action));
    let mut step =
        Step::new(StepState::Done, Some(words.day(instant::day(act.at))), Link::new("", title));
    let time = instant::civil(act.at).strftime("%H:%M").to_string();
    if let Some((_, name)) = &act.by {
        let name = act_by(words, name, act);
        let values = [("name", name.into()), ("time", time.clone().into())];
        step.lines.push(words.say_with("visit-act-by", &values));
    }
    if let (Some((_, account)), None) = (&act.recorded_by, &act.by) {
        step.lines.push(
            words.say_with("visit-act-account", &[("name", account.into()), ("time", time.into())]),
        );
    }
    if let (Some((number, day)), Some((_, account))) = (&act.paper, &act.recorded_by) {
        let values = [("number", number.into()), ("day", day.into()), ("name", account.into())];
        step.lines.push(words.say_with("visit-act-paper", &values));
    }
    if !act.remark.is_empty() {
        step.lines.push(act.remark.clone());
    }
    step.lines.extend(changed.iter().map(|field| change(shell, field)));
    let leaf = i64::try_from(act.leaf).unwrap_or(i64::MAX);
    let label = words.say_with("visit-act-leaf", &[("leaf", leaf.into())]);
    step.papers.push(Link::new(format!("/verify?leaf={leaf}"), label));
    step
}

fn change(shell: &Shell, field: &CorrectedField) -> String {
    let name = shell.say(&format!("visit-field-{}", field.field.replace('_', "-")));
    let (was, became) = (shown(shell, field, &field.was), shown(shell, field, &field.became));
    let values = [("field", name.into()), ("was", was.into()), ("became", became.into())];
    shell.say_with("visit-change", &values)
}

/// A corrected value in words.
fn shown(shell: &Shell, field: &CorrectedField, value: &str) -> String {
    let words = shell.words;
    let coded = match field.field.as_str() {
        "manner" => Manner::from_code(value).map(|manner| words.term(manner)),
        "outcome" => Outcome::from_code(value).map(|outcome| words.term(outcome)),
        "visited_at" => instant::read_civil(value.split('+').next().unwrap_or_default())
            .map(|at| words.date_time(at)),
        _ => None,
    };
    coded.unwrap_or_else(|| value.to_owned())
}
