//! The two small forms of a person's record: a tie of kin, a training.

use crate::part::{Choice, Control, ErrorSummary, Field, TextKind};
use crate::shell::Shell;
use qz_domain::kin::Relation;
use qz_domain::spelled::Spelled;
use qz_domain::training::Course;
use serde::Deserialize;

/// What the form of a tie sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct KinSent {
    pub request: String,
    pub relative: String,
    pub relation: String,
    pub declared_on: String,
}

/// What the form of a training sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct TrainingSent {
    pub request: String,
    pub course: String,
    pub since: String,
    pub until: String,
}

/// A form as it is shown: its fields and what is wrong with them.
pub(super) struct Shown {
    pub request: String,
    pub errors: ErrorSummary,
    pub fields: Vec<Field>,
}

/// The label of a field, for the summary of faults.
pub(super) fn label(shell: &Shell, field: &str) -> String {
    shell.say(&format!("person-field-{}", field.replace('_', "-")))
}

/// The form of a tie.
pub(super) fn kin(shell: &Shell, sent: &KinSent, errors: ErrorSummary) -> Shown {
    let words = shell.words;
    let relation = words.choices(Relation::read(&sent.relation));
    let fields = vec![
        Field::line(words, "relative", label(shell, "relative"), sent.relative.as_str())
            .hint(shell.say("person-hint-relative"))
            .error(errors.of("relative")),
        Field::new(words, "relation", label(shell, "relation"), Control::Radios(relation))
            .error(errors.of("relation")),
        day(shell, "declared_on", &sent.declared_on)
            .optional()
            .hint(shell.say("person-hint-declared-on"))
            .error(errors.of("declared_on")),
    ];
    Shown { request: sent.request.clone(), errors, fields }
}

/// The form of a training.
pub(super) fn training(shell: &Shell, sent: &TrainingSent, errors: ErrorSummary) -> Shown {
    let words = shell.words;
    let course: Vec<Choice> = words.choices(Course::read(&sent.course));
    let fields = vec![
        Field::new(words, "course", label(shell, "course"), Control::Select(course))
            .error(errors.of("course")),
        day(shell, "since", &sent.since).error(errors.of("since")),
        day(shell, "until", &sent.until)
            .hint(shell.say("person-hint-until"))
            .error(errors.of("until")),
    ];
    Shown { request: sent.request.clone(), errors, fields }
}

fn day(shell: &Shell, name: &str, value: &str) -> Field {
    let control = Control::Line { kind: TextKind::Day, value: value.to_owned() };
    Field::new(shell.words, name, label(shell, name), control)
}
