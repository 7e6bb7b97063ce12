//! The doctor: one line each, a fault with what to do, and the exit code says whether all is well.

use crate::program::Place;

/// The line that tells of a thing.
fn line(out: &str, what: &str) -> String {
    let line = out.lines().find(|line| line[6..].starts_with(&format!("{what}:")));
    line.unwrap_or_else(|| panic!("{what} in {out}")).to_owned()
}

#[test]
fn a_new_county_lacks_its_officers_and_nothing_else() {
    let place = Place::with_county();
    let said = place.run(&["doctor", "--data", "a"]).refused();
    let faults: Vec<_> = said.out.lines().filter(|line| !line.starts_with("ok ")).collect();
    assert_eq!(faults.len(), 1, "{}", said.out);
    assert!(faults[0].starts_with("FAULT officers: the account system"), "{}", faults[0]);
}

#[cfg(unix)]
#[test]
fn a_key_that_others_can_read_is_a_fault() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::with_county();
    let open = |name: &str, mode| {
        let permissions = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(place.path(name), permissions).expect("a mode is set");
    };
    open("a/log.key", 0o644);
    open("a", 0o755);
    let said = place.run(&["doctor", "--data", "a"]).refused();
    insta::assert_snapshot!(line(&said.out, "log key"), @"FAULT log key: a/log.key may be read by others: make it mode 0600");
    insta::assert_snapshot!(line(&said.out, "privacy"), @"FAULT privacy: others can read a/qinzheng.db: run chmod 700 a");
}

#[test]
fn a_key_that_is_gone_or_of_another_log_is_a_fault() {
    let place = Place::with_county();
    std::fs::remove_file(place.path("a/log.key")).expect("the key is lost");
    let said = place.run(&["doctor", "--data", "a"]).refused();
    insta::assert_snapshot!(line(&said.out, "log key"), @"FAULT log key: a/log.key is not there: put it back from where it is kept; without it nothing is signed");
    place.run(&["init", "b", "--county-code", "BZ", "--county-name", "别州县"]).well();
    std::fs::copy(place.path("b/log.key"), place.path("a/log.key")).expect("another key");
    let said = place.run(&["doctor", "--data", "a", "--format", "json"]).refused();
    let findings: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
    let key = findings.as_array().expect("findings").iter().find(|f| f["what"] == "log key");
    let found = key.expect("the key")["found"].as_str().expect("words").to_owned();
    assert!(found.contains("is the key of the log 127.0.0.1/bz/acts, not of 127.0.0.1/sh/acts"));
}
