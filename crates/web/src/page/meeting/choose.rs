//! The matters to choose from for an agenda: a table with a box to tick in each row, those that are ready first.

use crate::error::WebError;
use crate::page::at::At;
use crate::page::matter::sent::Sent;
use crate::page::matter::wrong::refuse;
use crate::part::{Light, LightState};
use crate::shell::Shell;
use qz_acts::meeting::view::{MeetingView, ReadyMatter};
use qz_domain::accountability::Stage;
use qz_domain::id::AccountabilityId;
use qz_domain::term::Deadline;

/// A row of the table.
pub(super) struct ChoiceRow {
    pub id: AccountabilityId,
    pub subject: String,
    pub unit: String,
    pub finding: String,
    pub proposed: String,
    pub light: Light,
    pub due: String,
    pub is_chosen: bool,
}

/// The name of the box of a matter.
fn name(id: AccountabilityId) -> String {
    format!("item.{id}")
}

/// The matters that were ticked, in the order of a table.
pub(super) fn chosen(sent: &Sent) -> Vec<AccountabilityId> {
    let ids = sent.names().filter_map(|name| name.strip_prefix("item.")?.parse().ok());
    let mut ids: Vec<(i64, AccountabilityId)> = ids.map(|id| (order(sent, id), id)).collect();
    ids.sort_unstable_by_key(|(place, id)| (*place, id.0));
    ids.into_iter().map(|(_, id)| id).collect()
}

/// The place of a matter in the table that was sent.
fn order(sent: &Sent, id: AccountabilityId) -> i64 {
    sent.get(&name(id)).parse().unwrap_or(i64::MAX)
}

/// The rows for a new agenda, or for that of a meeting: what stands on it comes first.
pub(super) async fn rows(
    at: &At,
    meeting: Option<&MeetingView>,
    sent: &Sent,
) -> Result<Vec<ChoiceRow>, WebError> {
    let found = at.state.acts.ready_for_meeting(at.account()).await;
    let mut ready = found.map_err(|fault| refuse(&at.shell, super::HOME, fault))?;
    let mut all: Vec<ReadyMatter> = vec![];
    if let Some(view) = meeting {
        let here = view.items.iter().filter_map(|item| {
            let (matter, due) = (item.matter.clone()?, item.due);
            let is_heard = matter.around.row.is_heard(at.today());
            Some(ReadyMatter { matter, is_heard, due })
        });
        all.extend(here);
        ready.retain(|one| one.matter.around.organ.id == view.organ.id);
    }
    all.extend(ready);
    let ticked = chosen(sent);
    Ok(all.iter().map(|one| row(&at.shell, one, &ticked)).collect())
}

fn row(shell: &Shell, one: &ReadyMatter, ticked: &[AccountabilityId]) -> ChoiceRow {
    let (around, words) = (&one.matter.around, shell.words);
    ChoiceRow {
        id: around.row.id,
        subject: subject(shell, &one.matter),
        unit: shell.unit_name(&around.unit),
        finding: one.matter.finding.to_string(),
        proposed: words.measure(&around.row.proposed, around.row.noticed_on),
        light: ready_light(shell, one),
        due: due(shell, one.due),
        is_chosen: ticked.contains(&around.row.id),
    }
}

/// Who it is: a person by name, a unit by its own.
pub(super) fn subject(shell: &Shell, matter: &qz_acts::meeting::view::Matter) -> String {
    match &matter.person {
        Some((_, name)) => name.clone(),
        None => shell.unit_name(&matter.around.unit),
    }
}

/// Whether the subject was heard.
fn ready_light(shell: &Shell, one: &ReadyMatter) -> Light {
    let words = shell.words;
    let row = &one.matter.around.row;
    match row.stage {
        Stage::Noticed if one.is_heard => {
            Light::new(LightState::Ok, words.say("meeting-window-passed"))
        }
        Stage::Noticed => {
            let day = words.date(row.answer_due.due.earliest());
            let said = words.say_with("meeting-window-open", &[("day", day.into())]);
            Light::new(LightState::Warn, said)
        }
        stage => Light::new(LightState::Ok, words.term(stage)),
    }
}

/// The last day of a decision.
pub(super) fn due(shell: &Shell, due: Option<Deadline>) -> String {
    due.map_or_else(String::new, |term| shell.words.date(term.due.earliest()))
}
