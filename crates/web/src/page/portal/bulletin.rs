//! One bulletin (通报) as anybody may read it today: what was done, by which rule, what followed;
//! names only while they may be shown.

use super::bulletins::PATH;
use super::furniture::{Furniture, home_link};
use super::{fault, named, phrases, today, unit_link, unit_name};
use crate::app::WebState;
use crate::error::WebError;
use crate::format::Hidden;
use crate::page::bulletin::corrections;
use crate::part::{Light, Link};
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use qz_acts::ActError;
use qz_acts::bulletin::public::{PublicBulletin, PublicItem, Reader};
use qz_acts::rectification::view::RectificationLine;
use qz_domain::bulletin::{Kind, Scope};
use qz_domain::id::BulletinId;
use qz_domain::rectification::Check;
use qz_domain::review::Outcome;
use qz_domain::term::Due;

/// One decision as the page tells it.
struct Told {
    unit: Link,
    who: String,
    naming: String,
    conduct: String,
    followed: String,
    /// That its decision is under review, or was changed.
    mark: String,
}

/// A promise of the plan.
struct Promised {
    item: String,
    standard: String,
    due: String,
    /// How it stands, once it was taken up, and what the revisit found.
    kept: Option<(Light, String)>,
}

/// The document itself.
#[derive(Template)]
#[template(path = "portal/_bulletin.html")]
pub(in crate::page) struct Document {
    words: Words,
    title: String,
    /// That names are not shown, why, and what stands in their place.
    pub masked: Option<(String, Hidden)>,
    phrases: Vec<String>,
    organ: String,
    number: String,
    is_own: bool,
    lead: Vec<String>,
    told: Vec<Told>,
    faults: Vec<String>,
    plan: Vec<Promised>,
    close: Vec<String>,
    signed: String,
    /// What was said since, because a decision it tells of was changed.
    corrections: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "portal/bulletin.html")]
struct BulletinPage {
    shell: Shell,
    furniture: Furniture,
    title: String,
    document: Document,
    facts: Vec<(String, String)>,
    statistics: &'static str,
    promises: &'static str,
}

/// `GET /bulletins/{id}`
pub(super) async fn show(
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    let id: BulletinId = id.parse().map_err(|_| WebError::NotFound)?;
    let as_read = (Reader::Anybody, today(&state.acts));
    let bulletin = match state.acts.public_bulletin(id, as_read).await {
        Ok(bulletin) => bulletin,
        Err(ActError::NotFound) => return Err(WebError::NotFound),
        Err(other) => return Err(fault(other)),
    };
    let kept = state.acts.promises_kept(id).await.map_err(fault)?;
    let mut page = draw(shell, bulletin);
    for (line, revisit) in kept {
        let place = line.promise().and_then(|place| usize::try_from(place - 1).ok());
        if let Some(promised) = place.and_then(|place| page.document.plan.get_mut(place)) {
            promised.kept = Some(kept_so_far(page.shell.words, &line, revisit.as_ref()));
        }
    }
    Ok(Html(page.render()?).into_response())
}

fn draw(shell: Shell, bulletin: PublicBulletin) -> BulletinPage {
    let document = document(&shell, &bulletin);
    let above = vec![home_link(&shell), Link::new(PATH, shell.say("nav-bulletins"))];
    BulletinPage {
        furniture: Furniture::below(&shell, above, &document.number).about(bulletin.title.clone()),
        facts: facts(shell.words, &bulletin),
        statistics: super::decisions::PATH,
        promises: super::rectifications::PATH,
        title: bulletin.title,
        document,
        shell,
    }
}

impl askama::filters::HtmlSafe for Document {}

/// The document as its readers read it.
pub(in crate::page) fn document(shell: &Shell, bulletin: &PublicBulletin) -> Document {
    let words = shell.words;
    let organ = unit_name(words, &bulletin.organ);
    let paragraphs = |text: &str| text.lines().map(str::to_owned).collect();
    let promised = |promise: &qz_domain::bulletin::Promise| Promised {
        item: promise.item.clone(),
        standard: promise.standard.clone(),
        due: words.date(promise.due),
        kept: None,
    };
    Document {
        words,
        title: bulletin.title.clone(),
        phrases: phrases(&bulletin.title),
        number: number(words, bulletin),
        is_own: bulletin.kind == Kind::SelfRequested,
        masked: masked(words, bulletin),
        lead: paragraphs(&bulletin.lead),
        told: bulletin.items.iter().map(|item| told(words, item)).collect(),
        faults: bulletin.faults.clone(),
        plan: bulletin.plan.iter().map(promised).collect(),
        close: paragraphs(&bulletin.close),
        signed: words.date(bulletin.signed_on),
        corrections: corrections(words, &bulletin.corrections),
        organ,
    }
}

fn number(words: Words, bulletin: &PublicBulletin) -> String {
    format!("{}{}", unit_name(words, &bulletin.organ), bulletin.number)
}

/// How a promise stands: its lamp, its stage, what the revisit saw.
fn kept_so_far(words: Words, line: &RectificationLine, revisit: Option<&Check>) -> (Light, String) {
    let stage = words.term(line.rectification.stage);
    let said = match revisit {
        Some(check) => {
            let said = [
                ("day", words.date(check.on).into()),
                ("outcome", words.term(check.outcome).into()),
            ];
            words.say_with("rectification-revisited", &said)
        }
        None => stage,
    };
    (Light::rectification(words, line.lamp), said)
}

/// That names are not shown, why, and what stands in their place.
fn masked(words: Words, bulletin: &PublicBulletin) -> Option<(String, Hidden)> {
    if bulletin.shows_names {
        return None;
    }
    let said = match bulletin.scope {
        Scope::County => words.say("portal-names-county"),
        Scope::Public | Scope::Unit => {
            let until = words.date(bulletin.expires.earliest());
            words.say_with("portal-names-expired", &[("day", until.into())])
        }
    };
    Some((said, words.hidden_name()))
}

fn told(words: Words, item: &PublicItem) -> Told {
    let unit = named(words, &item.unit);
    let who = match (&item.name, item.rank) {
        (Some(name), Some(rank)) => {
            let said = [("name", name.into()), ("rank", words.term(rank).into())];
            words.say_with("portal-told-name", &said)
        }
        _ if item.is_person => words.say("portal-told-person"),
        _ => words.say("portal-told-unit"),
    };
    let day = item.decided_on;
    let has_fallen = item.mark.as_ref().is_some_and(|mark| mark.outcome.fells());
    let said = [
        ("day", words.date(day).into()),
        ("measure", words.measure(&item.measure, day).into()),
        ("ground", words.ground(&item.ground, day).into()),
    ];
    Told {
        unit: Link::new(unit_link(&item.unit.code), unit),
        who,
        naming: item.naming.clone(),
        conduct: item.conduct.clone(),
        followed: if has_fallen {
            String::new()
        } else {
            words.say_with("portal-told-followed", &said)
        },
        mark: mark(words, item),
    }
}

/// That a decision is under review, or what a review made of it.
fn mark(words: Words, item: &PublicItem) -> String {
    let Some(mark) = &item.mark else {
        let key =
            if item.is_under_review { "portal-told-under-review" } else { return String::new() };
        return words.say(key);
    };
    let number = mark.number.map_or_else(String::new, |number| number.to_string());
    let said = [("day", words.date(mark.served_on).into()), ("number", number.into())];
    let key = match mark.outcome {
        Outcome::Varied | Outcome::Upheld => "portal-told-varied",
        Outcome::Cancelled => "portal-told-cancelled",
        Outcome::SentBack => "portal-told-sent-back",
    };
    words.say_with(key, &said)
}

/// What stands beside it.
pub(in crate::page) fn facts(words: Words, bulletin: &PublicBulletin) -> Vec<(String, String)> {
    let say = |key: &str| words.say(key);
    let until = match bulletin.expires {
        Due::Fixed(day) => words.date(day),
        Due::AwaitingCalendar { year, .. } => {
            words.say_with("portal-names-awaiting", &[("year", year.into())])
        }
    };
    let mut facts = vec![
        (say("portal-bulletin-number"), number(words, bulletin)),
        (
            say("portal-bulletin-kind"),
            words.term_of("bulletin-kind", qz_domain::spelled::Spelled::code(bulletin.kind)),
        ),
        (say("portal-signed-on"), words.date(bulletin.signed_on)),
        (say("portal-published-on"), words.date(bulletin.published_on)),
        (say("portal-names-last"), until),
    ];
    if bulletin.kind == Kind::Ordinary {
        let decisions = words.number(count(&bulletin.items));
        facts.push((say("portal-bulletin-decisions"), decisions));
    }
    if let Some((name, rank)) = &bulletin.requester {
        let rank = words.term(*rank);
        let who = name.as_ref().map_or_else(|| rank.clone(), |name| format!("{name}（{rank}）"));
        facts.push((say("portal-bulletin-requester"), who));
    }
    facts
}

fn count(items: &[PublicItem]) -> i64 {
    i64::try_from(items.len()).unwrap_or(i64::MAX)
}
