//! The duties of the day: one's own, who is on in the unit, turns to be handed over that wait for an answer.

use super::{Fact, Row, Side, Today};
use crate::error::WebError;
use crate::page::person::either;
use crate::page::roster::{HOME, OWN, SWAP, clock, kind_light, swap_light, swap_title};
use crate::part::Link;
use crate::query;
use qz_acts::roster::view::{OnDuty, OwnDuty, SwapLine};
use qz_domain::action::Action;
use qz_domain::instant;

/// What waits for whoever answers.
pub(super) async fn waiting(today: &mut Today<'_>) -> Result<(), WebError> {
    if !today.granted.may_somewhere(Action::SwapApprove) {
        return Ok(());
    }
    let found = today.state.acts.swaps_to_answer(today.granted.account()).await;
    let found = found.map_err(WebError::internal)?;
    let rows = found.iter().map(|line| swap(today, line)).collect();
    today.waits("swap", rows, HOME);
    Ok(())
}

fn swap(today: &Today<'_>, line: &SwapLine) -> Row {
    let words = today.words;
    let href = query::with(SWAP, "swap", &line.row.id.to_string());
    Row {
        light: swap_light(words, line),
        act: Some(Link::new(href.clone(), words.say("desk-act-request"))),
        title: Link::new(href, swap_title(words, line)),
        about: String::new(),
        place: either(words, &line.unit.1.name, &line.unit.1.name_en),
        when: Some(words.short_day(line.row.turn.day)),
    }
}

/// One's own duties that begin today or still last, and who is on today in the unit one answers for.
pub(super) async fn today(today: &mut Today<'_>) -> Result<(), WebError> {
    let (acts, account, day) = (&today.state.acts, today.granted.account(), today.day);
    if today.granted.person().is_some() && today.granted.may_somewhere(Action::SwapAsk) {
        let since = day.yesterday().unwrap_or(day);
        let found = acts.own_duties(account, (since, day)).await.map_err(WebError::internal)?;
        let now = instant::civil(acts.now());
        let rows = found.iter().filter(|one| now < one.span.1).map(|one| own(today, one)).collect();
        today.waits("duty", rows, OWN);
    }
    for unit in today.units_for(Action::RosterDraft) {
        if today.sides.iter().any(|side| side.id == "on-duty") {
            break;
        }
        let on = acts.on_duty(account, (unit, day)).await.map_err(WebError::internal)?;
        if !on.is_empty() {
            let lines = on.iter().map(|one| fact(today, one)).collect();
            let title = today.words.say("desk-on-duty");
            today.sides.push(Side { id: "on-duty", title, lines });
        }
    }
    Ok(())
}

fn own(today: &Today<'_>, one: &OwnDuty) -> Row {
    let words = today.words;
    Row {
        light: kind_light(words, one.kind),
        act: None,
        title: Link::new(OWN, one.post.clone()),
        about: clock(words, one.span),
        place: String::new(),
        when: Some(words.short_day(one.turn.day)),
    }
}

fn fact(today: &Today<'_>, one: &OnDuty) -> Fact {
    let words = today.words;
    Fact {
        label: format!("{} {}", one.post, clock(words, one.span)),
        value: one.people.join(&words.say("roster-joint")),
        href: Some(HOME.to_owned()),
    }
}
