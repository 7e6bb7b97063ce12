//! Copies out and in, within an engine and across both.

use crate::program::Place;
use age::secrecy::ExposeSecret;
use qz_testkit::postgres::TestDatabase;
use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

/// The members of an archive by path.
fn members(archive: &Path) -> BTreeMap<String, Vec<u8>> {
    let gzip = flate2::read::GzDecoder::new(std::fs::File::open(archive).expect("the archive"));
    let mut tar = tar::Archive::new(gzip);
    let read = |member: std::io::Result<tar::Entry<'_, _>>| {
        let mut member = member.expect("a member");
        let mut bytes = Vec::new();
        member.read_to_end(&mut bytes).expect("its bytes");
        (member.path().expect("its path").display().to_string(), bytes)
    };
    tar.entries().expect("its members").map(read).collect()
}

/// The tables of an archive alone: the manifest tells the time.
pub fn tables(archive: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut members = members(archive);
    members.retain(|path, _| !path.starts_with("manifest"));
    members
}

/// Makes `name` a county's folder whose store is this database, with the log key of `a`.
fn on_postgres(place: &Place, name: &str, database: &TestDatabase) {
    let config = std::fs::read_to_string(place.path("a/qinzheng.toml")).expect("a configuration");
    let url = database.url();
    place.write(&format!("{name}/qinzheng.toml"), &config.replace("sqlite:qinzheng.db", &url));
    for file in ["log.key", "log.state"] {
        let copied =
            std::fs::copy(place.path(&format!("a/{file}")), place.path(&format!("{name}/{file}")));
        copied.expect("the file is copied");
    }
}

#[test]
fn a_copy_is_restored_whole_and_only_where_nothing_stands() {
    let place = Place::with_county();
    place.run(&["backup", "1.qz", "--data", "a"]).well();
    let said = place.run(&["restore", "1.qz", "--data", "b"]).well();
    assert!(said.err.contains("b/log.key"), "the key is missed: {}", said.err);
    place.run(&["backup", "2.qz", "--data", "b"]).well();
    assert_eq!(tables(&place.path("1.qz")), tables(&place.path("2.qz")));

    let said = place.run(&["restore", "1.qz", "--data", "b"]).refused();
    insta::assert_snapshot!(said.err, @"qinzheng: nothing was restored from 1.qz: there is a store already, nothing was changed: b/qinzheng.db");
    let said = place.run(&["backup", "1.qz", "--data", "a"]).refused();
    insta::assert_snapshot!(said.err, @"qinzheng: 1.qz is there already; name a new file");
    assert_eq!(place.names("b"), ["log.state", "log.vkey", "qinzheng.db", "qinzheng.toml"]);
}

#[test]
fn a_copy_of_another_county_is_refused() {
    let place = Place::with_county();
    place.run(&["init", "b", "--county-code", "BZ", "--county-name", "别州县"]).well();
    place.run(&["backup", "1.qz", "--data", "a"]).well();
    std::fs::remove_file(place.path("b/qinzheng.db")).expect("the store is removed");
    let said = place.run(&["restore", "1.qz", "--data", "b"]).refused();
    insta::assert_snapshot!(said.err, @"qinzheng: nothing was restored from 1.qz: the archive is of SH with the log 127.0.0.1/sh/acts, the folder is of BZ with the log 127.0.0.1/bz/acts: restore it into a folder of its own");
    assert!(!place.path("b/qinzheng.db").exists());
}

#[test]
fn the_key_travels_only_in_an_encrypted_copy() {
    let place = Place::with_county();
    let identity = age::x25519::Identity::generate();
    place.write("age.key", identity.to_string().expose_secret());
    let recipient = identity.to_public().to_string();
    let to = ["--recipient", &recipient, "--data", "a"];
    place.run(&[&["backup", "1.qz", "--with-key"], &to[..]].concat()).well();

    let said = place.run(&["restore", "1.qz", "--data", "b"]).refused();
    assert!(said.err.contains("give the key file with --identity FILE"), "{}", said.err);
    let other = age::x25519::Identity::generate();
    place.write("other.key", other.to_string().expose_secret());
    let said = place.run(&["restore", "1.qz", "--data", "b", "--identity", "other.key"]).refused();
    assert!(said.err.contains("does not open with this key"), "{}", said.err);
    assert!(!place.path("b").exists());

    place.run(&["restore", "1.qz", "--data", "b", "--identity", "age.key"]).well();
    let key = |folder: &str| std::fs::read(place.path(folder).join("log.key")).expect("the key");
    assert_eq!(key("a").trim_ascii(), key("b").trim_ascii());
}

#[tokio::test]
async fn a_copy_goes_from_one_engine_to_the_other_and_back() {
    let Some(database) = qz_testkit::postgres::empty_database().await else { return };
    let place = Place::with_county();
    on_postgres(&place, "p", &database);
    place.run(&["backup", "1.qz", "--data", "a"]).well();
    place.run(&["restore", "1.qz", "--data", "p"]).well();
    place.run(&["backup", "2.qz", "--data", "p"]).well();
    place.run(&["restore", "2.qz", "--data", "b"]).well();
    place.run(&["backup", "3.qz", "--data", "b"]).well();
    assert_eq!(tables(&place.path("1.qz")), tables(&place.path("2.qz")));
    assert_eq!(tables(&place.path("1.qz")), tables(&place.path("3.qz")));
    let said = place.run(&["restore", "1.qz", "--data", "p"]).refused();
    assert!(said.err.contains("has rows"), "{}", said.err);
}
