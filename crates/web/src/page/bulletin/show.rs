//! One bulletin: its text as a reader will see it, whose hands it went through, what comes next.

use super::HOME;
use super::list::stage_light;
use super::{paper, preview, step};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::family;
use crate::page::matter::hands::{HandRow, hands};
use crate::page::matter::timeline::timeline;
use crate::page::matter::wrong::refuse;
use crate::page::rectification::due_text;
use crate::page::review::section::standing_text;
use crate::part::{Crumb, Light, Link, Timeline};
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use jiff::civil::Date;
use qz_acts::accountability::view::AccountabilityLine;
use qz_acts::bulletin::view::BulletinView;
use qz_domain::accountability::Accountability;
use qz_domain::action::Action;
use qz_domain::bulletin::{Assessment, Correction, Item, Scope, Stage, Step};
use qz_domain::id::BulletinId;
use qz_domain::instant;

#[derive(Template)]
#[template(path = "bulletin/show.html")]
struct ShowPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    light: Light,
    now: String,
    links: Vec<Link>,
    organ: String,
    number: String,
    lead: String,
    close: String,
    requester: Option<String>,
    items: Vec<ItemRow>,
    faults: Vec<String>,
    plan: Vec<(String, String, String)>,
    weighed: Vec<(String, String)>,
    corrections: Vec<(String, String)>,
    facts: Vec<(String, String)>,
    hands: Vec<HandRow>,
    timeline: Timeline,
}

/// A decision as its readers will see it.
pub(super) struct ItemRow {
    pub who: String,
    conduct: String,
    ground: String,
    pub measure: String,
    naming: String,
    /// How its decision stands, where a review looks at it or changed it.
    standing: String,
}

/// `GET /desk/bulletins/{id}`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<BulletinId>,
) -> Result<Response, WebError> {
    let view = state.acts.bulletin(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    let today = instant::day(state.acts.now());
    let may = state.acts.promises_to_take_up(granted.account(), id).await;
    let is_open = may.is_ok_and(|(_, places)| !places.is_empty());
    let mut page = draw(shell, &view, today);
    if is_open {
        let label = page.shell.say("rectification-take-up-title");
        page.links.push(Link::new(format!("{HOME}/{id}/take-up"), label));
    }
    Ok(Html(page.render()?).into_response())
}

fn draw(shell: Shell, view: &BulletinView, today: Date) -> ShowPage {
    let bulletin = &view.bulletin;
    let home = format!("{HOME}/{}", bulletin.id);
    let above = vec![Link::new(HOME, shell.say("bulletin-list-title"))];
    let items = bulletin.items.iter().zip(&view.told).zip(&view.decisions);
    let due = |day: Date| shell.words.date(day);
    let plan = bulletin.plan.iter();
    let step = |step: &Step| family::link::<step::Bulletins>(&shell, *step, &home);
    let steps = view.steps.iter().map(step);
    ShowPage {
        crumb: Crumb::new(shell.words, above, bulletin.title.clone()),
        title: bulletin.title.clone(),
        light: stage_light(shell.words, bulletin.stage),
        now: now(&shell, view, today),
        links: steps
            .chain(preview::link(&shell, bulletin))
            .chain([paper::link(&shell, &home)])
            .collect(),
        organ: shell.unit_name(&view.organ),
        number: bulletin.number.map_or_else(String::new, |number| number.to_string()),
        lead: bulletin.lead.clone(),
        close: bulletin.close.clone(),
        requester: view.requester.as_ref().map(|person| person.name.clone()),
        items: items.map(|((item, line), row)| item_row(&shell, (item, line), row)).collect(),
        faults: bulletin.faults.clone(),
        plan: plan.map(|one| (one.item.clone(), one.standard.clone(), due(one.due))).collect(),
        weighed: weighed(&shell, bulletin.assessment.as_ref()),
        corrections: corrections(shell.words, &bulletin.corrections),
        facts: facts(&shell, view),
        hands: hands(&shell, &view.hands),
        timeline: timeline(&shell, &view.timeline, next(&shell, view)),
        shell,
    }
}

/// The unit, with the rank of a person; the name only where a reason for it stands.
pub(super) fn item_row(
    shell: &Shell,
    (item, line): (&Item, &AccountabilityLine),
    row: &Accountability,
) -> ItemRow {
    let words = shell.words;
    let unit = words.unit(&line.unit.name, &line.unit.name_en).to_owned();
    let who = match &line.person {
        None => unit,
        Some(person) => {
            let rank = words.term(person.rank);
            let is_named = !item.naming.is_empty();
            let name = is_named.then(|| person.name.clone());
            [Some(unit), Some(rank), name].into_iter().flatten().collect::<Vec<_>>().join(" · ")
        }
    };
    let day = row.decided_on.unwrap_or(row.noticed_on);
    ItemRow {
        who,
        conduct: row.conduct.clone(),
        ground: words.ground(&row.ground, row.noticed_on),
        measure: words.measure(&row.measure, day),
        naming: item.naming.clone(),
        standing: standing_text(shell, line.standing),
    }
}

/// What the reviewer weighed.
pub(super) fn weighed(shell: &Shell, assessment: Option<&Assessment>) -> Vec<(String, String)> {
    let Some(Assessment { purpose, effect, safeguard }) = assessment else { return vec![] };
    let answer = |name: &str, text: &str| {
        (shell.say(&format!("matter-field-assess-{name}")), text.to_owned())
    };
    vec![answer("purpose", purpose), answer("effect", effect), answer("safeguard", safeguard)]
}

/// What was said in it since: when, whether anything still stands, and why.
pub(in crate::page) fn corrections(words: Words, said: &[Correction]) -> Vec<(String, String)> {
    let one = |one: &Correction| {
        let head = [("day", words.date(one.on).into()), ("kind", words.term(one.kind).into())];
        (words.say_with("bulletin-corrected", &head), one.reason.clone())
    };
    said.iter().map(one).collect()
}

/// What is so and what comes next, in a sentence or two.
fn now(shell: &Shell, view: &BulletinView, today: Date) -> String {
    let bulletin = &view.bulletin;
    let is_own = bulletin.on.is_some();
    let names = is_own || bulletin.items.iter().any(|item| !item.naming.is_empty());
    if let Some(due) = &view.to_correct {
        let until = due_text(shell.words, due.due);
        return shell.say_with("bulletin-now-to-correct", &[("day", until.into())]);
    }
    let code = match bulletin.stage {
        _ if bulletin.is_withdrawn() => "withdrawn",
        Stage::Drafted => "drafted",
        Stage::Checked => "checked",
        Stage::Reviewed if is_own => "own",
        Stage::Reviewed | Stage::Countersigned => "reviewed",
        Stage::Signed => "signed",
        Stage::Published if !names => "published-units",
        Stage::Published if bulletin.shows_names(today) => "published",
        Stage::Published => "expired",
        Stage::CalledOff => "called-off",
    };
    let day = bulletin.expiry.map(|term| shell.words.date(term.due.earliest()));
    shell.say_with(&format!("bulletin-now-{code}"), &[("day", day.unwrap_or_default().into())])
}

fn next(shell: &Shell, view: &BulletinView) -> Option<String> {
    let action = match view.bulletin.stage {
        _ if view.to_correct.is_some() => Action::BulletinCorrect,
        Stage::Drafted => Action::BulletinCheck,
        Stage::Checked => Action::BulletinReview,
        Stage::Reviewed if view.bulletin.on.is_some() => Action::BulletinCountersign,
        Stage::Reviewed | Stage::Countersigned => Action::BulletinSign,
        Stage::Signed => Action::BulletinPublish,
        Stage::Published | Stage::CalledOff => return None,
    };
    Some(shell.words.term(action))
}

fn facts(shell: &Shell, view: &BulletinView) -> Vec<(String, String)> {
    let (bulletin, words) = (&view.bulletin, shell.words);
    let column = |key: &str| shell.say(&format!("bulletin-column-{key}"));
    let scope = match bulletin.scope {
        Scope::Public => "bulletin-scope-public",
        Scope::County => "bulletin-scope-county",
        Scope::Unit => "bulletin-scope-unit",
    };
    let mut facts = vec![
        (column("kind"), words.term(bulletin.kind)),
        (column("scope"), shell.say(scope)),
        (column("organ"), shell.unit_name(&view.organ)),
        (column("drafted-on"), words.date(bulletin.drafted_on)),
    ];
    for (key, day) in [("signed-on", bulletin.signed_on), ("published-on", bulletin.published_on)] {
        facts.extend(day.map(|day| (column(key), words.date(day))));
    }
    let expiry = bulletin.expiry.map(|term| words.date(term.due.earliest()));
    facts.extend(expiry.map(|day| (column("expires-on"), day)));
    facts
}
