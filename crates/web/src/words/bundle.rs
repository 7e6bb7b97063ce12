//! The Fluent bundles: built once, shared by all threads.

use super::files::FILES;
use super::{Locale, Value};
use crate::format::grouped;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::LazyLock;
use unic_langid::langid;

struct Built {
    bundle: FluentBundle<FluentResource>,
    faults: Vec<String>,
}

static CHINESE: LazyLock<Built> = LazyLock::new(|| build(Locale::ZhCn));
static ENGLISH: LazyLock<Built> = LazyLock::new(|| build(Locale::En));

fn built(locale: Locale) -> &'static Built {
    match locale {
        Locale::ZhCn => &CHINESE,
        Locale::En => &ENGLISH,
    }
}

/// What is wrong with the files themselves: garbled lines, keys written twice. A test wants none.
pub fn faults() -> Vec<String> {
    Locale::ALL.into_iter().flat_map(|locale| built(locale).faults.clone()).collect()
}

/// The text under a key, or `None` when there is no such key.
pub(super) fn format(locale: Locale, key: &str, values: &[(&str, Value<'_>)]) -> Option<String> {
    let bundle = &built(locale).bundle;
    let pattern = bundle.get_message(key)?.value()?;
    let args: FluentArgs<'_> =
        values.iter().map(|(name, value)| (*name, FluentValue::from(value.clone()))).collect();
    let mut faults = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&args), &mut faults).into_owned();
    if !faults.is_empty() {
        tracing::warn!(key, ?faults, "a text lacks a variable");
    }
    Some(text)
}

fn build(locale: Locale) -> Built {
    let language = match locale {
        Locale::ZhCn => langid!("zh-CN"),
        Locale::En => langid!("en"),
    };
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(group_numbers));
    let mut faults = Vec::new();
    for file in FILES {
        let text = match locale {
            Locale::ZhCn => file.chinese,
            Locale::En => file.english,
        };
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(rest, errors)| {
            faults.extend(errors.iter().map(|error| describe(file.name, locale, error)));
            rest
        });
        if let Err(errors) = bundle.add_resource(resource) {
            faults.extend(errors.iter().map(|error| describe(file.name, locale, error)));
        }
    }
    Built { bundle, faults }
}

fn describe(file: &str, locale: Locale, error: &dyn std::fmt::Display) -> String {
    format!("{}/{file}.ftl: {error}", locale.tag())
}

fn group_numbers<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(grouped(&number.as_string())),
        _ => None,
    }
}
