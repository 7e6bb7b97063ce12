//! A port that dies: at any moment, and in the very moment between a commit and its answer.

use crate::port::{kept, port_through};
use axum::Router;
use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use qz_acts::StoreUrl;
use qz_acts::log::{Options, verify_store};
use qz_testkit::county::{County, county};
use qz_testkit::engines::acts;
use qz_testkit::terminal::in_service;
use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, Lines, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

/// Names the store to a process that serves; set for that process alone.
const STORE: &str = "QINZHENG_TEST_TERMINALS";
/// What a serving process says, before its address.
const AT: &str = "terminals at ";
/// What it says when it holds an answer back: what it answers is committed.
const COMMITTED: &str = "committed";
/// Asks it to hold the answer back.
const HOLD: &str = "x-hold";

/// A process of its own that serves until it is killed.
struct Served {
    child: Child,
    says: Lines<BufReader<ChildStdout>>,
    address: SocketAddr,
}

impl Served {
    fn start(store: &str) -> Self {
        let program = std::env::current_exe().expect("this program");
        let mut child = Command::new(program)
            .args(["--exact", "killed::a_process_that_serves_terminals", "--nocapture"])
            .env(STORE, store)
            .stdout(Stdio::piped())
            .spawn()
            .expect("a server starts");
        let mut says = BufReader::new(child.stdout.take().expect("what it says")).lines();
        let mut lines = says.by_ref().map_while(Result::ok);
        let line = lines.find_map(|line| line.split_once(AT).map(|(_, at)| at.to_owned()));
        let address = line.expect("it says where").parse().expect("an address");
        Self { child, says, address }
    }

    /// Waits until it holds an answer back.
    fn has_committed(&mut self) {
        let lines = self.says.by_ref().map_while(Result::ok);
        assert!(lines.take_while(|line| line != COMMITTED).all(|_| true));
    }

    fn kill(mut self) {
        self.child.kill().expect("it is killed");
        self.child.wait().expect("it is gone");
    }
}

/// Where a batch goes and how far its box then has sent.
#[derive(Clone, Copy)]
struct Sending<'a> {
    address: SocketAddr,
    serial: &'a str,
    stamp: u32,
    header: &'a str,
}

/// Sends a batch, and tells whether it was acknowledged.
fn send(to: Sending<'_>, nth: u32) -> bool {
    let Sending { address, serial, stamp, header } = to;
    let body = batch(nth);
    let call = || -> std::io::Result<String> {
        let mut stream = TcpStream::connect(address)?;
        stream.set_read_timeout(Some(Duration::from_secs(20)))?;
        write!(
            stream,
            "POST /iclock/cdata?SN={serial}&table=ATTLOG&Stamp={stamp} HTTP/1.1\r\nHost: x\r\n\
             Connection: close\r\n{header}Content-Length: {}\r\n\r\n{body}",
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
    let hold = |doors: Router| doors.layer(from_fn(hold));
    println!("{AT}{}", port_through(&county, hold).await);
    std::future::pending::<()>().await;
}

/// Lets an answer go, unless the call asked for it to be held back.
async fn hold(request: Request, next: Next) -> Response {
    let is_held = request.headers().contains_key(HOLD);
    let response = next.run(request).await;
    if is_held && response.status().is_success() {
        println!("{COMMITTED}");
        std::future::pending::<()>().await;
    }
    response
}

/// A county on the disk with terminals in service, closed again.
async fn closed_county(folder: &tempfile::TempDir, serials: &[&str]) -> (StoreUrl, String) {
    let file = folder.path().join("county.db");
    let url = StoreUrl::Sqlite(file.clone());
    let county = county(&url).await;
    for serial in serials {
        in_service(&county, serial).await;
    }
    county.acts.close().await;
    (url, file.to_str().expect("a path in UTF-8").to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_port_that_is_killed_at_any_moment_loses_nothing_and_doubles_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let (url, store) = closed_county(&folder, &["KILL0001"]).await;
    let plain = |address, stamp| Sending { address, serial: "KILL0001", stamp, header: "" };
    let (mut next, mut acknowledged) = (0, BTreeSet::new());
    for round in 0..5_u64 {
        let served = Served::start(&store);
        let address = served.address;
        // What was sent and not acknowledged is still in the box, and goes out first.
        for nth in (0..next).filter(|nth| !acknowledged.contains(nth)).collect::<Vec<_>>() {
            assert!(send(plain(address, nth), nth));
            acknowledged.insert(nth);
        }
        let killer = std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(40 + round * 37));
            served.kill();
        });
        while send(plain(address, next), next) {
            acknowledged.insert(next);
            next += 1;
        }
        next += 1;
        killer.join().expect("it was killed");
    }
    let served = Served::start(&store);
    let again = (0..next).all(|nth| send(plain(served.address, nth), nth));
    assert!(again, "everything again, and all is well");
    served.kill();
    let county = County { acts: acts(&url).await };
    let found = kept(&county).await;
    assert_eq!(found.len(), usize::try_from(next).expect("a count") * 10, "of {next} batches");
    verify_store(&url, &Options::default(), |_, _| {}).await.expect("a ledger in order");
}

/// Kills between a commit and its answer.
const KILLS: u32 = 100;

#[tokio::test(flavor = "multi_thread")]
async fn a_port_that_is_killed_a_hundred_times_between_commit_and_answer_keeps_every_line_once() {
    const BOXES: [&str; 3] = ["KILL0001", "KILL0002", "KILL0003"];
    let folder = tempfile::tempdir().expect("a folder");
    let (url, store) = closed_county(&folder, &BOXES).await;
    for nth in 0..=KILLS {
        let mut served = Served::start(&store);
        let address = served.address;
        // Each box sends again what it heard nothing of: as it was, or as a box that lost count of what it sent.
        for (at, serial) in BOXES.into_iter().enumerate().filter(|_| nth > 0) {
            let stamp = nth - 1 + if at == 0 { 1_000 } else { 0 };
            assert!(send(Sending { address, serial, stamp, header: "" }, nth - 1));
        }
        if nth == KILLS {
            served.kill();
            break;
        }
        let header = format!("{HOLD}: yes\r\n");
        std::thread::scope(|scope| {
            for serial in BOXES {
                let held = Sending { address, serial, stamp: nth, header: &header };
                scope.spawn(move || assert!(!send(held, nth), "it died before it answered"));
            }
            for _ in BOXES {
                served.has_committed();
            }
            served.kill();
        });
    }
    let county = County { acts: acts(&url).await };
    let found = kept(&county).await;
    let lines = usize::try_from(KILLS).expect("a count") * 10 * BOXES.len();
    assert_eq!(found.iter().collect::<BTreeSet<_>>().len(), found.len(), "none doubled");
    assert_eq!(found.len(), lines, "none lost");
    verify_store(&url, &Options::default(), |_, _| {}).await.expect("a ledger in order");
}
