//! The findings of the day: what waits to be screened, verified, given notice of, adjudicated.

use super::{LOOKED_AT, Row, Today};
use crate::error::WebError;
use crate::page::person::either;
use crate::part::{Light, LightState, Link};
use crate::words::Words;
use qz_acts::finding::view::{FindingFilter, FindingLine, FindingSort, Page};
use qz_domain::action::Action;
use qz_domain::finding::Stage;
use qz_domain::matter::Part;
use qz_domain::rectification::Extension;
use qz_domain::spelled::Spelled;

/// What waits for one step.
struct Wait {
    id: &'static str,
    action: Action,
    stage: Stage,
    part: Part,
}

const WAITS: [Wait; 8] = [
    Wait {
        id: "screen",
        action: Action::FindingScreen,
        stage: Stage::Registered,
        part: Part::Screened,
    },
    Wait { id: "inquiry", action: Action::FindingReply, stage: Stage::Asked, part: Part::Heard },
    Wait {
        id: "weigh",
        action: Action::FindingScreen,
        stage: Stage::Replied,
        part: Part::Screened,
    },
    Wait { id: "look", action: Action::FindingScreen, stage: Stage::Held, part: Part::Screened },
    Wait {
        id: "extend",
        action: Action::FindingExtend,
        stage: Stage::Verifying,
        part: Part::Extended,
    },
    Wait {
        id: "verify",
        action: Action::FindingVerify,
        stage: Stage::Verifying,
        part: Part::Verified,
    },
    Wait { id: "notify", action: Action::NoticeGive, stage: Stage::Verified, part: Part::Proposed },
    Wait {
        id: "adjudicate",
        action: Action::FindingAdjudicate,
        stage: Stage::Verified,
        part: Part::Adjudicated,
    },
];

/// What waits for whoever is signed in, without what their earlier part bars them from.
pub(super) async fn waiting(today: &mut Today<'_>) -> Result<(), WebError> {
    for wait in WAITS {
        let mut rows = vec![];
        for unit in today.units_for(wait.action) {
            // What is held is looked at again when its day comes.
            let due_until = (wait.stage == Stage::Held).then_some(today.day);
            let filter = FindingFilter {
                stage: Some(wait.stage),
                due_until,
                organ: Some(unit),
                ..FindingFilter::default()
            };
            let (account, page) = (today.granted.account(), Page::number(1, LOOKED_AT));
            let acts = &today.state.acts;
            let found = acts.findings(account, &filter, FindingSort::Number, page).await;
            for line in found.map_err(WebError::internal)?.0 {
                let view = acts.finding(account, line.id).await.map_err(WebError::internal)?;
                // Nobody is adjudicated on before somebody was given notice.
                let told = !view.subjects.is_empty();
                let due = match wait.part {
                    Part::Proposed => !told,
                    Part::Adjudicated => told,
                    Part::Extended => view.finding.extension == Extension::Asked,
                    _ => true,
                };
                if due && !today.is_barred(&view.hands, wait.part) {
                    rows.push(row(today.words, &line, wait.id));
                }
            }
        }
        today.waits(wait.id, rows, &format!("/desk/findings?stage={}", wait.stage.code()));
    }
    Ok(())
}

fn row(words: Words, line: &FindingLine, id: &str) -> Row {
    let href = format!("/desk/findings/{}", line.id);
    let page = match id {
        "weigh" | "look" => "screen",
        "inquiry" => "reply",
        other => other,
    };
    Row {
        light: Light::new(LightState::Warn, words.term(line.stage)),
        act: Some(Link::new(format!("{href}/{page}"), words.say(&format!("desk-act-{id}")))),
        title: Link::new(href, either(words, &line.unit.name, &line.unit.name_en)),
        about: line.number.to_string(),
        place: either(words, &line.organ.name, &line.organ.name_en),
        when: line.registered_on.parse().ok().map(|day| words.short_day(day)),
    }
}
