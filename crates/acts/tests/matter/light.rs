//! A light procedure: two people of a unit settle a small matter of its own, and no step that protects its subject is
//! left out.

use jiff::civil::date;
use qz_acts::ActError;
use qz_acts::accountability::{
    DecideMeasure, DecisionForm, GiveNotice, GiveStatement, NoticeForm, ServeDecision, ServiceForm,
    StatementForm,
};
use qz_acts::bulletin::BulletinForm;
use qz_acts::bulletin::public::{BulletinFilter, BulletinSort, Page};
use qz_acts::finding::{
    AdjudicateFinding, AdjudicationForm, FindingChanged, RegisterFinding, RegistrationForm,
};
use qz_acts::log::{Options, verify_store};
use qz_acts::matter::PaperForm;
use qz_domain::accountability::Stage;
use qz_domain::bulletin::Step;
use qz_domain::id::{AccountId, AccountabilityId, FindingId};
use qz_domain::weight::Weight;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::{Matter, key, texts};

/// G14 saw it, G10 heads the commission, G15 is told.
pub async fn registered(
    matter: &Matter,
    (visit, organ, weight): (&str, &str, &str),
) -> Result<FindingId, ActError> {
    let [visit, organ, weight] = [visit, organ, weight].map(str::to_owned);
    let facts = "上班时间看视频，当场停下。".to_owned();
    let form = RegistrationForm { visit, organ, weight, facts, paper: PaperForm::default() };
    let actor = if organ_of(&form) { matter.verifier } else { matter.clerk };
    matter.county.try_act(RegisterFinding { actor, form }).await.map(|made| made.finding)
}

fn organ_of(form: &RegistrationForm) -> bool {
    form.organ == "县纪委"
}

pub async fn told(
    matter: &Matter,
    finding: FindingId,
    measure: &str,
) -> Result<AccountabilityId, ActError> {
    let form = NoticeForm {
        person: "G15".to_owned(),
        conduct: "上班时间看视频约十分钟。".to_owned(),
        ground: "county_plan_2015".to_owned(),
        measure: measure.to_owned(),
        ..NoticeForm::default()
    };
    let act = GiveNotice { actor: matter.verifier, finding, form };
    matter.county.try_act(act).await.map(|made| made.accountability)
}

pub async fn said(matter: &Matter, accountability: AccountabilityId) {
    let statement = "当天事少，以后注意。".to_owned();
    let form = StatementForm { statement, paper: PaperForm::default() };
    let act = GiveStatement { actor: matter.proposer, accountability, version: 1, form };
    matter.county.done(act).await;
}

pub async fn settled(
    matter: &Matter,
    actor: AccountId,
    finding: FindingId,
) -> Result<FindingChanged, ActError> {
    settled_on(matter, (actor, finding), PaperForm::default()).await
}

async fn settled_on(
    matter: &Matter,
    (actor, finding): (AccountId, FindingId),
    paper: PaperForm,
) -> Result<FindingChanged, ActError> {
    let form = AdjudicationForm {
        outcome: "属实".to_owned(),
        ground: "county_plan_2015".to_owned(),
        reason: "本人在岗而不办事，时间短，已改。".to_owned(),
        paper,
    };
    matter.county.try_act(AdjudicateFinding { actor, finding, version: 1, form }).await
}

/// A paper of the fixture's day.
fn today() -> PaperForm {
    PaperForm { number: "纸-今".to_owned(), day: "2016-02-16".to_owned(), ..PaperForm::default() }
}

pub fn alone() -> DecisionForm {
    DecisionForm {
        panel: texts(&["G10"]),
        measure: "reminder_talk".to_owned(),
        lasts: String::new(),
        response: "态度诚恳，从轻。".to_owned(),
        because: "初次，轻微。".to_owned(),
        paper: PaperForm::default(),
    }
}

#[tokio::test]
async fn two_people_of_a_unit_settle_a_small_matter_and_leave_out_no_step_that_protects() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let acts = &matter.county.acts;
        let none = registered(&matter, ("", "县纪委", "")).await;
        assert_eq!(key(none), "visit fault-missing", "what is not light comes from a visit");
        let finding = registered(&matter, ("", "县纪委", "单位内")).await.unwrap();
        let unheard = settled(&matter, matter.chair, finding).await;
        assert_eq!(key(unheard), "refusal-nobody-noticed");
        let heavy = told(&matter, finding, "circulated_criticism").await;
        assert_eq!(key(heavy), "refusal-too-light");
        let held = told(&matter, finding, "reminder_talk").await.unwrap();
        let early = settled(&matter, matter.chair, finding).await;
        assert_eq!(key(early), "refusal-not-heard");
        said(&matter, held).await;
        let of_g14 = PaperForm { by: "G14".to_owned(), ..today() };
        let own = settled_on(&matter, (matter.chair, finding), of_g14).await;
        assert_eq!(key(own), "refusal-took-part", "whoever saw it says nothing of it");
        settled(&matter, matter.chair, finding).await.unwrap();
        let (accountability, version) = (held, 2);
        let by = async |actor, form| {
            let act = DecideMeasure { actor, accountability, version, form };
            matter.county.try_act(act).await
        };
        let found = DecisionForm { panel: texts(&["G14"]), paper: today(), ..alone() };
        assert_eq!(key(by(matter.chair, found).await), "refusal-took-part");
        by(matter.chair, alone()).await.unwrap();
        let form = ServiceForm::default();
        let act = ServeDecision { actor: matter.chair, accountability, version: 3, form };
        assert_eq!(matter.county.done(act).await.stage, Stage::Served);
        let view = acts.accountability(matter.proposer, held).await.unwrap();
        assert!(view.row.remedy_due.is_some(), "the remedy is printed");
        let hands: Vec<_> = view.hands.iter().map(|hand| hand.name.clone()).collect();
        assert!(hands.iter().all(|name| ["翟松年", "荀知远"].contains(&&**name)), "{hands:?}");
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_light_procedure_is_for_the_organs_own_unit_and_is_left_for_the_full_one_only_before_notice()
 {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let visit = matter.visit("有情况").await;
        let other = registered(&matter, (&visit, "县纪委", "unit_scope")).await;
        assert_eq!(key(other), "refusal-not-own-unit");
        let finding = registered(&matter, ("", "县纪委", "unit_scope")).await.unwrap();
        matter.screen(matter.screener, finding, PaperForm::default()).await.unwrap();
        let view = matter.county.acts.finding(matter.screener, finding).await.unwrap();
        assert_eq!(view.finding.weight, Weight::County, "it is verified by two now");
        let second = registered(&matter, ("", "县纪委", "unit_scope")).await.unwrap();
        told(&matter, second, "circulated_criticism").await.unwrap();
        let late = matter.screen(matter.screener, second, PaperForm::default()).await;
        assert_eq!(key(late), "refusal-notice-given");
    })
    .await;
}

#[tokio::test]
async fn what_is_settled_in_a_unit_is_told_of_nowhere_and_what_it_makes_known_stays_in_it() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let day = date(2016, 2, 25);
        let told_in =
            async |account| matter.county.acts.unit_bulletins(account, day).await.unwrap();
        let inside = served(&matter, "单位内").await;
        let form = |held, scope: &str| BulletinForm {
            scope: scope.to_owned(),
            ..matter.draft(&[(held, "单位内部通报，便于引以为戒。")])
        };
        let none = matter.drafted(form(inside, "本单位")).await;
        assert_eq!(key(none), "refusal-stays-in-unit");
        let held = served(&matter, "单位通报").await;
        assert_eq!(key(matter.drafted(form(held, "全县")).await), "refusal-stays-in-unit");
        let bulletin = matter.drafted(form(held, "本单位")).await.unwrap();
        let own = matter.advance(matter.proposer, bulletin, (Step::Check, 1)).await;
        assert_eq!(key(own), "refusal-own-matter", "whoever is named has no hand in it");
        matter.advance(matter.verifier, bulletin, (Step::Check, 1)).await.unwrap();
        matter.advance(matter.adjudicator, bulletin, (Step::Review, 2)).await.unwrap();
        matter.advance(matter.chair, bulletin, (Step::Sign, 3)).await.unwrap();
        let soon = matter.advance(matter.verifier, bulletin, (Step::Publish, 4)).await;
        assert_eq!(key(soon), "refusal-too-soon");
        let (listed, _) = matter
            .county
            .acts
            .published(&BulletinFilter::default(), BulletinSort::default(), Page::all())
            .await
            .unwrap();
        assert!(listed.is_empty() && told_in(matter.mayor).await.is_empty());
    })
    .await;
}

/// A served decision on G15 in a procedure of a weight.
async fn served(matter: &Matter, weight: &str) -> AccountabilityId {
    let finding = registered(matter, ("", "县纪委", weight)).await.unwrap();
    let accountability = told(matter, finding, "reminder_talk").await.unwrap();
    said(matter, accountability).await;
    settled(matter, matter.chair, finding).await.unwrap();
    let actor = matter.chair;
    let act = DecideMeasure { actor, accountability, version: 2, form: alone() };
    matter.county.done(act).await;
    let form = ServiceForm::default();
    matter.county.done(ServeDecision { actor, accountability, version: 3, form }).await;
    accountability
}
