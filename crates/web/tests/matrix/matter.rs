//! Targets of the matter's families: a finding, an accountability, a bulletin of QX50, brought to a
//! stage on papers that accounts without a person key.

use super::staff::Staff;
use super::target::Target;
use qz_acts::accountability::{
    ClearSubject, ClearingForm, DecideMeasure, DecisionForm, DropAccountability, DropForm,
    GiveNotice, NoticeForm, RecordStatement, ServeDecision, ServiceForm, StatementForm,
    WaiveStatement,
};
use qz_acts::bulletin::{
    AdvanceBulletin, AssessmentForm, BulletinForm, DraftBulletin, PromiseForm, PublishBulletin,
    ReviewBulletin, SignBulletin,
};
use qz_acts::finding::{
    AdjudicateFinding, AdjudicationForm, FileReply, RegisterFinding, RegistrationForm,
    ScreenFinding, ScreeningForm, TransferFinding, TransferForm, VerificationForm, VerifyFinding,
};
use qz_acts::matter::PaperForm;
use qz_acts::objection::view::{ObjectionFilter, Page};
use qz_acts::objection::{ObjectionForm, RaiseObjection};
use qz_acts::visit::{FilePaperVisit, PaperVisitForm};
use qz_domain::bulletin::Step;
use qz_domain::id::{AccountId, AccountabilityId, BulletinId, FindingId, ObjectionId};
use qz_domain::objection::{EntryKind, Stage};
use qz_domain::role::Role;

/// The stages of findings.
pub const FINDING: &[&str] = &[
    "registered",
    "asked",
    "replied",
    "held",
    "verifying",
    "verified",
    "upheld",
    "partly",
    "unfounded",
    "put_right",
    "closed",
    "transferred",
];
/// The stages of accountabilities.
pub const ACCOUNTABILITY: &[&str] =
    &["noticed", "answered", "waived", "decided", "served", "dropped", "cleared"];
/// The stages of bulletins.
pub const BULLETIN: &[&str] =
    &["drafted", "checked", "reviewed", "countersigned", "signed", "published", "called_off"];

fn text(text: &str) -> String {
    text.to_owned()
}

/// A paper of the day, done by somebody.
fn by(number: &str) -> PaperForm {
    PaperForm {
        number: text("纸1"),
        day: text("2016-02-16"),
        by: text(number),
        ..PaperForm::default()
    }
}

/// The accounts that key papers; none of them is a person.
struct Keys {
    clerk: AccountId,
    discipline: AccountId,
    adjudicator: AccountId,
    head: AccountId,
}

impl Keys {
    async fn of(staff: &Staff) -> Self {
        let named = async |name| staff.county.account_named(name).await;
        Self {
            clerk: staff.county.account(Role::Clerk).await,
            discipline: named("discipline.unit").await,
            adjudicator: named("adjudicator.unit").await,
            head: named("head.unit").await,
        }
    }
}

fn target(id: i64, version: i64) -> Target {
    let fields = vec![("version", version.to_string())];
    Target { params: vec![("id", id.to_string())], fields }
}

/// A finding in a stage; with `own`, that person registered it.
pub async fn finding(staff: &Staff, stage: &str, own: Option<&str>) -> Target {
    let keys = Keys::of(staff).await;
    let id = registered(staff, &keys, own.unwrap_or("G1")).await;
    let version = match stage {
        "registered" => 1,
        "put_right" => screen(staff, &keys, id, stage).await,
        "closed" => screen(staff, &keys, id, "close").await,
        "asked" => screen(staff, &keys, id, "ask").await,
        "replied" => replied(staff, &keys, id).await,
        "held" => screen(staff, &keys, id, "hold").await,
        "transferred" => transferred(staff, &keys, id).await,
        "verifying" => screen(staff, &keys, id, "pursue").await,
        "verified" => verify(staff, &keys, id).await,
        _ => {
            verify(staff, &keys, id).await;
            let held = notify(staff, &keys, id, None).await;
            // Whoever registered it does not speak for the unit.
            let speaker = if own == Some("G11") { "G12" } else { "G11" };
            answer(staff, &keys, held, speaker).await;
            adjudicate(staff, &keys, id, stage).await
        }
    };
    target(id.0, version)
}

async fn registered(staff: &Staff, keys: &Keys, registrar: &str) -> FindingId {
    let form = PaperVisitForm {
        organ: text("QX10"),
        unit: text("QX50"),
        visited_at: text("2016-02-15 09:20"),
        manner: text("暗访"),
        observed: text("窗口无人。"),
        outcome: text("有情况"),
        told: text("值班人员"),
        team: vec![text("G2、G3")],
        ..PaperVisitForm::default()
    };
    let visit = staff.county.done(FilePaperVisit { actor: keys.clerk, form }).await.number;
    let (organ, facts) = (text("QX50"), text("窗口无人。"));
    let form = RegistrationForm {
        visit: visit.to_string(),
        organ,
        weight: String::new(),
        facts,
        paper: by(registrar),
    };
    // The clerk's own person would stand among the hands: the discipline officer keys it.
    staff.county.done(RegisterFinding { actor: keys.discipline, form }).await.finding
}

async fn screen(staff: &Staff, keys: &Keys, finding: FindingId, outcome: &str) -> i64 {
    let form = ScreeningForm {
        outcome: text(outcome),
        reason: text("具体。"),
        asked: text("G6"),
        inquiry: text("请值班副镇长说明当日去向。"),
        paper: by("G1"),
    };
    let act = ScreenFinding { actor: keys.discipline, finding, version: 1, form };
    staff.county.done(act).await.version
}

async fn replied(staff: &Staff, keys: &Keys, finding: FindingId) -> i64 {
    screen(staff, keys, finding, "ask").await;
    let reply = text("当日下村，未报备。");
    let act = FileReply { actor: keys.discipline, finding, version: 2, reply, paper: by("G1") };
    staff.county.done(act).await.version
}

async fn transferred(staff: &Staff, keys: &Keys, finding: FindingId) -> i64 {
    let form = TransferForm {
        organ: text("邻县监察局"),
        number: text("收〔2016〕3号"),
        day: text("2016-02-15"),
        reason: text("当事人由其管理。"),
        paper: by("G1"),
    };
    let act = TransferFinding { actor: keys.head, finding, version: 1, form };
    staff.county.done(act).await.version
}

async fn verify(staff: &Staff, keys: &Keys, finding: FindingId) -> i64 {
    screen(staff, keys, finding, "pursue").await;
    let form = VerificationForm {
        verifiers: vec![text("G13、G10")],
        established: text("无人值守。"),
        in_favour: text("当晚补排。"),
        paper: by(""),
    };
    let act = VerifyFinding { actor: keys.discipline, finding, version: 2, form };
    staff.county.done(act).await.version
}

async fn adjudicate(staff: &Staff, keys: &Keys, finding: FindingId, outcome: &str) -> i64 {
    let (ground, reason) = (text("leaders_2009_5"), text("职责所在。"));
    let form = AdjudicationForm { outcome: text(outcome), ground, reason, paper: by("G16") };
    let act = AdjudicateFinding { actor: keys.adjudicator, finding, version: 3, form };
    staff.county.done(act).await.version
}

/// Notice to a person, or to QX50 itself.
async fn notify(
    staff: &Staff,
    keys: &Keys,
    finding: FindingId,
    person: Option<&str>,
) -> AccountabilityId {
    let form = NoticeForm {
        unit: text("QX50"),
        person: text(person.unwrap_or_default()),
        conduct: text("疏于检查。"),
        ground: text("leaders_2009_5"),
        measure: text("circulated_criticism"),
        tolerance: vec![],
        paper: by("G13"),
    };
    let act = GiveNotice { actor: keys.discipline, finding, form };
    staff.county.done(act).await.accountability
}

async fn answer(staff: &Staff, keys: &Keys, accountability: AccountabilityId, speaker: &str) {
    let form = StatementForm { statement: text("接受。"), paper: by(speaker) };
    let act = RecordStatement { actor: keys.discipline, accountability, version: 1, form };
    staff.county.done(act).await;
}

/// An answered accountability of QX50 whose finding is upheld.
pub async fn upheld(staff: &Staff) -> AccountabilityId {
    let keys = Keys::of(staff).await;
    let finding = registered(staff, &keys, "G1").await;
    verify(staff, &keys, finding).await;
    let id = notify(staff, &keys, finding, None).await;
    answer(staff, &keys, id, "G11").await;
    adjudicate(staff, &keys, finding, "upheld").await;
    id
}

/// An accountability in a stage, of a person or of QX50.
pub async fn accountability(staff: &Staff, stage: &str, own: Option<&str>) -> Target {
    let keys = Keys::of(staff).await;
    let finding = registered(staff, &keys, "G1").await;
    verify(staff, &keys, finding).await;
    let id = notify(staff, &keys, finding, own).await;
    match stage {
        "noticed" => {}
        "waived" => {
            let paper = by("G11");
            let (actor, accountability) = (keys.discipline, id);
            staff.county.done(WaiveStatement { actor, accountability, version: 1, paper }).await;
        }
        _ => answer(staff, &keys, id, "G11").await,
    }
    // Nobody on the panel took part before, is the subject, or belongs to the subject's unit.
    let third = if own == Some("G15") { "G14" } else { "G15" };
    let panel = vec![format!("G7、G9、{third}")];
    if stage == "dropped" {
        let form = DropForm { panel: panel.clone(), because: text("轻微。"), paper: by("") };
        let act = DropAccountability { actor: keys.head, accountability: id, version: 2, form };
        staff.county.done(act).await;
    }
    if ["decided", "served"].contains(&stage) {
        adjudicate(staff, &keys, finding, "upheld").await;
        let form = DecisionForm {
            panel,
            measure: text("circulated_criticism"),
            lasts: String::new(),
            response: text("采纳。"),
            because: text("首次。"),
            paper: by(""),
        };
        let act = DecideMeasure { actor: keys.head, accountability: id, version: 2, form };
        staff.county.done(act).await;
    }
    if stage == "served" {
        let form = ServiceForm { paper: by("G7"), ..ServiceForm::default() };
        let act = ServeDecision { actor: keys.discipline, accountability: id, version: 3, form };
        staff.county.done(act).await;
    }
    if stage == "cleared" {
        adjudicate(staff, &keys, finding, "unfounded").await;
        let form = ClearingForm { says: text("不实。"), paper: by("G7") };
        let act = ClearSubject { actor: keys.discipline, accountability: id, version: 2, form };
        staff.county.done(act).await;
    }
    target(id.0, version_in(stage))
}

/// The version that an accountability has in a stage.
fn version_in(stage: &str) -> i64 {
    match stage {
        "noticed" => 1,
        "answered" | "waived" => 2,
        "served" => 4,
        _ => 3,
    }
}

/// A self-requested bulletin of QX50 in a stage.
pub async fn bulletin(staff: &Staff, stage: &str) -> Target {
    let keys = Keys::of(staff).await;
    let form = BulletinForm {
        organ: text("QX50"),
        kind: text("self_requested"),
        scope: text("public"),
        title: text("自请通报"),
        lead: text("自查如下。"),
        requester: text("G10"),
        faults: vec![text("检查不够。")],
        plan: vec![PromiseForm {
            item: text("每周检查"),
            standard: text("有记录"),
            due: text("2016-06-30"),
        }],
        paper: by("G1"),
        ..BulletinForm::default()
    };
    let id = staff.county.done(DraftBulletin { actor: keys.discipline, form }).await.bulletin;
    let steps = [
        (Step::Check, keys.discipline, "G13"),
        (Step::Review, keys.adjudicator, "G16"),
        (Step::Countersign, keys.discipline, "G14"),
        (Step::Sign, keys.head, "G12"),
        (Step::Publish, keys.discipline, "G15"),
    ];
    let far = BULLETIN.iter().position(|one| *one == stage).unwrap();
    let far = if stage == "called_off" { 0 } else { far };
    for ((step, actor, person), version) in steps.into_iter().take(far).zip(1..) {
        advance(staff, (id, version), step, (actor, person)).await;
    }
    if stage == "called_off" {
        advance(staff, (id, 1), Step::CallOff, (keys.discipline, "G13")).await;
    }
    let view = staff.county.acts.bulletin(keys.discipline, id).await.unwrap();
    target(id.0, view.bulletin.version)
}

async fn advance(
    staff: &Staff,
    (bulletin, version): (BulletinId, i64),
    step: Step,
    (actor, person): (AccountId, &str),
) {
    let paper = by(person);
    match step {
        Step::Sign => {
            staff.county.done(SignBulletin { actor, bulletin, version, paper }).await;
        }
        Step::Publish => {
            staff.county.done(PublishBulletin { actor, bulletin, version, paper }).await;
        }
        Step::Review => {
            let assessment = AssessmentForm::default();
            let act = ReviewBulletin { actor, bulletin, version, assessment, paper };
            staff.county.done(act).await;
        }
        step => {
            let act = AdvanceBulletin { actor, bulletin, version, step, paper };
            staff.county.done(act).await;
        }
    }
}

/// An objection of G8 to what the commission keeps of them, or to their base data.
pub async fn objection(staff: &Staff, is_matter: bool) -> Target {
    let actor = staff.county.account(Role::Cadre).await;
    let own = staff.county.acts.own_record(actor).await.unwrap().unwrap().person;
    let entry = if is_matter {
        let held = accountability(staff, "noticed", Some("G8")).await;
        format!("accountability-{}", held.params[0].1)
    } else {
        format!("person-{own}")
    };
    let form =
        ObjectionForm { entry, wrong: text("误"), rightly: text("正"), ..Default::default() };
    let act = RaiseObjection { actor, form };
    let id = match staff.county.try_act(act).await {
        Ok(raised) => raised.objection,
        // The one of before still waits for its answer.
        Err(_) => open(staff, actor).await,
    };
    target(id.0, 1)
}

async fn open(staff: &Staff, actor: AccountId) -> ObjectionId {
    let filter = ObjectionFilter { stage: Some(Stage::Raised), ..ObjectionFilter::default() };
    let (lines, _) = staff.county.acts.own_objections(actor, &filter, Page::all()).await.unwrap();
    lines.into_iter().find(|line| line.entry.kind == EntryKind::Person).unwrap().id
}
