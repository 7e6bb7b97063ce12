//! A tie of kin that was declared wrongly: withdrawn with its reason, and the past kept as it was.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use qz_acts::kin::{DeclareKin, KinForm, WithdrawKin, WithdrawalForm};
use qz_acts::person::view::{KinTie, PersonFilter, PersonSort};
use qz_acts::visit::view::Page;
use qz_acts::visit::{FilePaperVisit, PaperVisitForm};
use qz_domain::id::PersonId;
use qz_domain::role::Role;
use qz_testkit::county::{County, county};
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::{key, texts};

async fn person(county: &County, name: &str) -> PersonId {
    let hr = county.account(Role::Hr).await;
    let filter = PersonFilter { words: Some(name.to_owned()), ..PersonFilter::default() };
    let page = Page::number(1, 9);
    let (lines, _) = county.acts.people(hr, &filter, PersonSort::default(), page).await.unwrap();
    lines.first().unwrap().id
}

async fn tie(county: &County, of: PersonId) -> KinTie {
    let hr = county.account(Role::Hr).await;
    county.acts.person(hr, of).await.unwrap().kin.unwrap().remove(0)
}

async fn withdraw(county: &County, role: Role, of: PersonId, reason: &str) -> String {
    let actor = county.account(role).await;
    let kin = tie(county, of).await.id;
    let form = WithdrawalForm { reason: reason.to_owned() };
    key(county.try_act(WithdrawKin { actor, person: of, kin, form }).await.map(drop))
}

/// G5, who declared kin in 枫渡镇, visits it with G3.
async fn visit(county: &County, number: &str, at: &str) -> String {
    let form = PaperVisitForm {
        number: number.to_owned(),
        unit: "枫渡镇".to_owned(),
        visited_at: at.to_owned(),
        manner: "明察".to_owned(),
        observed: "四个窗口有人。".to_owned(),
        outcome: "无问题".to_owned(),
        told: "值班副镇长".to_owned(),
        team: texts(&["G5", "G3"]),
        ..PaperVisitForm::default()
    };
    let actor = county.account(Role::Clerk).await;
    key(county.try_act(FilePaperVisit { actor, form }).await.map(drop))
}

#[tokio::test]
async fn a_tie_that_was_wrong_bars_nobody_from_then_on_and_everybody_before() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let g5 = person(&county, "秋见山").await;
        let (before, now) = ("2016-02-15 09:20", "2016-02-16 08:20");
        assert_eq!(visit(&county, "2016-0001", now).await, "refusal-kin-in-unit");
        assert_eq!(withdraw(&county, Role::Cadre, g5, "同名").await, "forbidden");
        assert_eq!(withdraw(&county, Role::Hr, g5, " ").await, "reason fault-missing");
        let reason = "同名的另一人，户籍材料可查。";
        assert_eq!(withdraw(&county, Role::Hr, g5, reason).await, "Ok(())");
        assert_eq!(withdraw(&county, Role::Hr, g5, reason).await, "refusal-tie-withdrawn");
        let (_, why) = tie(&county, g5).await.withdrawn.unwrap();
        assert_eq!(why, reason, "the tie stays on record with its reason");
        assert_eq!(visit(&county, "2016-0002", before).await, "refusal-kin-in-unit");
        assert_eq!(visit(&county, "2016-0003", now).await, "Ok(())");
    })
    .await;
}

#[tokio::test]
async fn nobody_withdraws_a_tie_of_their_own() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let form = KinForm {
            person: "G9".to_owned(),
            relative: "G2".to_owned(),
            relation: "配偶".to_owned(),
            ..KinForm::default()
        };
        let actor = county.account(Role::Hr).await;
        county.done(DeclareKin { actor, form, source: String::new() }).await;
        let g2 = person(&county, "洛书远").await;
        let refused = withdraw(&county, Role::Hr, g2, "填错").await;
        assert_eq!(refused, "refusal-own-tie");
    })
    .await;
}
