//! The attendance of the day: one's own days to explain, and those that wait for an answer.

use super::{Row, Today};
use crate::error::WebError;
use crate::page::attendance::{HOME, of_day};
use crate::page::person::either;
use crate::part::{Light, LightState, Link};
use qz_acts::ActError;
use qz_acts::attendance::view::{DayLine, OpenLine};
use qz_domain::action::Action;
use qz_domain::month::Month;

/// Until this day of a month the one before is looked at too.
const EARLY: i8 = 8;

/// One's own days that ask for words.
pub(super) async fn mine(today: &mut Today<'_>) -> Result<(), WebError> {
    if today.granted.person().is_none() || !today.granted.may_somewhere(Action::ExceptionExplain) {
        return Ok(());
    }
    let this = Month::of(today.day);
    let before = this.first().yesterday().ok().map(Month::of).filter(|_| today.day.day() <= EARLY);
    let mut rows = vec![];
    for month in before.into_iter().chain([this]) {
        let found = today.state.acts.attendance_of(today.granted.account(), (None, month)).await;
        match found {
            Ok(found) => {
                let asks = found.days.iter().filter(|day| day.asks);
                rows.extend(asks.map(|day| own(today, day)));
            }
            Err(ActError::NotFound) => {}
            Err(fault) => return Err(WebError::internal(fault)),
        }
    }
    today.waits("explain", rows, HOME);
    Ok(())
}

fn own(today: &Today<'_>, day: &DayLine) -> Row {
    let words = today.words;
    let href = format!("{HOME}/days/{}", day.key);
    Row {
        light: of_day(words, day),
        act: Some(Link::new(format!("{href}/explain"), words.say("attendance-explain-button"))),
        title: Link::new(href, words.date(day.key.day)),
        about: String::new(),
        place: String::new(),
        when: day.until.map(|until| words.short_day(until)),
    }
}

/// The days of others that wait for an answer.
pub(super) async fn waiting(today: &mut Today<'_>) -> Result<(), WebError> {
    let may = |action| today.granted.may_somewhere(action);
    if !may(Action::ExceptionSettle) && !may(Action::ExceptionDecide) {
        return Ok(());
    }
    let found = today.state.acts.attendance_open(today.granted.account()).await;
    let found = found.map_err(WebError::internal)?;
    let rows = found.iter().map(|line| open(today, line)).collect();
    today.waits("settle", rows, "/desk/attendance/unit");
    Ok(())
}

fn open(today: &Today<'_>, line: &OpenLine) -> Row {
    let words = today.words;
    let href = format!("{HOME}/days/{}", line.key);
    Row {
        light: Light::new(LightState::Warn, words.term(line.stage)),
        act: None,
        title: Link::new(href, line.person.1.clone()),
        about: words.date(line.key.day),
        place: either(words, &line.unit_name.0, &line.unit_name.1),
        when: Some(words.short_day(line.key.day)),
    }
}
