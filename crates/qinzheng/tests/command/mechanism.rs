//! Schemes on the command line: checked, laid out, converted, listed.

use crate::program::Place;
use std::fs;

const GOOD: &str = "机制 一问一公开 代号=\"ours\" {\n单位 某镇\n问 进展 截止=\"20日\"\n公开 公示栏 期限=\"7日\" // 贴出来\n}\n";

#[test]
fn a_sound_file_is_told_with_how_its_name_reads() {
    let place = Place::new();
    fs::write(place.path("ours.kdl"), GOOD).expect("a file");
    let said = place.run(&["mechanism", "check", "ours.kdl"]).well();
    assert_eq!(said.out, "ours.kdl: 可以生效：一问一公开 = 1问 · 1公开（警告0，提示0）\n");
}

#[test]
fn every_fault_is_shown_in_its_place_and_ends_with_one() {
    let place = Place::new();
    let bad = GOOD.replace("截止=\"20日\"", "截至=\"20日\"");
    fs::write(place.path("bad.kdl"), &bad).expect("a file");
    fs::write(place.path("ours.kdl"), GOOD).expect("a file");
    let said = place.run(&["mechanism", "check", "bad.kdl", "ours.kdl"]).refused();
    let shown = "bad.kdl:3:6: 错误：“问”没有“截至”这个属性\n    3 | 问 进展 截至=\"20日\"\n";
    assert!(said.err.starts_with(shown), "{}", said.err);
    assert!(said.out.starts_with("ours.kdl: 可以生效"), "the others are told: {}", said.out);
    fs::write(place.path("old.kdl"), b"\xb2\xe9").expect("a file");
    let said = place.run(&["mechanism", "check", "old.kdl"]).refused();
    assert!(said.err.contains("old.kdl is not UTF-8; save it as UTF-8"), "{}", said.err);
}

#[test]
fn a_file_is_laid_out_and_converted_without_loss() {
    let place = Place::new();
    fs::write(place.path("ours.kdl"), format!("\u{feff}{GOOD}")).expect("a file");
    let laid = |arguments: &[&str]| {
        place.run(&[&["mechanism", "fmt", "ours.kdl"], arguments].concat()).well().out
    };
    let chinese = laid(&[]);
    assert!(chinese.contains("\n    公开 公示栏 期限=\"7日\" // 贴出来\n"), "{chinese}");
    let english = laid(&["--lang", "en"]);
    assert!(english.contains("\n    disclose 公示栏 shown-for=\"7d\" // 贴出来\n"), "{english}");
    assert_eq!(laid(&["--lang", "en", "--write"]), "");
    assert_eq!(fs::read_to_string(place.path("ours.kdl")).expect("the file"), english);
    assert_eq!(laid(&["--lang", "zh"]), chinese);
    assert_eq!(place.names("."), ["ours.kdl"], "nothing half-written stays");
}

#[test]
fn the_reference_is_printed_as_it_stands_in_the_guide() {
    let place = Place::new();
    let printed = |arguments: &[&str]| {
        place.run(&[&["mechanism", "reference"], arguments].concat()).well().out
    };
    assert_eq!(printed(&[]), include_str!("../../../../docs/guide/language.zh-CN.md"));
    let sources = include_str!("../../../../docs/guide/sources.md");
    assert_eq!(printed(&["sources", "--lang", "en"]), sources);
}

#[test]
fn the_schemes_that_ship_are_listed_with_their_elements() {
    let place = Place::new();
    let all = place.run(&["mechanism", "list", "--format", "json"]).well().out;
    let all: serde_json::Value = serde_json::from_str(&all).expect("one JSON document");
    let all = all.as_array().expect("a list");
    assert!(all.len() >= 22);
    let asks = all.iter().find(|one| one["code"] == "three-asks").expect("the model");
    assert_eq!(asks["reading"], "3问 · 4查 · 3公开");
    assert_eq!(asks["elements"], serde_json::json!({ "ask": 3, "check": 4, "show": 3 }));
}
