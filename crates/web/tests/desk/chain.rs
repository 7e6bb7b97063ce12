//! The chain of responsibility through the doors: laid by the commission, read whole by whoever reads all, one's own
//! link alone by whoever is given notice, and by nobody else.

use crate::look::{browser, hold, look};
use axum::http::StatusCode;
use qz_acts::matter::PaperForm;
use qz_domain::role::Role;
use qz_testkit::client::{Client, Page};
use qz_testkit::county::county;
use qz_testkit::engines::on_both_engines;
use qz_testkit::liability::{asked, at_fault, exculpated};
use qz_testkit::matter::Matter;

/// Fills in a link with its row; the leader answers too.
fn filled(row: usize, given: &[(&str, &str)]) -> Vec<(String, String)> {
    given.iter().map(|(name, value)| (format!("link_{name}.{row}"), (*value).to_owned())).collect()
}

async fn send(client: &mut Client, at: &str, fields: Vec<(String, String)>) -> Page {
    let fields: Vec<_> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    client.post(at, &fields).await
}

fn whole() -> Vec<(String, String)> {
    let duty = [("duty", "值班到岗"), ("duty_source", "镇值班制度第三条")];
    let handler = [("person", "G7"), ("position", "handler"), ("fault", "failed_to_act")];
    let head = [("person", "G6"), ("position", "unit_head"), ("fault", "should_have_known")];
    let answers = [
        ("staffing", "no"),
        ("staffing_known", "编制三人，实有一人。"),
        ("instruction", "yes"),
        ("instruction_known", "班前会讲过。"),
        ("resources", "yes"),
        ("resources_known", "值班室齐备。"),
    ];
    let facts = [("facts", "当日未到岗，也未报备。")];
    let mut all = vec![("chain_way".to_owned(), "approved".to_owned())];
    for (row, link) in [(1, handler), (2, head)] {
        all.extend(filled(row, &link));
        all.extend(filled(row, &duty));
        all.extend(filled(row, &facts));
    }
    all.extend(filled(2, &answers));
    all.extend([("version".to_owned(), "0".to_owned())]);
    all
}

#[tokio::test]
async fn the_commission_lays_a_chain_in_its_form_and_reads_it_as_a_table_and_on_paper() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let matter = Matter::in_county(county.clone()).await;
        let finding = matter.verified().await;
        let at = format!("/desk/findings/{finding}/chain");
        let mut office = browser(&county, "discipline").await;
        let blank = look(&mut office, &format!("{at}/paper"), "chain-paper-blank").await;
        assert!(blank.body.contains("责任链认定表"), "{}", blank.body);
        let form = look(&mut office, &at, "chain-form").await;
        assert!(form.body.contains("先看按规则的责任份额"), "{}", form.body);
        let mut seen = whole();
        seen.push(("look".to_owned(), "1".to_owned()));
        let seen = send(&mut office, &at, seen).await;
        assert_eq!(seen.status, StatusCode::OK, "{}", seen.body);
        assert!(seen.body.contains("按规则：主要责任") && seen.body.contains("按规则：次要责任"));
        hold(&seen, "chain-look");
        let wrong = whole().into_iter().filter(|(name, _)| name != "link_facts.1").collect();
        let wrong = send(&mut office, &at, wrong).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("过错的事实 1"), "{}", wrong.body);
        hold(&wrong, "chain-wrong");
        let laid = send(&mut office, &at, whole()).await;
        assert_eq!(laid.status, StatusCode::SEE_OTHER, "{}", laid.body);
        let page = look(&mut office, &format!("/desk/findings/{finding}"), "chain-finding").await;
        for said in ["不作为：当日未到岗", "主要责任", "次要责任", "人手没有提供", "重新明确责任链"]
        {
            assert!(page.body.contains(said), "{said}: {}", page.body);
        }
        look(&mut office, &at, "chain-anew").await;
        let paper = look(&mut office, &format!("{at}/paper"), "chain-paper").await;
        assert!(paper.body.contains("邴若水") || paper.body.contains("闻砚秋"), "{}", paper.body);
        let file =
            look(&mut office, &format!("/desk/findings/{finding}/dossier"), "chain-file").await;
        assert!(file.body.contains("责任链认定表"), "{}", file.body);
    })
    .await;
}

#[tokio::test]
async fn others_do_not_lay_it_or_read_it_and_whoever_is_noticed_reads_their_own_link_alone() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let matter = Matter::in_county(county.clone()).await;
        let finding = matter.verified().await;
        let links = [
            at_fault("G7", "承办", "不作为"),
            exculpated("G8", "审核", "已留异议"),
            asked(at_fault("G6", "主要负责人", "应知"), ["是", "是", "是"]),
        ];
        let given = (links.as_slice(), PaperForm::default());
        matter.lay(matter.proposer, (finding, 0), given).await.unwrap();
        let at = format!("/desk/findings/{finding}/chain");
        for persona in ["clerk", "adjudicator", "head", "cadre", "audit"] {
            let mut other = browser(&county, persona).await;
            let page = other.get(&at).await;
            let refused = [StatusCode::FORBIDDEN, StatusCode::NOT_FOUND];
            assert!(refused.contains(&page.status), "{persona}: {}", page.status);
            let sent = send(&mut other, &at, whole()).await;
            assert!(refused.contains(&sent.status), "{persona}: {}", sent.status);
        }
        let mut clerk = browser(&county, "clerk").await;
        let page = clerk.get(&format!("/desk/findings/{finding}")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(!page.body.contains("蓝思齐"), "a clerk reads the finding, not the chain");
        assert_eq!(clerk.get(&format!("{at}/paper")).await.status, StatusCode::NOT_FOUND);
        let file = clerk.get(&format!("/desk/findings/{finding}/dossier")).await;
        assert!(file.body.contains("您看不到其中的：责任链"), "{}", file.body);
        let notice = ("G6", "circulated_criticism");
        let held = matter.notify(matter.proposer, finding, notice).await.unwrap();
        assert_eq!(county.account(Role::Head).await, matter.mayor);
        let mut mayor = browser(&county, "head").await;
        for path in ["", "/paper/notice"] {
            let at = format!("/desk/accountabilities/{held}{path}");
            let page = look(&mut mayor, &at, "chain-own").await;
            for said in ["主要负责人", "应知：当日未按值班表", "次要责任", "链上另有2人"]
            {
                assert!(page.body.contains(said), "{path} {said}: {}", page.body);
            }
            for hidden in ["晏知川", "蓝思齐", "已留异议"] {
                assert!(!page.body.contains(hidden), "{path} {hidden}: {}", page.body);
            }
        }
    })
    .await;
}
