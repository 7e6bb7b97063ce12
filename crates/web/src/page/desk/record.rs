//! What somebody is told today, and the objections that wait for their answer.

use super::{LOOKED_AT, Row, Today};
use crate::error::WebError;
use crate::page::matter::due_light;
use crate::page::record::{message_link, office_home};
use crate::part::{Light, LightState, Link};
use qz_acts::objection::view::{ObjectionFilter, ObjectionSort, Page, power_of};
use qz_acts::record::view::{MessageFilter, MessageView};
use qz_domain::instant;
use qz_domain::objection::{Office, Stage};
use qz_domain::spelled::Spelled;

/// Messages that were not read; those that are signed for on their own page stand apart.
pub(super) async fn told(today: &mut Today<'_>) -> Result<(), WebError> {
    let Some(person) = today.granted.person() else { return Ok(()) };
    let filter = MessageFilter { is_read: Some(false), ..MessageFilter::default() };
    let page = Page::number(1, LOOKED_AT);
    let found = today.state.acts.messages(person, &filter, page).await;
    let (lines, _) = found.map_err(WebError::internal)?;
    let words = today.words;
    let row = |line: &MessageView| {
        let title = message_link(words, today.granted, line);
        let sign = || Link::new(title.href.clone(), words.say("notice-open-to-sign"));
        Row {
            light: Light::new(LightState::Warn, words.term(line.kind)),
            act: line.kind.asks_signature().then(sign),
            title,
            about: String::new(),
            place: String::new(),
            when: Some(words.short_day(instant::day(line.created_at))),
        }
    };
    let (signed, others): (Vec<_>, Vec<_>) =
        lines.iter().partition(|line| line.kind.asks_signature());
    let (signed, others) =
        (signed.into_iter().map(row).collect(), others.into_iter().map(row).collect());
    today.waits("sign-for", signed, "/desk/notices");
    today.waits("notices", others, "/desk/notices");
    Ok(())
}

/// Objections that an office of theirs is to answer.
pub(super) async fn objections(today: &mut Today<'_>) -> Result<(), WebError> {
    let mut rows = vec![];
    let mut all = "";
    for office in Office::ALL {
        if !today.granted.may_somewhere(power_of(*office)) {
            continue;
        }
        let filter = ObjectionFilter { stage: Some(Stage::Raised), ..ObjectionFilter::default() };
        let (seat, page) = ((today.granted.account(), *office), Page::number(1, LOOKED_AT));
        let found = today.state.acts.objections(seat, &filter, ObjectionSort::Due, page).await;
        let (words, day) = (today.words, today.day);
        let home = office_home(*office);
        all = home;
        rows.extend(found.map_err(WebError::internal)?.0.into_iter().map(|line| {
            Row {
                light: due_light(words, &line.due, day)
                    .unwrap_or_else(|| Light::new(LightState::Warn, words.term(line.stage))),
                title: Link::new(format!("{home}/{}", line.id), line.person.1),
                about: words.term(line.entry.kind),
                place: String::new(),
                when: line.due.parse().ok().map(|day| words.short_day(day)),
                act: Some(Link::new(
                    format!("{home}/{}/answer", line.id),
                    words.say("desk-act-object"),
                )),
            }
        }));
    }
    today.waits("objections", rows, all);
    Ok(())
}
