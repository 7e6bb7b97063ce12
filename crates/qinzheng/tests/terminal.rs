//! Attendance terminals that call all at once, and a port that is killed between commit and answer: no punch is lost and
//! none is there twice.
#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use qz_acts::StoreUrl;
use qz_acts::log::{Options, verify_store};
use qz_acts::terminal::view::{Page, PunchFilter};
use qz_domain::role::Role;
use qz_testkit::county::{County, county};
use qz_testkit::engines::acts;
use qz_testkit::terminal::in_service;
use qz_web::terminal::{PATIENCE, terminals};
use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tokio::net::TcpListener;

/// Names the store to a process that serves; set for that process alone.
const STORE: &str = "QINZHENG_TEST_TERMINALS";
/// What a serving process says, before its address.
const AT: &str = "terminals at ";

async fn port(county: &County) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("its address");
    let router = terminals(county.acts.clone(), PATIENCE);
    tokio::spawn(async move { axum::serve(listener, router).await });
    address
}

/// Number, time as shown: every punch there is, twice if it is there twice.
async fn kept(county: &County) -> Vec<(i64, String, String)> {
    let hr = county.account(Role::Hr).await;
    let found = county.acts.punches(hr, &PunchFilter::default(), Page::all()).await;
    let lines = found.expect("the punches").0;
    lines.into_iter().map(|one| (one.terminal.0.0, one.pin, one.shown)).collect()
}

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

/// A process of its own that serves until it is killed.
struct Served {
    child: Child,
    address: SocketAddr,
}

impl Served {
    fn start(store: &str) -> Self {
        let program = std::env::current_exe().expect("this program");
        let mut child = Command::new(program)
            .args(["--exact", "a_process_that_serves_terminals", "--nocapture"])
            .env(STORE, store)
            .stdout(Stdio::piped())
            .spawn()
            .expect("a server starts");
        let lines = BufReader::new(child.stdout.take().expect("what it says")).lines();
        let mut lines = lines.map_while(Result::ok);
        let line = lines.find_map(|line| line.split_once(AT).map(|(_, at)| at.to_owned()));
        let address = line.expect("it says where").parse().expect("an address");
        Self { child, address }
    }

    fn kill(mut self) {
        self.child.kill().expect("it is killed");
        self.child.wait().expect("it is gone");
    }
}

/// Sends a batch, and tells whether it was acknowledged.
fn send(address: SocketAddr, nth: u32) -> bool {
    let body = batch(nth);
    let call = || -> std::io::Result<String> {
        let mut stream = TcpStream::connect(address)?;
        stream.set_read_timeout(Some(Duration::from_secs(20)))?;
        write!(
            stream,
            "POST /iclock/cdata?SN=KILL0001&table=ATTLOG&Stamp={nth} HTTP/1.1\r\nHost: x\r\n\
             Connection: close\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        )?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    };
    call().is_ok_and(|answer| answer.starts_with("HTTP/1.1 200"))
}

/// Ten lines of their own.
fn batch(nth: u32) -> String {
    let line = |pin: u32| {
        format!("{pin:03}\t2016-01-{:02} 07:{:02}:{pin:02}\t0\t1\n", 1 + nth / 60, nth % 60)
    };
    (1..=10).map(line).collect()
}

/// Serves when it is told a store; nothing otherwise.
#[tokio::test]
async fn a_process_that_serves_terminals() {
    let Ok(store) = std::env::var(STORE) else { return };
    let acts = acts(&StoreUrl::Sqlite(store.into())).await;
    let county = County { acts };
    println!("{AT}{}", port(&county).await);
    std::future::pending::<()>().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_port_that_is_killed_between_commit_and_answer_loses_nothing_and_doubles_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("county.db");
    let url = StoreUrl::Sqlite(file.clone());
    let county = county(&url).await;
    in_service(&county, "KILL0001").await;
    county.acts.close().await;
    let store = file.to_str().expect("a path in UTF-8").to_owned();
    let (mut next, mut acknowledged) = (0, BTreeSet::new());
    for round in 0..5_u64 {
        let served = Served::start(&store);
        let address = served.address;
        // What was sent and not acknowledged is still in the box, and goes out first.
        for nth in (0..next).filter(|nth| !acknowledged.contains(nth)).collect::<Vec<_>>() {
            assert!(send(address, nth));
            acknowledged.insert(nth);
        }
        let killer = std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(40 + round * 37));
            served.kill();
        });
        while send(address, next) {
            acknowledged.insert(next);
            next += 1;
        }
        next += 1;
        killer.join().expect("it was killed");
    }
    let served = Served::start(&store);
    assert!((0..next).all(|nth| send(served.address, nth)), "everything again, and all is well");
    served.kill();
    let county = County { acts: acts(&url).await };
    let found = kept(&county).await;
    assert_eq!(found.len(), usize::try_from(next).expect("a count") * 10, "of {next} batches");
    verify_store(&url, &Options::default(), |_, _| {}).await.expect("a ledger in order");
}
