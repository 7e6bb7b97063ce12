//! Joint liability: before a second person answers for a matter the chain says whose duty it was and whose own fault;
//! whoever is exculpated never answers, leaders are asked first, and who lays the chain does not decide.

use jiff::Timestamp;
use qz_acts::ActError;
use qz_acts::accountability::{GiveNotice, NoticeForm};
use qz_acts::log::{Options, verify_store};
use qz_acts::matter::PaperForm;
use qz_domain::id::{AccountabilityId, FindingId};
use qz_domain::liability::{Share, Verdict};
use qz_testkit::county::county_at;
use qz_testkit::engines::on_both_engines;
use qz_testkit::liability::{asked, at_fault, exculpated, leader};
use qz_testkit::matter::{Matter, key, on};

/// A working day of 2026.
const NOW: Timestamp = Timestamp::constant(1_795_395_600, 0);

async fn notify(
    matter: &Matter,
    finding: FindingId,
    person: &str,
) -> Result<AccountabilityId, ActError> {
    let form = NoticeForm {
        person: person.to_owned(),
        conduct: "未落实值班安排。".to_owned(),
        ground: "accountability_2019_7".to_owned(),
        measure: "circulated_criticism".to_owned(),
        tolerance: vec![("都不是".to_owned(), String::new()); 3],
        ..NoticeForm::default()
    };
    let act = GiveNotice { actor: matter.proposer, finding, form };
    matter.county.try_act(act).await.map(|made| made.accountability)
}

#[tokio::test]
async fn a_second_person_answers_by_a_chain_alone_and_for_a_fault_of_their_own() {
    on_both_engines(async |url| {
        let matter = Matter::in_county(county_at(&url, NOW).await).await;
        let finding = matter.verified().await;
        let lay = async |version, links: &[_]| {
            let given = (links, PaperForm::default());
            key(matter.lay(matter.proposer, (finding, version), given).await)
        };
        notify(&matter, finding, "G7").await.unwrap();
        assert_eq!(key(notify(&matter, finding, "G6").await), "refusal-no-chain");
        let (handler, chief) = (at_fault("G7", "承办", "不作为"), leader("G6", "主要负责人"));
        assert_eq!(lay(0, std::slice::from_ref(&chief)).await, "refusal-noticed-left-out");
        assert_eq!(lay(0, &[handler.clone(), chief.clone()]).await, "Ok(1)");
        assert_eq!(key(notify(&matter, finding, "G6").await), "refusal-no-own-fault");
        assert_eq!(key(notify(&matter, finding, "G8").await), "refusal-not-in-chain");
        let objected = exculpated("G8", "审核", "已留异议");
        let all = [handler.clone(), objected, chief];
        assert_eq!(lay(0, &all).await, "refusal-stale-version");
        assert_eq!(lay(1, &all).await, "Ok(2)");
        assert_eq!(key(notify(&matter, finding, "G8").await), "refusal-link-exculpated");
        let at_fault_too = asked(at_fault("G6", "主要负责人", "应知"), ["否", "是", "是"]);
        assert_eq!(lay(2, &[handler, at_fault_too]).await, "Ok(3)");
        let held = notify(&matter, finding, "G6").await.unwrap();
        let own =
            matter.county.acts.accountability(matter.mayor, held).await.unwrap().link.unwrap();
        assert_eq!((own.link.share, own.others), (Some(Share::Secondary), 1), "by the rule");
        let view = matter.county.acts.finding(matter.proposer, finding).await.unwrap();
        let chain = view.chain.unwrap();
        assert_eq!((chain.chain.layings.len(), chain.current.version), (3, 3), "each is kept");
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn nobody_answers_below_a_leader_who_was_not_asked_or_left_a_lack_without_a_word() {
    on_both_engines(async |url| {
        let matter = Matter::in_county(county_at(&url, NOW).await).await;
        let finding = matter.verified().await;
        let lay = async |version, links: &[_]| {
            let given = (links, PaperForm::default());
            key(matter.lay(matter.proposer, (finding, version), given).await)
        };
        let handler = || at_fault("G7", "承办", "明知");
        assert_eq!(lay(0, &[handler()]).await, "Ok(1)");
        assert_eq!(key(notify(&matter, finding, "G7").await), "refusal-leaders-not-asked");
        let unasked = qz_domain::liability::LinkGiven {
            asked: Default::default(),
            ..leader("G6", "主要负责人")
        };
        assert_eq!(lay(1, &[handler(), unasked]).await, "link_staffing.2 fault-missing");
        let lacking = asked(leader("G6", "主要负责人"), ["否", "是", "是"]);
        assert_eq!(lay(1, &[handler(), lacking]).await, "refusal-lack-unanswered");
        let excused = asked(exculpated("G6", "主要负责人", "不可抗力"), ["否", "是", "是"]);
        assert_eq!(lay(1, &[handler(), excused]).await, "Ok(2)");
        notify(&matter, finding, "G7").await.unwrap();
        assert_eq!(key(notify(&matter, finding, "G6").await), "refusal-link-exculpated");
    })
    .await;
}

#[tokio::test]
async fn a_share_set_otherwise_has_its_reason_and_the_shares_make_a_whole() {
    on_both_engines(async |url| {
        let matter = Matter::in_county(county_at(&url, NOW).await).await;
        let finding = matter.verified().await;
        let lay = async |links: &[_]| {
            let given = (links, PaperForm::default());
            key(matter.lay(matter.proposer, (finding, 0), given).await)
        };
        let set = |share: &str, because: &str| qz_domain::liability::LinkGiven {
            share: share.to_owned(),
            share_because: because.to_owned(),
            ..at_fault("G7", "承办", "明知")
        };
        let approver = || at_fault("G8", "审批", "应知");
        assert_eq!(
            lay(&[set("主要责任", ""), approver()]).await,
            "link_share_because.1 fault-missing"
        );
        let sole = set("全部责任", "自作主张。");
        assert_eq!(lay(&[sole, approver()]).await, "refusal-shares-do-not-fit");
        assert_eq!(lay(&[set("主要责任", "自作主张。"), approver()]).await, "Ok(1)");
        let view = matter.county.acts.finding(matter.proposer, finding).await.unwrap();
        let links = view.chain.unwrap().current.links;
        let shares: Vec<_> = links.iter().map(|link| link.share).collect();
        assert_eq!(shares, [Some(Share::Main), Some(Share::Main)], "the approver's is the rule's");
        assert_eq!(links[0].share_because, "自作主张。");
        assert!(links.iter().all(|link| matches!(link.verdict, Verdict::AtFault(..))));
    })
    .await;
}

#[tokio::test]
async fn before_the_law_asks_a_chain_is_not_wanted_and_still_takes_out_whom_it_exculpates() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let finding = matter.verified().await;
        let notice = async |person| {
            key(matter.notify(matter.proposer, finding, (person, "circulated_criticism")).await)
        };
        assert!(notice("G6").await.starts_with("Ok"));
        assert!(notice("G7").await.starts_with("Ok"), "two of 2016, and no chain");
        let links = [
            at_fault("G7", "承办", "不作为"),
            exculpated("G8", "审核", "已尽责"),
            asked(at_fault("G6", "主要负责人", "应知"), ["是", "否", "是"]),
        ];
        let given = (links.as_slice(), on("03"));
        matter.lay(matter.proposer, (finding, 0), given).await.unwrap();
        assert_eq!(notice("G8").await, "refusal-link-exculpated");
    })
    .await;
}

#[tokio::test]
async fn whoever_lays_it_does_not_decide_it_and_once_decided_it_stays() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let (finding, held) = matter.upheld().await;
        let links = [
            at_fault("G7", "承办", "不作为"),
            asked(at_fault("G6", "主要负责人", "应知"), ["是", "是", "是"]),
        ];
        let lay = async |actor, version, links: &[_]| {
            key(matter.lay(actor, (finding, version), (links, PaperForm::default())).await)
        };
        assert_eq!(lay(matter.mayor, 0, &links).await, "forbidden");
        assert_eq!(lay(matter.clerk, 0, &links).await, "forbidden");
        let own = [links[1].clone(), at_fault("G15", "审核", "不作为"), links[0].clone()];
        assert_eq!(lay(matter.proposer, 0, &own).await, "refusal-own-matter");
        let paper = PaperForm { by: "G10".to_owned(), ..on("16") };
        matter.lay(matter.proposer, (finding, 0), (&links, paper)).await.unwrap();
        let decided = matter.decide(matter.chair, held, (2, matter.decision())).await;
        assert_eq!(key(decided), "refusal-took-part", "G10 laid it and chairs the panel");
        let out = [links[0].clone(), exculpated("G6", "主要负责人", "已尽责")];
        let out = [out[0].clone(), asked(out[1].clone(), ["是", "是", "是"])];
        assert_eq!(lay(matter.proposer, 1, &out).await, "Ok(2)");
        let panel = qz_acts::accountability::DecisionForm {
            panel: qz_testkit::matter::texts(&["G11", "G12", "G9"]),
            ..matter.decision()
        };
        let eleven = matter.county.open("shi", "G11", qz_domain::role::Role::Head, "QX50").await;
        let decide = async || key(matter.decide(eleven, held, (2, panel.clone())).await);
        assert_eq!(decide().await, "refusal-link-exculpated");
        assert_eq!(lay(matter.proposer, 2, &links).await, "Ok(3)");
        assert!(decide().await.starts_with("Ok"));
        assert_eq!(lay(matter.proposer, 3, &links).await, "refusal-chain-decided");
    })
    .await;
}
