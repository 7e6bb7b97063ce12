//! Deputies, absences, acting for a leader, and a tie of kin withdrawn, through the pages.

use crate::look::{browser, look};
use crate::moves::{home, send};
use axum::http::StatusCode;
use qz_acts::away::{AwayForm, RecordAway};
use qz_acts::deputy::{DeputyForm, SetDeputy};
use qz_acts::organisation::{AddPost, Appoint, AppointForm, PostForm};
use qz_acts::visit::{FilePaperVisit, PaperVisitForm, ReplyForm, ReplyVisit};
use qz_domain::role::Role;
use qz_testkit::county::{County, county};
use qz_testkit::engines::on_both_engines;

/// 枫渡镇 gets a second leading post, and its liaison G7 holds it beside the own one.
async fn second_leader(county: &County) {
    let text = str::to_owned;
    let actor = county.account(Role::Hr).await;
    let form = PostForm {
        code: text("QX20-3"),
        unit: text("QX20"),
        name: text("副镇长"),
        name_en: text("Deputy Mayor"),
        rank: text("乡科级副职"),
        leads: text("是"),
        authorised: text("1"),
    };
    county.done(AddPost { actor, form, source: String::new() }).await;
    let form = AppointForm {
        person: text("G7"),
        post: text("QX20-3"),
        kind: text("兼任"),
        since: text("2016-01-01"),
        ..AppointForm::default()
    };
    let actor = county.account(Role::Organisation).await;
    county.done(Appoint { actor, form, source: String::new() }).await;
}

/// A filed visit to 枫渡镇 that its unit has not replied to; where its page is.
async fn visit(county: &County) -> qz_domain::id::VisitId {
    let text = str::to_owned;
    let form = PaperVisitForm {
        number: text("2016-0100"),
        unit: text("枫渡镇"),
        visited_at: text("2016-02-15 09:20"),
        manner: text("明察"),
        observed: text("四个窗口有人。"),
        outcome: text("无问题"),
        told: text("值班副镇长"),
        team: vec![text("G2"), text("G3")],
        ..PaperVisitForm::default()
    };
    let actor = county.account(Role::Clerk).await;
    county.done(FilePaperVisit { actor, form }).await.visit
}

#[tokio::test]
async fn a_deputy_is_named_and_an_absence_recorded_and_both_are_shown() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        second_leader(&county).await;
        let mut organisation = browser(&county, "organisation").await;
        let at = "/desk/units/deputy?post=QX20-1";
        let form = look(&mut organisation, at, "deputy").await;
        assert!(form.body.contains("枫渡镇镇长外出的时候"), "{}", form.body);
        let staff = [("deputy", "G2"), ("since", "2016-02-01")];
        let refused = send(&mut organisation, at, &staff).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("洛书远不是本单位或者上一级的领导"), "{}", refused.body);
        let named = [("deputy", "G7"), ("since", "2016-02-01")];
        assert_eq!(send(&mut organisation, at, &named).await.status, StatusCode::SEE_OTHER);
        let mut head = browser(&county, "head").await;
        let (since, until) = (("since", "2016-02-16"), ("until", "2016-02-18"));
        let away = [("absentee", "G6"), ("kind", "trip"), since, until];
        let record = "/desk/away/record";
        assert_eq!(send(&mut head, record, &away).await.status, StatusCode::SEE_OTHER);
        let again = send(&mut head, record, &away).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(again.body.contains("这些天已登记外出") && again.body.contains("2016年2月18日"));
        let list = look(&mut head, "/desk/away", "away").await;
        assert!(list.body.contains("郗怀朴 G6") && list.body.contains("晏知川"), "{}", list.body);
        let file = head.get("/desk/away/export.csv?kind=trip").await;
        assert_eq!(file.body.lines().count(), 1 + 1, "{}", file.body);
        let unit = look(&mut organisation, "/desk/units?unit=QX20", "unit-away").await;
        assert!(unit.body.contains("出差，至2016年2月18日") && unit.body.contains("由晏知川代"));
        let first = look(&mut organisation, "/desk", "today-away").await;
        assert!(first.body.contains("今天外出1人"), "{}", first.body);
    })
    .await;
}

/// G7 stands in for the mayor G6, who is away from 16 to 18 February.
async fn mayor_away(county: &County) {
    let text = str::to_owned;
    second_leader(county).await;
    let form = DeputyForm {
        post: text("QX20-1"),
        deputy: text("G7"),
        since: text("2016-02-01"),
        until: String::new(),
    };
    let actor = county.account(Role::Organisation).await;
    county.done(SetDeputy { actor, form, source: String::new() }).await;
    let form = AwayForm {
        absentee: text("G6"),
        kind: text("出差"),
        since: text("2016-02-16"),
        until: text("2016-02-18"),
        note: String::new(),
    };
    let actor = county.account(Role::Head).await;
    county.done(RecordAway { actor, form, source: String::new() }).await;
}

#[tokio::test]
async fn a_deputy_acts_for_a_leader_who_is_away_and_no_longer_once_they_are_back() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut liaison = browser(&county, "liaison").await;
        assert_eq!(liaison.get("/desk/people").await.status, StatusCode::FORBIDDEN);
        let none = look(&mut liaison, "/desk/stand-in", "stand-in-none").await;
        assert!(none.body.contains("没有外出的领导要您代"));
        mayor_away(&county).await;
        let today = look(&mut liaison, "/desk", "today-absent").await;
        assert!(today.body.contains("1位外出的领导要您代"), "{}", today.body);
        let choice = look(&mut liaison, "/desk/stand-in", "stand-in").await;
        let leader = home(&county, "G6").await.rsplit('/').next().unwrap().to_owned();
        assert!(choice.body.contains(&format!("value=\"{leader}\"")));
        let chosen = liaison.post("/desk/stand-in", &[("leader", &leader)]).await;
        assert_eq!(chosen.status, StatusCode::SEE_OTHER);
        let today = look(&mut liaison, "/desk", "today-standing").await;
        assert!(today.body.contains("您正在代郗怀朴办理"));
        assert_eq!(liaison.get("/desk/people").await.status, StatusCode::OK);
        let id = visit(&county).await;
        let form = ReplyForm { position: "无异议".to_owned(), ..ReplyForm::default() };
        let actor = county.account(Role::Liaison).await;
        county.done(ReplyVisit { actor, visit: id, version: 1, form }).await;
        let mut clerk = browser(&county, "clerk").await;
        let shown = look(&mut clerk, &format!("/desk/visits/{id}"), "visit-stood-in").await;
        assert!(shown.body.contains("晏知川代郗怀朴"), "{}", shown.body);
        back(&county).await;
        let refused = liaison.get("/desk/people").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("郗怀朴在2016年2月16日没有外出"), "{}", refused.body);
        let down = liaison.post("/desk/stand-in", &[("leader", "")]).await;
        assert_eq!(down.status, StatusCode::SEE_OTHER);
        assert_eq!(liaison.get("/desk/people").await.status, StatusCode::FORBIDDEN);
    })
    .await;
}

/// The mayor says on their own record that they are back today.
async fn back(county: &County) {
    let mut head = browser(county, "head").await;
    let record = look(&mut head, "/desk/me/record", "record-away").await;
    let id = record.body.split("/desk/away/back?away=").nth(1).unwrap();
    let at = format!("/desk/away/back?away={}", id.split('"').next().unwrap());
    let done = send(&mut head, &at, &[("back_on", "2016-02-16")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_post_is_chosen_from_the_list_of_its_unit() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut hr = browser(&county, "hr").await;
        let person = home(&county, "G8").await;
        let first = look(&mut hr, &format!("{person}/appoint"), "choose-unit").await;
        assert!(first.body.contains("QX40 柳湾镇") && first.body.contains("name=\"unit\""));
        let at = format!("{person}/appoint?unit=QX10");
        let form = look(&mut hr, &at, "choose-post").await;
        assert!(form.body.contains("QX10-1 督查员（编制9，在编5，缺4）"), "{}", form.body);
        let mut fields = vec![("post", "QX10-1"), ("footing", "secondment"), ("since", "x")];
        let again = send(&mut hr, &at, &fields).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(again.body.contains("<option value=\"QX10-1\" selected>"), "{}", again.body);
        fields[2] = ("since", "2016-02-16");
        fields.push(("due", "2016-12-31"));
        assert_eq!(send(&mut hr, &at, &fields).await.status, StatusCode::SEE_OTHER);
        assert_eq!(
            hr.get(&format!("{person}/appoint?unit=NO")).await.status,
            StatusCode::NOT_FOUND
        );
    })
    .await;
}

#[tokio::test]
async fn personnel_withdraws_a_tie_and_its_reason_stays() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut hr = browser(&county, "hr").await;
        let person = home(&county, "G5").await;
        let page = look(&mut hr, &person, "person-kin").await;
        let kin = page.body.split("/kin/withdraw?kin=").nth(1).unwrap();
        let at = format!("{person}/kin/withdraw?kin={}", kin.split('"').next().unwrap());
        let blank = send(&mut hr, &at, &[("reason", "")]).await;
        assert_eq!(blank.status, StatusCode::UNPROCESSABLE_ENTITY);
        let done = send(&mut hr, &at, &[("reason", "同名的另一人，户籍材料可查。")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
        let page = look(&mut hr, &person, "person-kin-withdrawn").await;
        assert!(page.body.contains("2016年2月16日更正：同名的另一人"), "{}", page.body);
        assert!(!page.body.contains("/kin/withdraw?kin="));
        // The other end reads it in their own record.
        let mut mayor = browser(&county, "head").await;
        let own = mayor.get("/desk/me/record/export.csv").await;
        assert!(own.body.contains("秋见山 · 兄弟姐妹 · 2016年2月16日更正"), "{}", own.body);
    })
    .await;
}
