//! How long a measure lasts (执行期限): stated with its decision, and shown until when it runs or that it is over.

use crate::page::matter::forms::Forms;
use crate::part::Field;
use crate::shell::Shell;
use crate::words::Words;
use jiff::civil::Date;
use qz_acts::accountability::view::AccountabilityView;
use qz_domain::law::{Law, Measure};
use qz_domain::review::Standing;
use qz_domain::term::Length;

/// The field of a length, where the measure that was chosen or proposed has one: in the unit of the law.
pub(super) fn field(forms: &Forms<'_>, view: &AccountabilityView, day: Date) -> Option<Field> {
    let chosen = [forms.sent.get("measure"), &view.row.proposed];
    let law = Law::shipped().on(day);
    let lasting = |code: &&str| law.measure(code).ok().filter(|one| one.lasts.is_some());
    let measure: &Measure = chosen.iter().find_map(lasting)?;
    let bounds = measure.lasts?;
    let shell = forms.shell;
    let unit = match bounds.least {
        Length::Months(_) => "lasts-hint-months",
        Length::Days(_) | Length::Workdays(_) => "lasts-hint-days",
    };
    let values = [
        ("measure", shell.words.unit(&measure.zh, &measure.en).into()),
        ("shortest", shell.words.length(bounds.least).into()),
        ("longest", shell.words.length(bounds.most).into()),
    ];
    Some(forms.number("lasts").hint(shell.say_with(unit, &values)))
}

/// How long the measure lasts, from when until when, and whether that is over; nothing where it does not last.
pub(super) fn said(
    shell: &Shell,
    view: &AccountabilityView,
    (standing, today): (Standing, Date),
) -> Option<(String, String)> {
    let (row, words) = (&view.row, shell.words);
    let (length, last) = (row.lasts?, row.runs_until()?);
    let code = match () {
        () if standing.outcome.is_some() => "lasts-fallen",
        () if today > last => "lasts-over",
        () if row.served_on.is_none() => "lasts-unserved",
        () => "lasts-until",
    };
    let values = [("length", words.length(length).into()), ("day", words.date(last).into())];
    Some((shell.say("matter-field-lasts"), shell.say_with(code, &values)))
}

/// The sentence of the decision: how long, and counted from when.
pub(super) fn decided(shell: &Shell, view: &AccountabilityView) -> Option<String> {
    let (row, words) = (&view.row, shell.words);
    let (length, last) = (row.lasts?, row.runs_until()?);
    let values = [("length", words.length(length).into()), ("day", words.date(last).into())];
    let code =
        if row.served_on.is_some() { "paper-decision-lasts" } else { "paper-decision-lasts-from" };
    Some(shell.say_with(code, &values))
}

/// The same in short, for a line of a list: until when, or that it is over.
pub(in crate::page) fn in_short(words: Words, last: Date, today: Date) -> String {
    let code = if today > last { "lasts-line-over" } else { "lasts-line-until" };
    words.say_with(code, &[("day", words.date(last).into())])
}
