//! Two processes on one PostgreSQL correct the same version of a visit: exactly one of each pair
//! wins, whatever the moment.
//!
//! `QINZHENG_PAIRS` says how many pairs (100 unless set; the demo has 1630 visits).

use crate::program::Place;
use crate::server::Server;
use crate::store;
use qz_acts::identity::{demo, session};
use qz_acts::visit::{CorrectVisit, CorrectionForm, ReportForm};
use qz_acts::{ActError, Acts, chance::SystemChance, clock::SystemClock};
use qz_domain::id::AccountId;
use qz_domain::refusal::Refusal;
use qz_domain::spelled::Spelled;
use qz_domain::visit::VisitNumber;
use std::io::{BufRead, BufReader, Lines, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Arc;

/// Names the store to a process that corrects; set for that process alone.
const STORE: &str = "QINZHENG_TEST_CORRECTS";

/// What a corrector says when it won.
const WON: &str = "corrector: won";
/// What it says when somebody was before it.
const LATE: &str = "corrector: late";

fn pairs() -> i64 {
    std::env::var("QINZHENG_PAIRS").ok().and_then(|text| text.parse().ok()).unwrap_or(100)
}

/// A process of its own that corrects the visits it is told.
struct Corrector {
    child: Child,
    orders: ChildStdin,
    answers: Lines<BufReader<ChildStdout>>,
}

impl Corrector {
    fn start(store: &str) -> Self {
        let program = std::env::current_exe().expect("this program");
        let mut child = Command::new(program)
            .args(["--exact", "pairs::a_process_that_corrects", "--nocapture"])
            .env(STORE, store)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a corrector starts");
        let orders = child.stdin.take().expect("its orders");
        let answers = BufReader::new(child.stdout.take().expect("its answers")).lines();
        Self { child, orders, answers }
    }

    fn order(&mut self, serial: i64) {
        writeln!(self.orders, "{serial}").expect("the corrector hears");
    }

    fn answer(&mut self) -> String {
        let mut answers = self.answers.by_ref().map(|line| line.expect("an answer"));
        answers.find(|line| line.starts_with("corrector: ")).expect("the corrector answers")
    }

    fn end(mut self) {
        drop(self.orders);
        assert!(self.child.wait().expect("it ends").success());
    }
}

#[tokio::test]
async fn of_two_corrections_of_one_version_exactly_one_wins() {
    let Some(database) = qz_testkit::postgres::empty_database().await else { return };
    let place = Place::new();
    store::on_postgres(&place, "pairs", &database.url());
    Server::start(&place, "pairs").ready().stop();
    let mut both = [Corrector::start(&database.url()), Corrector::start(&database.url())];
    let mut won = [0, 0];
    for serial in 1..=pairs() {
        for corrector in &mut both {
            corrector.order(serial);
        }
        let answers = both.each_mut().map(Corrector::answer);
        match [answers[0].as_str(), answers[1].as_str()] {
            [WON, LATE] => won[0] += 1,
            [LATE, WON] => won[1] += 1,
            other => panic!("visit 2015-{serial:04}: {other:?}"),
        }
    }
    println!("{} pairs: {} to one process, {} to the other", pairs(), won[0], won[1]);
    both.into_iter().for_each(Corrector::end);
    store::verify(&place, "pairs");
}

/// Not a test by itself: the process that [`Corrector`] starts.
#[tokio::test(flavor = "multi_thread")]
async fn a_process_that_corrects() {
    let Ok(store) = std::env::var(STORE) else { return };
    let url = store.parse().expect("a store");
    let acts = Acts::open(&url, Arc::new(SystemClock), Arc::new(SystemChance)).await;
    let acts = acts.expect("the store opens");
    let actor = clerk(&acts).await;
    println!();
    for order in std::io::stdin().lines() {
        let serial = order.expect("an order").parse().expect("a number");
        println!("{}", correct(&acts, actor, serial).await);
    }
    acts.close().await;
}

async fn clerk(acts: &Acts) -> AccountId {
    let token = demo::sign_in(acts, "clerk").await.expect("the demo has a clerk");
    let identity = session::resolve(acts, token.reveal()).await.expect("the store answers");
    identity.expect("the clerk is taken").actor.account
}

/// Corrects the first version of a visit.
async fn correct(acts: &Acts, actor: AccountId, serial: i64) -> String {
    let number = VisitNumber::new(2015, serial).expect("a number");
    let id = acts.visit_numbered(actor, number).await.expect("the visit is there");
    let visit = acts.visit(actor, id).await.expect("the visit may be read").visit;
    let at = qz_domain::instant::civil(visit.visited_at.expect("it is filed"));
    let report = ReportForm {
        visited_at: at.strftime("%Y-%m-%d %H:%M").to_string(),
        manner: visit.manner.code().to_owned(),
        observed: format!("{}（{}更正）", visit.observed, std::process::id()),
        outcome: visit.outcome.expect("it is filed").code().to_owned(),
        told: visit.told,
    };
    let form = CorrectionForm { report, reason: "笔误".to_owned() };
    let act = CorrectVisit { actor, visit: id, version: 1, form };
    match acts.perform(acts.new_request(), act).await {
        Ok(_) => WON.to_owned(),
        Err(ActError::Refused(Refusal::StaleVersion { .. })) => LATE.to_owned(),
        Err(fault) => format!("corrector: {fault:?}"),
    }
}
