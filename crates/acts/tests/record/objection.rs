//! Objections: who may raise, withdraw and answer them, and what is refused.

use jiff::civil::date;
use qz_acts::ActError;
use qz_acts::objection::view::{ObjectionFilter, ObjectionSort, Page};
use qz_acts::objection::{
    AnswerForm, AnswerObjection, ObjectionForm, RaiseObjection, WithdrawObjection,
};
use qz_domain::id::{AccountId, ObjectionId, PersonId};
use qz_domain::instant::instant;
use qz_domain::objection::{Office, Stage};
use qz_domain::role::Role;
use qz_domain::term::Due;
use qz_testkit::county::county_at;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::{Matter, key};

async fn raise(matter: &Matter, actor: AccountId, entry: &str) -> Result<ObjectionId, ActError> {
    let form = ObjectionForm {
        entry: entry.to_owned(),
        wrong: "起始日期写错了。".to_owned(),
        rightly: "应为2013年5月1日。".to_owned(),
        proof: "任字〔2013〕5号".to_owned(),
    };
    let act = RaiseObjection { actor, form };
    matter.county.try_act(act).await.map(|raised| raised.objection)
}

async fn answer(
    matter: &Matter,
    actor: AccountId,
    (objection, outcome): (ObjectionId, &str),
) -> Result<Stage, ActError> {
    let (outcome, answer) = (outcome.to_owned(), "原件记载无误，见任免文件。".to_owned());
    let form = AnswerForm { outcome, answer };
    let act = AnswerObjection { actor, objection, version: 1, form };
    matter.county.try_act(act).await.map(|changed| changed.stage)
}

/// The person of an account, and the entry of their base data.
async fn base(matter: &Matter, account: AccountId) -> (PersonId, String) {
    let own = matter.county.acts.own_record(account).await.unwrap().unwrap();
    (own.person, format!("person-{}", own.person))
}

#[tokio::test]
async fn base_data_is_answered_by_personnel_and_never_by_whoever_brought_it_in() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let county = &matter.county;
        let (cadre, hr) = (county.account(Role::Cadre).await, county.account(Role::Hr).await);
        let second = county.open("hr2", "G4", Role::Hr, "QX30").await;
        let (_, entry) = base(&matter, cadre).await;
        let id = raise(&matter, cadre, &entry).await.unwrap();
        assert_eq!(key(raise(&matter, cadre, &entry).await), "refusal-objection-open");
        assert_eq!(key(answer(&matter, hr, (id, "kept")).await), "refusal-kept-the-entry");
        assert_eq!(key(answer(&matter, matter.verifier, (id, "kept")).await), "forbidden");
        assert_eq!(key(answer(&matter, cadre, (id, "corrected")).await), "forbidden");
        let view = county.acts.objection(second, Office::Record, id).await.unwrap();
        assert_eq!(view.objection.due.due.earliest().to_string(), "2016-03-08");
        let elsewhere = county.acts.objection(second, Office::Matter, id).await;
        assert_eq!(key(elsewhere), "not found");
        assert_eq!(answer(&matter, second, (id, "kept")).await.unwrap(), Stage::Kept);
        assert_eq!(key(answer(&matter, second, (id, "kept")).await), "refusal-out-of-order");
        let own = county.acts.own_objection(cadre, id).await.unwrap();
        assert_eq!(own.answered_by.unwrap().number, "G4");
        assert_eq!(own.timeline.len(), 2);
        raise(&matter, cadre, &entry).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_matter_is_answered_by_its_organ_and_by_none_of_its_hands() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let county = &matter.county;
        let held = matter.served().await;
        let entry = format!("accountability-{held}");
        let id = raise(&matter, matter.mayor, &entry).await.unwrap();
        for hand in [matter.proposer, matter.screener] {
            assert_eq!(key(answer(&matter, hand, (id, "kept")).await), "refusal-kept-the-entry");
        }
        let elsewhere = county.open("elsewhere", "G4", Role::Discipline, "QX40").await;
        assert_eq!(key(answer(&matter, elsewhere, (id, "kept")).await), "forbidden");
        let hr = county.account(Role::Hr).await;
        assert_eq!(key(answer(&matter, hr, (id, "kept")).await), "forbidden");
        let (filter, sort) = (ObjectionFilter::default(), ObjectionSort::Due);
        let seen = async |account, office| {
            let found = county.acts.objections((account, office), &filter, sort, Page::all()).await;
            found.unwrap().1
        };
        assert_eq!(seen(matter.verifier, Office::Matter).await, 1);
        assert_eq!(seen(elsewhere, Office::Matter).await, 0);
        assert_eq!(seen(hr, Office::Record).await, 0);
        let done = answer(&matter, matter.verifier, (id, "corrected")).await;
        assert_eq!(done.unwrap(), Stage::Corrected);
    })
    .await;
}

#[tokio::test]
async fn nobody_objects_to_anothers_entry_or_answers_their_own() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let cadre = matter.county.account(Role::Cadre).await;
        let (_, entry) = base(&matter, cadre).await;
        for wrong in [&*entry, "appointment-1", "kin-1", "bulletin-1", "x", "person-x"] {
            assert_eq!(key(raise(&matter, matter.mayor, wrong).await), "not found", "{wrong}");
        }
        let act =
            RaiseObjection { actor: cadre, form: ObjectionForm { entry, ..Default::default() } };
        let faults = key(matter.county.try_act(act).await);
        assert_eq!(faults, "wrong fault-missing, rightly fault-missing");
        let second = matter.county.open("hr2", "G4", Role::Hr, "QX30").await;
        let (_, own) = base(&matter, second).await;
        let id = raise(&matter, second, &own).await.unwrap();
        assert_eq!(key(answer(&matter, second, (id, "kept")).await), "refusal-own-matter");
    })
    .await;
}

#[tokio::test]
async fn only_the_person_withdraws_and_only_before_the_answer() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let cadre = matter.county.account(Role::Cadre).await;
        let (_, entry) = base(&matter, cadre).await;
        let objection = raise(&matter, cadre, &entry).await.unwrap();
        let withdraw = async |actor, version| {
            let act = WithdrawObjection { actor, objection, version };
            matter.county.try_act(act).await.map(|changed| changed.stage)
        };
        assert_eq!(key(withdraw(matter.mayor, 1).await), "forbidden");
        assert_eq!(key(withdraw(cadre, 9).await), "refusal-stale-version");
        assert_eq!(withdraw(cadre, 1).await.unwrap(), Stage::Withdrawn);
        assert_eq!(key(withdraw(cadre, 2).await), "refusal-out-of-order");
    })
    .await;
}

/// An invented notice of a year that has none yet.
const NOTICE: &str = include_str!("../../../domain/tests/notice/2027.toml");

#[tokio::test]
async fn an_answer_that_is_due_in_an_unknown_year_waits_and_is_fixed_by_the_notice() {
    on_both_engines(async |url| {
        let at = instant(date(2026, 12, 29).at(9, 0, 0, 0)).unwrap();
        let matter = Matter::in_county(county_at(&url, at).await).await;
        let cadre = matter.county.account(Role::Cadre).await;
        let (_, entry) = base(&matter, cadre).await;
        let id = raise(&matter, cadre, &entry).await.unwrap();
        let acts = &matter.county.acts;
        let due = async || acts.own_objection(cadre, id).await.unwrap().objection.due.due;
        assert!(matches!(due().await, Due::AwaitingCalendar { year: 2027, .. }));
        let hr = matter.county.account(Role::Hr).await;
        assert_eq!(acts.import_notice(hr, NOTICE).await.unwrap().fixed, 1);
        assert!(matches!(due().await, Due::Fixed(_)));
        assert_eq!(acts.waiting_terms().await.unwrap(), 0);
    })
    .await;
}
