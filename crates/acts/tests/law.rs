//! Changes of the county's own law on both engines: proposed by one, confirmed by another, in force
//! from a coming day on; every refusal; and what a bulletin may not outlast.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use jiff::Timestamp;
use jiff::civil::date;
use qz_acts::account::{ConfirmRole, ProposeRole, RoleForm};
use qz_acts::accountability::DecisionForm;
use qz_acts::bulletin::BulletinForm;
use qz_acts::chance::SeededChance;
use qz_acts::clock::ScriptedClock;
use qz_acts::law::view::{LawChangeFilter, LawChangeSort, Page};
use qz_acts::law::{
    ConfirmLawChange, LawChangeChanged, ProposalForm, ProposeLawChange, RefuseLawChange,
    WithdrawLawChange,
};
use qz_acts::matter::PaperForm;
use qz_acts::objection::{ObjectionForm, RaiseObjection};
use qz_acts::{ActError, Acts};
use qz_domain::bulletin::Step;
use qz_domain::id::{AccountId, LawChangeId};
use qz_domain::instant::instant;
use qz_domain::law::change::Stage;
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;
use qz_store::StoreUrl;
use qz_testkit::county::{County, county};
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::{Matter, key};
use std::sync::Arc;

/// The clerk G1, and G4 who leads the county.
struct Office {
    county: County,
    clerk: AccountId,
    leader: AccountId,
}

type Outcome = Result<LawChangeChanged, ActError>;

impl Office {
    async fn new(url: &StoreUrl) -> Self {
        let county = county(url).await;
        let clerk = county.account(Role::Clerk).await;
        let leader = county.open("leader", "G4", Role::CountyLeader, "QX").await;
        Self { county, clerk, leader }
    }

    async fn propose(&self, form: ProposalForm) -> Result<LawChangeId, ActError> {
        let act = ProposeLawChange { actor: self.clerk, form };
        self.county.try_act(act).await.map(|made| made.change)
    }

    async fn confirm(&self, actor: AccountId, change: LawChangeId, paper: PaperForm) -> Outcome {
        self.county.try_act(ConfirmLawChange { actor, change, version: 1, paper }).await
    }

    async fn refuse(&self, actor: AccountId, change: LawChangeId, reason: &str) -> Outcome {
        let (reason, paper) = (reason.to_owned(), PaperForm::default());
        self.county.try_act(RefuseLawChange { actor, change, version: 1, reason, paper }).await
    }

    async fn withdraw(&self, actor: AccountId, change: LawChangeId) -> Outcome {
        let (reason, paper) = ("改提另一个数".to_owned(), PaperForm::default());
        self.county.try_act(WithdrawLawChange { actor, change, version: 1, reason, paper }).await
    }
}

/// The term, how long, from which day.
fn form(term: &str, length: &str, from: &str) -> ProposalForm {
    let text = str::to_owned;
    ProposalForm {
        term: text(term),
        length: text(length),
        from: text(from),
        document: text("千办发〔2016〕3号"),
        reason: text("乡镇人手少，十五个工作日太长。"),
        paper: PaperForm::default(),
    }
}

/// A paper of the day, done by somebody.
fn by(number: &str) -> PaperForm {
    let text = str::to_owned;
    PaperForm {
        number: text("文1"),
        day: text("2016-02-16"),
        by: text(number),
        ..PaperForm::default()
    }
}

/// The same account with the role of a county leader besides.
async fn also_leader(county: &County, account: AccountId) -> AccountId {
    let system = county.account(Role::System).await;
    let security = county.account(Role::Security).await;
    let form = RoleForm { role: Role::CountyLeader.code().to_owned(), unit: "QX".to_owned() };
    let grant = county.done(ProposeRole { actor: system, account, form }).await.grant;
    county.done(ConfirmRole { actor: security, grant }).await;
    account
}

/// The same store some days later, through another process.
async fn later(url: &StoreUrl, day: jiff::civil::Date) -> County {
    let at: Timestamp = instant(day.at(9, 0, 0, 0)).unwrap();
    let clock = Arc::new(ScriptedClock::standing_at(at));
    let chance = Arc::new(SeededChance::new(7));
    County { acts: Acts::open(url, clock, chance).await.unwrap() }
}

/// Somebody objects to their base data; how long the answer may take.
async fn objection_term(county: &County, role: Role) -> (String, String) {
    let actor = county.account(role).await;
    let own = county.acts.own_record(actor).await.unwrap().unwrap().person;
    let form = ObjectionForm {
        entry: format!("person-{own}"),
        wrong: "工号写错了。".to_owned(),
        rightly: "应为G80。".to_owned(),
        proof: String::new(),
    };
    let id = county.done(RaiseObjection { actor, form }).await.objection;
    let due = county.acts.own_objection(actor, id).await.unwrap().objection.due;
    (due.length.to_string(), due.due.earliest().to_string())
}

#[tokio::test]
async fn a_confirmed_term_holds_from_its_day_and_terms_that_run_keep_theirs() {
    on_both_engines(async |url| {
        let office = Office::new(&url).await;
        let county = &office.county;
        let change = office.propose(form("objection_answer", "10", "2016-03-01")).await.unwrap();
        let changed = office.confirm(office.leader, change, PaperForm::default()).await.unwrap();
        assert_eq!((changed.version, changed.stage), (2, Stage::Confirmed));
        let running = objection_term(county, Role::Cadre).await;
        assert_eq!(running, ("15wd".to_owned(), "2016-03-08".to_owned()), "not yet in force");

        let march = later(&url, date(2016, 3, 1)).await;
        let fresh = objection_term(&march, Role::Liaison).await;
        assert_eq!(fresh, ("10wd".to_owned(), "2016-03-15".to_owned()));
        let law = march.acts.confirmed_law().await.unwrap();
        assert_eq!((law.county.terms().len(), law.leaves.len()), (1, 1));
        assert!(law.in_force().county.is_some());

        // What was done on paper before that day is counted by the law of its day.
        let matter = Matter::in_county(march.clone()).await;
        let second = ProposeLawChange {
            actor: office.clerk,
            form: form("statement_window", "7", "2016-03-02"),
        };
        let second = march.done(second).await.change;
        let paper = PaperForm::default();
        let actor = office.leader;
        march.done(ConfirmLawChange { actor, change: second, version: 1, paper }).await;
        let held = matter.served().await;
        let row = march.acts.accountability(matter.chair, held).await.unwrap().row;
        assert_eq!(row.answer_due.length.to_string(), "5wd");
    })
    .await;
}

#[tokio::test]
async fn whoever_proposed_or_keyed_it_neither_confirms_nor_refuses() {
    on_both_engines(async |url| {
        let office = Office::new(&url).await;
        let paper = by("G10");
        let change = ProposalForm { paper, ..form("rectification", "20", "2016-03-01") };
        let change = office.propose(change).await.unwrap();
        let county = &office.county;
        let proposer = county.open("ten", "G10", Role::FirstSecretary, "QX").await;
        let none = PaperForm::default;
        assert_eq!(key(office.confirm(office.clerk, change, none()).await), "forbidden");
        let keyer = also_leader(county, office.clerk).await;
        assert_eq!(key(office.confirm(proposer, change, none()).await), "refusal-took-part");
        assert_eq!(key(office.confirm(keyer, change, none()).await), "refusal-took-part");
        assert_eq!(key(office.confirm(keyer, change, by("G4")).await), "refusal-took-part");
        assert_eq!(key(office.confirm(office.leader, change, by("G1")).await), "refusal-took-part");
        assert_eq!(key(office.refuse(keyer, change, "不妥").await), "refusal-took-part");
        assert_eq!(key(office.withdraw(office.leader, change).await), "forbidden");
        assert_eq!(key(office.refuse(office.leader, change, " ").await), "reason fault-missing");
        let refused = office.refuse(office.leader, change, "先试一个镇").await.unwrap();
        assert_eq!(refused.stage, Stage::Refused);
        assert_eq!(
            key(office.confirm(office.leader, change, none()).await),
            "refusal-out-of-order"
        );
        let view = county.acts.law_change(office.clerk, change).await.unwrap();
        assert_eq!((&*view.change.answer, view.steps.len()), ("先试一个镇", 0));
        let hands: Vec<_> = view.hands.iter().map(|hand| (&*hand.number, hand.is_keyed)).collect();
        assert_eq!(hands, [("G10", false), ("G1", true), ("G4", false)]);
    })
    .await;
}

#[tokio::test]
async fn what_the_law_sets_what_is_past_and_what_is_beyond_the_bounds_is_refused() {
    on_both_engines(async |url| {
        let office = Office::new(&url).await;
        for (term, length, from, said) in [
            ("remedy_ask", "20", "2016-03-01", "refusal-law-set-by-law"),
            ("teatime", "5", "2016-03-01", "refusal-law-unknown"),
            ("statement_window", "2", "2016-03-01", "length fault-not-a-number"),
            ("statement_window", "16", "2016-03-01", "length fault-not-a-number"),
            ("statement_window", "5", "2016-03-01", "refusal-nothing-changed"),
            ("statement_window", "7", "2016-02-16", "refusal-law-not-to-come"),
            ("statement_window", "7", "2016-02-15", "refusal-law-not-to-come"),
            ("statement_window", "7", "", "holds_from fault-missing"),
            ("", "", "x", "term fault-missing, holds_from fault-not-a-day, length fault-missing"),
        ] {
            let found = office.propose(form(term, length, from)).await;
            assert_eq!(key(found), said, "{term} {length} {from}");
        }
        let two = [("7", "2016-03-01"), ("8", "2016-03-01"), ("9", "2016-02-17")];
        let mut made = vec![];
        for (length, from) in two {
            made.push(office.propose(form("statement_window", length, from)).await.unwrap());
        }
        let (leader, none) = (office.leader, PaperForm::default);
        office.confirm(leader, made[0], none()).await.unwrap();
        let again = office.confirm(leader, made[1], none()).await;
        assert_eq!(key(again), "refusal-law-set-for-that-day");
        office.withdraw(office.clerk, made[1]).await.unwrap();
        // The day it was to hold from has come.
        let next = later(&url, date(2016, 2, 17)).await;
        let late = ConfirmLawChange { actor: leader, change: made[2], version: 1, paper: none() };
        assert_eq!(key(next.try_act(late).await), "refusal-law-not-to-come");
        let stale = ConfirmLawChange { actor: leader, change: made[2], version: 9, paper: none() };
        assert_eq!(key(next.try_act(stale).await), "refusal-stale-version");
        let page = Page::number(1, 10);
        for sort in LawChangeSort::ALL {
            let confirmed = Some(Stage::Confirmed);
            let filter = LawChangeFilter { stage: confirmed, ..LawChangeFilter::default() };
            let (found, total) = next.acts.law_changes(&filter, sort, page).await.unwrap();
            assert_eq!((found[0].ordinal, total), (Some(1), 1));
        }
        let words = Some("人手少".to_owned());
        let filter =
            LawChangeFilter { words, code: Some("statement_window".to_owned()), stage: None };
        let found = next.acts.law_changes(&filter, LawChangeSort::Latest, page).await.unwrap();
        assert_eq!(found.1, 3);
    })
    .await;
}

/// The last day a county bulletin of 18 February names G6, by the measure decided on the 16th.
async fn named_until(url: &StoreUrl, measure: &str) -> String {
    let matter = Matter::new(url).await;
    let finding = matter.verified().await;
    let held = matter.notify(matter.proposer, finding, ("G6", measure)).await.unwrap();
    matter.answer(held).await.unwrap();
    matter.adjudicate(matter.adjudicator, finding, "leaders_2009_5").await.unwrap();
    let decision = DecisionForm { measure: measure.to_owned(), ..matter.decision() };
    matter.decide(matter.chair, held, (2, decision)).await.unwrap();
    matter.serve(matter.screener, held).await.unwrap();
    let form = matter.draft(&[(held, "主要负责人，首次通报。")]);
    let told = matter.drafted(BulletinForm { scope: "全县".to_owned(), ..form }).await.unwrap();
    matter.advance(matter.verifier, told, (Step::Check, 1)).await.unwrap();
    matter.advance(matter.adjudicator, told, (Step::Review, 2)).await.unwrap();
    matter.advance(matter.chair, told, (Step::Sign, 3)).await.unwrap();
    let county = later(url, date(2016, 2, 18)).await;
    let matter = Matter { county, ..matter };
    matter.advance(matter.verifier, told, (Step::Publish, 4)).await.unwrap();
    let view = matter.county.acts.bulletin(matter.chair, told).await.unwrap();
    view.bulletin.expiry.unwrap().due.earliest().to_string()
}

#[tokio::test]
async fn a_bulletin_names_nobody_longer_than_the_measure_bears_on_them() {
    on_both_engines(async |url| {
        // 诫勉 bears six months from the decision; the bulletin's own six months are counted later.
        assert_eq!(named_until(&url, "admonition").await, "2016-08-16");
    })
    .await;
    on_both_engines(async |url| {
        assert_eq!(named_until(&url, "circulated_criticism").await, "2016-08-18");
    })
    .await;
}
