//! The log from the command line: checked, proven, published; and a change behind its back found.

use crate::program::Place;
use crate::server::Server;
use serde_json::Value;

fn with_demo() -> Place {
    let place = Place::new();
    Server::start(&place, "demo").ready().stop();
    place
}

fn json(place: &Place, arguments: &[&str]) -> Value {
    let said = place.run(&[arguments, &["--format", "json"]].concat()).well();
    serde_json::from_str(&said.out).expect("JSON")
}

#[test]
fn the_store_and_its_published_log_agree() {
    let place = with_demo();
    place.run(&["ledger", "export", "log", "--data", "demo"]).well();
    let store = json(&place, &["ledger", "verify", "--data", "demo"]);
    let key = place.path("demo/log.vkey").display().to_string();
    let log = json(&place, &["ledger", "verify", "--dir", "log", "--vkey", &key]);
    assert_eq!((&store["size"], &store["root"]), (&log["size"], &log["root"]));
    assert_eq!(log["signatures_checked"], true);
    let said = place.run(&["ledger", "verify", "--dir", "log"]).well();
    assert!(said.err.contains("no signature was checked"), "{}", said.err);

    let tile = place.path("log/tile/entries/003");
    let mut bytes = std::fs::read(&tile).expect("a tile");
    bytes[100] ^= 1;
    std::fs::write(&tile, bytes).expect("the tile is changed");
    let said = place.run(&["ledger", "verify", "--dir", "log", "--vkey", &key]).refused();
    assert!(said.err.contains("tile/entries/003"), "{}", said.err);
}

#[test]
fn one_entry_is_proven_or_not_there() {
    let place = with_demo();
    let said = place.run(&["ledger", "prove", "311", "--data", "demo"]).well();
    assert!(said.out.starts_with("c2sp.org/tlog-proof@v1\n"), "{}", said.out);
    let (_, entry) = said.err.split_once("The entry it proves: ").expect("the entry");
    a_folder_of_proofs_is_checked(&place, entry.trim_end(), &said.out);
    let said = place.run(&["ledger", "prove", "999999", "--data", "demo"]).refused();
    insta::assert_snapshot!(said.err, @"qinzheng: the log has no entry 999999");
}

/// As the archive of a case has them: right as they are, refused by name once a letter is another.
fn a_folder_of_proofs_is_checked(place: &Place, entry: &str, proof: &str) {
    std::fs::create_dir(place.path("proofs")).expect("a folder");
    let keep = |name: &str, text: &str| {
        std::fs::write(place.path("proofs").join(name), text).expect("it is kept");
    };
    keep("entry-311.json", entry);
    keep("entry-311.tlog-proof", proof);
    let key = place.path("demo/log.vkey").display().to_string();
    let check = || place.run(&["ledger", "check", "proofs", "--vkey", &key]);
    assert_eq!(check().well().out, "entries in the signed log: 1\n");
    keep("entry-311.json", &entry.replacen('2', "3", 1));
    let said = check().refused();
    assert!(said.err.contains("entry-311.json"), "{}", said.err);
    keep("entry-311.json", entry);
    keep("entry-312.json", entry);
    let said = check().refused();
    assert!(said.err.contains("entries: 2, proofs: 1"), "{}", said.err);
}

#[test]
fn a_value_changed_behind_the_product_s_back_is_found_and_named() {
    let place = with_demo();
    let store = rusqlite::Connection::open(place.path("demo/demo.db")).expect("the store");
    let visit: i64 = store
        .query_row("select id from visit where year = 2015 and serial = 311", (), |row| row.get(0))
        .expect("a visit");
    let change = "update visit set observed = '无人在岗。' where id = ?";
    assert_eq!(store.execute(change, [visit]).expect("it is changed"), 1);
    drop(store);
    let said = place.run(&["ledger", "verify", "--data", "demo"]).refused();
    assert!(said.err.contains(&format!("visit {visit}")), "{}", said.err);
    let said = place.run(&["doctor", "--data", "demo"]).refused();
    assert!(said.out.contains("FAULT ledger"), "{}", said.out);
}
