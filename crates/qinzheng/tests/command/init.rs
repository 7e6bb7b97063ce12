//! Setting a county up: what is made, once, and for whose eyes.

use crate::program::Place;

#[test]
fn a_county_is_set_up_once() {
    let place = Place::new();
    let arguments = ["init", "a", "--county-code", "SH", "--county-name", "示河县"];
    let said = place.run(&arguments).well();
    assert_eq!(
        place.names("a"),
        ["log.key", "log.state", "log.vkey", "qinzheng.db", "qinzheng.toml"]
    );
    for officer in ["system", "security", "audit"] {
        assert!(said.out.lines().any(|line| line.trim().starts_with(officer)), "{}", said.out);
    }
    let said = place.run(&arguments).refused();
    insta::assert_snapshot!(said.err, @"qinzheng: a/qinzheng.toml is there already: a county is set up once; name a new folder");
    assert!(said.out.is_empty());
}

#[test]
fn a_set_up_that_fails_leaves_nothing() {
    let place = Place::new();
    let said = place.run(&["init", "a", "--county-code", "", "--county-name", "示河县"]).refused();
    assert!(said.err.contains("is empty"), "{}", said.err);
    let unreachable = "postgres://qinzheng@127.0.0.1:1/none";
    let named = ["init", "a", "--county-code", "SH", "--county-name", "示河县"];
    place.run(&[&named[..], &["--store", unreachable]].concat()).refused();
    place.run(&[&named[..], &["--log-origin", "two words"]].concat()).refused();
    assert!(place.names(".").is_empty());
}

#[cfg(unix)]
#[test]
fn the_key_and_the_folder_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::with_county();
    let mode = |name| std::fs::metadata(place.path(name)).expect(name).permissions().mode() & 0o777;
    assert_eq!(mode("a"), 0o700);
    assert_eq!(mode("a/log.key"), 0o600);
}
