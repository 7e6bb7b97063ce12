//! What holds of every source: names, sentences, and what none of them says.

use super::*;
use std::collections::BTreeSet;

#[test]
fn no_name_means_two_things_and_either_finds_it() {
    let names = SOURCES.iter().flat_map(|source| [source.names.en, source.names.zh]);
    let once: BTreeSet<_> = names.clone().collect();
    assert_eq!(once.len(), names.count());
    for one in SOURCES {
        let names = one.fields.iter().flat_map(|field| [field.names.en, field.names.zh]);
        let once: BTreeSet<_> = names.clone().collect();
        assert_eq!(once.len(), names.count(), "{}", one.names.en);
        for (place, field) in one.fields.iter().enumerate() {
            assert_eq!(one.field(field.names.en), Some(place));
            assert_eq!(one.field(field.names.zh), Some(place));
        }
        for name in [one.names.en, one.names.zh] {
            assert_eq!(source(name).map(|found| found.names), Some(one.names));
        }
    }
    assert!(source("gossip").is_none());
}

#[test]
fn names_are_bare_words_and_every_meaning_is_a_sentence_in_both_languages() {
    let is_english = |name: &str| {
        name.starts_with(|first: char| first.is_ascii_lowercase())
            && name.chars().all(|one| one.is_ascii_lowercase() || one == '_')
    };
    let is_chinese =
        |name: &str| !name.is_empty() && name.chars().all(|one| ('一'..='龥').contains(&one));
    let is_told = |Names { zh, en }: Names<'_>| {
        assert!(en.ends_with('.') && en.starts_with(char::is_uppercase), "{en}");
        assert!(zh.ends_with('。'), "{zh}");
    };
    for source in SOURCES {
        is_told(source.placed);
        if let Feeding::Later(first) = source.feeding {
            is_told(first);
        }
        assert!(!source.per.is_empty() && source.fields.len() > 5, "{}", source.names.en);
        let names = source.fields.iter().map(|field| field.names).chain([source.names]);
        for Names { zh, en } in names {
            assert!(is_english(en) && is_chinese(zh), "{en} {zh}");
        }
        source.fields.iter().for_each(|field| is_told(field.means));
    }
}

#[test]
fn values_are_put_together_as_their_kind_allows() {
    for field in SOURCES.iter().flat_map(|source| source.fields) {
        let is_number = matches!(field.kind, Kind::Whole | Kind::Decimal);
        let fits = match field.fold {
            Fold::Sum | Fold::Mean | Fold::Max | Fold::Min => is_number,
            Fold::Any => field.kind == Kind::Truth,
            Fold::Latest => field.kind != Kind::Truth,
        };
        assert!(fits, "{}", field.names.en);
        assert_eq!(is_number, field.measure != Measure::None, "{}", field.names.en);
        let words = field.words.map(|words| words());
        assert!(words.is_none_or(|words| field.kind == Kind::Text && words.len() > 1));
    }
}

/// What a field would be called that no source may have.
const NEVER: &[&str] = &[
    "finder",
    "inspector",
    "registered_by",
    "organ",
    "place",
    "location",
    "position",
    "address",
    "track",
    "contact",
    "phone_number",
    "spend",
    "browse",
    "online",
    "screen_time",
    "face",
    "attitude",
    "发现人",
    "检查人",
    "督查单位",
    "位置",
    "地点",
    "轨迹",
    "住址",
    "联系人",
    "通讯",
    "消费",
    "浏览",
    "在线",
    "在网",
    "人脸",
    "态度",
    "亲属",
];

#[test]
fn nothing_says_who_found_something_or_what_nobody_may_ask() {
    for source in SOURCES {
        for Names { zh, en } in source.fields.iter().map(|field| field.names) {
            let is_it = |word: &&&str| en.contains(**word) || zh.contains(**word);
            assert_eq!(NEVER.iter().find(is_it), None, "{en} {zh}");
        }
    }
    let counts = ["findings", "decisions", "bulletins"].map(|name| source(name).map(|one| one.per));
    let is_of_finder = |per: &Per| matches!(per, Per::Post | Per::Task);
    assert!(counts.iter().flatten().all(|per| !per.iter().any(is_of_finder)));
}

#[test]
fn the_names_that_the_language_shows_are_there() {
    let shown: [(&str, &[&str]); 3] = [
        ("督查事项", &["已办", "有纪实", "责任内逾期", "退回"]),
        ("考勤", &["说明逾期"]),
        ("评价", &["均分"]),
    ];
    for (name, fields) in shown {
        let found = source(name).unwrap();
        assert!(fields.iter().all(|field| found.field(field).is_some()), "{name}");
    }
    let fed: Vec<_> = SOURCES.iter().map(Source::is_fed).collect();
    assert!(fed.is_sorted_by(|a, b| a >= b), "those that are fed come first");
    for source in SOURCES.iter().filter(|source| source.is_fed()) {
        let is_decimal = source.fields.iter().any(|field| field.kind == Kind::Decimal);
        assert!(!is_decimal, "{}: no record has a decimal", source.names.en);
    }
}
