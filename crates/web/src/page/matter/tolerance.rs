//! The questions of tolerance (容错三问): asked in the form of a notice, and shown with their answers.

use super::forms::Forms;
use super::sent::Sent;
use crate::part::{Control, Field, TextKind};
use crate::shell::Shell;
use jiff::civil::Date;
use qz_domain::accountability::tolerance::Given;
use qz_domain::accountability::{Tolerance, Tolerated};
use qz_domain::law::{Law, Question};
use qz_domain::spelled::Spelled;

const ANSWER: &str = "tolerance";
const BECAUSE: &str = "tolerance_because";

/// A choice and a reason for each question of a day.
pub(in crate::page) fn fields(forms: &Forms<'_>, day: Date) -> Vec<Field> {
    let questions = (1..).zip(Law::shipped().on(day).questions());
    questions.flat_map(|(row, question)| asked(forms, row, question)).collect()
}

fn asked(forms: &Forms<'_>, row: usize, question: &Question) -> [Field; 2] {
    let shell = forms.shell;
    let chosen = Tolerance::from_code(forms.sent.get(&format!("{ANSWER}.{row}")));
    let label = shell.say_with("tolerance-question", &[("question", name(shell, question).into())]);
    let excuses = shell.words.unit(&question.excuses.0, &question.excuses.1);
    let bars = shell.words.unit(&question.bars.0, &question.bars.1);
    let hint =
        shell.say_with("tolerance-hint", &[("excuses", excuses.into()), ("bars", bars.into())]);
    let choice = Control::Radios(shell.words.choices(chosen));
    let because = format!("{BECAUSE}.{row}");
    let why = Control::Line { kind: TextKind::Plain, value: forms.sent.text(&because) };
    let why_label =
        shell.say_with("tolerance-because", &[("question", name(shell, question).into())]);
    [
        field(forms, &format!("{ANSWER}.{row}"), (label, choice)).hint(hint),
        field(forms, &because, (why_label, why)).wide().optional().hint(shell.say("tolerance-why")),
    ]
}

fn field(forms: &Forms<'_>, name: &str, (label, control): (String, Control)) -> Field {
    Field::new(forms.shell.words, name, label, control).error(forms.errors.of(name))
}

/// What was answered to the questions of a day.
pub(in crate::page) fn given(sent: &Sent, day: Date) -> Vec<Given> {
    let rows = (1..).zip(Law::shipped().on(day).questions());
    let given = |row: usize| {
        (sent.text(&format!("{ANSWER}.{row}")), sent.text(&format!("{BECAUSE}.{row}")))
    };
    rows.map(|(row, _)| given(row)).collect()
}

/// Each question with its answer, as of the day of the notice.
pub(in crate::page) fn said(
    shell: &Shell,
    answered: &[Tolerated],
    day: Date,
) -> Vec<(String, String)> {
    let law = Law::shipped().on(day);
    let line = |one: &Tolerated| {
        let question = law.questions().find(|question| question.code == one.question);
        let name = question.map_or_else(|| one.question.clone(), |found| name(shell, found));
        let answer = shell.words.term(one.answer);
        let both = [("answer", answer.as_str().into()), ("because", one.because.as_str().into())];
        let said = if one.because.is_empty() {
            answer.clone()
        } else {
            shell.say_with("tolerance-answer", &both)
        };
        (shell.say_with("tolerance-question", &[("question", name.into())]), said)
    };
    answered.iter().map(line).collect()
}

fn name(shell: &Shell, question: &Question) -> String {
    shell.words.unit(&question.zh, &question.en).to_owned()
}
