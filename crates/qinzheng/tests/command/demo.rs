//! The demo county: served at once, loaded meanwhile, used again.

use crate::browser::{get, post};
use crate::program::Place;
use crate::server::Server;

#[test]
fn the_port_is_open_at_once_and_says_how_far_the_load_is() {
    let place = Place::new();
    let server = Server::start(&place, "demo");
    let before = get(server.address(), "/readyz", "").expect("it answers");
    let home = get(server.address(), "/", "").expect("it answers");
    let after = get(server.address(), "/readyz", "").expect("it answers");
    if after.status == 503 {
        let progress: serde_json::Value = serde_json::from_str(&before.body).expect("JSON");
        assert!(progress["done"].is_u64() && progress["total"].is_u64(), "{progress}");
        assert_eq!(home.status, 503);
    }
    server.ready().stop();
}

#[test]
fn the_year_has_its_1630_visits_and_is_loaded_once() {
    let place = Place::new();
    let figures = "/api/v1/statistics?from=2015-01-01&to=2015-12-31";
    for _ in 0..2 {
        let server = Server::start(&place, "demo").ready();
        let answer = get(server.address(), figures, "").expect("it answers");
        let figures: serde_json::Value = serde_json::from_str(&answer.body).expect("JSON");
        assert_eq!(figures["visits"], 1630);
        let taken = post(server.address(), "/demo/sign-in", "", &[("persona", "clerk")]);
        let taken = taken.expect("it answers");
        assert!(!taken.cookies.is_empty(), "{}", taken.body);
        let list = get(server.address(), "/desk/visits", &taken.cookies).expect("it answers");
        assert_eq!(list.status, 200);
        server.stop();
    }
    let verified = place.run(&["ledger", "verify", "--data", "demo", "--format", "json"]).well();
    let verified: serde_json::Value = serde_json::from_str(&verified.out).expect("JSON");
    assert_eq!(verified["checkpoints"], 1, "a second start adds nothing: {verified}");
    assert_eq!(verified["signatures_checked"], true);
}

#[test]
fn a_demo_and_a_county_are_not_mixed_up() {
    let place = Place::with_county();
    Server::start(&place, "demo").kill();
    let said = place.run(&["serve", "--data", "demo"]).refused();
    insta::assert_snapshot!(said.err, @"qinzheng: demo is a demo's folder: serve it with `qinzheng demo --data demo`");
    let said = place.run(&["demo", "--port", "0", "--data", "a"]).refused();
    insta::assert_snapshot!(said.err, @"qinzheng: a is a real county's folder: name another one for the demo");
}

#[test]
fn a_folder_of_another_version_is_not_loaded_any_further() {
    let place = Place::new();
    Server::start(&place, "demo").kill();
    place.write("demo/demo.edition", "of another time");
    let said = place.run(&["demo", "--port", "0", "--data", "demo"]).refused();
    insta::assert_snapshot!(said.err, @"qinzheng: demo holds the demo of another version of this program: name a new folder with --data, or delete this one; everything in it is invented");
    std::fs::remove_file(place.path("demo/demo.edition")).expect("it was there");
    assert_eq!(place.run(&["demo", "--port", "0", "--data", "demo"]).refused().err, said.err);
}

#[test]
fn a_port_in_use_is_said() {
    let place = Place::new();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("its number").port().to_string();
    let said = place.run(&["demo", "--port", &port]).refused();
    assert!(said.err.contains("cannot be listened at: is another server there?"), "{}", said.err);
    assert!(place.names(".").is_empty(), "nothing is made");
}
