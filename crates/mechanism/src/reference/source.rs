//! The page of sources of facts: each with what a row is, and its fields.

use super::table::{heads, names, section};
use crate::fact::{Feeding, Field, Kind, Measure, SOURCES, Source};
use crate::language::Language;

/// The sections: one a source, those that records fill first.
pub(super) fn sections(language: Language) -> Vec<String> {
    SOURCES.iter().map(|source| of(source, language)).collect()
}

fn of(source: &Source, language: Language) -> String {
    let (zh, en) = source.names.twin();
    let heading = match language {
        Language::Chinese => format!("{zh} `{en}`"),
        Language::English => format!("{en} `{zh}`"),
    };
    let [one, other] = heads(language);
    let columns = [
        one,
        other,
        language.of(("类型", "type")),
        language.of(("计量", "unit")),
        language.of(("合计", "fold")),
        language.of(("意思", "what it means")),
    ];
    let says = told(source, language);
    section((2, &heading, &says), columns, source.fields.iter().map(|one| field(one, language)))
}

/// What a source says of itself.
fn told(source: &Source, language: Language) -> String {
    let per: Vec<&str> = source.per.iter().map(|per| per.names().within(language)).collect();
    let grain = source.grain.names().within(language);
    let placed = source.placed.within(language);
    let mut told = match language {
        Language::Chinese => format!("一行是：{grain}。可以按：{}。{placed}", per.join("、")),
        Language::English => format!("A row is: {grain}. Per: {}. {placed}", per.join(", ")),
    };
    let mut add = |sentence: &str| {
        told.push_str(language.of(("", " ")));
        told.push_str(sentence);
    };
    match source.feeding {
        Feeding::Fed(_) => add(language.of(("已接入。", "Records fill it."))),
        Feeding::Later(first) => {
            add(language.of(("**尚未接入。**", "**Not filled yet.**")));
            add(first.within(language));
        }
    }
    if source.is_of_now {
        add(language.of((
            "过去的日子也按查询时所知。",
            "Of earlier days too it says what is known when it is asked.",
        )));
    }
    told
}

fn field(field: &Field, language: Language) -> [String; 6] {
    let [one, other] = names(field.names.twin(), language);
    let unit = match field.measure {
        Measure::None => "",
        measure => measure.names().within(language),
    };
    let fold = field.fold.names().within(language);
    [
        one,
        other,
        language.of(kind(field.kind)).to_owned(),
        unit.to_owned(),
        fold.to_owned(),
        means(field, language),
    ]
}

/// What a field means, and its words where they are a closed list.
fn means(field: &Field, language: Language) -> String {
    let means = field.means.within(language);
    let Some(words) = field.words else { return means.to_owned() };
    let words: Vec<String> = words().iter().map(|(code, zh)| format!("`{code}` {zh}")).collect();
    match language {
        Language::Chinese => format!("{means}取值：{}。", words.join("、")),
        Language::English => format!("{means} One of: {}.", words.join(", ")),
    }
}

const fn kind(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Truth => ("是否", "yes or no"),
        Kind::Whole => ("整数", "whole"),
        Kind::Decimal => ("小数", "decimal"),
        Kind::Text => ("文字", "text"),
        Kind::Day => ("日期", "day"),
        Kind::Instant => ("时刻", "instant"),
    }
}
