//! The bulletins of the day: what waits to be checked, reviewed, counter-signed, signed, published.

use super::{LOOKED_AT, Row, Today};
use crate::error::WebError;
use crate::page::person::either;
use crate::part::{Light, LightState, Link};
use crate::words::Words;
use qz_acts::ActError;
use qz_acts::bulletin::view::{BulletinFilter, BulletinLine, BulletinSort, Page};
use qz_domain::action::Action;
use qz_domain::bulletin::{Stage, Step};
use qz_domain::matter::Part;

/// What waits for one step: its name here, its power, the stages it waits in, its part, its page.
const WAITS: [(&str, Step, &[Stage], Part, &str); 6] = [
    ("check", Step::Check, &[Stage::Drafted], Part::Checked, "check"),
    ("review", Step::Review, &[Stage::Checked], Part::Reviewed, "review"),
    ("countersign", Step::Countersign, &[Stage::Reviewed], Part::Countersigned, "countersign"),
    ("issue", Step::Sign, &[Stage::Reviewed, Stage::Countersigned], Part::Signed, "sign"),
    ("publish", Step::Publish, &[Stage::Signed], Part::Published, "publish"),
    ("correct", Step::Correct, &[Stage::Published], Part::Corrected, "correct"),
];

/// What waits for whoever is signed in, without what their earlier part bars them from.
pub(super) async fn waiting(today: &mut Today<'_>) -> Result<(), WebError> {
    if !today.granted.may_somewhere(Action::BulletinRead) {
        return Ok(());
    }
    for (id, step, stages, part, page) in WAITS {
        let mut rows = vec![];
        for stage in stages {
            let filter = BulletinFilter {
                stage: Some(*stage),
                is_changed: step == Step::Correct,
                ..BulletinFilter::default()
            };
            let account = today.granted.account();
            let (acts, few) = (&today.state.acts, Page::number(1, LOOKED_AT));
            let found = acts.bulletins(account, &filter, BulletinSort::Latest, few).await;
            for line in found.map_err(WebError::internal)?.0 {
                // A published one is in everybody's list, and its making is not for everybody.
                let view = match acts.bulletin(account, line.id).await {
                    Err(ActError::NotFound) => continue,
                    found => found.map_err(WebError::internal)?,
                };
                if view.steps.contains(&step) && !today.is_barred(&view.hands, part) {
                    rows.push(row(today.words, &line, (id, page)));
                }
            }
        }
        today.waits(id, rows, "/desk/bulletins");
    }
    Ok(())
}

fn row(words: Words, line: &BulletinLine, (id, page): (&str, &str)) -> Row {
    let href = format!("/desk/bulletins/{}", line.id);
    Row {
        light: Light::new(LightState::Warn, words.term(line.stage)),
        act: Some(Link::new(format!("{href}/{page}"), words.say(&format!("desk-act-{id}")))),
        title: Link::new(href, line.title.clone()),
        about: line.number.map_or_else(String::new, |number| number.to_string()),
        place: either(words, &line.organ.name, &line.organ.name_en),
        when: line.latest_on.parse().ok().map(|day| words.short_day(day)),
    }
}
