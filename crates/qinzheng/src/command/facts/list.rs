//! The sources and their fields, as they are declared.

use crate::command::Format;
use anyhow::Result;
use qz_acts::fact::{Feeding, Field, Measure, Per, Source};
use qz_domain::spelled::Spelled;
use qz_mechanism::language::Names;
use serde_json::{Value, json};

/// Prints every source; as JSON with its fields.
pub fn sources(all: &[Source], format: Format) -> Result<()> {
    if format == Format::Json {
        let all: Vec<_> = all.iter().map(described).collect();
        println!("{}", serde_json::to_string_pretty(&all)?);
        return Ok(());
    }
    for one in all {
        println!("{}", headline(one));
    }
    Ok(())
}

/// Prints a source with its fields.
pub fn fields(source: &Source, format: Format) -> Result<()> {
    if format == Format::Json {
        println!("{}", serde_json::to_string_pretty(&described(source))?);
        return Ok(());
    }
    println!("{}", headline(source));
    println!("  A row falls in a period: {} {}", source.placed.en, source.placed.zh);
    if source.is_of_now {
        println!("  Rows say what is known when it is asked. 各行按查询时所知。");
    }
    for field in source.fields {
        println!("  {}", told(field));
    }
    Ok(())
}

fn headline(source: &Source) -> String {
    let (Names { zh, en }, per) = (source.names, source.per.iter().map(Per::to_string));
    let per = per.collect::<Vec<_>>().join(", ");
    let fed = match source.feeding {
        Feeding::Fed(_) => "filled".to_owned(),
        Feeding::Later(first) => format!("not filled yet: {}", first.en),
    };
    format!("{en} {zh}: a row a {}; by {per}; {fed}", source.grain)
}

fn told(field: &Field) -> String {
    let (Names { zh, en }, means) = (field.names, field.means);
    let kind = match field.measure {
        Measure::None => field.kind.code().to_owned(),
        measure => format!("{} ({measure})", field.kind.code()),
    };
    let words = field.words.map(|words| words()).unwrap_or_default();
    let words = words.iter().map(|(code, word)| format!("{code} {word}")).collect::<Vec<_>>();
    let words = if words.is_empty() { String::new() } else { format!(" {}.", words.join(", ")) };
    format!("{en} {zh}, {kind}, {}: {} {}{words}", field.fold, means.en, means.zh)
}

fn described(source: &Source) -> Value {
    let later = match source.feeding {
        Feeding::Fed(_) => None,
        Feeding::Later(first) => Some(both(first)),
    };
    json!({
        "source": source.names.en,
        "zh": source.names.zh,
        "grain": source.grain.to_string(),
        "per": source.per.iter().map(Per::to_string).collect::<Vec<_>>(),
        "placed": both(source.placed),
        "is_fed": source.is_fed(),
        "later": later,
        "is_of_now": source.is_of_now,
        "fields": source.fields.iter().map(field_described).collect::<Vec<_>>(),
    })
}

fn field_described(field: &Field) -> Value {
    let words = field.words.map(|words| words());
    let words = words.map(|words| {
        words.into_iter().map(|(code, zh)| json!({ "code": code, "zh": zh })).collect::<Vec<_>>()
    });
    json!({
        "field": field.names.en,
        "zh": field.names.zh,
        "kind": field.kind.code(),
        "measure": field.measure.to_string(),
        "fold": field.fold.to_string(),
        "means": both(field.means),
        "words": words,
    })
}

fn both(names: Names<'_>) -> Value {
    json!({ "en": names.en, "zh": names.zh })
}
