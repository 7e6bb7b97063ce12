//! The law by date (措施、依据、期限): what was in force on a day, who may decide what, how long each term
//! is, each with its source; what the county set of its own, and the digests that leaves name.

use super::furniture::{Furniture, home_link};
use super::today;
use crate::app::WebState;
use crate::error::WebError;
use crate::page::matter::search;
use crate::part::{FieldError, Filter, FilterField, Link};
use crate::shell::Shell;
use crate::words::{Locale, Words};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use jiff::civil::Date;
use qz_acts::law::public::{ConfirmedLaw, LawInForce};
use qz_domain::field;
use qz_domain::law::{
    Cap, CountyTerm, Decider, Law, LawOn, Leave, Measure, Per, Question, Requirement, Term, TermOn,
    Tier,
};
use serde::Deserialize;

/// Where the page is.
pub(super) const PATH: &str = "/law";

/// The day that was asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct AskedDay {
    on: String,
}

/// A rule as a row: name, what it says, source.
struct Row {
    name: String,
    says: String,
    source: String,
}

/// The rules of one kind.
struct Rules {
    id: &'static str,
    title: String,
    /// What the second column says of each.
    says: String,
    rows: Vec<Row>,
}

/// A term that the county set.
struct Set {
    name: String,
    length: String,
    from: String,
    source: String,
    leaf: Link,
}

/// What was in force.
struct Matter {
    sentence: String,
    tables: [Rules; 7],
}

#[derive(Template)]
#[template(path = "portal/law.html")]
struct LawPage {
    shell: Shell,
    furniture: Furniture,
    title: String,
    form: Filter,
    faults: Vec<FieldError>,
    matter: Option<Matter>,
    county: Vec<Set>,
    digests: Vec<(String, String)>,
    text: String,
}

/// `GET /law?on=`
pub(super) async fn show(
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<AskedDay>,
) -> Result<Response, WebError> {
    let (day, faults) = match search::day("on", &asked.on) {
        Ok(day) => (Some(day.unwrap_or_else(|| today(&state.acts))), vec![]),
        Err(fault) => (None, vec![fault]),
    };
    let status = if day.is_some() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let law = state.acts.confirmed_law().await.map_err(WebError::internal)?;
    Ok((status, Html(draw(shell, &law, day, &faults).render()?)).into_response())
}

fn draw(
    shell: Shell,
    law: &ConfirmedLaw,
    day: Option<Date>,
    faults: &[field::FieldError],
) -> LawPage {
    let words = shell.words;
    let title = shell.say("portal-law-title");
    let value = day.map(|day| day.to_string()).unwrap_or_default();
    let fields = vec![FilterField::Day { name: "on", label: shell.say("portal-law-on"), value }];
    let matter = day.map(|day| build(words, law, day));
    let form = Filter::new(words, PATH, fields, false).with_faults(faults);
    let about = matter.as_ref().map_or_else(|| title.clone(), |matter| matter.sentence.clone());
    LawPage {
        furniture: Furniture::below(&shell, vec![home_link(&shell)], &title).about(about),
        faults: form.faults().to_vec(),
        form,
        title,
        matter,
        county: set(words, law),
        digests: digests(words, law.in_force()),
        text: law.county.text(),
        shell,
    }
}

/// Everything the county set, in the order it was confirmed, each with the leaf of that act.
fn set(words: Words, law: &ConfirmedLaw) -> Vec<Set> {
    let row = |(one, leaf): (&CountyTerm, &u64)| {
        let found = Law::shipped().on(one.from).term(&one.code);
        let label = words.say_with("matter-act-leaf", &[("leaf", (*leaf).into())]);
        Set {
            name: found.map_or_else(|_| one.code.clone(), |term| named(words, &term.zh, &term.en)),
            length: words.length(one.length),
            from: words.date(one.from),
            source: one.source.clone(),
            leaf: Link::new(format!("/verify?leaf={leaf}"), label),
        }
    };
    law.county.terms().iter().zip(&law.leaves).map(row).collect()
}

/// The two digests as leaves name them.
pub(in crate::page) fn digests(words: Words, law: LawInForce) -> Vec<(String, String)> {
    let county = law.county.map_or_else(|| words.say("law-digest-none"), |hash| hash.to_string());
    vec![
        (words.say("law-digest-shipped"), law.shipped.to_string()),
        (words.say("law-digest-county"), county),
    ]
}

fn build(words: Words, law: &ConfirmedLaw, day: Date) -> Matter {
    let on = Law::shipped().on(day);
    let measures: Vec<_> = on.measures().map(|rule| measure(words, on, rule)).collect();
    let grounds = on.grounds().map(|rule| Row {
        name: named(words, &rule.zh, &rule.en),
        says: rule.summary.clone(),
        source: rule.source.clone(),
    });
    let terms = on.terms().map(|rule| term(words, law, on, rule));
    let (grounds, terms): (Vec<_>, Vec<_>) = (grounds.collect(), terms.collect());
    let said = [
        ("day", words.date(day).into()),
        ("measures", measures.len().into()),
        ("grounds", grounds.len().into()),
        ("terms", terms.len().into()),
    ];
    let caps = on.caps().map(|rule| cap(words, rule)).collect();
    let leaves = on.leaves().map(|rule| leave(words, rule)).collect();
    let questions = on.questions().map(|rule| question(words, rule)).collect();
    let requirements = on.requirements().map(|rule| requirement(words, rule)).collect();
    let table = |id, title: &str, says: &str, rows| Rules {
        id,
        title: words.say(title),
        says: words.say(says),
        rows,
    };
    Matter {
        sentence: words.say_with("portal-law-sentence", &said),
        tables: [
            table("l-measures", "portal-law-measures", "portal-law-who", measures),
            table("l-grounds", "portal-law-grounds", "portal-law-says", grounds),
            table("l-terms", "portal-law-terms", "portal-law-length", terms),
            table("l-caps", "portal-law-caps", "portal-law-most", caps),
            table("l-leaves", "portal-law-leaves", "portal-law-how-long", leaves),
            table("l-tolerance", "portal-law-tolerance", "portal-law-says", questions),
            table("l-required", "portal-law-required", "portal-law-says", requirements),
        ],
    }
}

fn named(words: Words, zh: &str, en: &str) -> String {
    match words.locale {
        Locale::ZhCn => zh.to_owned(),
        Locale::En => format!("{en} ({zh})"),
    }
}

/// A term as it was in force: what the county set, where it did.
fn term(words: Words, law: &ConfirmedLaw, on: LawOn<'_>, rule: &Term) -> Row {
    let now = law.county.term(on, &rule.code).ok();
    Row {
        name: named(words, &rule.zh, &rule.en),
        says: words.length(now.map_or(rule.length, TermOn::length)),
        source: now.map_or(rule.source.as_str(), TermOn::source).to_owned(),
    }
}

/// How often at most.
fn cap(words: Words, rule: &Cap) -> Row {
    let says = match rule.per {
        Per::Quarter => "portal-law-a-quarter",
        Per::Month => "portal-law-a-month",
    };
    Row {
        name: named(words, &rule.zh, &rule.en),
        says: words.say_with(says, &[("count", rule.most.into())]),
        source: rule.source.clone(),
    }
}

/// How long a leave is, by the years of service.
fn leave(words: Words, rule: &Leave) -> Row {
    let tier = |tier: &Tier| {
        let years = [("years", tier.years.into()), ("count", tier.most.into())];
        let key = if tier.years == 0 { "portal-law-leave-all" } else { "portal-law-leave-tier" };
        words.say_with(key, &years)
    };
    let tiers: Vec<_> = rule.tiers.iter().map(tier).collect();
    let open = || words.say("portal-law-leave-open");
    let most = if tiers.is_empty() { open() } else { tiers.join(&words.say("refusal-joint")) };
    let counted = [("most", most.into()), ("counts", words.term(rule.counts).into())];
    Row {
        name: named(words, &rule.zh, &rule.en),
        says: words.say_with("portal-law-leave", &counted),
        source: rule.source.clone(),
    }
}

/// What is asked before anybody is held to account.
fn question(words: Words, rule: &Question) -> Row {
    let one = |said: &(String, String)| words.unit(&said.0, &said.1).to_owned();
    let both = [("excuses", one(&rule.excuses).into()), ("bars", one(&rule.bars).into())];
    Row {
        name: named(words, &rule.zh, &rule.en),
        says: words.say_with("tolerance-hint", &both),
        source: rule.source.clone(),
    }
}

/// What must be there before a step.
fn requirement(words: Words, rule: &Requirement) -> Row {
    Row {
        name: named(words, &rule.zh, &rule.en),
        says: words.unit(&rule.says.0, &rule.says.1).to_owned(),
        source: rule.source.clone(),
    }
}

fn measure(words: Words, on: LawOn<'_>, rule: &Measure) -> Row {
    let deciders: Vec<_> = on.deciders(&rule.code).map(|one| decider(words, one)).collect();
    let says = if rule.is_record_only {
        words.say("portal-law-record")
    } else {
        deciders.join(&words.say("refusal-joint"))
    };
    Row { name: named(words, &rule.zh, &rule.en), says, source: rule.source.clone() }
}

fn decider(words: Words, one: Decider) -> String {
    let organ = one.organ.map_or_else(|| words.say("portal-law-any"), |organ| words.term(organ));
    let whom = match one.up_to {
        None => words.say("portal-law-units"),
        Some(rank) => words.say_with("portal-law-up-to", &[("rank", words.term(rank).into())]),
    };
    let said =
        [("organ", organ.into()), ("reach", words.term(one.reach).into()), ("whom", whom.into())];
    words.say_with("portal-law-decider", &said)
}
