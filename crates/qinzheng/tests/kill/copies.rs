//! Copies taken while everybody works: each is one moment of the store, whole and in order.

use crate::office::Office;
use crate::program::Place;
use crate::server::Server;
use crate::store;

/// Copies of a run.
const COPIES: usize = 3;

/// Takes copies under load and restores each; `restore` checks the ledger of what it restored.
fn copies_are_whole(place: &Place) {
    let mut office = Office::new();
    let server = Server::start(place, "county").ready();
    let working = office.work(place, "county", server.address());
    let names: Vec<_> = (0..COPIES).map(|nth| format!("{nth}.qz")).collect();
    for name in &names {
        place.run(&["backup", name, "--data", "county"]).well();
    }
    server.kill();
    office.end(working);
    office.must_have_filed();
    for name in &names {
        let folder = format!("from-{name}");
        let said = place.run(&["restore", name, "--data", &folder]).well();
        assert!(said.out.contains("The ledger is in order"), "{}", said.out);
    }
}

#[test]
fn copies_taken_under_load_are_whole_on_sqlite() {
    copies_are_whole(&Place::new());
}

#[tokio::test]
async fn copies_taken_under_load_are_whole_on_postgres() {
    let Some(database) = qz_testkit::postgres::empty_database().await else { return };
    let place = Place::new();
    store::on_postgres(&place, "county", &database.url());
    copies_are_whole(&place);
}
