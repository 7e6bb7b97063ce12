//! The suspicions of the day: what was noted and waits for somebody who did not adjudicate.

use super::{LOOKED_AT, Row, Today};
use crate::error::WebError;
use crate::page::person::either;
use crate::page::suspicion::{HOME, stage_light};
use crate::part::Link;
use qz_acts::suspicion::view::{Page, SuspicionLine, SuspicionSort};
use qz_domain::action::Action;
use qz_domain::suspicion::{Stage, Step};

/// What waits for whoever is signed in.
pub(super) async fn waiting(today: &mut Today<'_>) -> Result<(), WebError> {
    if !today.granted.may_somewhere(Action::SuspicionTakeUp) {
        return Ok(());
    }
    let (account, few) = (today.granted.account(), Page::number(1, LOOKED_AT));
    let acts = &today.state.acts;
    let found = acts.suspicions(account, Some(Stage::Noted), SuspicionSort::Latest, few).await;
    let mut rows = vec![];
    for line in found.map_err(WebError::internal)?.0 {
        let view = acts.suspicion(account, line.id).await.map_err(WebError::internal)?;
        if view.steps.contains(&Step::TakeUp) {
            rows.push(row(today, &line));
        }
    }
    today.waits("suspicion", rows, HOME);
    Ok(())
}

fn row(today: &Today<'_>, line: &SuspicionLine) -> Row {
    let words = today.words;
    let href = format!("{HOME}/{}", line.id);
    Row {
        light: stage_light(words, line.stage),
        act: Some(Link::new(href.clone(), words.say("desk-act-suspicion"))),
        title: Link::new(href, line.finding.to_string()),
        about: words.say("log-object-suspicion"),
        place: either(words, &line.organ.name, &line.organ.name_en),
        when: line.noted_on.parse().ok().map(|day| words.short_day(day)),
    }
}
