//! The lamps of a year and the reports of a month as sheets: what the pages show.

use super::month::nil;
use crate::page::portal::statistics::file_notes;
use crate::page::portal::unit_name;
use crate::page::report::due_text;
use crate::shell::Shell;
use crate::words::Words;
use qz_acts::monthly_report::public::PublicReport;
use qz_acts::{ActError, Acts};
use qz_document::sheet::{Cell, Sheet};
use qz_domain::instant;
use qz_domain::month::Month;
use qz_domain::monthly_report::Counted;
use qz_domain::term::Due;

/// How many rows a month has for the county itself.
pub(super) const COUNTY_ROWS: usize = 5;

/// A year: a row a member, a column a month.
pub(super) fn of_year(shell: &Shell, year: i16, reports: &[PublicReport]) -> Sheet {
    let words = shell.words;
    let text = |text: String| Cell::Text(text);
    let members = reports.chunk_by(|one, next| {
        (one.key.campaign, one.key.unit) == (next.key.campaign, next.key.unit)
    });
    let rows: Vec<Vec<Cell>> = members
        .map(|member| {
            let first = member.first().into_iter();
            let names = first.flat_map(|one| {
                [one.title.clone(), one.unit.code.clone(), unit_name(words, &one.unit)].map(text)
            });
            let months = Month::all_of(year).map(|month| {
                let found = member.iter().find(|one| one.key.month == month);
                found.map_or(Cell::Empty, |one| text(words.term(one.lamp)))
            });
            names.chain(months).collect()
        })
        .collect();
    let heads = ["report-column-campaign", "portal-code", "report-column-name"];
    let months = Month::all_of(year).map(|month| words.month(month.first()));
    let mut notes = file_notes(shell, &year.to_string(), rows.len());
    notes.retain(|note| *note != shell.say("portal-define-visits"));
    Sheet {
        title: words.say("report-year-title"),
        header: heads.iter().map(|key| words.say(key)).chain(months).collect(),
        rows,
        notes,
    }
}

/// A month as its page shows it: the county's figures, then each member's report.
///
/// # Errors
/// When the store fails.
pub async fn month_sheet(acts: &Acts, words: Words, month: Month) -> Result<Sheet, ActError> {
    let days = (month.first(), month.last());
    let reports = acts.public_reports((month, month)).await?;
    let visits = acts.filed_figures(days, None).await?.visits;
    let matters = acts.matter_figures(days, None).await?;
    let totals: [_; COUNTY_ROWS] = [
        ("portal-figure-visits", visits),
        ("portal-figure-findings", matters.findings_upheld()),
        ("portal-figure-held", matters.units_held()),
        ("portal-figure-persons", matters.decisions_on_persons()),
        ("portal-figure-bulletins", matters.bulletins),
    ];
    let county = totals.into_iter().map(|(key, count)| {
        let (part, name) = (words.say("portal-total"), words.say(key));
        vec![Cell::Text(part), Cell::Empty, Cell::Text(name), Cell::Number(count)]
    });
    let rows: Vec<_> = county.chain(reports.iter().map(|one| row(words, one))).collect();
    let heads = ["portal-part", "portal-code", "portal-name", "portal-number"];
    let more = ["report-column-stage", "report-column-due", "report-column-reported-on"];
    let counted = Counted::PUBLIC.iter().map(|what| words.term(*what));
    let heads = heads.iter().chain(&more).map(|key| words.say(key)).chain(counted);
    let name = words.month(month.first());
    let now = words.date_time(instant::civil(acts.now()));
    Ok(Sheet {
        title: words.say_with("report-month-title", &[("month", name.into())]),
        header: heads.chain([words.say("report-column-nil")]).collect(),
        notes: vec![
            words.say_with("report-month-scope", &[("now", now.into())]),
            words.say_with("portal-lines", &[("count", rows.len().into())]),
        ],
        rows,
    })
}

fn row(words: Words, report: &PublicReport) -> Vec<Cell> {
    let text = |text: String| Cell::Text(text);
    let mut cells = vec![
        text(report.title.clone()),
        text(report.unit.code.clone()),
        text(unit_name(words, &report.unit)),
        Cell::Empty,
        text(words.term(report.lamp)),
        match report.due {
            Due::Fixed(day) => Cell::Day(day),
            due @ Due::AwaitingCalendar { .. } => text(due_text(words, due)),
        },
        report.reported_on.map_or(Cell::Empty, Cell::Day),
    ];
    let counts = report.confirmed.as_ref().map(|(counts, _)| counts);
    let count = |what: &Counted| counts.map_or(Cell::Empty, |all| Cell::Number(all.of(*what)));
    cells.extend(Counted::PUBLIC.iter().map(count));
    cells.push(text(nil(words, report)));
    cells
}
