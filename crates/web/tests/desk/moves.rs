//! Appointments through the pages: what is open, who takes over, what is refused, and the day's list.

use crate::look::{browser, look};
use axum::http::StatusCode;
use jiff::civil::date;
use qz_acts::visit::{PlanForm, PlanVisit};
use qz_domain::role::Role;
use qz_testkit::client::{Client, Page};
use qz_testkit::county::{County, county};
use qz_testkit::engines::on_both_engines;

/// Where somebody's page is.
pub(crate) async fn home(county: &County, number: &str) -> String {
    let hr = county.account(Role::Hr).await;
    let filter = qz_acts::person::view::PersonFilter::default();
    let (sort, page) =
        (qz_acts::person::view::PersonSort::Number, qz_acts::visit::view::Page::all());
    let (people, _) = county.acts.people(hr, &filter, sort, page).await.unwrap();
    let found = people.into_iter().find(|line| line.number == number).unwrap();
    format!("/desk/people/{}", found.id)
}

pub(crate) async fn send(browser: &mut Client, at: &str, fields: &[(&str, &str)]) -> Page {
    let form = look(browser, at, "move").await;
    let request = form.hidden("request").unwrap();
    let fields: Vec<_> = fields.iter().copied().chain([("request", request.as_str())]).collect();
    browser.post(at, &fields).await
}

async fn plan_visit(county: &County) {
    let actor = county.account(Role::Clerk).await;
    let form = PlanForm {
        organ: "QX10".to_owned(),
        unit: "QX20".to_owned(),
        manner: "暗访".to_owned(),
        from: "2016-02-20".to_owned(),
        until: String::new(),
        purpose: "节后在岗情况".to_owned(),
        team: vec!["G2".to_owned(), "G3".to_owned()],
        ..PlanForm::default()
    };
    county.done(PlanVisit { actor, form }).await;
}

#[tokio::test]
async fn somebody_is_transferred_and_the_open_work_is_taken_over() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        plan_visit(&county).await;
        let mut hr = browser(&county, "hr").await;
        let person = home(&county, "G2").await;
        let page = look(&mut hr, &person, "person").await;
        assert!(page.body.contains(&format!("{person}/transfer")), "{}", page.body);
        let at = format!("{person}/transfer");
        let form = look(&mut hr, &at, "transfer").await;
        assert!(form.body.contains("手上没办完的1件") && form.body.contains("QX10-1 效能督查室"));
        let mut fields =
            vec![("from", "QX10-1 效能督查室"), ("post", "QX21-1"), ("since", "2016-02-16")];
        let refused = send(&mut hr, &at, &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            refused.body.contains("接手人") && refused.body.contains("2016-02-16"),
            "typed stays"
        );
        fields.push(("taker", "G3"));
        assert_eq!(send(&mut hr, &at, &fields).await.status, StatusCode::SEE_OTHER);
        let page = hr.get(&person).await;
        assert!(page.body.contains("洛书远交给钟离雨"), "{}", page.body);
        let day = date(2016, 2, 16);
        let unit = hr.get(&format!("/desk/units?on={day}&unit=QX21")).await;
        assert!(unit.body.contains("QX21-1 ") && unit.body.contains("洛书远"), "{}", unit.body);
    })
    .await;
}

#[tokio::test]
async fn a_leader_is_the_organisation_departments_and_a_loan_ends_on_its_day() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut hr = browser(&county, "hr").await;
        let person = home(&county, "G3").await;
        let at = format!("{person}/appoint");
        let lead = [("post", "QX20-1"), ("footing", "concurrent"), ("since", "2016-02-15")];
        let refused = send(&mut hr, &at, &lead).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("组织部干部"), "{}", refused.body);
        let mut organisation = browser(&county, "organisation").await;
        assert_eq!(send(&mut organisation, &at, &lead).await.status, StatusCode::SEE_OTHER);
        let loan = [
            ("post", "QX21-1"),
            ("footing", "secondment"),
            ("since", "2016-01-04"),
            ("due", "2016-02-10"),
        ];
        assert_eq!(send(&mut hr, &at, &loan).await.status, StatusCode::SEE_OTHER);
        let today = look(&mut hr, "/desk", "today").await;
        assert!(
            today.body.contains("已过预计日期") && today.body.contains("钟离雨"),
            "{}",
            today.body
        );
        let end = [("post", "QX21-1"), ("until", "2016-02-15")];
        let done = send(&mut hr, &format!("{person}/end"), &end).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
        assert!(!hr.get("/desk").await.body.contains("已过预计日期"));
        let mut cadre = browser(&county, "cadre").await;
        assert_eq!(cadre.get(&at).await.status, StatusCode::FORBIDDEN);
    })
    .await;
}
