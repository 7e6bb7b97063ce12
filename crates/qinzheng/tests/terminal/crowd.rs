//! A whole county's terminals at once: each asks whether anything is wanted of it, while some of them send what they
//! kept for weeks.

use crate::port::{kept, port};
use qz_acts::StoreUrl;
use qz_acts::log::{Options, verify_store};
use qz_acts::terminal::{RegisterTerminal, TakeUpTerminal};
use qz_domain::id::AccountId;
use qz_domain::role::Role;
use qz_testkit::county::{County, county};
use qz_testkit::terminal::form;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

/// Terminals of the county.
const TERMINALS: usize = 500;
/// Those of them that were off-line.
const BEHIND: usize = 20;
/// Uploads of each of those.
const UPLOADS: usize = 10;
/// Lines of an upload: what a box sends at once.
const LINES: usize = 1_000;
/// How long a terminal waits between two calls.
const DELAY: Duration = Duration::from_secs(1);

fn serial(nth: usize) -> String {
    format!("CROWD{nth:04}")
}

/// One call on a connection of its own, as boxes make them.
async fn call(address: SocketAddr, head: String, body: &str) -> String {
    let mut stream = TcpStream::connect(address).await.expect("a port that listens");
    let length = body.len();
    let request = format!(
        "{head} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}"
    );
    stream.write_all(request.as_bytes()).await.expect("a call that goes out");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("an answer");
    answer
}

/// Registers every terminal and takes it into service.
async fn register(county: &County, actor: AccountId) {
    let mut working = JoinSet::new();
    for nth in 0..TERMINALS {
        let county = county.clone();
        working.spawn(async move {
            let form = form(&serial(nth));
            let terminal = county.done(RegisterTerminal { actor, form }).await.terminal;
            county.done(TakeUpTerminal { actor, terminal, version: 1 }).await;
        });
    }
    working.join_all().await;
}

/// Asks until the others have sent everything; tells how often.
async fn poll(address: SocketAddr, nth: usize, done: Arc<AtomicBool>) -> usize {
    // They were not all switched on at once.
    tokio::time::sleep(DELAY * u32::try_from(nth).unwrap_or(0) / 500).await;
    for times in 1.. {
        let answer = call(address, format!("GET /iclock/getrequest?SN={}", serial(nth)), "").await;
        assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("\r\n\r\nOK\n"), "{answer}");
        if done.load(Ordering::Relaxed) {
            return times;
        }
        tokio::time::sleep(DELAY).await;
    }
    0
}

/// The lines of one upload: another minute or another number in each of them.
fn lines(upload: usize) -> String {
    let mut text = String::with_capacity(LINES * 32);
    for nth in 0..LINES {
        let (day, minute) = (1 + upload, nth / 20);
        let _ = writeln!(text, "{:04}\t2016-01-{day:02} 08:{minute:02}:00\t255\t1\t0", nth % 20);
    }
    text
}

/// Sends everything, every fourth upload twice.
async fn catch_up(address: SocketAddr, nth: usize) {
    for upload in 0..UPLOADS {
        let stamp = format!("SN={}&table=ATTLOG&Stamp={upload}", serial(nth));
        for _ in 0..=usize::from(upload % 4 == 0) {
            let answer = call(address, format!("POST /iclock/cdata?{stamp}"), &lines(upload)).await;
            assert!(answer.ends_with(&format!("\r\n\r\nOK: {LINES}\n")), "{answer}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn five_hundred_terminals_ask_while_two_hundred_thousand_lines_come_in_once_each() {
    let folder = tempfile::tempdir().expect("a folder");
    let url = StoreUrl::Sqlite(folder.path().join("county.db"));
    let county = county(&url).await;
    register(&county, county.account(Role::Hr).await).await;
    let address = port(&county).await;
    let done = Arc::new(AtomicBool::new(false));
    let (mut asking, mut sending) = (JoinSet::new(), JoinSet::new());
    for nth in 0..TERMINALS {
        asking.spawn(poll(address, nth, Arc::clone(&done)));
    }
    for nth in 0..BEHIND {
        sending.spawn(catch_up(address, nth));
    }
    sending.join_all().await;
    done.store(true, Ordering::Relaxed);
    let calls: usize = asking.join_all().await.into_iter().sum();
    assert!(calls >= TERMINALS, "every terminal was answered");
    let found = kept(&county).await;
    assert_eq!(found.len(), BEHIND * UPLOADS * LINES, "none lost");
    assert_eq!(found.iter().collect::<BTreeSet<_>>().len(), found.len(), "none doubled");
    verify_store(&url, &Options::default(), |_, _| {}).await.expect("a ledger in order");
}
