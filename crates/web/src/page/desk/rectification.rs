//! The rectifications of the day: those that wait for a step of whoever is signed in, the most pressing first.

use super::{Row, Today};
use crate::error::WebError;
use crate::page::matter::days_left;
use crate::page::person::either;
use crate::page::rectification::HOME;
use crate::part::{Light, Link};
use crate::words::Words;
use jiff::civil::Date;
use qz_acts::rectification::view::RectificationLine;
use qz_domain::rectification::{NEAR_DAYS, Stage};
use qz_domain::term::Due;

/// What waits for whoever is signed in.
pub(super) async fn waiting(today: &mut Today<'_>) -> Result<(), WebError> {
    let found = today.state.acts.rectifications_waiting(today.granted.account()).await;
    let lines = found.map_err(WebError::internal)?;
    let rows = lines.iter().map(|line| row(today.words, today.day, line)).collect();
    today.waits("rectifications", rows, HOME);
    Ok(())
}

fn row(words: Words, day: Date, line: &RectificationLine) -> Row {
    let (one, unit) = (&line.rectification, &line.unit);
    let running = one.running();
    let light = match running.map(|(_, due)| due.due) {
        Some(Due::Fixed(due)) => Light::due(words, days_left(due, day), NEAR_DAYS.into()),
        _ => Light::rectification(words, line.lamp),
    };
    let href = format!("{HOME}/{}", one.id);
    // Nothing else waits there: the way to it is one press.
    let plans = matches!(one.stage, Stage::Ordered | Stage::Reopened);
    let unit = either(words, &unit.name, &unit.name_en);
    Row {
        light,
        act: plans
            .then(|| Link::new(format!("{href}/plan"), words.say("desk-act-rectification-plan"))),
        title: Link::new(href, words.say_with("rectification-title", &[("unit", unit.into())])),
        about: one.item.clone(),
        place: words.term(one.stage),
        when: running.map(|(_, due)| words.short_day(due.due.earliest())),
    }
}
