//! From a refusal or a fault to what a person reads: what was not done, why, who can, the way on.
//!
//! The words are in `refusal.ftl` and `fault.ftl`. A refusal has a title under `refusal-<name>-title`
//! and a text under `refusal-<name>`, a paragraph a line; its guard has a name under `guard-<code>`.

use crate::error::WebError;
use crate::part::{FieldError, Link, RefusalBox};
use crate::words::{Value, Words};
use jiff::civil::Date;
use qz_acts::ActError;
use qz_acts::power::POWERS;
use qz_document::Wording;
use qz_domain::action::Action;
use qz_domain::field;
use qz_domain::refusal::{Refusal, Worded};
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;

/// What a guard said, to be shown above the form or as a page; `back` is the way on.
pub fn refusal_box(words: Words, refusal: &Refusal, back: Link) -> RefusalBox {
    let args = refusal.args();
    let title = told(words, &format!("{}-title", refusal.key()), &args);
    let text = told(words, refusal.key(), &args);
    let mut sentences: Vec<String> = text.lines().map(str::to_owned).collect();
    let guard = refusal.guard().code();
    let name = words.say(&format!("guard-{guard}"));
    sentences.push(words.say_with("refusal-guard", &[("guard", name.into())]));
    RefusalBox::new(words, title, sentences).guard(guard).way(back.href, back.label)
}

/// Why an act was not done, as a page of its own; `back` is the way on.
///
/// A form shows refusals and faults at its own place instead: see [`refusal_box`] and
/// [`field_errors`].
pub fn act_error(words: Words, error: ActError, back: Link) -> WebError {
    match error {
        ActError::Forbidden(action) => forbidden(words, action),
        ActError::NotFound => WebError::NotFound,
        ActError::Refused(Refusal::StaleVersion { .. }) => WebError::Conflict,
        ActError::Refused(refusal) => WebError::Refused(refusal_box(words, &refusal, back)),
        ActError::Invalid(faults) => WebError::Invalid(plain(words, &faults)),
        ActError::Store(fault) => WebError::internal(fault),
    }
}

/// The power is missing: who has it, and how one gets it.
pub fn forbidden(words: Words, action: Action) -> WebError {
    let holds = |role: &&Role| POWERS.iter().any(|row| row.role == **role && row.action == action);
    let roles: Vec<String> = Role::ALL.iter().filter(holds).map(|role| words.term(*role)).collect();
    let roles = roles.join(&words.say("refusal-joint"));
    let title = words.say_with("refusal-forbidden-title", &[("action", words.term(action).into())]);
    let text = words.say_with("refusal-forbidden", &[("roles", roles.into())]);
    let refusal = RefusalBox::new(words, title, text.lines().map(str::to_owned).collect());
    WebError::Forbidden(refusal.way("/desk/me", words.say("refusal-forbidden-way")))
}

/// What is wrong with fields that have no label here.
pub fn plain(words: Words, faults: &[field::FieldError]) -> Vec<FieldError> {
    let told =
        |fault: &field::FieldError| FieldError::new(fault.name(), fault_text(words, &fault.fault));
    faults.iter().map(told).collect()
}

/// What is wrong with the fields of a form, each with the label that `label_of` gives its name.
pub fn field_errors(
    words: Words,
    faults: &[field::FieldError],
    label_of: impl Fn(&str) -> String,
) -> Vec<FieldError> {
    let told = |fault: &field::FieldError| {
        let name = fault.name();
        let said = at(words, &label_of(&name), &fault_text(words, &fault.fault));
        FieldError::new(name, said)
    };
    faults.iter().map(told).collect()
}

/// A fault with the label of its field before it: `走访时间：还没有填写。`
pub fn at(words: Words, label: &str, what: &str) -> String {
    words.say_with("fault-at", &[("label", label.into()), ("what", what.into())])
}

fn fault_text(words: Words, fault: &field::Fault) -> String {
    told(words, fault.key(), &fault.args())
}

/// What a file was refused for.
pub fn wording(words: Words, wording: &Wording) -> String {
    told(words, wording.key, &wording.values)
}

/// What stands under a key whose arguments came as text: days are written out, codes become their
/// words, counts choose the plural.
pub fn told<N: AsRef<str>>(words: Words, key: &str, args: &[(N, String)]) -> String {
    let blank = args.iter().any(|(name, text)| name.as_ref() == "found" && text.is_empty());
    if key == "fault-unknown" && blank {
        return words.say("fault-unknown-blank");
    }
    let arg = |wanted: &str| {
        let found = args.iter().find(|(name, _)| name.as_ref() == wanted);
        found.map(|(_, text)| text.as_str())
    };
    let stages = stages_of(arg("act").unwrap_or_default());
    let mut values: Vec<(&str, Value<'_>)> = args
        .iter()
        .map(|(name, text)| (name.as_ref(), spoken(words, (key, stages), name.as_ref(), text)))
        .collect();
    // A rule of the law comes with its names in both languages.
    if let (Some(zh), Some(en)) = (arg("zh"), arg("en")) {
        values.push(("name", words.unit(zh, en).into()));
    }
    words.say_with(key, &values)
}

/// The list in which the stages of an act's object stand.
fn stages_of(act: &str) -> &'static str {
    match act.split('_').next().unwrap_or_default() {
        "finding" | "notice" | "chain" => "finding-stage",
        "statement" | "measure" | "decision" => "accountability-stage",
        "bulletin" => "bulletin-stage",
        "law" => "law-change-stage",
        "monthly" => "monthly-report-stage",
        "adoption" => "adoption-stage",
        "campaign" => "campaign-stage",
        "draw" => "draw-stage",
        "terminal" => "terminal-stage",
        "ticket" => "ticket-stage",
        "meeting" => "meeting-stage",
        "sanction" => "sanction-stage",
        "request" => "request-stage",
        _ => "stage",
    }
}

fn spoken<'a>(words: Words, (key, stages): (&str, &str), name: &str, text: &'a str) -> Value<'a> {
    match name {
        // An account that belongs to no person has no name.
        "person" if text.is_empty() => words.say("refusal-nobody").into(),
        // What is not begun stands nowhere, of whatever kind it would be.
        "stage" if text == "none" => words.term_of("stage", text).into(),
        "stage" => words.term_of(stages, text).into(),
        "relation" | "role" | "rank" | "weight" | "provision" => words.term_of(name, text).into(),
        "kind" if key.starts_with("refusal-ticket-") => words.term_of("ticket-kind", text).into(),
        "kind" | "other" if key.starts_with("refusal-request-") => {
            words.term_of("request-kind", text).into()
        }
        "act" | "action" => words.term_of("action", text).into(),
        "earlier" | "now" if key == "refusal-took-part" => {
            words.term_of("matter-part", text).into()
        }
        "position" => words.term_of("chain-position", text).into(),
        "ground" if key == "refusal-link-exculpated" => words.term_of("exculpation", text).into(),
        "measure" | "proposed" => words.measure(text, Date::MAX).into(),
        "month" => match text.parse::<qz_domain::month::Month>() {
            Ok(month) => words.month(month.first()).into(),
            Err(_) => text.into(),
        },
        "day" | "due" | "earlier" | "heard" | "earliest" | "from" | "since" | "until" | "today" => {
            text.parse::<Date>().map_or_else(|_| text.into(), |day| words.date(day).into())
        }
        "shortest" | "longest" => match text.parse() {
            Ok(length) => words.length(length).into(),
            Err(_) => text.into(),
        },
        _ if is_count(key, name) => text.parse::<i64>().map_or_else(|_| text.into(), Value::Number),
        _ => text.into(),
    }
}

/// Numbers that count something. A number that names something (a row, a work number) stays as it
/// was written.
fn is_count(key: &str, name: &str) -> bool {
    let counted = key.starts_with("refusal-too-few-")
        || ["fault-too-long", "fault-too-many", "fault-too-short", "refusal-shares-do-not-fit"]
            .contains(&key);
    match name {
        "found" => counted,
        "most" | "least" | "limit" | "cells" | "entries" | "megabytes" | "megapixels" => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests;
