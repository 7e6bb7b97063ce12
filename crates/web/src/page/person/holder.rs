//! Who is in which post on a day, as rows and as a sheet. A concurrent post is marked and counts
//! nobody twice; an expected end that passed is shown as a question.

use super::list::either;
use crate::page::deputy;
use crate::part::{Light, LightState, Link};
use crate::shell::Shell;
use jiff::civil::Date;
use qz_acts::organisation::on_day::{AwayLine, DeputyLine, Holder, PostOnDay, UnitOnDay};
use qz_document::sheet::{Cell, Sheet};
use qz_domain::appointment::AppointmentKind;

/// A post of the chosen unit.
pub(super) struct PostRow {
    pub light: Light,
    pub post: String,
    pub rank: String,
    pub holders: Vec<HolderRow>,
    pub deputy: Option<HolderRow>,
    pub step: Option<Link>,
}

/// Somebody in a post.
pub(super) struct HolderRow {
    pub name: Link,
    pub said: String,
}

/// A post with the light of its balance.
pub(super) fn post(
    shell: &Shell,
    unit: &UnitOnDay,
    one: &PostOnDay,
    (day, may): (Date, bool),
) -> PostRow {
    let words = shell.words;
    let deputy = unit.deputies.iter().find(|line| line.post_code == one.post.code);
    let step = match deputy {
        Some(line) if line.deputy.until.is_none() => deputy::end_link(shell, line.deputy.id),
        _ => deputy::set_link(shell, &one.post.code),
    };
    let (authorised, held) = (one.balance.authorised, one.balance.held);
    let args = [("held", held.into()), ("authorised", authorised.into())];
    let (state, key) = match (one.balance.vacant(), one.balance.over()) {
        (_, 1..) => (LightState::Warn, "post-over"),
        (1.., _) if held == 0 => (LightState::Stop, "post-empty"),
        (1.., _) => (LightState::None, "post-room"),
        _ => (LightState::Ok, "post-held"),
    };
    PostRow {
        light: Light::new(state, words.say_with(key, &args)),
        post: format!("{} {}", one.post.code, either(words, &one.post.name, &one.post.name_en)),
        rank: words.term(one.post.rank),
        holders: one.holders.iter().map(|one| holder(shell, unit, one, day)).collect(),
        deputy: deputy.map(|line| stands_in(shell, line, day)),
        step: may.then_some(step),
    }
}

/// A holder of a post; whoever is away is marked.
fn holder(shell: &Shell, unit: &UnitOnDay, one: &Holder, day: Date) -> HolderRow {
    let HolderRow { name, mut said } = row(shell, one, day);
    if let Some(line) = unit.away.iter().find(|line| line.away.person == one.person) {
        let joint = if said.is_empty() { String::new() } else { shell.say("refusal-joint") };
        said = format!("{said}{joint}{}", away(shell, line).said);
    }
    HolderRow { name, said }
}

/// Who stands in for a post, and until when where that is known.
fn stands_in(shell: &Shell, line: &DeputyLine, day: Date) -> HolderRow {
    let words = shell.words;
    let until = line.deputy.until.map(|until| words.date(until));
    let said = until.map(|day| words.say_with("deputy-until", &[("day", day.into())]));
    let href = format!("/desk/people/{}?on={day}", line.deputy.person);
    let name = Link::new(href, format!("{} {}", line.name, line.number));
    HolderRow { name, said: said.unwrap_or_default() }
}

/// Who is away: what for, until when, and who stands in.
pub(super) fn away(shell: &Shell, line: &AwayLine) -> HolderRow {
    let words = shell.words;
    let kind = words.term(line.away.kind);
    let values = [("kind", kind.into()), ("day", words.date(line.away.until).into())];
    let mut said = words.say_with("away-until", &values);
    if !line.deputy.is_empty() {
        let name = [("name", line.deputy.as_str().into())];
        said =
            format!("{said}{}{}", words.say("refusal-joint"), words.say_with("deputy-by", &name));
    }
    let href = format!("/desk/people/{}#away", line.away.person);
    HolderRow { name: Link::new(href, format!("{} {}", line.name, line.number)), said }
}

/// A holder: the footing is said where it is not the own post, and the expected end.
pub(super) fn row(shell: &Shell, one: &Holder, day: Date) -> HolderRow {
    let words = shell.words;
    let mut said = vec![];
    if one.kind != AppointmentKind::Full {
        let place = either(words, &one.unit, &one.unit_en);
        let args = [("kind", words.term(one.kind).into()), ("unit", place.into())];
        said.push(words.say_with("holder-kind", &args));
    }
    if let Some(due) = one.due {
        let key = if due < day { "holder-past-due" } else { "holder-due" };
        said.push(words.say_with(key, &[("day", words.date(due).into())]));
    }
    let href = format!("/desk/people/{}?on={day}", one.person);
    let label = format!("{} {}", one.name, one.number);
    HolderRow { name: Link::new(href, label), said: said.join(&words.say("refusal-joint")) }
}

/// The chosen unit as a sheet: a line for each who is in a post, and for each post nobody is in.
pub(super) fn sheet(shell: &Shell, one: &UnitOnDay, day: Date) -> Sheet {
    let words = shell.words;
    let header = [
        "person-post",
        "person-rank",
        "unit-authorised",
        "person-number",
        "person-name",
        "person-kind",
        "appointment-kind",
        "appointment-since",
        "appointment-due",
        "deputy-column",
    ];
    let mut rows = vec![];
    for post in &one.posts {
        let name = either(words, &post.post.name, &post.post.name_en);
        let rank = words.term(post.post.rank);
        let start = [Cell::Text(name), Cell::Text(rank), Cell::Number(post.post.authorised)];
        let line = one.deputies.iter().find(|line| line.post_code == post.post.code);
        let deputy = line.map_or(Cell::Empty, |line| Cell::Text(line.name.clone()));
        if post.holders.is_empty() {
            let empty = std::iter::repeat_n(Cell::Empty, 6);
            rows.push(start.into_iter().chain(empty).chain([deputy]).collect());
            continue;
        }
        for holder in &post.holders {
            let cells = start.iter().cloned().chain(cells(shell, holder));
            rows.push(cells.chain([deputy.clone()]).collect());
        }
    }
    for holder in one.second_line.iter().chain(&one.lent_out) {
        let name = either(words, &holder.post, &holder.post_en);
        let start = [Cell::Text(name), Cell::Empty, Cell::Empty];
        rows.push(start.into_iter().chain(cells(shell, holder)).chain([Cell::Empty]).collect());
    }
    Sheet {
        title: either(words, &one.unit.name, &one.unit.name_en),
        header: header.into_iter().map(|key| shell.say(key)).collect(),
        rows,
        notes: vec![words.date(day)],
    }
}

fn cells(shell: &Shell, one: &Holder) -> Vec<Cell> {
    let words = shell.words;
    vec![
        Cell::Text(one.number.clone()),
        Cell::Text(one.name.clone()),
        Cell::Text(words.term(one.footing)),
        Cell::Text(words.term(one.kind)),
        Cell::Day(one.since),
        one.due.map_or(Cell::Empty, Cell::Day),
    ]
}
