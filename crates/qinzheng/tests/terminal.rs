//! Attendance terminals that call all at once, and a port that is killed between commit and answer: no punch is lost and
//! none is there twice.
#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

#[path = "terminal/crowd.rs"]
mod crowd;
#[path = "terminal/killed.rs"]
mod killed;
#[path = "terminal/port.rs"]
mod port;

use port::{kept, port};
use qz_acts::StoreUrl;
use qz_acts::log::{Options, verify_store};
use qz_testkit::county::county;
use qz_testkit::terminal::{in_service, keyed, take_up};
use std::collections::BTreeSet;
use std::process::Command;

#[tokio::test(flavor = "multi_thread")]
async fn several_boxes_that_catch_up_at_once_lose_nothing_and_double_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let url = StoreUrl::Sqlite(folder.path().join("county.db"));
    let county = county(&url).await;
    for serial in ["SIM0", "SIM0-2", "SIM0-3"] {
        in_service(&county, serial).await;
    }
    let address = port(&county).await;
    let simulate = move |serial: &str, seed: &str| {
        let url = format!("http://{address}");
        let size = ["--people", "11", "--days", "6", "--seed", seed, "--terminals", "3"];
        let mut command = Command::new(env!("CARGO_BIN_EXE_qinzheng"));
        command.args(["terminal", "simulate", "--url", &url, "--serial", serial]).args(size);
        tokio::task::spawn_blocking(move || command.output().expect("the program starts"))
    };
    let said = simulate("SIM0", "7").await.expect("a run");
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let out = String::from_utf8_lossy(&said.stdout).into_owned();
    assert!(out.starts_with("SIM0: 264 punches, 200 lines sent again, 0 orders"), "{out}");
    let first = kept(&county).await;
    assert_eq!(first.len(), 3 * 264);
    assert_eq!(first.iter().collect::<BTreeSet<_>>().len(), first.len());
    let again = simulate("SIM0", "7").await.expect("a run");
    assert!(again.status.success());
    assert_eq!(kept(&county).await, first, "the whole rehearsal again changes nothing");
    let unknown = simulate("NOBODY", "7").await.expect("a run");
    assert_eq!(unknown.status.code(), Some(1));
    let err = String::from_utf8_lossy(&unknown.stderr).into_owned();
    assert!(err.contains("NOBODY is not in service: register it at /desk/terminals"), "{err}");
    verify_store(&url, &Options::default(), |_, _| {}).await.expect("a ledger in order");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_door_controller_that_catches_up_twice_loses_nothing_and_doubles_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let url = StoreUrl::Sqlite(folder.path().join("county.db"));
    let county = county(&url).await;
    let (terminal, key) = keyed(&county, ("DOOR01", "hikvision")).await;
    let address = port(&county).await;
    let simulate = |key: &str| {
        let url = format!("http://{address}");
        let mut command = Command::new(env!("CARGO_BIN_EXE_qinzheng"));
        command.args(["terminal", "simulate", "--vendor", "hikvision", "--url", &url]);
        command.args(["--serial", "DOOR01", "--key", key, "--people", "5", "--days", "3"]);
        tokio::task::spawn_blocking(move || command.output().expect("the program starts"))
    };
    let early = simulate(&key).await.expect("a run");
    assert_eq!(early.status.code(), Some(1));
    let err = String::from_utf8_lossy(&early.stderr).into_owned();
    assert!(err.contains("DOOR01 is not let in: register it at /desk/terminals"), "{err}");
    take_up(&county, terminal).await;
    for _ in 0..2 {
        let said = simulate(&key).await.expect("a run");
        assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
        let out = String::from_utf8_lossy(&said.stdout).into_owned();
        assert!(out.starts_with("DOOR01: 60 punches, 12 lines sent again"), "{out}");
        let found = kept(&county).await;
        assert_eq!(found.len(), 60);
        assert_eq!(found.iter().collect::<BTreeSet<_>>().len(), 60);
    }
    let hr = county.account(qz_domain::role::Role::Hr).await;
    let numbers = county.acts.terminal(hr, terminal).await.expect("the terminal").numbers;
    assert_eq!((numbers.highest, numbers.missing()), (Some(120), 0));
    verify_store(&url, &Options::default(), |_, _| {}).await.expect("a ledger in order");
}
