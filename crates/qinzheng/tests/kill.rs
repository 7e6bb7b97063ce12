//! Power cuts: the server is killed at random points, while acts are filed and files imported.
//! Nothing that was acknowledged may be missing afterwards, and the ledger must agree.
//!
//! `QINZHENG_KILLS` says how many kills (10 unless set), `QINZHENG_KILL_SEED` repeats a run.
#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

#[path = "stage/browser.rs"]
mod browser;
#[path = "stage/form.rs"]
mod form;
#[path = "stage/program.rs"]
mod program;
#[path = "stage/server.rs"]
mod server;

#[path = "kill/copies.rs"]
mod copies;
#[path = "kill/office.rs"]
mod office;
#[path = "kill/pairs.rs"]
mod pairs;
#[path = "kill/store.rs"]
mod store;

use office::Office;
use program::Place;
use qz_testkit::postgres::Cluster;
use server::Server;
use std::collections::BTreeSet;
use std::time::Duration;

/// Kills of a run on each engine.
fn kills() -> u64 {
    let all = std::env::var("QINZHENG_KILLS").ok().and_then(|text| text.parse().ok());
    all.unwrap_or(10_u64).div_ceil(2)
}

/// Random points, the same for the same seed.
struct Points(u64);

impl Points {
    fn new() -> Self {
        let given = std::env::var("QINZHENG_KILL_SEED").ok().and_then(|text| text.parse().ok());
        let seed = given.unwrap_or_else(|| u64::from(std::process::id()));
        println!("QINZHENG_KILL_SEED={seed}");
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// Some time up to `most` milliseconds.
    fn wait(&mut self, most: u64) {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        std::thread::sleep(Duration::from_millis(self.0 % most));
    }
}

/// Kills the server while it loads the year, and lets the next one go on.
fn kill_while_loading(place: &Place, folder: &str, points: &mut Points) {
    let server = Server::start(place, folder);
    points.wait(1_500);
    server.kill();
    Server::start(place, folder).ready().stop();
    assert_eq!(store::visits(place, folder, 2015).len(), 1630);
    store::verify(place, folder);
}

/// Kills the server while clerks file and a file is imported; gives what was acknowledged.
fn kill_while_filing(
    place: &Place,
    folder: &str,
    office: &mut Office,
    points: &mut Points,
    cut: impl FnOnce(),
) {
    let server = Server::start(place, folder).ready();
    let working = office.work(place, folder, server.address());
    points.wait(1_200);
    server.kill();
    cut();
    office.end(working);
    Server::start(place, folder).ready().stop();
    let kept = store::visits(place, folder, 2016);
    let missing: Vec<_> = office.acknowledged().difference(&kept).collect();
    assert!(missing.is_empty(), "acknowledged and lost: {missing:?}");
    for file in office.files() {
        let rows = file.range(..).filter(|number| kept.contains(number)).count();
        assert!(
            rows == 0 || rows == file.len(),
            "{rows} of {} rows of a file are kept",
            file.len()
        );
    }
    store::verify(place, folder);
}

#[test]
fn nothing_acknowledged_is_lost_on_sqlite() {
    let (place, mut points, mut office) = (Place::new(), Points::new(), Office::new());
    for round in 0..kills() {
        match round % 5 {
            0 | 3 => kill_while_loading(&place, &format!("loading-{round}"), &mut points),
            _ => kill_while_filing(&place, "filing", &mut office, &mut points, || ()),
        }
    }
    office.must_have_filed();
}

#[test]
fn nothing_acknowledged_is_lost_on_postgres() {
    let Some(cluster) = Cluster::start() else { return };
    let (place, mut points, mut office) = (Place::new(), Points::new(), Office::new());
    for round in 0..kills() {
        if round % 5 == 0 {
            let folder = format!("loading_{round}");
            store::make_database(&cluster, &folder);
            store::on_postgres(&place, &folder, &cluster.url(&folder));
            kill_while_loading(&place, &folder, &mut points);
            continue;
        }
        store::on_postgres(&place, "filing", &cluster.url("postgres"));
        kill_while_filing(&place, "filing", &mut office, &mut points, || {
            if matches!(round % 5, 2 | 4) {
                cluster.stop_immediate();
                cluster.start_again();
            }
        });
    }
    office.must_have_filed();
}

/// Numbers of sheets.
type Numbers = BTreeSet<u32>;
