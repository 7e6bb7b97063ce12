//! The county's own law on the first page: changes that wait for whoever may confirm them.

use super::{LOOKED_AT, Row, Today};
use crate::error::WebError;
use crate::page::law::{CHANGES, name_of};
use crate::part::{Light, LightState, Link};
use crate::words::Words;
use qz_acts::law::view::{LawChangeFilter, LawChangeSort, Page};
use qz_domain::action::Action;
use qz_domain::law::change::{LawChange, Stage, Step};
use qz_domain::matter::Part;

/// What waits for a ruling, without what whoever is signed in proposed.
pub(super) async fn waiting(today: &mut Today<'_>) -> Result<(), WebError> {
    if !today.granted.may_somewhere(Action::LawConfirm) {
        return Ok(());
    }
    let (acts, account) = (&today.state.acts, today.granted.account());
    let filter = LawChangeFilter { stage: Some(Stage::Proposed), ..LawChangeFilter::default() };
    let few = Page::number(1, LOOKED_AT);
    let found = acts.law_changes(&filter, LawChangeSort::FirstDay, few).await;
    let mut rows = vec![];
    for change in found.map_err(WebError::internal)?.0 {
        let view = acts.law_change(account, change.id).await.map_err(WebError::internal)?;
        if view.steps.contains(&Step::Confirm) && !today.is_barred(&view.hands, Part::Ruled) {
            rows.push(row(today.words, &change));
        }
    }
    today.waits("confirm-law", rows, "/desk/law/changes?stage=proposed");
    Ok(())
}

fn row(words: Words, change: &LawChange) -> Row {
    let href = format!("{CHANGES}/{}", change.id);
    let said = [
        ("name", name_of(words, &change.code, change.from).into()),
        ("length", words.length(change.length).into()),
    ];
    let from = [("day", words.date(change.from).into())];
    Row {
        light: Light::new(LightState::Warn, words.term(change.stage)),
        act: Some(Link::new(format!("{href}/confirm"), words.say("desk-act-confirm-law"))),
        title: Link::new(href, words.say_with("law-turn-county", &said)),
        about: words.say_with("law-holds-from", &from),
        place: change.source.clone(),
        when: Some(words.short_day(change.proposed_on)),
    }
}
