//! The sealed sources of the day: requests that wait for a second one, and what whoever is signed in may read.

use super::{LOOKED_AT, Row, Today};
use crate::error::WebError;
use crate::page::opening::{HOME, stage_light};
use crate::page::person::either;
use crate::part::Link;
use qz_acts::sealed::view::{OpeningFilter, OpeningLine, OpeningSort, Page};
use qz_domain::action::Action;
use qz_domain::sealed::{Stage, Step};

/// What waits for one step: its name here, the stage it waits in, the step, its page.
const WAITS: [(&str, Stage, Step, &str); 2] = [
    ("opening-answer", Stage::Requested, Step::Approve, "approve"),
    ("opening-read", Stage::Opened, Step::Read, "read"),
];

/// What waits for whoever is signed in.
pub(super) async fn waiting(today: &mut Today<'_>) -> Result<(), WebError> {
    if !today.granted.may_somewhere(Action::OpeningRead) {
        return Ok(());
    }
    for (id, stage, step, page) in WAITS {
        let filter = OpeningFilter { stage: Some(stage), ..OpeningFilter::default() };
        let (account, few) = (today.granted.account(), Page::number(1, LOOKED_AT));
        let acts = &today.state.acts;
        let found = acts.openings(account, &filter, OpeningSort::Latest, few).await;
        let mut rows = vec![];
        for line in found.map_err(WebError::internal)?.0 {
            let view = acts.opening(account, line.id).await.map_err(WebError::internal)?;
            if view.steps.contains(&step) {
                rows.push(row(today, &line, (id, page)));
            }
        }
        today.waits(id, rows, HOME);
    }
    Ok(())
}

fn row(today: &Today<'_>, line: &OpeningLine, (id, page): (&str, &str)) -> Row {
    let words = today.words;
    let href = format!("{HOME}/{}", line.id);
    Row {
        light: stage_light(words, line.stage),
        act: Some(Link::new(format!("{href}/{page}"), words.say(&format!("desk-act-{id}")))),
        title: Link::new(href, line.finding.to_string()),
        about: words.term(line.purpose),
        place: either(words, &line.organ.name, &line.organ.name_en),
        when: line.asked_on.parse().ok().map(|day| words.short_day(day)),
    }
}
