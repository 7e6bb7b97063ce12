//! A small county with something in every governed table, a few hundred leaves, three checkpoints
//! and a last act that none of them covers.

use super::{attendance, scheme};
use jiff::Timestamp;
use qz_acts::BatchMode;
use qz_acts::accountability;
use qz_acts::article::{ArticleForm, DraftArticle};
use qz_acts::away::{AwayForm, RecordAway};
use qz_acts::bulletin::{AssessmentForm, CorrectBulletin, ReviewBulletin};
use qz_acts::campaign::{CampaignForm, DraftCampaign, DutyForm, PhaseForm};
use qz_acts::deputy::{DeputyForm, SetDeputy};
use qz_acts::draw::{AnnounceDraw, DrawForm, EnterDraw, MakeDraw};
use qz_acts::import::{ImportKind, read};
use qz_acts::law::{ConfirmLawChange, ProposalForm, ProposeLawChange};
use qz_acts::list_entry::{
    NominateForList, NominationForm, NoticeForm, NotifyList, ObjectToList, VerificationForm,
    VerifyForList,
};
use qz_acts::log::{LogKeeper, Options};
use qz_acts::matter::PaperForm;
use qz_acts::monthly_report::ConfirmReport;
use qz_acts::objection::{ObjectionForm, RaiseObjection};
use qz_acts::organisation::{AddUnit, AppointForm, Transfer, TransferForm, UnitForm};
use qz_acts::outage::{OutageForm, RecordOutage};
use qz_acts::rectification::{
    CheckForm, CheckRectification, ClaimRectification, OrderForm, OrderRectification,
    PlanRectification,
};
use qz_acts::request::{ApproveRequest, AskRequest, EndRequest, RequestForm, SetWorkStart};
use qz_acts::roster::{AddDutyPost, AskSwap, ChangeRoster, SwapForm};
use qz_acts::sanction::{EndForm, EndSanction, RecordSanction, SanctionForm};
use qz_acts::sealed::{AskForm, AskOpening, SealForm, SealSource};
use qz_acts::suspicion::{NoteSuspicion, NotingForm, TakeUpForm, TakeUpSuspicion};
use qz_acts::terminal::Upload;
use qz_acts::ticket::{AcceptTicket, AskCitizen, SubmitTicket, TicketForm};
use qz_acts::visit::{
    AttachEvidence, CorrectVisit, CorrectionForm, PlanForm, PlanVisit, ReplyForm, ReplyVisit,
    ReportForm, ReportVisit, SignVisit,
};
use qz_domain::bulletin::{CorrectionKind, Step};
use qz_domain::evidence::MediaType;
use qz_domain::id::{DrawId, VisitId};
use qz_domain::punch::Drift;
use qz_domain::role::Role;
use qz_domain::ticket::Kind;
use qz_store::verify::{self, Verified, VerifyError};
use qz_store::{Store, StoreUrl};
use qz_testkit::campaign::issued;
use qz_testkit::county::{County, county};
use qz_testkit::engines::{MORNING, acts_at, chance};
use qz_testkit::liability::{at_fault, exculpated, leader};
use qz_testkit::matter::Matter;
use qz_testkit::meeting::Sitting;
use qz_testkit::review::Reviewing;
use qz_testkit::{roster, terminal};
use std::fmt::Write as _;
use tempfile::TempDir;

/// Enough to fill a tile, so that there is a node.
const TOWNS: usize = 230;

pub struct Fixture {
    pub county: County,
    pub keeper: LogKeeper,
    pub store: Store,
    _folder: TempDir,
}

pub async fn fixture(url: &StoreUrl) -> Fixture {
    let county = county(url).await;
    let folder = tempfile::tempdir().unwrap();
    LogKeeper::create(folder.path(), "qianxi.example/acts", &*chance()).unwrap();
    let keeper = LogKeeper::open(county.acts.clone(), folder.path()).unwrap();
    keeper.sign_now().await.unwrap().unwrap();
    visit(&county).await;
    matter(url, &county).await;
    campaign(&county).await;
    article(&county).await;
    law_change(&county).await;
    report(&county).await;
    transfer(&county).await;
    deputy(&county).await;
    objection(&county).await;
    ticket(&county).await;
    terminal(&county).await;
    attendance::month(url, &county).await;
    scheme::scheme(url, &county).await;
    requested(&county).await;
    rostered(&county).await;
    let draw = entered(&county).await;
    keeper.sign_now().await.unwrap().unwrap();
    let actor = county.account(Role::Clerk).await;
    county.done(MakeDraw { actor, draw, version: 3 }).await;
    towns(&county).await;
    add_unit(&county, "QZ1").await;
    keeper.sign_now().await.unwrap().unwrap();
    add_unit(&county, "QZ2").await;
    let store = Store::connect(url).await.unwrap();
    Fixture { county, keeper, store, _folder: folder }
}

impl Fixture {
    /// The self-check with everything it may hold the store against.
    pub async fn verify(&self) -> Result<Verified, VerifyError> {
        let key = Some(self.keeper.log().key().clone());
        let signer = Some(self.keeper.files().state().unwrap());
        let conn = self.store.reader().await.unwrap();
        verify::run(conn, &Options { key, signer }, |_, _| {}).await
    }

    /// What the self-check says when it finds a difference.
    pub async fn difference(&self) -> String {
        match self.verify().await {
            Err(VerifyError::Difference(difference)) => difference.to_string(),
            other => format!("no difference: {other:?}"),
        }
    }
}

/// Three visits in one quarter of the rules that cap them.
async fn over_cap(county: &County, form: &PlanForm) {
    let (actor, approver) = (county.account(Role::Clerk).await, county.office_leader().await);
    for day in ["2021-04-06", "2021-05-06", "2021-06-07"] {
        let (from, approver) = (day.to_owned(), approver.to_owned());
        let over_reason = "回访".to_owned();
        let form = PlanForm { from, over_reason, approver, ..form.clone() };
        county.done(PlanVisit { actor, form }).await;
    }
}

/// A visit with a team, both signatures, a reply, a correction and a file.
async fn visit(county: &County) {
    let (clerk, first) = (county.account(Role::Clerk).await, county.account(Role::Inspector).await);
    let second = county.open("zhongli", "G3", Role::Inspector, "QX10").await;
    let liaison = county.account(Role::Liaison).await;
    let form = PlanForm {
        organ: "QX10".to_owned(),
        unit: "QX20".to_owned(),
        manner: "明察".to_owned(),
        from: "2016-02-15".to_owned(),
        until: String::new(),
        purpose: "节后在岗情况".to_owned(),
        team: vec!["G2".to_owned(), "G3".to_owned()],
        ..PlanForm::default()
    };
    over_cap(county, &form).await;
    let visit: VisitId = county.done(PlanVisit { actor: clerk, form }).await.visit;
    let report = ReportForm {
        visited_at: "2016-02-15 09:20".to_owned(),
        manner: "明察".to_owned(),
        observed: "09:20到达，四个窗口有人。".to_owned(),
        outcome: "无问题".to_owned(),
        told: "值班副镇长".to_owned(),
    };
    county.done(ReportVisit { actor: first, visit, version: 1, form: report.clone() }).await;
    county.done(SignVisit { actor: second, visit, version: 2 }).await;
    let form = ReplyForm {
        position: "有异议".to_owned(),
        body: "三号窗在换班".to_owned(),
        plan: "三号窗换班时另派一人，由窗口组长安排。".to_owned(),
        plan_by: "2016-03-31".to_owned(),
    };
    county.done(ReplyVisit { actor: liaison, visit, version: 3, form }).await;
    let report =
        ReportForm { observed: "09:20到达，三个窗口有人。".to_owned(), ..report };
    let form = CorrectionForm { report, reason: "表上看错一字".to_owned() };
    county.done(CorrectVisit { actor: clerk, visit, version: 4, form }).await;
    let attach = AttachEvidence {
        actor: clerk,
        visit,
        version: 5,
        name: "窗口.png".to_owned(),
        media_type: MediaType::Png,
        bytes: vec![1, 2, 3],
    };
    county.done(attach).await;
}

/// A matter with a served decision, a bulletin on it, a self-requested one, and a holiday notice.
async fn matter(url: &StoreUrl, county: &County) {
    const NOTICE: &str = include_str!("../../../domain/tests/notice/2027.toml");
    let matter = Matter::in_county(county.clone()).await;
    let held = matter.served().await;
    let told = matter.draft(&[(held, "主要负责人，首次通报。")]);
    let bulletin = matter.drafted(told).await.unwrap();
    matter.advance(matter.verifier, bulletin, (Step::Check, 1)).await.unwrap();
    let assessment = AssessmentForm {
        purpose: "须以示警醒".to_owned(),
        effect: "本人会被议论".to_owned(),
        safeguard: "到期隐去".to_owned(),
    };
    let (actor, paper) = (matter.adjudicator, PaperForm::default());
    county.done(ReviewBulletin { actor, bulletin, version: 2, assessment, paper }).await;
    matter.drafted(matter.own()).await.unwrap();
    rectified(&matter).await;
    listed(&matter).await;
    let hr = county.account(Role::Hr).await;
    county.acts.import_notice(hr, NOTICE).await.unwrap();
    tolerated(url, &matter).await;
    met(&matter).await;
    laid(&matter).await;
    sealed(&matter).await;
    suspected(&matter).await;
    sanctioned(&matter).await;
    reviewed(url, matter).await;
}

/// The record of a sanction, and of the document that lifts it.
async fn sanctioned(matter: &Matter) {
    let (county, actor) = (&matter.county, matter.screener);
    let organ = "示河县人民政府".to_owned();
    let paper = |number: &str, day: &str| {
        let (number, day) = (number.to_owned(), day.to_owned());
        PaperForm { number, day, ..PaperForm::default() }
    };
    let form = SanctionForm {
        subject: "G6".to_owned(),
        kind: "warning".to_owned(),
        imposer: "office".to_owned(),
        organ: organ.clone(),
        heard_on: "2015-08-28".to_owned(),
        stated: "6".to_owned(),
        paper: paper("示政处〔2015〕3号", "2015-09-10"),
    };
    let sanction = county.done(RecordSanction { actor, form }).await.sanction;
    let form = EndForm { organ, paper: paper("示政解〔2016〕1号", "2016-02-10") };
    county.done(EndSanction { actor, sanction, version: 1, is_rescinded: false, form }).await;
}

/// A finding registered from a suspicion that another came of a false accusation.
async fn suspected(matter: &Matter) {
    let (county, finding) = (&matter.county, matter.verified().await);
    matter.find_unfounded(finding, "查无此事。").await;
    let (facts, intent) = ("照片不是当天拍的。".to_owned(), "日期被改过。".to_owned());
    let form = NotingForm { facts: facts.clone(), intent, paper: PaperForm::default() };
    let act = NoteSuspicion { actor: matter.adjudicator, finding, form };
    let suspicion = county.done(act).await.suspicion;
    let form = TakeUpForm { facts, paper: PaperForm::default() };
    county.done(TakeUpSuspicion { actor: matter.screener, suspicion, version: 1, form }).await;
}

/// A finding whose source is sealed, and a request to open it.
async fn sealed(matter: &Matter) {
    let (county, finding) = (&matter.county, matter.registered().await);
    let form = SealForm { words: "一位老邻居".to_owned(), paper: PaperForm::default() };
    county.done(SealSource { actor: matter.clerk, finding, form }).await;
    let form = AskForm {
        purpose: "回访核对".to_owned(),
        reason: "时间对不上。".to_owned(),
        paper: PaperForm::default(),
    };
    county.done(AskOpening { actor: matter.screener, finding, form }).await;
}

/// A notice under a law that asks the questions of tolerance.
async fn tolerated(url: &StoreUrl, matter: &Matter) {
    let finding = matter.verified().await;
    let text = str::to_owned;
    let form = accountability::NoticeForm {
        person: text("G6"),
        conduct: text("未落实值班安排。"),
        ground: text("accountability_2019_7"),
        measure: text("circulated_criticism"),
        tolerance: vec![(text("都不是"), String::new()); 3],
        ..accountability::NoticeForm::default()
    };
    let acts = acts_at(url, Timestamp::constant(1_795_395_600, 0)).await;
    let act = accountability::GiveNotice { actor: matter.proposer, finding, form };
    acts.perform(acts.new_request(), act).await.unwrap();
}

/// A meeting decides on one matter, with somebody recused; its minutes are signed.
async fn met(matter: &Matter) {
    let one = Sitting::on(matter.clone(), 1).await;
    one.vote_all().await;
    one.sign(matter.chair).await.unwrap();
    one.carry(matter.chair, 0).await.unwrap();
}

/// Who answers for what is said, and said anew with what a leader was asked.
async fn laid(matter: &Matter) {
    let finding = matter.verified().await;
    let handler = at_fault("G7", "承办", "不作为");
    let paper = PaperForm::default;
    matter
        .lay(matter.proposer, (finding, 0), (std::slice::from_ref(&handler), paper()))
        .await
        .unwrap();
    let links = [handler, exculpated("G8", "审核", "已尽责"), leader("G6", "主要负责人")];
    matter.lay(matter.proposer, (finding, 1), (&links, paper())).await.unwrap();
}

/// A decision is varied by a review, and the bulletin that tells of it is corrected.
async fn reviewed(url: &StoreUrl, matter: Matter) {
    let one = Reviewing::of(url, matter).await;
    one.through("变更", "criticism").await;
    let (actor, bulletin, paper) = (one.matter.chair, one.bulletin, PaperForm::default());
    let (kind, reason) = (CorrectionKind::Corrected, "一项决定经复核变更。".to_owned());
    let act = CorrectBulletin { actor, bulletin, version: 5, kind, reason, paper };
    one.try_act(act).await.unwrap();
}

/// A town puts right what was found, and is told that something is missing.
async fn rectified(matter: &Matter) {
    let text = str::to_owned;
    let (finding, _) = matter.upheld().await;
    let (item, standard) = (text("值班室半小时无人。"), text("值班记录可查。"));
    let form = OrderForm { item, standard, ..OrderForm::default() };
    let act = OrderRectification { actor: matter.proposer, finding, form };
    let rectification = matter.county.done(act).await.rectification;
    let (actor, plan, paper) = (matter.mayor, text("副镇长每晚点名。"), PaperForm::default());
    matter.county.done(PlanRectification { actor, rectification, version: 1, plan, paper }).await;
    let (claim, paper) = (text("两周记录齐全。"), PaperForm::default());
    matter.county.done(ClaimRectification { actor, rectification, version: 2, claim, paper }).await;
    let form = CheckForm {
        passed: text("no"),
        result: text("缺周末的记录。"),
        affected: text("村民说周末没人。"),
        ..CheckForm::default()
    };
    let (actor, is_revisit) = (matter.clerk, false);
    let act = CheckRectification { actor, rectification, version: 3, is_revisit, form };
    matter.county.done(act).await;
}

/// A unit is nominated, verified, put to notice and objected to.
async fn listed(matter: &Matter) {
    let (county, text) = (&matter.county, str::to_owned);
    let form = NominationForm {
        unit: text("QX30"),
        reason: text("窗口半年无一件超期。"),
        ..NominationForm::default()
    };
    let entry = county.done(NominateForList { actor: matter.clerk, form }).await.entry;
    let actor = county.open("xuan", "G11", Role::Publicity, "QX50").await;
    let (passed, verified) = (text("yes"), text("逐件核对。"));
    let form = VerificationForm { passed, verified, ..VerificationForm::default() };
    county.done(VerifyForList { actor, entry, version: 1, form }).await;
    let form = NoticeForm::default();
    county.done(NotifyList { actor, entry, version: 2, form }).await;
    let (reason, paper) = (text("有两件补录。"), PaperForm::default());
    let form = qz_acts::list_entry::ObjectionForm { reason, paper };
    county.done(ObjectToList { actor: matter.mayor, entry, version: 3, form }).await;
}

/// An inspector is transferred and somebody takes over the visit they were to make.
async fn transfer(county: &County) {
    let text = str::to_owned;
    let form = PlanForm {
        organ: text("QX10"),
        unit: text("QX20"),
        manner: text("暗访"),
        from: text("2016-02-20"),
        until: String::new(),
        purpose: text("节后在岗情况"),
        team: vec![text("G2"), text("G3")],
        ..PlanForm::default()
    };
    let actor = county.account(Role::Clerk).await;
    county.done(PlanVisit { actor, form }).await;
    let to = AppointForm {
        person: text("G2"),
        post: text("QX21-1"),
        kind: String::new(),
        since: text("2016-02-16"),
        due: String::new(),
        paper_number: text("千组〔2016〕3号"),
        paper_day: text("2016-02-01"),
    };
    let form = TransferForm { to, from: text("QX10-1"), taker: text("G3") };
    let actor = county.account(Role::Hr).await;
    county.done(Transfer { actor, form, source: String::new() }).await;
}

/// The liaison of a town is away, and its mayor stands in for them.
async fn deputy(county: &County) {
    let text = str::to_owned;
    let form = DeputyForm {
        post: text("QX20-2"),
        deputy: text("G6"),
        since: text("2016-02-15"),
        until: String::new(),
    };
    let actor = county.account(Role::Head).await;
    county.done(SetDeputy { actor, form, source: String::new() }).await;
    let form = AwayForm {
        absentee: text("G7"),
        kind: text("出差"),
        since: text("2016-02-16"),
        until: text("2016-02-18"),
        note: text("周五回来"),
    };
    let actor = county.account(Role::Liaison).await;
    county.done(RecordAway { actor, form, source: String::new() }).await;
}

/// Somebody objects to their own base data.
async fn objection(county: &County) {
    let actor = county.account(Role::Cadre).await;
    let own = county.acts.own_record(actor).await.unwrap().unwrap().person;
    let form = ObjectionForm {
        entry: format!("person-{own}"),
        wrong: "工号写错了。".to_owned(),
        rightly: "应为G80。".to_owned(),
        proof: String::new(),
    };
    county.done(RaiseObjection { actor, form }).await;
}

/// Somebody says that a page is wrong, and is asked about it.
async fn ticket(county: &County) {
    let form = TicketForm {
        page: "/statistics".to_owned(),
        passage: "九十个单位".to_owned(),
        body: "应为九十一个单位。".to_owned(),
        contact: "门口小卖部转".to_owned(),
        ..TicketForm::default()
    };
    let code = "the hash of a code".to_owned();
    let (kind, connection) = (Kind::Correction, Some("a connection".to_owned()));
    let sent = SubmitTicket { kind, form, code, connection };
    let ticket = county.done(sent).await.ticket;
    let actor = county.account(Role::Clerk).await;
    county.done(AcceptTicket { actor, ticket, version: 1 }).await;
    let body = "是哪一年的？".to_owned();
    county.done(AskCitizen { actor, ticket, version: 2, body }).await;
}

/// A standing duty that ended early, an outage of a terminal, a start of work.
async fn requested(county: &County) {
    let (me, head) = (county.account(Role::Liaison).await, county.account(Role::Head).await);
    let actor = county.account(Role::Hr).await;
    let text = |text: &str| text.to_owned();
    let form = RequestForm {
        kind: text("standing"),
        subtype: text("village"),
        from: text("2016-03-01"),
        to: text("2016-06-30"),
        weekdays: text("135"),
        hours: text("08:00-12:00"),
        place: text("水磨村"),
        reason: text("驻村帮扶"),
    };
    let request = county.done(AskRequest { actor: me, form }).await.request;
    county.done(ApproveRequest { actor: head, request, version: 1 }).await;
    let back_at = text("2016-06-01");
    county.done(EndRequest { actor: me, request, version: 2, back_at }).await;
    let form = OutageForm {
        unit: text("QX20"),
        terminal: text("CJDE0001"),
        from: text("2016-02-15 07:30"),
        to: text("2016-02-15 08:10"),
        reason: text("断电"),
    };
    county.done(RecordOutage { actor, form }).await;
    let (person, since) = (text("G7"), text("2005-02-20"));
    county.done(SetWorkStart { actor, person, since }).await;
}

/// A stand-by of a month, published and changed, and a turn of it that is to be handed over.
async fn rostered(county: &County) {
    let (me, actor) = (county.account(Role::Liaison).await, county.account(Role::Head).await);
    let form = roster::post_form("防汛备勤", "备勤", "", "1");
    let post = county.done(AddDutyPost { actor, form }).await.post;
    let kept = roster::published(county, "2016-06", &[(post, 3, "G7"), (post, 4, "G7")]).await;
    let form = roster::month_form("2016-06", &[(post, 3, "G7"), (post, 4, "G6")]);
    let reason = "公出。".to_owned();
    county.done(ChangeRoster { actor, version: kept.version, form, reason }).await;
    let (taker, reason) = ("G6".to_owned(), "家里有事。".to_owned());
    let day = jiff::civil::date(2016, 6, 3);
    let form = SwapForm { roster: kept.roster, post, day, taker, reason };
    county.done(AskSwap { actor: me, form }).await;
}

/// A terminal with somebody it knows, an order, and an upload with a line that is set aside.
async fn terminal(county: &County) {
    let terminal = terminal::in_service(county, "CJDE0001").await;
    terminal::map(county, ("7", "G6"), "2016-01-01").await;
    terminal::order(county, terminal, "check").await;
    let (lines, said) =
        ("7\t2016-02-16 08:01:02\t0\t1\nrubbish\n", MORNING - jiff::SignedDuration::from_secs(1));
    let upload = (Upload::Attlog(lines.as_bytes().to_vec()), "9".to_owned());
    let drift = Some(Drift::measured(said, MORNING));
    county.acts.take_upload_of(terminal, upload, drift).await.unwrap();
}

/// A plan with a phase and a duty.
async fn campaign(county: &County) {
    let text = str::to_owned;
    let actor = county.account(Role::Discipline).await;
    let phase =
        PhaseForm {
            title: text("动员部署"), starts: text("2016-02-01"), ends: text("2016-03-31")
        };
    let duty = DutyForm { unit: text("QX20"), text: text("窗口有人"), due: text("2016-06-30") };
    let form = CampaignForm {
        organ: text("QX50"),
        title: text("窗口作风专项"),
        doc_number: text("千纪〔2016〕1号"),
        purpose: text("让办事的人少等。"),
        body: text("## 怎样做\n各单位按责任事项办。"),
        starts: text("2016-02-01"),
        ends: text("2016-12-31"),
        report_days: text("5"),
        phases: vec![phase],
        duties: vec![duty],
        ..CampaignForm::default()
    };
    county.done(DraftCampaign { actor, form }).await;
}

async fn article(county: &County) {
    let text = str::to_owned;
    let actor = county.open("pen", "G12", Role::Publicity, "QX50").await;
    let form = ArticleForm {
        organ: text("QX50"),
        section: text("news"),
        title: text("一年看下来"),
        body: text("走访[[visits]]次。"),
        source: text("本县"),
        authors: text("县纪委"),
        ..ArticleForm::default()
    };
    county.done(DraftArticle { actor, form }).await;
}

/// The county sets a term anew: the leaves that follow name its law.
pub async fn law_change(county: &County) {
    let text = str::to_owned;
    let actor = county.account(Role::Clerk).await;
    let form = ProposalForm {
        term: text("finding_screen"),
        length: text("7"),
        from: text("2016-03-01"),
        document: text("千办发〔2016〕3号"),
        reason: text("乡镇人手少"),
        ..ProposalForm::default()
    };
    let change = county.done(ProposeLawChange { actor, form }).await.change;
    let actor = county.open("leader", "G4", Role::CountyLeader, "QX10").await;
    let paper = PaperForm::default();
    county.done(ConfirmLawChange { actor, change, version: 1, paper }).await;
}

/// A town confirms the report of a month.
async fn report(county: &County) {
    let key = issued(county, &["QX20"]).await.key("QX20", "2016-01").await;
    let actor = county.account(Role::Liaison).await;
    let (words, paper) = ("窗口调整了班次。".to_owned(), PaperForm::default());
    county.done(ConfirmReport { actor, key, version: 0, words, paper }).await;
}

/// A draw that two parties typed their entries of.
async fn entered(county: &County) -> DrawId {
    let text = str::to_owned;
    let (clerk, other) =
        (county.account(Role::Clerk).await, county.account(Role::Discipline).await);
    let form = DrawForm {
        organ: text("QX10"),
        purpose: text("节后在岗情况"),
        cover: text("公开"),
        kind: text("乡镇"),
        take: text("1"),
        ..DrawForm::default()
    };
    let draw = county.done(AnnounceDraw { actor: clerk, form }).await.draw;
    let entry = text("正月十六 晴");
    county.done(EnterDraw { actor: clerk, draw, version: 1, text: entry.clone() }).await;
    county.done(EnterDraw { actor: other, draw, version: 2, text: entry }).await;
    draw
}

async fn towns(county: &County) {
    let hr = county.account(Role::Hr).await;
    let mut text = String::from("代码,名称,英文名,类别,上级代码,系统,起始日期\n");
    for number in 0..TOWNS {
        writeln!(text, "QT{number},第{number}镇,,乡镇,QX,乡镇,2000-01-01").unwrap();
    }
    let file = read(ImportKind::Units, "towns.csv", text.as_bytes()).unwrap();
    let all = BatchMode::AllOrNothing;
    let report = county.acts.import(hr, &file, all, Box::new(|_, _| true)).await.unwrap();
    assert!(report.kept, "{:?}", report.refused);
}

pub async fn add_unit(county: &County, code: &str) {
    let actor = county.account(Role::Hr).await;
    let form = UnitForm {
        code: code.to_owned(),
        name: format!("{code}镇"),
        name_en: String::new(),
        kind: "乡镇".to_owned(),
        parent: "QX".to_owned(),
        line: "乡镇".to_owned(),
        since: "2000-01-01".to_owned(),
    };
    county.done(AddUnit { actor, form, source: String::new() }).await;
}
