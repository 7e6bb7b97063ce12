//! The schemes of the day: what whoever is signed in owes to them, and drafts that wait for somebody who did not write them.

use super::{LOOKED_AT, Row, Today};
use crate::error::WebError;
use crate::page::filing::{Item, state_light};
use crate::page::person::either;
use crate::page::scheme::{HOME, stage_light};
use crate::part::Link;
use qz_acts::adoption::view::{AdoptionFilter, AdoptionLine, AdoptionSort, Page};
use qz_acts::run::view::OwedItem;
use qz_domain::action::Action;
use qz_domain::adoption::{Stage, Step};
use qz_domain::matter::Part;

/// What is owed for the units of whoever is signed in.
pub(super) async fn owed(today: &mut Today<'_>) -> Result<(), WebError> {
    if !today.granted.may_somewhere(Action::EntryMake) {
        return Ok(());
    }
    let owed = today.state.acts.owed_items(today.granted.account()).await;
    let rows = owed.map_err(WebError::internal)?.iter().map(|item| row(today, item)).collect();
    today.waits("owed", rows, HOME);
    Ok(())
}

fn row(today: &Today<'_>, item: &OwedItem) -> Row {
    let words = today.words;
    let key = Item {
        adoption: item.adoption,
        element: item.element.clone(),
        cycle: item.cycle.0,
        unit: item.unit.code.clone(),
        answers: item.answers,
    };
    let path = if item.is_register || item.is_asked {
        "/desk/registers/write"
    } else {
        "/desk/filings/file"
    };
    let href = key.at(path);
    Row {
        light: state_light(words, item.state),
        act: Some(Link::new(href.clone(), words.say("desk-act-owed"))),
        title: Link::new(href, item.element.clone()),
        about: item.scheme.clone(),
        place: either(words, &item.unit.name, &item.unit.name_en),
        when: item.due.map(|day| words.short_day(day)),
    }
}

/// Drafts that whoever is signed in may put into force.
pub(super) async fn drafts(today: &mut Today<'_>) -> Result<(), WebError> {
    if !today.granted.may_somewhere(Action::AdoptionApprove) {
        return Ok(());
    }
    let (account, acts) = (today.granted.account(), &today.state.acts);
    let filter = AdoptionFilter { stage: Some(Stage::Drafted), ..AdoptionFilter::default() };
    let few = (AdoptionSort::Latest, Page::number(1, LOOKED_AT));
    let found = acts.adoptions(account, &filter, few).await.map_err(WebError::internal)?.0;
    let mut rows = vec![];
    for line in found {
        let view = acts.adoption(account, line.id).await.map_err(WebError::internal)?;
        if view.steps.contains(&Step::Approve) && !today.is_barred(&view.hands, Part::Signed) {
            rows.push(draft(today, &line));
        }
    }
    today.waits("scheme-draft", rows, HOME);
    Ok(())
}

fn draft(today: &Today<'_>, line: &AdoptionLine) -> Row {
    let words = today.words;
    let href = format!("{HOME}/{}", line.id);
    Row {
        light: stage_light(words, line.stage),
        act: Some(Link::new(href.clone(), words.say("desk-act-scheme-draft"))),
        title: Link::new(href, line.title.clone()),
        about: words.say("log-object-adoption"),
        place: either(words, &line.unit.name, &line.unit.name_en),
        when: line.latest_on.parse().ok().map(|day| words.short_day(day)),
    }
}
