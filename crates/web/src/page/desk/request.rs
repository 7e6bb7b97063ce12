//! The requests of the day: those that wait for an answer, and the ways to ask.

use super::{Fact, Row, Side, Today};
use crate::error::WebError;
use crate::page::person::either;
use crate::page::request::{GROUPS, HOME, path_of, span, stage_light};
use crate::part::Link;
use qz_acts::request::view::RequestLine;
use qz_domain::action::Action;

/// What waits for whoever is signed in.
pub(super) async fn waiting(today: &mut Today<'_>) -> Result<(), WebError> {
    if !today.granted.may_somewhere(Action::RequestApprove) {
        return Ok(());
    }
    let found = today.state.acts.requests_to_answer(today.granted.account()).await;
    let found = found.map_err(WebError::internal)?;
    let rows = found.iter().map(|line| row(today, line)).collect();
    today.waits("request", rows, "/desk/requests?whose=answer");
    Ok(())
}

fn row(today: &Today<'_>, line: &RequestLine) -> Row {
    let words = today.words;
    let href = format!("{HOME}/{}", line.id);
    let when = span(words, (line.from, line.to));
    Row {
        light: stage_light(words, line.stage),
        act: Some(Link::new(href.clone(), words.say("desk-act-request"))),
        title: Link::new(href, line.person.1.clone()),
        about: format!("{} · {when}", words.term(line.kind.0)),
        place: either(words, &line.unit.name, &line.unit.name_en),
        when: Some(words.short_day(line.from.date())),
    }
}

/// The ways to ask, for whoever is a person.
pub(super) fn ways(today: &mut Today<'_>) {
    let is_one = today.granted.person().is_some();
    if !is_one || !today.granted.may_somewhere(Action::RequestAsk) {
        return;
    }
    let words = today.words;
    let way = |group: &&str| Fact {
        label: words.say(&format!("request-short-{group}")),
        value: words.say(&format!("request-new-{group}-title")),
        href: Some(path_of(group)),
    };
    let lines = GROUPS.iter().map(way).collect();
    today.sides.push(Side { id: "requests", title: words.say("request-list-title"), lines });
}
