//! The officers' day: roles that wait, accounts that were never activated, the log.

use super::{Fact, Group, Row, Side, Today};
use crate::error::WebError;
use crate::page::matter::timeline::act_by;
use crate::page::person::either;
use crate::part::{Light, LightState, Link};
use crate::words::Words;
use qz_acts::account::{GrantLine, ListedAccount};
use qz_acts::log::{ActEntry, ActFilter};
use qz_domain::account::{AccountStatus, GrantStage};
use qz_domain::action::Action;
use qz_domain::instant;
use qz_domain::spelled::Spelled;

/// How many rows of a group are shown.
const SHOWN: u8 = 10;

/// Roles that wait for a second officer, and accounts whose owner has not come yet.
pub(super) async fn accounts(today: &mut Today<'_>) -> Result<(), WebError> {
    if !today.granted.may_somewhere(Action::AccountRead) {
        return Ok(());
    }
    let (words, acts) = (today.words, &today.state.acts);
    let proposed = acts.proposed_roles().await.map_err(WebError::internal)?;
    let invited = acts.accounts(Some(AccountStatus::Invited), 1, SHOWN.into()).await;
    let (invited, all_invited) = invited.map_err(WebError::internal)?;
    let (_, all) = acts.accounts(None, 1, 1).await.map_err(WebError::internal)?;
    let may_confirm = today.granted.may_somewhere(Action::RoleConfirm);
    let more = || Some(Link::new("/desk/accounts", words.say("desk-accounts")));
    let shown = proposed.iter().take(SHOWN.into());
    let group = Group {
        id: "roles",
        title: words.say("desk-roles"),
        count: proposed.len() as u64,
        rows: shown.map(|line| role_row(words, line, may_confirm)).collect(),
        more: if proposed.len() > SHOWN.into() { more() } else { None },
    };
    today.group("desk-sum-roles", group);
    let group = Group {
        id: "invited",
        title: words.say("desk-invited"),
        count: all_invited.unsigned_abs(),
        rows: invited.iter().map(|line| account_row(words, line)).collect(),
        more: if all_invited > SHOWN.into() { more() } else { None },
    };
    if today.granted.may_somewhere(Action::AccountManage) {
        today.group("desk-sum-invited", group);
    }
    let lines = vec![
        Fact::number(words, "desk-accounts", all, "/desk/accounts"),
        Fact::number(words, "desk-invited", all_invited, "/desk/accounts?status=invited"),
    ];
    today.sides.push(Side { id: "accounts", title: words.say("desk-accounts"), lines });
    Ok(())
}

fn role_row(words: Words, line: &GrantLine, may_confirm: bool) -> Row {
    let href = format!("/desk/accounts/{}", line.grant.account);
    let proposer = line.proposed_by.as_deref().unwrap_or_default();
    Row {
        light: Light::new(LightState::Warn, words.term(GrantStage::Proposed)),
        act: may_confirm.then(|| Link::new(href.as_str(), words.say("desk-act-confirm"))),
        title: Link::new(href.as_str(), line.account.as_str()),
        about: words.say_with("desk-proposed-by", &[("name", proposer.into())]),
        place: format!(
            "{} · {}",
            words.term(line.grant.role),
            either(words, &line.unit.name, &line.unit.name_en)
        ),
        when: Some(words.short_day(instant::day(line.grant.changed_at))),
    }
}

fn account_row(words: Words, line: &ListedAccount) -> Row {
    let holder = line.holder.as_ref();
    Row {
        light: Light::new(LightState::None, words.term(AccountStatus::Invited)),
        title: Link::new(format!("/desk/accounts/{}", line.account.id), line.account.name.as_str()),
        about: String::new(),
        place: holder.map(|(number, name)| format!("{name} {number}")).unwrap_or_default(),
        when: None,
        act: None,
    }
}

/// The latest acts, and how many there are, for the auditor.
pub(super) async fn log(today: &mut Today<'_>) -> Result<(), WebError> {
    if !today.granted.may_somewhere(Action::LogRead) {
        return Ok(());
    }
    let words = today.words;
    let rows = today.state.acts.log_rows(&ActFilter::default(), None, 10).await;
    let rows = rows.map_err(WebError::internal)?;
    let size = rows.first().map_or(0, |newest| newest.leaf + 1);
    let page = today.state.doors.iter().any(|door| door.path == "/desk/log");
    let group = Group {
        id: "log",
        title: words.say("desk-log"),
        count: rows.len() as u64,
        rows: rows.iter().map(|entry| log_row(words, entry)).collect(),
        more: page.then(|| Link::new("/desk/log", words.say("desk-log-all"))),
    };
    if group.count > 0 {
        today.groups.push(group);
    }
    today.sums.push(words.say_with("desk-sum-log", &[("count", size.into())]));
    Ok(())
}

fn log_row(words: Words, entry: &ActEntry) -> Row {
    let kind = Action::from_code(&entry.kind)
        .map_or_else(|| entry.kind.clone(), |action| words.term(action));
    let account = entry.recorded_by.as_ref().map(|(_, name)| name.clone());
    let who = entry.by.as_ref().map(|(_, name)| act_by(words, name, entry)).or(account);
    Row {
        light: Light::new(
            LightState::Ok,
            words.say_with("desk-leaf", &[("leaf", entry.leaf.into())]),
        ),
        title: Link::new("", kind),
        about: String::new(),
        place: who.unwrap_or_default(),
        when: Some(words.instant(entry.at)),
        act: None,
    }
}
