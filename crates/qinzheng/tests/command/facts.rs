//! The registry of facts as the command line shows it, and what it refuses.

use crate::program::Place;

#[test]
fn the_sources_and_the_fields_of_one_are_listed_by_either_name() {
    let place = Place::new();
    let sources = place.run(&["facts"]).well().out;
    assert!(sources.contains("staff 人员: a row a member of staff; by person, unit; filled\n"));
    assert!(
        sources.contains("tasks 督查事项: a row a task; by person, unit, post, task; not filled")
    );
    let fields = place.run(&["facts", "整改"]).well().out;
    assert_eq!(fields, place.run(&["facts", "rectifications"]).well().out);
    assert!(fields.contains("  overdue 逾期, whole (items), sum: One where its last day is past"));
    let all = place.run(&["facts", "--format", "json"]).well().out;
    let all: serde_json::Value = serde_json::from_str(&all).expect("one JSON document");
    let ratings = all.as_array().expect("a list").iter().find(|one| one["zh"] == "评价");
    let ratings = ratings.expect("a source that is declared");
    assert_eq!((&ratings["is_fed"], &ratings["fields"][1]["zh"]), (&false.into(), &"均分".into()));
}

#[test]
fn what_is_no_source_or_not_filled_is_said_and_nothing_is_opened() {
    let place = Place::new();
    let days = ["--from", "2016-02-01", "--to", "2016-02-29", "--data", "county"];
    let asked = |source| place.run(&[&["facts", source], &days[..]].concat());
    let gossip = asked("gossip");
    assert_eq!(gossip.code, 1);
    assert!(
        gossip.err.contains("there is no source of facts called gossip; there are: attendance,")
    );
    let tasks = asked("督查事项");
    assert!(
        tasks.err.contains("no record fills 督查事项 yet. Tasks have to be given"),
        "{}",
        tasks.err
    );
    let back = place.run(&[
        "facts",
        "visits",
        "--from",
        "2016-02-02",
        "--to",
        "2016-02-01",
        "--data",
        "county",
    ]);
    assert!(back.err.contains("--to 2016-02-01 lies before --from 2016-02-02"), "{}", back.err);
    assert_eq!(place.run(&["facts", "visits", "--from", "2016-02-02"]).code, 2);
    let nowhere = place.run(&["facts", "visits", "--from", "2016-02-01", "--to", "2016-02-02"]);
    assert!(nowhere.code == 2 && nowhere.err.contains("--data <DIR>"), "{}", nowhere.err);
}
