//! The reviews of the day: what is to be taken in, decided, served; and the decisions of which one may still ask.

use super::{LOOKED_AT, Row, Today};
use crate::error::WebError;
use crate::page::accountability::{line_measure, line_subject};
use crate::page::matter::{SOON, days_left};
use crate::page::person::either;
use crate::page::review::{HOME, stage_light};
use crate::part::{Light, Link};
use jiff::civil::Date;
use qz_acts::accountability::view::{
    AccountabilityFilter, AccountabilityLine, AccountabilitySort, SubjectKind,
};
use qz_acts::review::view::{Page, ReviewFilter, ReviewLine, ReviewSort};
use qz_domain::accountability::Stage as Held;
use qz_domain::action::Action;
use qz_domain::review::{Stage, Standing, Step};

/// What waits for one step: its name here, the stage it waits in, the step, its page.
const WAITS: [(&str, Stage, Step, &str); 3] = [
    ("review-take", Stage::Lodged, Step::Accept, "accept"),
    ("review-decide", Stage::Accepted, Step::Decide, "decide"),
    ("review-serve", Stage::Decided, Step::Serve, "serve"),
];

/// What waits for whoever is signed in.
pub(super) async fn waiting(today: &mut Today<'_>) -> Result<(), WebError> {
    if !today.granted.may_somewhere(Action::ReviewRead) {
        return Ok(());
    }
    for (id, stage, step, page) in WAITS {
        let filter = ReviewFilter { stage: Some(stage), ..ReviewFilter::default() };
        let (account, few) = (today.granted.account(), Page::number(1, LOOKED_AT));
        let acts = &today.state.acts;
        let found = acts.reviews(account, &filter, ReviewSort::Due, few).await;
        let mut rows = vec![];
        for line in found.map_err(WebError::internal)?.0 {
            let view = acts.review(account, line.id).await.map_err(WebError::internal)?;
            if view.steps.contains(&step) {
                rows.push(row(today, &line, (id, page)));
            }
        }
        today.waits(id, rows, "/desk/reviews?sort=due");
    }
    Ok(())
}

fn row(today: &Today<'_>, line: &ReviewLine, (id, page): (&str, &str)) -> Row {
    let words = today.words;
    let href = format!("{HOME}/{}", line.id);
    let unit = either(words, &line.unit.name, &line.unit.name_en);
    let due: Option<Date> = line.due.parse().ok();
    Row {
        light: match due {
            Some(due) => Light::due(words, days_left(due, today.day), SOON),
            None => stage_light(words, (line.stage, line.outcome)),
        },
        act: Some(Link::new(format!("{href}/{page}"), words.say(&format!("desk-act-{id}")))),
        title: Link::new(href, line.person.clone().unwrap_or_else(|| unit.clone())),
        about: line.decision.map_or_else(String::new, |number| number.to_string()),
        place: unit,
        when: due.map(|day| words.short_day(day)),
    }
}

/// The served decisions on oneself, or on one's unit, of which a review may still be asked.
pub(super) async fn to_ask(today: &mut Today<'_>) -> Result<(), WebError> {
    if !today.granted.may_somewhere(Action::ReviewAsk) {
        return Ok(());
    }
    let acts = &today.state.acts;
    let own = acts.own_accountabilities(today.granted.account()).await;
    let mut lines = own.map_err(WebError::internal)?;
    for unit in today.units_for(Action::ReviewAsk) {
        let filter = AccountabilityFilter {
            stage: Some(Held::Served),
            subject: Some(SubjectKind::Units),
            unit: Some(unit),
            ..AccountabilityFilter::default()
        };
        let (account, few) = (today.granted.account(), Page::number(1, LOOKED_AT));
        let found = acts.accountabilities(account, &filter, AccountabilitySort::Latest, few).await;
        lines.extend(found.map_err(WebError::internal)?.0);
    }
    let mut rows = vec![];
    for line in lines.iter().filter(|line| is_open(line, today.day)) {
        let reviews = acts.reviews_of(today.granted.account(), line.id).await;
        if reviews.map_err(WebError::internal)?.steps.contains(&Step::Ask) {
            rows.push(ask_row(today, line));
        }
    }
    today.waits("review-ask", rows, "/desk/accountabilities?stage=served");
    Ok(())
}

/// Whether its term still runs and nothing changed it.
fn is_open(line: &AccountabilityLine, day: Date) -> bool {
    let runs = line.remedy_due.parse().is_ok_and(|due: Date| day <= due);
    line.stage == Held::Served && runs && line.standing == Standing::default()
}

fn ask_row(today: &Today<'_>, line: &AccountabilityLine) -> Row {
    let words = today.words;
    let href = format!("/desk/accountabilities/{}", line.id);
    let due: Option<Date> = line.remedy_due.parse().ok();
    Row {
        light: Light::due(words, due.map_or(0, |due| days_left(due, today.day)), SOON),
        act: Some(Link::new(format!("{href}/ask-review"), words.say("desk-act-review-ask"))),
        title: Link::new(href, line_subject(words, line)),
        about: line_measure(words, line),
        place: either(words, &line.unit.name, &line.unit.name_en),
        when: due.map(|day| words.short_day(day)),
    }
}
