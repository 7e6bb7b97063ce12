//! The campaigns of the day: plans that wait to be issued, and what one's own unit answers for in those
//! under way.

use super::{LOOKED_AT, Row, Today};
use crate::error::WebError;
use crate::page::person::either;
use crate::part::{Light, LightState, Link};
use crate::words::Words;
use jiff::civil::Date;
use qz_acts::campaign::view::{CampaignFilter, CampaignLine, CampaignSort, DutyLine, Page};
use qz_domain::action::Action;
use qz_domain::campaign::{Stage, Step};
use qz_domain::id::UnitId;
use qz_domain::matter::Part;
use qz_domain::role::Role;

/// From how many days before its last day a duty is pressing.
const SOON: i64 = 7;

/// The plans that whoever is signed in may issue, having drafted none of them.
pub(super) async fn waiting(today: &mut Today<'_>) -> Result<(), WebError> {
    if !today.granted.may_somewhere(Action::CampaignIssue) {
        return Ok(());
    }
    let filter = CampaignFilter { stage: Some(Stage::Drafted), ..CampaignFilter::default() };
    let (acts, account) = (&today.state.acts, today.granted.account());
    let few = Page::number(1, LOOKED_AT);
    let found = acts.campaigns(account, &filter, CampaignSort::Latest, few).await;
    let mut rows = vec![];
    for line in found.map_err(WebError::internal)?.0 {
        let view = acts.campaign(account, line.id).await.map_err(WebError::internal)?;
        if view.steps.contains(&Step::Issue) && !today.is_barred(&view.hands, Part::Signed) {
            rows.push(issue(today.words, &line));
        }
    }
    today.waits("issue-campaign", rows, "/desk/campaigns?stage=drafted");
    Ok(())
}

/// What the units answer for whose head or liaison is signed in.
pub(super) async fn duties(today: &mut Today<'_>) -> Result<(), WebError> {
    let grants = today.granted.actor().grants.iter();
    let answers = grants.filter(|grant| matches!(grant.role, Role::Liaison | Role::Head));
    let units: Vec<UnitId> = answers.map(|grant| grant.unit).collect();
    if units.is_empty() {
        return Ok(());
    }
    let lines = today.state.acts.duties_of(&units, today.day).await;
    let lines = lines.map_err(WebError::internal)?;
    let rows = lines.iter().map(|line| duty(today.words, line, today.day)).collect();
    today.waits("campaign-duty", rows, "/desk/campaigns");
    Ok(())
}

fn issue(words: Words, line: &CampaignLine) -> Row {
    let href = format!("/desk/campaigns/{}", line.id);
    let act = Link::new(format!("{href}/issue"), words.say("desk-act-issue-campaign"));
    Row {
        light: Light::new(LightState::Warn, words.term(line.stage)),
        act: Some(act),
        title: Link::new(href, line.title.clone()),
        about: line.doc_number.clone(),
        place: either(words, &line.organ.name, &line.organ.name_en),
        when: line.latest_on.parse().ok().map(|day| words.short_day(day)),
    }
}

fn duty(words: Words, line: &DutyLine, today: Date) -> Row {
    let due: Option<Date> = line.due.parse().ok();
    let left = due.and_then(|due| today.until(due).ok()).map(|span| i64::from(span.get_days()));
    Row {
        light: duty_light(words, left.unwrap_or_default()),
        title: Link::new(format!("/desk/campaigns/{}", line.campaign), line.text.clone()),
        about: line.title.clone(),
        place: either(words, &line.unit.name, &line.unit.name_en),
        when: due.map(|day| words.short_day(day)),
        act: None,
    }
}

/// How long a duty has still to run. Whether one whose day is past was done is not kept, so it is not
/// called overdue.
fn duty_light(words: Words, left: i64) -> Light {
    match left {
        ..0 => Light::new(LightState::None, words.say("desk-campaign-duty-past")),
        _ => Light::due(words, left, SOON),
    }
}
