//! A rectification through the pages: ordered from the page of a finding, planned and claimed by the unit,
//! closed by a third person; anybody sees the unit and the days, and never the words of a finding.

use crate::look::{browser, hold, look};
use crate::matter::{done, send};
use axum::http::StatusCode;
use qz_acts::visit::{FilePaperVisit, PaperVisitForm};
use qz_domain::role::Role;
use qz_testkit::client::{Client, Page};
use qz_testkit::county::{County, county};
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::Matter;

const LIST: &str = "/desk/rectifications";
const QUEUE: &str = "/desk/rectifications/queue";

/// Ordered from the finding with what it established; the address of the rectification.
async fn ordered(adjudicator: &mut Client, finding: &str) -> String {
    let page = look(adjudicator, finding, "finding-to-rectify").await;
    let at = format!("{finding}/rectify");
    assert!(page.body.contains(&at), "{}", page.body);
    let form = look(adjudicator, &at, "rectification-order").await;
    assert!(form.body.contains("整改标准"), "{}", form.body);
    let fields = [("item", "值班室夜里无人。"), ("standard", ""), ("rectify_by", "2016-12-31")];
    let page = send(adjudicator, &at, &fields).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    hold(&page, "rectification-order-fault");
    assert!(page.body.contains("值班室夜里无人。"), "what was typed is kept");
    let fields = [("item", "值班室夜里无人。"), ("standard", "记录可查。"), ("rectify_by", "")];
    done(adjudicator, &at, &fields).await
}

async fn closed(clerk: &mut Client, at: &str) {
    let today = look(clerk, "/desk", "today-rectification").await;
    assert!(today.body.contains(at), "{}", today.body);
    look(clerk, &format!("{at}/check"), "rectification-check").await;
    let fields = [("passed", ""), ("result", "看了三晚。"), ("affected", "有人接待。")];
    let page = send(clerk, &format!("{at}/check"), &fields).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = [("passed", "yes"), ("result", "看了三晚。"), ("affected", "有人接待。")];
    done(clerk, &format!("{at}/check"), &fields).await;
    let page = look(clerk, at, "rectification-closed").await;
    for said in ["按期整改", "已销号", "有人接待。", "/verify?leaf=", "县里自定"] {
        assert!(page.body.contains(said), "{said}: {}", page.body);
    }
    let notice = look(clerk, &format!("{at}/notice"), "rectification-notice").await;
    assert!(notice.body.contains("整改通知书") && notice.body.contains("异议"), "{}", notice.body);
    let list = look(clerk, &format!("{LIST}?lamp=in_time&q=QX20"), "rectifications").await;
    assert!(list.body.contains(at), "{}", list.body);
    look(clerk, &format!("{LIST}?stage=escalated"), "rectifications-none").await;
    let file = clerk.get(&format!("{LIST}/export.csv?stage=closed")).await;
    assert!(file.body.contains("值班室夜里无人。"), "{}", file.body);
}

/// A visit of today to the town, filed by the two who made it.
async fn seen_there(county: &County) -> String {
    let form = PaperVisitForm {
        unit: "枫渡镇".to_owned(),
        visited_at: "2016-02-16 08:20".to_owned(),
        manner: "暗访".to_owned(),
        observed: "值班室两人在岗，来办事的说这几晚都有人。".to_owned(),
        outcome: "无问题".to_owned(),
        told: "值班副镇长".to_owned(),
        team: vec!["G2、G3".to_owned()],
        ..PaperVisitForm::default()
    };
    let actor = county.account(Role::Clerk).await;
    county.done(FilePaperVisit { actor, form }).await.number.to_string()
}

#[tokio::test]
async fn what_was_promised_said_and_seen_stands_side_by_side_and_one_press_closes_it() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let (finding, _) = Matter::in_county(county.clone()).await.upheld().await;
        let mut adjudicator = browser(&county, "adjudicator").await;
        let at = ordered(&mut adjudicator, &format!("/desk/findings/{finding}")).await;
        let mut clerk = browser(&county, "clerk").await;
        let none = look(&mut clerk, QUEUE, "recheck-none").await;
        assert!(none.body.contains("没有等您复核的整改。"), "{}", none.body);
        let mut head = browser(&county, "head").await;
        done(&mut head, &format!("{at}/plan"), &[("plan", "每晚点名。")]).await;
        done(&mut head, &format!("{at}/claim"), &[("claim", "十晚都有人。")]).await;
        let unseen = look(&mut clerk, QUEUE, "recheck-unseen").await;
        assert!(unseen.body.contains("每晚点名。") && unseen.body.contains("还没有人去看过"));
        assert!(!unseen.body.contains("data-key=\"a\""), "what nobody saw is not closed here");
        let press = |page: &Page, fields: &[(&'static str, String)]| {
            let own = ["request", "version", "id", "at"];
            let own = own.map(|name| (name, page.hidden(name).unwrap()));
            own.into_iter().chain(fields.iter().cloned()).collect::<Vec<_>>()
        };
        let no = [("passed", "no".to_owned()), ("result", String::new())];
        let sent = press(&unseen, &[no[0].clone(), no[1].clone(), ("affected", "没有".to_owned())]);
        let sent: Vec<_> = sent.iter().map(|(name, value)| (*name, &**value)).collect();
        let page = clerk.post(QUEUE, &sent).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "a return says what is missing");
        hold(&page, "recheck-fault");
        let number = seen_there(&county).await;
        let page = look(&mut clerk, QUEUE, "recheck").await;
        assert!(page.body.contains("这几晚都有人") && page.body.contains(&number), "{}", page.body);
        let area = |name: &str| {
            let (_, rest) = page.body.split_once(&format!("name=\"{name}\" rows=")).unwrap();
            rest.split_once('>').unwrap().1.split("</textarea>").next().unwrap().to_owned()
        };
        let yes = [
            ("passed", "yes".to_owned()),
            ("result", area("result")),
            ("affected", area("affected")),
        ];
        let sent = press(&page, &yes);
        let sent: Vec<_> = sent.iter().map(|(name, value)| (*name, &**value)).collect();
        let closed = clerk.post(QUEUE, &sent).await;
        assert_eq!(closed.location(), Some(&*format!("{QUEUE}?at=1")), "{}", closed.body);
        let page = look(&mut clerk, &at, "recheck-closed").await;
        let said = format!("走访{number}（");
        assert!(page.body.contains("已销号") && page.body.contains(&said), "{}", page.body);
    })
    .await;
}

#[tokio::test]
async fn a_finding_is_put_right_through_the_pages_and_anybody_sees_how_it_went() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let (finding, _) = Matter::in_county(county.clone()).await.upheld().await;
        let mut adjudicator = browser(&county, "adjudicator").await;
        let at = ordered(&mut adjudicator, &format!("/desk/findings/{finding}")).await;
        let mut liaison = browser(&county, "liaison").await;
        let today = look(&mut liaison, "/desk", "today-to-plan").await;
        assert!(today.body.contains(&at), "{}", today.body);
        look(&mut liaison, &format!("{at}/plan"), "rectification-plan").await;
        done(&mut liaison, &format!("{at}/plan"), &[("plan", "每晚点名。")]).await;
        look(&mut liaison, &format!("{at}/ask"), "rectification-ask").await;
        let mut head = browser(&county, "head").await;
        look(&mut head, &format!("{at}/claim"), "rectification-claim").await;
        done(&mut head, &format!("{at}/claim"), &[("claim", "十晚都有人。")]).await;
        let own = adjudicator.get(&format!("{at}/check")).await;
        assert_eq!(own.status, StatusCode::FORBIDDEN, "whoever ordered it does not judge it");
        closed(&mut browser(&county, "clerk").await, &at).await;
        let mut anybody = Client::at_demo(&county.acts);
        let list = look(&mut anybody, "/rectifications", "portal-rectified").await;
        assert!(list.body.contains("枫渡镇") && list.body.contains("?told=in_time"));
        assert!(!list.body.contains("值班室夜里无人"), "a finding's words may name somebody");
        let none = look(&mut anybody, "/rectifications?told=returned", "portal-returned").await;
        assert!(!none.body.contains("/units/QX20"), "{}", none.body);
        let file = anybody.get("/rectifications?told=closed&format=csv").await;
        assert!(file.body.contains("枫渡镇"), "{}", file.body);
    })
    .await;
}

#[tokio::test]
async fn what_a_unit_means_to_do_is_said_with_its_reply_and_stands_in_its_plan() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let (finding, _) = Matter::in_county(county.clone()).await.upheld().await;
        let finding = format!("/desk/findings/{finding}");
        let mut head = browser(&county, "head").await;
        let visit = head.get("/desk/visits/numbered/2016-0001").await;
        let visit = visit.location().unwrap().to_owned();
        let reply = format!("{visit}/reply");
        look(&mut head, &reply, "visit-reply-plan").await;
        let how = ("plan", "每晚由值班副镇长点名。");
        let fields = |by| [("position", "agrees"), ("body", ""), how, ("plan_by", by)];
        for (by, said) in [("", "还没有填写"), ("2016-02-15", "2016年2月16日")] {
            let page = send(&mut head, &reply, &fields(by)).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
            hold(&page, "visit-reply-plan-fault");
            assert!(page.body.contains(said) && page.body.contains(how.1), "{}", page.body);
        }
        done(&mut head, &reply, &fields("2016-03-15")).await;
        let offered = "每晚由值班副镇长点名。（2016年3月15日前改好）";
        let page = look(&mut head, &visit, "visit-replied-plan").await;
        assert!(page.body.contains(&format!("打算：{offered}")), "{}", page.body);

        let mut adjudicator = browser(&county, "adjudicator").await;
        let form = look(&mut adjudicator, &format!("{finding}/rectify"), "order-offered").await;
        assert!(form.body.contains(offered), "{}", form.body);
        let at = ordered(&mut adjudicator, &finding).await;
        let mut liaison = browser(&county, "liaison").await;
        let plan = format!("{at}/plan");
        let form = look(&mut liaison, &plan, "rectification-plan-offered").await;
        assert!(form.body.contains(&format!(">{offered}</textarea>")), "{}", form.body);
        assert!(form.body.contains("可以照样提交"), "{}", form.body);
        let other = browser(&county, "clerk").await.get(&plan).await;
        assert!(other.status.is_client_error(), "the wrong account: {}", other.status);
        done(&mut liaison, &plan, &[("plan", offered)]).await;
        let page = look(&mut liaison, &at, "rectification-planned").await;
        assert!(page.body.contains(offered) && page.body.contains("整改中"), "{}", page.body);
        let form = look(&mut liaison, &plan, "rectification-plan-again").await;
        assert!(!form.body.contains("可以照样提交"), "its own plan stands now: {}", form.body);
    })
    .await;
}
