//! What a review sent back is decided anew, by others, and not for the worse.

use qz_acts::accountability::{
    DecideMeasure, DecisionForm, GiveNotice, GiveStatement, NoticeForm, StatementForm,
};
use qz_acts::matter::PaperForm;
use qz_domain::matter::Part;
use qz_domain::role::Role;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::{key, texts};
use qz_testkit::review::Reviewing;

#[tokio::test]
async fn a_decision_that_was_sent_back_is_decided_anew_by_others_and_no_heavier() {
    on_both_engines(async |url| {
        let one = Reviewing::new(&url).await;
        let finding = one.acts.accountability(one.matter.mayor, one.held).await.unwrap().finding.id;
        let notice = |measure: &str| {
            let form = NoticeForm {
                person: "G6".to_owned(),
                conduct: "未落实值班安排。".to_owned(),
                ground: "leaders_2009_5".to_owned(),
                measure: measure.to_owned(),
                ..NoticeForm::default()
            };
            GiveNotice { actor: one.matter.proposer, finding, form }
        };
        assert_eq!(key(one.try_act(notice("criticism")).await), "person fault-taken");
        one.through("撤销重作", "").await;
        assert_eq!(key(one.try_act(notice("admonition")).await), "refusal-heavier");
        let anew = one.try_act(notice("criticism")).await.unwrap().accountability;
        let form =
            StatementForm { statement: "请看原件。".to_owned(), ..StatementForm::default() };
        let actor = one.matter.mayor;
        let act = GiveStatement { actor, accountability: anew, version: 1, form };
        one.try_act(act).await.unwrap();
        let decide = |actor, panel: &[&str]| {
            let form = DecisionForm {
                panel: texts(panel),
                measure: "criticism".to_owned(),
                lasts: String::new(),
                response: "原件已看。".to_owned(),
                because: "情节轻微。".to_owned(),
                paper: PaperForm::default(),
            };
            DecideMeasure { actor, accountability: anew, version: 2, form }
        };
        let before = one.try_act(decide(one.matter.chair, &["G10", "G11", "G12"])).await;
        assert_eq!(key(before), "refusal-took-part", "who decided before");
        let head = one.matter.county.open("zhuo2", "G4", Role::Head, "QX50").await;
        let reviewers = one.try_act(decide(head, &["G4", "G20", "G9"])).await;
        assert_eq!(key(reviewers), "refusal-took-part", "who sent it back");
        one.try_act(decide(head, &["G4", "G9", "G23"])).await.unwrap();
        let view = one.acts.accountability(actor, anew).await.unwrap();
        let panel = view.hands.iter().filter(|hand| hand.part == Part::Redecided);
        assert_eq!(panel.count(), 3);
    })
    .await;
}
