//! The monthly reports of the day: those a unit owes, with the days that are left; how the members of a
//! campaign stand, for the lead.

use super::{Fact, Row, Side, Today};
use crate::error::WebError;
use crate::page::matter::days_left;
use crate::page::person::either;
use crate::page::report::HOME;
use crate::part::{Light, Link};
use crate::words::Words;
use jiff::civil::Date;
use qz_acts::monthly_report::view::{ReportFilter, ReportLine, ReportSort};
use qz_domain::action::Action;
use qz_domain::monthly_report::{Lamp, NEAR_DAYS};
use qz_domain::spelled::Spelled;
use qz_domain::term::Due;

/// The reports that whoever is signed in may confirm and nobody has, or that were returned.
pub(super) async fn owed(today: &mut Today<'_>) -> Result<(), WebError> {
    if !today.granted.may_somewhere(Action::MonthlyReportConfirm) {
        return Ok(());
    }
    let found = today.state.acts.owed_reports(today.granted.account()).await;
    let lines = found.map_err(WebError::internal)?;
    let rows = lines.iter().map(|line| row(today.words, today.day, line)).collect();
    today.waits("reports", rows, HOME);
    Ok(())
}

/// How many reports of the members are near their day, overdue or returned.
pub(super) async fn led(today: &mut Today<'_>) -> Result<(), WebError> {
    if !today.granted.may_somewhere(Action::MonthlyReportReturn) {
        return Ok(());
    }
    let months = today.state.acts.usual_months().await.map_err(WebError::internal)?;
    let filter = ReportFilter { months, lamp: None, words: String::new() };
    let account = today.granted.account();
    let found = today.state.acts.monthly_reports(account, &filter, ReportSort::Month).await;
    let lines = found.map_err(WebError::internal)?;
    if lines.is_empty() {
        return Ok(());
    }
    let fact = |lamp: Lamp| {
        let count = lines.iter().filter(|line| line.lamp == lamp).count();
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        let key = format!("word-lamp-{}", lamp.code().replace('_', "-"));
        Fact::number(today.words, &key, count, format!("{HOME}?lamp={}", lamp.code()))
    };
    let lines = [Lamp::NotDue, Lamp::Near, Lamp::Overdue, Lamp::Returned].map(fact).into();
    today.sides.push(Side { id: "reports", title: today.words.say("report-list-title"), lines });
    Ok(())
}

fn row(words: Words, day: Date, line: &ReportLine) -> Row {
    let unit = &line.unit;
    let href = format!("{HOME}/{}", line.key);
    let title = words.say_with(
        "report-title",
        &[
            ("month", words.month(line.key.month.first()).into()),
            ("unit", either(words, &unit.name, &unit.name_en).into()),
        ],
    );
    Row {
        light: light(words, day, line),
        act: Some(Link::new(format!("{href}/confirm"), words.say("desk-act-reports"))),
        title: Link::new(href, title),
        about: line.title.clone(),
        place: String::new(),
        when: Some(words.short_day(line.due.earliest())),
    }
}

/// How many days are left, where that is known.
fn light(words: Words, day: Date, line: &ReportLine) -> Light {
    let lit = Light::lamp(words, line.lamp);
    match (line.lamp, line.due) {
        (Lamp::NotDue | Lamp::Near | Lamp::Overdue, Due::Fixed(due)) => {
            let Light { word, .. } = Light::due(words, days_left(due, day), NEAR_DAYS.into());
            Light { word, ..lit }
        }
        _ => lit,
    }
}
