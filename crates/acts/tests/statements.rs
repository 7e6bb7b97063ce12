//! No act takes more than twelve statements of its own, whatever its data.

use qz_acts::accountability::{CarryOut, DecisionForm};
use qz_acts::bulletin::{CorrectBulletin, EditBulletin};
use qz_acts::campaign::{
    CampaignForm, DraftCampaign, DutyForm, EditCampaign, IssueCampaign, PhaseForm,
};
use qz_acts::draw::{AnnounceDraw, CallOffDraw, DrawForm, EnterDraw, MakeDraw};
use qz_acts::finding::view::FindingFilter;
use qz_acts::kin::{DeclareKin, KinForm};
use qz_acts::list_entry::{
    AnswerForm, AnswerListObjection, NominateForList, NominationForm, NoticeForm, NotifyList,
    ObjectToList, ObjectionForm, RemoveFromList, VerificationForm, VerifyForList,
};
use qz_acts::log::LogKeeper;
use qz_acts::matter::{HandOverForm, PaperForm};
use qz_acts::meeting::{
    CallForm, CallMeeting, CallOffMeeting, ChangeAgenda, ChangeAttendance, MinutesForm, RecordVote,
    SignMinutes,
};
use qz_acts::monthly_report::{ConfirmReport, ReturnReport};
use qz_acts::rectification::{
    AnswerExtension, AskExtension, CheckForm, CheckRectification, ClaimRectification, OrderForm,
    OrderRectification, PlanRectification, TakeUpPromise,
};
use qz_acts::request::{
    ApproveRequest, AskRequest, EndRequest, RecordRequest, RequestForm, RevokeRequest, SetWorkStart,
};
use qz_acts::review::{DecideReview, HandOverReview, OpenReview, ServeReview};
use qz_acts::sanction::{CorrectSanction, EndForm, EndSanction, RecordSanction, SanctionForm};
use qz_acts::sealed::{
    AnswerOpening, AskForm, AskOpening, EndOpening, ReadSource, SealForm, SealSource, Verdict,
};
use qz_acts::suspicion::{NoteSuspicion, NotingForm, TakeUpForm, TakeUpSuspicion};
use qz_acts::visit::{
    CorrectVisit, CorrectionForm, FilePaperVisit, PaperVisitForm, PlanForm, PlanVisit, ReplyForm,
    ReplyVisit, ReportForm, ReportVisit, SignVisit,
};
use qz_domain::bulletin::{CorrectionKind, Step};
use qz_domain::role::Role;
use qz_store::StoreUrl;
use qz_testkit::campaign::issued;
use qz_testkit::county::county;
use qz_testkit::engines::chance;
use qz_testkit::liability::{asked, at_fault, exculpated};
use qz_testkit::matter::{Matter, on};
use qz_testkit::meeting::{Sitting, attendance};
use qz_testkit::review::Reviewing;
use std::sync::atomic::{AtomicUsize, Ordering};
use tracing::field::{Field, Visit};
use tracing_subscriber::layer::{Context, SubscriberExt};
use tracing_subscriber::{Layer, Registry};

/// The most statements an act may take.
const MOST: usize = 12;
/// Who it is and what they may, the source, the numbers that are known, everybody's: before a file of punches.
const LOOKED_UP: usize = 4;
/// Begin, head, the county's law, savepoint, receipt, release, acts, leaves, head, commit: what the
/// writer adds.
const WRITERS_OWN: usize = 10;

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

#[path = "statements/attendance.rs"]
mod days;

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
    let form = ReplyForm { position: "无异议".to_owned(), ..ReplyForm::default() };
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

/// A plan with as many phases and duties as plans usually have, which takes the place of another.
fn plan(replaces: &str, duty: &str) -> CampaignForm {
    let text = str::to_owned;
    let phase = |month: usize| PhaseForm {
        title: format!("第{month}阶段"),
        starts: format!("2016-{:02}-01", month + 2),
        ends: format!("2016-{:02}-28", month + 2),
    };
    let duty = |_| DutyForm { unit: text("QX20"), text: text(duty), due: String::new() };
    CampaignForm {
        organ: text("QX50"),
        title: text("窗口作风专项"),
        purpose: text("让办事的人少等。"),
        body: text("各单位按责任事项办。"),
        starts: text("2016-02-01"),
        ends: text("2016-12-31"),
        report_days: text("5"),
        replaces: text(replaces),
        phases: (1..=5).map(phase).collect(),
        duties: (1..=10).map(duty).collect(),
        ..CampaignForm::default()
    }
}

#[tokio::test]
async fn no_step_of_a_campaign_takes_more_than_twelve_statements() {
    tracing::subscriber::set_global_default(Registry::default().with(Counter)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let county = county(&StoreUrl::Sqlite(folder.path().join("county.db"))).await;
    let drafter = county.account(Role::Discipline).await;
    let signer = county.open("signer", "G11", Role::FirstSecretary, "QX").await;
    let issue = |campaign, version| IssueCampaign {
        actor: signer,
        campaign,
        version,
        doc_number: String::new(),
        paper: PaperForm::default(),
    };
    let draft = |form| DraftCampaign { actor: drafter, form };
    let first = counted!(county, draft(plan("", "窗口有人"))).campaign;
    counted!(county, issue(first, 1));
    let campaign = counted!(county, draft(plan(&first.to_string(), "窗口有人"))).campaign;
    let form = plan(&first.to_string(), "窗口延时");
    let edit = EditCampaign { actor: drafter, campaign, version: 1, form };
    counted!(county, edit);
    counted!(county, issue(campaign, 2));
}

#[tokio::test]
async fn no_step_of_a_report_takes_more_than_twelve_statements() {
    tracing::subscriber::set_global_default(Registry::default().with(Counter)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let county = county(&StoreUrl::Sqlite(folder.path().join("county.db"))).await;
    let key = issued(&county, &["QX20"]).await.key("QX20", "2016-01").await;
    let (liaison, lead) =
        (county.account(Role::Liaison).await, county.account(Role::Discipline).await);
    let confirm = |version, words: &str, paper| {
        let words = words.to_owned();
        ConfirmReport { actor: liaison, key, version, words, paper }
    };
    let paper = PaperForm { by: "G6".to_owned(), ..on("04") };
    counted!(county, confirm(0, "", paper));
    counted!(county, confirm(1, "补充一句。", PaperForm::default()));
    let (reason, paper) = ("缺一次走访".to_owned(), PaperForm::default());
    counted!(county, ReturnReport { actor: lead, key, version: 2, reason, paper });
}

#[tokio::test]
async fn no_step_of_a_lists_entry_takes_more_than_twelve_statements() {
    tracing::subscriber::set_global_default(Registry::default().with(Counter)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let matter = Matter::new(&StoreUrl::Sqlite(folder.path().join("county.db"))).await;
    let (county, text) = (&matter.county, str::to_owned);
    let actor = county.open("xuan", "G12", Role::Publicity, "QX50").await;
    let by = |number: &str| PaperForm { by: text(number), ..on("16") };
    let form = NominationForm {
        person: text("G9"),
        reason: text("窗口无一件超期。"),
        consent: text("同意书1号"),
        paper: by("G4"),
        ..NominationForm::default()
    };
    let entry = counted!(county, NominateForList { actor: matter.clerk, form }).entry;
    let (passed, verified) = (text("yes"), text("逐件核对。"));
    let form = VerificationForm { passed, verified, paper: by("G3") };
    counted!(county, VerifyForList { actor, entry, version: 1, form });
    let form = NoticeForm { paper: by("G3"), ..NoticeForm::default() };
    counted!(county, NotifyList { actor, entry, version: 2, form });
    let form = ObjectionForm { reason: text("有一件补录。"), paper: by("G7") };
    counted!(county, ObjectToList { actor: matter.mayor, entry, version: 3, form });
    let (outcome, answer) = (text("dismissed"), text("底单都在。"));
    let actor = county.open("chuan", "G11", Role::Publicity, "QX50").await;
    let form = AnswerForm { outcome, answer, paper: by("G2") };
    counted!(county, AnswerListObjection { actor, entry, version: 4, form });
    let (removal, paper) = (text("事由写错了月份。"), by("G11"));
    counted!(county, RemoveFromList { actor, entry, version: 5, removal, paper });
}

#[tokio::test]
async fn no_step_of_a_rectification_takes_more_than_twelve_statements() {
    tracing::subscriber::set_global_default(Registry::default().with(Counter)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let matter = Matter::new(&StoreUrl::Sqlite(folder.path().join("county.db"))).await;
    let (finding, _) = matter.upheld().await;
    let (county, text) = (&matter.county, str::to_owned);
    let paper = PaperForm { by: "G14".to_owned(), ..on("16") };
    let form = OrderForm {
        item: text("值班。"),
        standard: text("有记录。"),
        due: text("2016-03-01"),
        paper,
    };
    let act = OrderRectification { actor: matter.proposer, finding, form };
    let rectification = counted!(county, act).rectification;
    let (actor, paper) = (matter.mayor, || PaperForm { by: "G7".to_owned(), ..on("16") });
    let (plan, claim) = (text("每晚点名。"), text("已补齐。"));
    let act = PlanRectification { actor, rectification, version: 1, plan, paper: paper() };
    counted!(county, act);
    let (until, reason) = (text("2016-03-05"), text("等系统到货。"));
    let act = AskExtension { actor, rectification, version: 2, until, reason, paper: paper() };
    counted!(county, act);
    let (paper, granted) = (PaperForm::default(), text("yes"));
    let actor = matter.proposer;
    let act = AnswerExtension { actor, rectification, version: 3, granted, paper };
    counted!(county, act);
    let (actor, paper) = (matter.mayor, PaperForm::default());
    counted!(county, ClaimRectification { actor, rectification, version: 4, claim, paper });
    let paper = PaperForm { by: "G1".to_owned(), ..on("16") };
    let form =
        CheckForm {
            passed: text("yes"), result: text("齐全。"), affected: text("满意。"), paper
        };
    let (actor, is_revisit) = (matter.screener, false);
    counted!(county, CheckRectification { actor, rectification, version: 5, is_revisit, form });
    let bulletin = matter.drafted(matter.own()).await.unwrap();
    let other = matter.county.open("xun2", "G11", Role::Discipline, "QX50").await;
    let steps = [
        (matter.verifier, Step::Check),
        (matter.adjudicator, Step::Review),
        (matter.proposer, Step::Countersign),
        (matter.chair, Step::Sign),
        (other, Step::Publish),
    ];
    for ((actor, step), version) in steps.into_iter().zip(1..) {
        matter.advance(actor, bulletin, (step, version)).await.unwrap();
    }
    let paper = PaperForm { by: "G14".to_owned(), ..on("16") };
    counted!(county, TakeUpPromise { actor: matter.screener, bulletin, place: 1, paper });
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
    let links = [
        at_fault("G7", "承办", "不作为"),
        exculpated("G8", "审核", "已尽责"),
        asked(at_fault("G6", "主要负责人", "应知"), ["是", "是", "否"]),
    ];
    let (chain, proposer) = (|| (links.as_slice(), on("04")), matter.proposer);
    stepped!(matter.lay(proposer, (finding, 0), chain()));
    stepped!(matter.lay(proposer, (finding, 1), chain()));
    stepped!(matter.notify(proposer, finding, ("G7", "criticism")));
    stepped!(matter.answer(held));
    stepped!(matter.adjudicate(matter.adjudicator, finding, "leaders_2009_5"));
    let form = DecisionForm { measure: "criticism".to_owned(), ..matter.decision() };
    stepped!(matter.decide(matter.chair, held, (2, form)));
    stepped!(matter.serve(matter.screener, held));
    let bulletin = stepped!(matter.drafted(matter.draft(&[(held, "首次通报。")])));
    let form = matter.draft(&[(held, "首次通报，影响不好。")]);
    let edit = EditBulletin { actor: matter.verifier, bulletin, version: 1, form };
    stepped!(matter.county.try_act(edit));
    stepped!(matter.advance(matter.proposer, bulletin, (Step::Check, 2)));
    stepped!(matter.advance(matter.adjudicator, bulletin, (Step::Review, 3)));
    stepped!(matter.advance(matter.chair, bulletin, (Step::Sign, 4)));
    let bulletin = stepped!(matter.drafted(matter.own()));
    let mut form = matter.own();
    form.faults.push("调研不够深入。".to_owned());
    form.plan[0].due = "2016-04-30".to_owned();
    let edit = EditBulletin { actor: matter.verifier, bulletin, version: 1, form };
    stepped!(matter.county.try_act(edit));
    let (_, held) = matter.unfounded("点名与值班表不符。").await;
    stepped!(matter.clear(matter.screener, held, (2, "此事不实。", on("16"))));
}

#[tokio::test]
async fn no_step_of_a_review_takes_more_than_twelve_statements() {
    tracing::subscriber::set_global_default(Registry::default().with(Counter)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let one = Reviewing::new(&StoreUrl::Sqlite(folder.path().join("county.db"))).await;
    let other = one.matter.county.open("other", "G4", Role::Head, "QX30").await;
    let review = stepped!(one.ask());
    stepped!(one.take(one.matter.screener, review, true));
    for (version, organ) in [(2, "QX30"), (3, "QX50")] {
        let (way, reason) = ("交叉办理".to_owned(), "人手不够。".to_owned());
        let form =
            HandOverForm { way, organ: organ.to_owned(), reason, paper: PaperForm::default() };
        let actor = if version == 2 { one.matter.chair } else { other };
        stepped!(one.try_act(HandOverReview { actor, review, version, form }));
    }
    let form = one.form("变更", "criticism");
    let (actor, version) = (one.reviewer, 4);
    stepped!(one.try_act(DecideReview { actor, review, version, form }));
    let (actor, version, paper) = (one.matter.screener, 5, PaperForm::default());
    stepped!(one.try_act(ServeReview { actor, review, version, paper }));
    let (actor, bulletin, version) = (one.matter.chair, one.bulletin, 5);
    let (kind, reason) = (CorrectionKind::Corrected, "一项决定经复核变更。".to_owned());
    let paper = PaperForm { by: "G11".to_owned(), ..on("18") };
    let act = CorrectBulletin { actor, bulletin, version, kind, reason, paper };
    stepped!(one.try_act(act));
    let (grounds, paper) = ("复查发现漏看材料。".to_owned(), PaperForm::default());
    let (actor, accountability) = (one.matter.screener, one.held);
    stepped!(one.try_act(OpenReview { actor, accountability, grounds, paper }));
}

#[tokio::test]
async fn no_step_of_a_draw_takes_more_than_twelve_statements() {
    tracing::subscriber::set_global_default(Registry::default().with(Counter)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let county = county(&StoreUrl::Sqlite(folder.path().join("county.db"))).await;
    LogKeeper::create(folder.path(), "qianxi.example/acts", &*chance()).unwrap();
    let keeper = LogKeeper::open(county.acts.clone(), folder.path()).unwrap();
    let (clerk, other) =
        (county.account(Role::Clerk).await, county.account(Role::Discipline).await);
    let form = DrawForm {
        organ: "QX10".to_owned(),
        purpose: "在岗情况".to_owned(),
        cover: "公开".to_owned(),
        kind: "乡镇".to_owned(),
        take: "1".to_owned(),
        ..DrawForm::default()
    };
    let draw = counted!(county, AnnounceDraw { actor: clerk, form: form.clone() }).draw;
    let text = "正月十六 晴".to_owned();
    counted!(county, EnterDraw { actor: clerk, draw, version: 1, text: text.clone() });
    counted!(county, EnterDraw { actor: other, draw, version: 2, text });
    keeper.sign_now().await.unwrap();
    counted!(county, MakeDraw { actor: clerk, draw, version: 3 });
    let draw = county.done(AnnounceDraw { actor: clerk, form }).await.draw;
    let reason = "改期".to_owned();
    counted!(county, CallOffDraw { actor: clerk, draw, version: 1, reason });
}

#[tokio::test]
async fn no_step_of_a_meeting_takes_more_than_twelve_statements() {
    const INVITED: [&str; 6] = ["G11", "G12", "G20", "G21", "G22", "G23"];
    const FOR: &str = "赞成";
    tracing::subscriber::set_global_default(Registry::default().with(Counter)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let matter = Matter::new(&StoreUrl::Sqlite(folder.path().join("county.db"))).await;
    let one = Sitting::of(matter, 20, &INVITED).await;
    let (county, actor, meeting) = (one.county(), one.matter.chair, one.meeting);
    let reason = "改期。".to_owned();
    counted!(county, CallOffMeeting { actor, meeting, version: 1, reason });
    let form = CallForm {
        organ: "QX50".to_owned(),
        held_on: "2016-02-16".to_owned(),
        attendance: attendance(&INVITED),
        items: one.items.clone(),
    };
    let meeting = counted!(county, CallMeeting { actor, form }).meeting;
    let one = Sitting { meeting, ..one.clone() };
    let items = one.items.iter().rev().copied().collect();
    counted!(county, ChangeAgenda { actor, meeting, version: 1, items });
    let form = attendance(&["G12", "G11", "G20", "G21", "G22", "G23"]);
    counted!(county, ChangeAttendance { actor, meeting, version: 2, form });
    let free = ["G10", "G12", "G11", "G20", "G21", "G22", "G23"].map(|one| (one, FOR, ""));
    let mut ballots = free;
    ballots[4] = ("G21", "回避", "参加过核实");
    let (form, again) =
        (one.form("给予措施", &ballots).await, one.form("不予追究", &ballots).await);
    let accountability = one.items[0];
    counted!(county, RecordVote { actor, meeting, version: 3, accountability, form });
    counted!(county, RecordVote { actor, meeting, version: 4, accountability, form: again });
    for (place, accountability) in (1..).zip(one.items[1..].iter().copied()) {
        let proposal = if place % 2 == 0 { "不予追究" } else { "给予措施" };
        let form = one.form(proposal, &free).await;
        let version = one.version().await;
        counted!(county, RecordVote { actor, meeting, version, accountability, form });
    }
    let form = MinutesForm { minutes: "逐项表决。".to_owned(), ..MinutesForm::default() };
    let version = one.version().await;
    counted!(county, SignMinutes { actor, meeting, version, form });
    for accountability in one.items {
        counted!(county, CarryOut { actor, accountability, version: 2, meeting });
    }
}

#[tokio::test]
async fn no_step_of_a_sealed_source_takes_more_than_twelve_statements() {
    tracing::subscriber::set_global_default(Registry::default().with(Counter)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let matter = Matter::new(&StoreUrl::Sqlite(folder.path().join("county.db"))).await;
    let (county, finding) = (&matter.county, matter.verified().await);
    matter.notify(matter.proposer, finding, ("G6", "criticism")).await.unwrap();
    let form = SealForm { words: "一位老邻居".to_owned(), paper: PaperForm::default() };
    counted!(county, SealSource { actor: matter.clerk, finding, form });
    let form = AskForm {
        purpose: "protect".to_owned(),
        reason: "有人打听。".to_owned(),
        paper: PaperForm::default(),
    };
    let opening = counted!(county, AskOpening { actor: matter.screener, finding, form }).opening;
    let (verdict, answer) = (Verdict::Approve, String::new());
    let actor = matter.adjudicator;
    counted!(county, AnswerOpening { actor, opening, version: 1, verdict, answer });
    counted!(county, ReadSource { actor: matter.screener, opening });
    counted!(county, EndOpening { actor: matter.screener, opening, version: 2 });
    let finding = matter.verified().await;
    matter.find_unfounded(finding, "查无此事。").await;
    let (facts, intent) = ("照片不是当天拍的。".to_owned(), "日期被改过。".to_owned());
    let form = NotingForm { facts: facts.clone(), intent, paper: PaperForm::default() };
    let actor = matter.adjudicator;
    let suspicion = counted!(county, NoteSuspicion { actor, finding, form }).suspicion;
    let (actor, form) = (matter.screener, TakeUpForm { facts, paper: PaperForm::default() });
    counted!(county, TakeUpSuspicion { actor, suspicion, version: 1, form });
}

#[tokio::test]
async fn no_step_of_a_sanction_takes_more_than_twelve_statements() {
    tracing::subscriber::set_global_default(Registry::default().with(Counter)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let county = county(&StoreUrl::Sqlite(folder.path().join("county.db"))).await;
    let actor = county.account(Role::Discipline).await;
    let (organ, paper) = ("示河县人民政府".to_owned(), on("10"));
    let form = SanctionForm {
        subject: "G6".to_owned(),
        kind: "warning".to_owned(),
        imposer: "office".to_owned(),
        organ: organ.clone(),
        heard_on: "2016-02-01".to_owned(),
        stated: String::new(),
        paper: paper.clone(),
    };
    let sanction = counted!(county, RecordSanction { actor, form: form.clone() }).sanction;
    let reason = "文号录错了。".to_owned();
    counted!(county, CorrectSanction { actor, sanction, version: 1, form, reason });
    let form = EndForm { organ, paper };
    counted!(county, EndSanction { actor, sanction, version: 2, is_rescinded: false, form });
}

#[tokio::test]
async fn the_file_check_asks_as_often_for_several_cases_as_for_one() {
    tracing::subscriber::set_global_default(Registry::default().with(Counter)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let matter = Matter::new(&StoreUrl::Sqlite(folder.path().join("county.db"))).await;
    let (acts, all) = (&matter.county.acts, FindingFilter::default());
    let counted = async || {
        let before = COUNT.load(Ordering::SeqCst);
        acts.file_check(matter.clerk, &all).await.unwrap();
        since(before)
    };
    matter.upheld().await;
    let one = counted().await;
    for _ in 0..3 {
        matter.upheld().await;
        matter.registered().await;
    }
    println!("the file check: {one}");
    assert_eq!(counted().await, one);
    assert!(one <= 16, "{one}");
}

#[tokio::test]
async fn no_step_of_a_request_takes_more_than_twelve_statements() {
    tracing::subscriber::set_global_default(Registry::default().with(Counter)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let county = county(&StoreUrl::Sqlite(folder.path().join("county.db"))).await;
    let (me, hr) = (county.account(Role::Liaison).await, county.account(Role::Hr).await);
    let head = county.account(Role::Head).await;
    let (person, since) = ("G7".to_owned(), "2005-02-20".to_owned());
    counted!(county, SetWorkStart { actor: hr, person: person.clone(), since });
    let leave = |from: &str| RequestForm {
        kind: "leave".to_owned(),
        subtype: "annual".to_owned(),
        from: from.to_owned(),
        ..RequestForm::default()
    };
    let asked = AskRequest { actor: me, form: leave("2016-02-18") };
    let request = counted!(county, asked).request;
    counted!(county, ApproveRequest { actor: head, request, version: 1 });
    let back_at = "2016-02-18 下午".to_owned();
    counted!(county, EndRequest { actor: me, request, version: 2, back_at });
    let answer = "材料不实。".to_owned();
    counted!(county, RevokeRequest { actor: hr, request, version: 3, answer });
    let forgotten = RequestForm { kind: "correction".to_owned(), ..leave("2016-02-15 08:00") };
    counted!(county, AskRequest { actor: me, form: forgotten });
    let paper = PaperForm { by: "G6".to_owned(), ..on("10") };
    let form = leave("2016-02-22");
    counted!(county, RecordRequest { actor: hr, person, form, paper });
}
