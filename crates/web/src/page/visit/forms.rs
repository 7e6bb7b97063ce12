//! The fields of a visit's forms, in one place: labels, hints, choices.

use crate::part::{Choice, Control, ErrorSummary, Field, TextKind};
use crate::shell::Shell;
use crate::term::Term;
use crate::words::Words;
use qz_acts::visit::ReportForm;
use qz_domain::visit::{Manner, Outcome, Position};

/// The values of a closed list; with `any`, an empty one that stands for all of them comes first.
/// What was typed counts as chosen by its code or its Chinese word.
pub(super) fn choices<T: Term>(words: Words, chosen: &str, any: Option<&str>) -> Vec<Choice> {
    let first = any.map(|label| Choice::new("", label, chosen));
    first.into_iter().chain(words.choices(T::read(chosen))).collect()
}

/// A field with what is wrong with it.
fn field(shell: &Shell, errors: &ErrorSummary, name: &str, control: Control) -> Field {
    let label = shell.say(&format!("visit-field-{}", name.replace('_', "-")));
    Field::new(shell.words, name, label, control).error(errors.of(name))
}

/// A line of text.
pub(super) fn line(shell: &Shell, errors: &ErrorSummary, name: &str, value: &str) -> Field {
    let control = Control::Line { kind: TextKind::Plain, value: value.to_owned() };
    field(shell, errors, name, control)
}

/// A day.
pub(super) fn day(shell: &Shell, errors: &ErrorSummary, name: &str, value: &str) -> Field {
    let control = Control::Line { kind: TextKind::Day, value: value.to_owned() };
    field(shell, errors, name, control)
}

/// Several lines of text.
pub(super) fn lines(
    shell: &Shell,
    errors: &ErrorSummary,
    name: &str,
    value: &str,
    rows: u8,
) -> Field {
    field(shell, errors, name, Control::Lines { rows, value: value.to_owned() }).wide()
}

/// The manner of a visit.
pub(super) fn manner(shell: &Shell, errors: &ErrorSummary, value: &str) -> Field {
    let choices = choices::<Manner>(shell.words, value, None);
    field(shell, errors, "manner", Control::Radios(choices))
}

/// The position of a unit.
pub(super) fn position(shell: &Shell, errors: &ErrorSummary, value: &str) -> Field {
    let choices = choices::<Position>(shell.words, value, None);
    field(shell, errors, "position", Control::Radios(choices))
}

/// The five fields an inspector writes.
pub(super) fn report(shell: &Shell, errors: &ErrorSummary, form: &ReportForm) -> Vec<Field> {
    let moment = Control::Line { kind: TextKind::Moment, value: form.visited_at.replace(' ', "T") };
    let outcomes = choices::<Outcome>(shell.words, &form.outcome, None);
    vec![
        field(shell, errors, "visited_at", moment),
        manner(shell, errors, &form.manner),
        lines(shell, errors, "observed", &form.observed, 5).hint(shell.say("visit-hint-observed")),
        field(shell, errors, "outcome", Control::Radios(outcomes))
            .hint(shell.say("visit-hint-outcome")),
        line(shell, errors, "told", &form.told).hint(shell.say("visit-hint-told")),
    ]
}
