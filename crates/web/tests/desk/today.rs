//! Mine today: what each role finds on its first page.

use crate::look::{browser, look};
use qz_acts::visit::{PlanForm, PlanVisit, ReportForm, ReportVisit, SignVisit};
use qz_domain::id::VisitId;
use qz_domain::role::Role;
use qz_testkit::county::{County, county};
use qz_testkit::engines::on_both_engines;

/// Plans a visit of G2 and G3 to 枫渡镇. The county's clock stands on 2016-02-16.
async fn plan(county: &County, from: &str, until: &str) -> VisitId {
    let form = PlanForm {
        organ: "QX10".to_owned(),
        unit: "QX20".to_owned(),
        manner: "open".to_owned(),
        from: from.to_owned(),
        until: until.to_owned(),
        purpose: "节后在岗情况".to_owned(),
        team: vec!["G2".to_owned(), "G3".to_owned()],
        ..PlanForm::default()
    };
    let actor = county.account(Role::Clerk).await;
    county.done(PlanVisit { actor, form }).await.visit
}

async fn report(county: &County, visit: VisitId) {
    let form = ReportForm {
        visited_at: "2016-02-15 09:20".to_owned(),
        manner: "open".to_owned(),
        observed: "09:20到达，四个窗口有人。".to_owned(),
        outcome: "nothing".to_owned(),
        told: "值班副镇长".to_owned(),
    };
    let actor = county.account(Role::Inspector).await;
    county.done(ReportVisit { actor, visit, version: 1, form }).await;
}

#[tokio::test]
async fn a_clerk_sees_what_is_overdue_open_and_half_signed() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut clerk = browser(&county, "clerk").await;
        let page = look(&mut clerk, "/desk", "today-clerk-empty").await;
        assert!(page.body.contains("没有等您办的事") && page.body.contains("/desk/visits/plan"));

        plan(&county, "2016-02-10", "2016-02-12").await;
        plan(&county, "2016-02-15", "2016-02-18").await;
        plan(&county, "2016-03-01", "2016-03-02").await;
        let half = plan(&county, "2016-02-15", "2016-02-15").await;
        report(&county, half).await;
        let page = look(&mut clerk, "/desk", "today-clerk").await;
        let sentence = "2016年2月16日，星期二。逾期未办1项，今天可办1项，待会签1项。";
        assert!(page.body.contains(sentence), "{}", page.body);
        assert!(page.body.contains("超期4天") && page.body.contains("还有2天"));
        // Planned are three: overdue, open, and one that comes later.
        assert!(
            page.body.contains(r#"<dd class="num"><a href="/desk/visits?stage=planned">3</a>"#)
        );
    })
    .await;
}

#[tokio::test]
async fn inspectors_see_what_to_write_and_what_to_sign_and_the_unit_what_to_reply_to() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let visit = plan(&county, "2016-02-15", "2016-02-15").await;
        let mut first = browser(&county, "inspector").await;
        let page = look(&mut first, "/desk", "today-inspector").await;
        assert!(page.body.contains(&format!("/desk/visits/{visit}/report")), "{}", page.body);

        report(&county, visit).await;
        let page = first.get("/desk").await;
        assert!(page.body.contains("等同去的人会签1项"), "{}", page.body);
        assert!(!page.body.contains("待您会签"));

        let second = county.open("zhongli", "G3", Role::Inspector, "QX10").await;
        let (waiting, _) = county
            .acts
            .waiting_visits(
                second,
                qz_acts::visit::waiting::Whose::Mine,
                qz_domain::visit::Stage::Reported,
                10,
            )
            .await
            .unwrap();
        assert_eq!(waiting.len(), 1);

        let mut head = browser(&county, "head").await;
        let page = look(&mut head, "/desk", "today-head-empty").await;
        assert!(page.body.contains("没有等您办的事"), "a plan is unknown to the unit");
        county.done(SignVisit { actor: second, visit, version: 2 }).await;
        for persona in ["head", "liaison"] {
            let mut client = browser(&county, persona).await;
            let page = look(&mut client, "/desk", &format!("today-{persona}")).await;
            assert!(page.body.contains("待回应1项"), "{}", page.body);
            assert!(page.body.contains(&format!("/desk/visits/{visit}/reply")));
        }
    })
    .await;
}

#[tokio::test]
async fn keepers_and_officers_see_their_own_and_no_content() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let visit = plan(&county, "2016-02-15", "2016-02-15").await;
        county.open("qiao", "G4", Role::Inspector, "QX10").await;
        let mut hr = browser(&county, "hr").await;
        let page = look(&mut hr, "/desk", "today-hr").await;
        assert!(page.body.contains("1名督查员的培训将到期或没有"), "{}", page.body);
        assert!(page.body.contains("乔以宁") && page.body.contains("/desk/import"));
        assert!(!page.body.contains("洛书远"), "his training is valid all year");

        let open = qz_acts::account::AccountForm { name: "sang".to_owned(), person: String::new() };
        let system = county.account(Role::System).await;
        let code = "a code".to_owned();
        let open = qz_acts::account::OpenAccount { actor: system, form: open, code };
        let account = county.done(open).await.account;
        let form = qz_acts::account::RoleForm { role: "clerk".to_owned(), unit: "QX10".to_owned() };
        county.done(qz_acts::account::ProposeRole { actor: system, account, form }).await;
        for (persona, sentence) in [
            ("system", "待确认授权1项，待启用账号1个"),
            ("security", "待确认授权1项。"),
            ("audit", "账本共"),
        ] {
            let mut client = browser(&county, persona).await;
            let page = look(&mut client, "/desk", &format!("today-{persona}")).await;
            assert!(page.body.contains(sentence), "{persona}: {}", page.body);
            assert!(!page.body.contains("枫渡镇"), "{persona} sees where somebody goes");
            assert!(!page.body.contains(&format!("/desk/visits/{visit}")), "{persona}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_rail_offers_each_role_what_it_may_open() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        for (persona, offered, not_offered) in [
            (
                "clerk",
                vec!["/desk/visits/plan", "/desk/people", "/desk/import/visits"],
                "/desk/accounts",
            ),
            ("inspector", vec!["/desk/visits", "/desk/me/record"], "/desk/people"),
            ("hr", vec!["/desk/people", "/desk/import", "/desk/units"], "/desk/visits"),
            ("system", vec!["/desk/accounts"], "/desk/people"),
            ("audit", vec!["/desk/accounts"], "/desk/visits"),
        ] {
            let mut client = browser(&county, persona).await;
            let page = client.get("/desk").await;
            let rail = rail_of(&page.body);
            for path in offered.iter().chain(&["/desk", "/desk/me", "/help"]) {
                let times = rail.matches(&format!(r#"href="{path}""#)).count();
                assert_eq!(times, 1, "{persona} {path}: {rail}");
                let status = client.get(path).await.status;
                assert_eq!(status, 200, "{persona} is offered {path}");
            }
            assert!(!rail.contains(&format!(r#"href="{not_offered}""#)), "{persona}: {rail}");
            let page = client.get("/desk/me/record").await;
            let marks = rail_of(&page.body).matches("aria-current").count();
            assert_eq!(marks, 1, "one entry is marked");
        }
    })
    .await;
}

/// The rail of a page.
fn rail_of(page: &str) -> &str {
    let (_, rail) = page.split_once(r#"<nav class="rail""#).unwrap();
    rail.split_once("</nav>").unwrap().0
}
