//! Where a server's store is, and what is found in it afterwards.

use crate::Numbers;
use crate::program::Place;
use crate::server::Server;
use qz_testkit::postgres::{Cluster, PROGRAMS_VARIABLE};
use std::process::Command;

/// The folder's store is this database, from its first use on.
pub fn on_postgres(place: &Place, folder: &str, url: &str) {
    let file = format!("{folder}/qinzheng.toml");
    if place.path(&file).exists() {
        return;
    }
    // Only a demo that was set up has a key: set one up, and point it to the database.
    Server::start(place, folder).kill();
    let made = std::fs::read_to_string(place.path(&file)).expect("a configuration");
    place.write(&file, &made.replace("sqlite:demo.db", url));
}

/// Makes an empty database.
pub fn make_database(cluster: &Cluster, name: &str) {
    let programs = std::env::var(PROGRAMS_VARIABLE).expect("a cluster has its programs");
    let made = Command::new(format!("{programs}/createdb"))
        .args(["-h", "127.0.0.1", "-U", "postgres", "-T", "template0", "--locale=C", "-p"])
        .args([&cluster.port().to_string(), name])
        .status();
    assert!(made.expect("createdb is there").success());
}

/// The serial numbers of the visits of a year, from a copy of the store.
pub fn visits(place: &Place, folder: &str, year: i64) -> Numbers {
    let copy = "copy.qz";
    let _ = std::fs::remove_file(place.path(copy));
    place.run(&["backup", copy, "--data", folder]).well();
    let gzip = flate2::read::GzDecoder::new(std::fs::File::open(place.path(copy)).expect("a copy"));
    let mut tar = tar::Archive::new(gzip);
    let mut members = tar.entries().expect("members").map(|member| member.expect("a member"));
    let manifest: serde_json::Value =
        serde_json::from_reader(members.next().expect("a manifest")).expect("a manifest");
    let named = manifest["members"].as_array().expect("members").iter();
    let visits = named.clone().find(|member| member["table"]["name"] == "visit").expect("visits");
    let columns = visits["table"]["columns"].as_array().expect("columns");
    let place_of = |name| columns.iter().position(|column| column[0] == name).expect("a column");
    let (of_year, of_serial) = (place_of("year"), place_of("serial"));
    let mut rows = members
        .find(|member| member.path().expect("a path").ends_with("visit.rows"))
        .expect("the visits");
    let mut text = String::new();
    std::io::Read::read_to_string(&mut rows, &mut text).expect("rows");
    text.lines()
        .map(|line| serde_json::from_str::<Vec<serde_json::Value>>(line).expect("a row"))
        .filter(|row| row[of_year] == year)
        .map(|row| u32::try_from(row[of_serial].as_i64().expect("a number")).expect("small"))
        .collect()
}

/// The store and its ledger agree, and the signer has signed nothing that is not there.
pub fn verify(place: &Place, folder: &str) {
    place.run(&["ledger", "verify", "--data", folder]).well();
}
