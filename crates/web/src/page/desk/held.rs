//! The accountabilities of the day: one's own statement, what is to be decided, what is to be served,
//! who is to be cleared.

use super::{LOOKED_AT, Row, Today};
use crate::error::WebError;
use crate::page::accountability::{line_light, line_measure, line_speak, line_subject};
use crate::page::matter::{SOON, days_left};
use crate::page::person::either;
use crate::part::{Light, Link};
use jiff::civil::Date;
use qz_acts::accountability::view::{
    AccountabilityFilter, AccountabilityLine, AccountabilitySort, Page, SubjectKind,
};
use qz_acts::finding::view::FindingView;
use qz_domain::accountability::Stage;
use qz_domain::action::Action;
use qz_domain::matter::Part;

/// What whoever is signed in may still say, for themselves or for their unit.
pub(super) async fn mine(today: &mut Today<'_>) -> Result<(), WebError> {
    if !today.granted.may_somewhere(Action::StatementGive) {
        return Ok(());
    }
    let own = today.state.acts.own_accountabilities(today.granted.account()).await;
    let mut lines = own.map_err(WebError::internal)?;
    for unit in today.units_for(Action::StatementGive) {
        let filter = AccountabilityFilter {
            stage: Some(Stage::Noticed),
            subject: Some(SubjectKind::Units),
            unit: Some(unit),
            ..AccountabilityFilter::default()
        };
        lines.extend(listed(today, &filter).await?);
    }
    lines.retain(|line| line.stage == Stage::Noticed && line.unfounded_on.is_empty());
    let rows = lines.iter().map(|line| row(today, line, "answer")).collect();
    today.waits("answer", rows, "/desk/accountabilities?stage=noticed&sort=due");
    Ok(())
}

/// What a panel is to decide and what is to be served.
pub(super) async fn waiting(today: &mut Today<'_>) -> Result<(), WebError> {
    let (mut decide, mut serve) = (vec![], vec![]);
    for unit in today.units_for(Action::MeasureDecide) {
        for stage in [Stage::Noticed, Stage::Answered, Stage::Waived] {
            let filter = AccountabilityFilter {
                stage: Some(stage),
                organ: Some(unit),
                ..AccountabilityFilter::default()
            };
            for line in listed(today, &filter).await? {
                let view = finding(today, &line).await?;
                let upheld = view.finding.stage.is_borne_out();
                let barred = today.is_barred(&view.hands, Part::Decided);
                if upheld && !barred && is_heard(today, &line).await? {
                    decide.push(row(today, &line, "decide"));
                }
            }
        }
    }
    for unit in today.units_for(Action::DecisionServe) {
        let filter = AccountabilityFilter {
            stage: Some(Stage::Decided),
            organ: Some(unit),
            ..AccountabilityFilter::default()
        };
        for line in listed(today, &filter).await? {
            let view = finding(today, &line).await?;
            if !today.is_barred(&view.hands, Part::Served) {
                serve.push(row(today, &line, "serve"));
            }
        }
    }
    today.waits("decide", decide, "/desk/accountabilities?sort=due");
    today.waits("serve", serve, "/desk/accountabilities?stage=decided");
    Ok(())
}

/// Who is to be cleared of what is unfounded, the first due first.
pub(super) async fn to_clear(today: &mut Today<'_>) -> Result<(), WebError> {
    let mut rows = vec![];
    for unit in today.units_for(Action::NameClear) {
        let filter = AccountabilityFilter {
            is_to_clear: true,
            organ: Some(unit),
            ..AccountabilityFilter::default()
        };
        for line in listed(today, &filter).await? {
            let view = finding(today, &line).await?;
            if !today.is_barred(&view.hands, Part::Cleared) {
                rows.push(clearing_row(today, &line).await?);
            }
        }
    }
    rows.sort_by_key(|(due, _)| *due);
    let rows = rows.into_iter().map(|(_, row)| row).collect();
    today.waits("clear", rows, "/desk/accountabilities?sort=due");
    Ok(())
}

/// With the last day of the term, which the calendar may move until then.
async fn clearing_row(
    today: &Today<'_>,
    line: &AccountabilityLine,
) -> Result<(Date, Row), WebError> {
    let unfounded_on = line.unfounded_on.parse().map_err(WebError::internal)?;
    let term = today.state.acts.clearing_term(unfounded_on).await.map_err(WebError::internal)?;
    let due = term.due.earliest();
    let light = Light::due(today.words, days_left(due, today.day), SOON);
    let when = Some(today.words.day(due));
    Ok((due, Row { light, when, ..row(today, line, "clear") }))
}

/// Whether the subject spoke, waived it, or let the time pass.
async fn is_heard(today: &Today<'_>, line: &AccountabilityLine) -> Result<bool, WebError> {
    if line.stage != Stage::Noticed {
        return Ok(true);
    }
    let found = today.state.acts.accountability(today.granted.account(), line.id).await;
    Ok(found.map_err(WebError::internal)?.row.is_heard(today.day))
}

async fn listed(
    today: &Today<'_>,
    filter: &AccountabilityFilter,
) -> Result<Vec<AccountabilityLine>, WebError> {
    let (account, page) = (today.granted.account(), Page::number(1, LOOKED_AT));
    let sort = AccountabilitySort::Due;
    let found = today.state.acts.accountabilities(account, filter, sort, page).await;
    Ok(found.map_err(WebError::internal)?.0)
}

/// The finding, whose hands are those of the whole matter.
async fn finding(today: &Today<'_>, line: &AccountabilityLine) -> Result<FindingView, WebError> {
    let account = today.granted.account();
    today.state.acts.finding(account, line.finding_id).await.map_err(WebError::internal)
}

fn row(today: &Today<'_>, line: &AccountabilityLine, id: &str) -> Row {
    let words = today.words;
    let href = format!("/desk/accountabilities/{}", line.id);
    let due = line_speak(words, line, today.day);
    let when = if due.is_some() { &line.answer_due } else { &line.noticed_on };
    Row {
        light: due.unwrap_or_else(|| line_light(words, line)),
        act: Some(Link::new(format!("{href}/{id}"), words.say(&format!("desk-act-{id}")))),
        title: Link::new(href, line_subject(words, line)),
        about: line_measure(words, line),
        place: either(words, &line.unit.name, &line.unit.name_en),
        when: when.parse().ok().map(|day| words.short_day(day)),
    }
}
