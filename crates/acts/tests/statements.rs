//! No act takes more than twelve statements of its own, whatever its data.

use qz_acts::accountability::DecisionForm;
use qz_acts::kin::{DeclareKin, KinForm};
use qz_acts::visit::{
    CorrectVisit, CorrectionForm, FilePaperVisit, PaperVisitForm, PlanForm, PlanVisit, ReplyForm,
    ReplyVisit, ReportForm, ReportVisit, SignVisit,
};
use qz_domain::bulletin::Step;
use qz_domain::role::Role;
use qz_store::StoreUrl;
use qz_testkit::county::county;
use qz_testkit::matter::{Matter, on};
use std::sync::atomic::{AtomicUsize, Ordering};
use tracing::field::{Field, Visit};
use tracing_subscriber::layer::{Context, SubscriberExt};
use tracing_subscriber::{Layer, Registry};

/// The most statements an act may take.
const MOST: usize = 12;
/// Begin, head, savepoint, receipt, release, acts, leaves, head, commit: what the writer adds.
const WRITERS_OWN: usize = 9;

static COUNT: AtomicUsize = AtomicUsize::new(0);

struct Counter;

struct IsStatement(bool);

impl Visit for IsStatement {
    fn record_debug(&mut self, field: &Field, _: &dyn std::fmt::Debug) {
        self.0 |= field.name() == "summary";
    }
}

impl Layer<Registry> for Counter {
    fn on_event(&self, event: &tracing::Event<'_>, _: Context<'_, Registry>) {
        if event.metadata().target() == "sqlx::query" {
            let mut found = IsStatement(false);
            event.record(&mut found);
            COUNT.fetch_add(usize::from(found.0), Ordering::SeqCst);
        }
    }
}

fn since(before: usize) -> usize {
    COUNT.load(Ordering::SeqCst) - before
}

/// Does an act and tells how many statements of its own it took.
macro_rules! counted {
    ($county:expr, $act:expr) => {{
        let before = COUNT.load(Ordering::SeqCst);
        let receipt = $county.done($act).await;
        let own = since(before).saturating_sub(WRITERS_OWN);
        println!("{}: {own}", stringify!($act).split_whitespace().next().unwrap_or_default());
        assert!((1..=MOST).contains(&own), "{own} statements: {}", stringify!($act));
        receipt
    }};
}

fn report() -> ReportForm {
    ReportForm {
        visited_at: "2016-02-15 09:20".to_owned(),
        manner: "明察".to_owned(),
        observed: "四个窗口有人。".to_owned(),
        outcome: "无问题".to_owned(),
        told: "值班副镇长".to_owned(),
    }
}

#[tokio::test]
async fn no_act_takes_more_than_twelve_statements() {
    tracing::subscriber::set_global_default(Registry::default().with(Counter)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let county = county(&StoreUrl::Sqlite(folder.path().join("county.db"))).await;
    let clerk = county.account(Role::Clerk).await;
    let first = county.account(Role::Inspector).await;
    let liaison = county.account(Role::Liaison).await;
    let second = county.open("zhongli", "G3", Role::Inspector, "QX10").await;
    let form = PlanForm {
        organ: "QX10".to_owned(),
        unit: "QX20".to_owned(),
        manner: "明察".to_owned(),
        from: "2016-02-15".to_owned(),
        purpose: "在岗情况".to_owned(),
        team: vec!["G2、G3".to_owned()],
        ..PlanForm::default()
    };
    let visit = counted!(county, PlanVisit { actor: clerk, form }).visit;
    counted!(county, ReportVisit { actor: first, visit, version: 1, form: report() });
    counted!(county, SignVisit { actor: second, visit, version: 2 });
    let form = ReplyForm { position: "无异议".to_owned(), body: String::new() };
    counted!(county, ReplyVisit { actor: liaison, visit, version: 3, form });
    let report = ReportForm { observed: "三个窗口有人。".to_owned(), ..report() };
    let form = CorrectionForm { report: report.clone(), reason: "笔误".to_owned() };
    counted!(county, CorrectVisit { actor: clerk, visit, version: 4, form });
    let ReportForm { visited_at, manner, observed, outcome, told } = report;
    let form = PaperVisitForm {
        number: "2016-0100".to_owned(),
        unit: "枫渡镇".to_owned(),
        team: vec!["G2".to_owned(), "G3".to_owned()],
        reply: "无异议".to_owned(),
        visited_at,
        manner,
        observed,
        outcome,
        told,
        ..PaperVisitForm::default()
    };
    counted!(county, FilePaperVisit { actor: clerk, form });
    let hr = county.account(Role::Hr).await;
    let form = KinForm {
        person: "G2".to_owned(),
        relative: "G9".to_owned(),
        relation: "配偶".to_owned(),
        ..KinForm::default()
    };
    counted!(county, DeclareKin { actor: hr, form, source: String::new() });
}

/// As [`counted`], for a step of the fixture's matter, which is one act.
macro_rules! stepped {
    ($step:expr) => {{
        let before = COUNT.load(Ordering::SeqCst);
        let done = $step.await.unwrap();
        let own = since(before).saturating_sub(WRITERS_OWN);
        println!("{}: {own}", stringify!($step));
        assert!((1..=MOST).contains(&own), "{own} statements: {}", stringify!($step));
        done
    }};
}

#[tokio::test]
async fn no_step_of_a_matter_takes_more_than_twelve_statements() {
    tracing::subscriber::set_global_default(Registry::default().with(Counter)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let matter = Matter::new(&StoreUrl::Sqlite(folder.path().join("county.db"))).await;
    let visit = matter.visit("有情况").await;
    let finding = stepped!(matter.register(&visit));
    stepped!(matter.screen(matter.screener, finding, on("01")));
    stepped!(matter.verify(matter.verifier, finding, (&["G14", "G15"], on("02"))));
    let held = stepped!(matter.notify(matter.proposer, finding, ("G6", "criticism")));
    stepped!(matter.notify(matter.proposer, finding, ("", "circulated_criticism")));
    stepped!(matter.answer(held));
    stepped!(matter.adjudicate(matter.adjudicator, finding, "leaders_2009_5"));
    let form = DecisionForm { measure: "criticism".to_owned(), ..matter.decision() };
    stepped!(matter.decide(matter.chair, held, (2, form)));
    stepped!(matter.serve(matter.screener, held));
    let bulletin = stepped!(matter.drafted(matter.draft(&[(held, "首次通报。")])));
    stepped!(matter.advance(matter.verifier, bulletin, (Step::Check, 1)));
    stepped!(matter.advance(matter.adjudicator, bulletin, (Step::Review, 2)));
    stepped!(matter.advance(matter.chair, bulletin, (Step::Sign, 3)));
    stepped!(matter.drafted(matter.own()));
    let (_, held) = matter.unfounded("点名与值班表不符。").await;
    stepped!(matter.clear(matter.screener, held, (2, "此事不实。", on("16"))));
}
