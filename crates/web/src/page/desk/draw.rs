//! The draws of the day: those that wait for an entry of mine, and those that are ready to be drawn.

use super::{LOOKED_AT, Row, Today};
use crate::error::WebError;
use crate::page::draw::purpose;
use crate::page::person::either;
use crate::part::{Light, LightState, Link};
use crate::words::Words;
use qz_acts::draw::view::{DrawFilter, DrawLine, DrawSort, DrawView, Page};
use qz_domain::action::Action;
use qz_domain::draw::{Stage, Step};

/// What waits: its name here, the stage it waits in, the step, its page.
const WAITS: [(&str, Stage, Step, &str); 3] = [
    ("enter-draw", Stage::Announced, Step::Enter, "enter"),
    ("enter-draw-second", Stage::EnteredOnce, Step::Enter, "enter"),
    ("make-draw", Stage::Entered, Step::Make, "make"),
];

/// What waits for whoever is signed in. One of a party that typed its entry has nothing to do.
pub(super) async fn waiting(today: &mut Today<'_>) -> Result<(), WebError> {
    if !today.granted.may_somewhere(Action::DrawRead) {
        return Ok(());
    }
    for (id, stage, step, page) in WAITS {
        let filter = DrawFilter { stage: Some(stage), ..DrawFilter::default() };
        let account = today.granted.account();
        let (acts, few) = (&today.state.acts, Page::number(1, LOOKED_AT));
        let found = acts.draws(account, &filter, DrawSort::Earliest, few).await;
        let mut rows = vec![];
        for line in found.map_err(WebError::internal)?.0 {
            let view = acts.draw(account, line.id).await.map_err(WebError::internal)?;
            if view.steps.contains(&step) && is_due(&view) {
                rows.push(row(today.words, &line, (id, page)));
            }
        }
        today.waits(id, rows, "/desk/draws");
    }
    Ok(())
}

/// A draw waits for its checkpoint by itself.
fn is_due(view: &DrawView) -> bool {
    view.draw.stage != Stage::Entered || view.is_ready
}

fn row(words: Words, line: &DrawLine, (id, page): (&str, &str)) -> Row {
    let href = format!("/desk/draws/{}", line.id);
    Row {
        light: Light::new(LightState::Warn, words.term(line.stage)),
        act: Some(Link::new(format!("{href}/{page}"), words.say(&format!("desk-act-{id}")))),
        title: Link::new(href, line.number.to_string()),
        about: purpose(words, line),
        place: either(words, &line.organ.name, &line.organ.name_en),
        when: line.announced_on.parse().ok().map(|day| words.short_day(day)),
    }
}
