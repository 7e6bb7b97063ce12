//! Requests of attendance through the pages: asked in a few fields, answered with one press with what stands around it, keyed
//! from paper; outages and starts of work; and none of it for anybody else.

use crate::fail_closed::refused;
use crate::look::{browser, look};
use crate::matter::done;
use axum::http::StatusCode;
use qz_domain::role::Role;
use qz_testkit::client::Client;
use qz_testkit::county::county;
use qz_testkit::engines::on_both_engines;

const LEAVE: &str = "/desk/requests/new?kind=leave";
const TRIP: &str = "/desk/requests/new?kind=trip";

fn leave<'a>(code: &'a str, from: &'a str, to: &'a str) -> [(&'static str, &'a str); 3] {
    [("leave", code), ("from_when", from), ("to_when", to)]
}

fn trip<'a>(from: &'a str, to: &'a str, place: &'a str) -> [(&'static str, &'a str); 4] {
    [("request_kind", "trip"), ("from_when", from), ("to_when", to), ("whereto", place)]
}

async fn is_unknown(client: &mut Client, paths: &[&str]) {
    for path in paths {
        let page = client.get(path).await;
        let is_gone = [StatusCode::FORBIDDEN, StatusCode::NOT_FOUND].contains(&page.status);
        assert!(is_gone, "{path}: {}", page.status);
    }
}

#[tokio::test]
async fn a_leave_is_asked_in_three_fields_and_approved_with_one_press() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut me = browser(&county, "liaison").await;
        let page = me.get("/desk").await;
        assert!(page.body.contains(LEAVE) && page.body.contains(TRIP), "{}", page.body);
        let page = look(&mut me, LEAVE, "request-new").await;
        assert!(page.body.contains("还没有登记参加工作时间"), "{}", page.body);
        look(&mut me, "/desk/requests", "requests-none").await;
        let wrong = leave("annual", "明天", "");
        let page = refused(&url, &mut me, (LEAVE, &wrong), "2026-03-03 上午").await;
        assert!(page.body.contains("value=\"明天\""), "what was typed stays: {}", page.body);
        let at = done(&mut me, LEAVE, &leave("annual", "2016-02-19", "2016-02-22")).await;
        let page = look(&mut me, &at, "request-own").await;
        assert!(page.body.contains("2016年2月19日 至 2016年2月22日"), "{}", page.body);
        assert!(page.body.contains(&format!("{at}/withdraw")), "{}", page.body);
        let said = "没有提出：请假和出差在同一时段";
        let clash = trip("2016-02-22 下午", "", "柳湾镇");
        let page = refused(&url, &mut me, (TRIP, &clash), "出差和请假在同一时段").await;
        assert!(!page.body.contains(said), "the new one is named first");
        let mut head = browser(&county, "head").await;
        let page = look(&mut head, "/desk/notices", "notices-request").await;
        assert!(page.body.contains(&at), "{}", page.body);
        let page = look(&mut head, "/desk", "today-request").await;
        assert!(page.body.contains("等您批"), "{}", page.body);
        let page = look(&mut head, &at, "request-to-answer").await;
        for said in ["没有，不冲突。", "没有别人请假、公出。", "待批</dt><dd>2天"]
        {
            assert!(page.body.contains(said), "{said}: {}", page.body);
        }
        let version = [("version", "1")];
        assert_eq!(done(&mut head, &format!("{at}/approve"), &version).await, at);
        let page = look(&mut me, "/desk/notices", "notices-request-approved").await;
        assert!(page.body.contains("的申请已批"), "{}", page.body);
        let back = [("version", "2"), ("back_at", "2016-02-22")];
        look(&mut me, &format!("{at}/end"), "request-end").await;
        assert_eq!(done(&mut me, &format!("{at}/end"), &back).await, at);
        let page = look(&mut me, &at, "request-ended").await;
        assert!(page.body.contains("已销假：2016年2月19日 至 2016年2月21日"), "{}", page.body);
    })
    .await;
}

#[tokio::test]
async fn nobody_else_reads_a_request_and_nobody_answers_their_own() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut head = browser(&county, "head").await;
        let at = done(&mut head, TRIP, &trip("2016-02-18", "2016-02-19", "柳湾镇")).await;
        let page = look(&mut head, &at, "request-of-a-head").await;
        assert!(!page.body.contains(&format!("{at}/approve")), "{}", page.body);
        let own = (&*format!("{at}/approve"), &[("version", "1")][..]);
        refused(&url, &mut head, own, "不能批自己的申请").await;
        for persona in ["cadre", "clerk", "organisation", "system"] {
            let mut other = browser(&county, persona).await;
            is_unknown(&mut other, &[&at, &format!("{at}/approve"), &format!("{at}/end")]).await;
            is_unknown(&mut other, &["/desk/requests/record", "/desk/outages/record"]).await;
        }
        let mut liaison = browser(&county, "liaison").await;
        is_unknown(&mut liaison, &[&at, "/desk/requests/work-start"]).await;
        let page = look(&mut liaison, "/desk/requests?whose=mine&kind=trip", "requests-mine").await;
        assert!(!page.body.contains("柳湾镇"), "{}", page.body);
        let mut hr = browser(&county, "hr").await;
        let all = "/desk/requests?q=G6&stage=pending&on=2016-02-19&sort=unit";
        let page = look(&mut hr, all, "requests-all").await;
        assert!(page.body.contains("柳湾镇") && page.body.contains("找到1件"), "{}", page.body);
        let file = hr.get("/desk/requests/export.csv").await;
        assert!(file.body.contains("柳湾镇"), "{}", file.body);
        let page = hr.get("/desk/requests?on=x").await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        county.open("leader", "G10", Role::CountyLeader, "QX").await;
        look(&mut hr, &at, "request-read").await;
    })
    .await;
}

#[tokio::test]
async fn personnel_keys_paper_outages_and_starts_of_work() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut hr = browser(&county, "hr").await;
        let start = "/desk/requests/work-start";
        look(&mut hr, start, "work-start").await;
        let since = [("whose", "G7"), ("work_since", "2005-02-20")];
        assert_eq!(done(&mut hr, start, &since).await, start);
        let record = "/desk/requests/record?kind=leave";
        look(&mut hr, record, "request-record").await;
        look(&mut hr, "/desk/requests/record?kind=standing", "request-record-standing").await;
        let paper = [
            ("whose", "G7"),
            ("leave", "annual"),
            ("from_when", "2016-02-01"),
            ("to_when", "2016-02-05"),
            ("paper_number", "枫假〔2016〕1号"),
            ("paper_day", "2016-01-29"),
        ];
        refused(&url, &mut hr, (record, &paper), "还没有填写").await;
        let by = |number: &'static str| [&paper[..], &[("by", number)]].concat();
        refused(&url, &mut hr, (record, &by("G8")), "不是审批人").await;
        let at = done(&mut hr, record, &by("G6")).await;
        let page = look(&mut hr, &at, "request-recorded").await;
        for said in ["应有</dt><dd>10天", "已批</dt><dd>5天", "还剩</dt><dd>5天"] {
            assert!(page.body.contains(said), "{said}: {}", page.body);
        }
        let mut me = browser(&county, "liaison").await;
        let more = leave("annual", "2016-03-07", "2016-03-14");
        refused(&url, &mut me, (LEAVE, &more), "要6天，还剩5天").await;
        let revoke = format!("{at}/revoke");
        look(&mut hr, &revoke, "request-revoke").await;
        let because = [("version", "1"), ("because", "录错了。")];
        assert_eq!(done(&mut hr, &revoke, &because).await, at);
        done(&mut me, LEAVE, &more).await;
    })
    .await;
}

#[tokio::test]
async fn an_outage_is_recorded_read_by_its_unit_and_taken_back() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut hr = browser(&county, "hr").await;
        let outage = "/desk/outages/record";
        look(&mut hr, outage, "outage-record").await;
        let down = [
            ("outage_unit", "QX20 枫渡镇"),
            ("from_when", "2016-02-15 07:30"),
            ("to_when", "2016-02-15 09:00"),
            ("because", "断电"),
        ];
        assert_eq!(done(&mut hr, outage, &down).await, "/desk/outages");
        let page = look(&mut hr, "/desk/outages?q=断电", "outages").await;
        let begin = page.body.find("/desk/outages/take-back?outage=").unwrap();
        let back = page.body[begin..].split('"').next().unwrap().to_owned();
        let mut head = browser(&county, "head").await;
        let page = look(&mut head, "/desk/outages", "outages-of-unit").await;
        assert!(page.body.contains("断电") && !page.body.contains("take-back"), "{}", page.body);
        look(&mut hr, &back, "outage-back").await;
        done(&mut hr, &back, &[("because", "登记错了。")]).await;
        let page = look(&mut hr, "/desk/outages", "outages-back").await;
        assert!(page.body.contains("登记错了。"), "{}", page.body);
    })
    .await;
}

#[tokio::test]
async fn every_form_is_drawn_and_a_standing_duty_and_a_correction_are_asked() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut me = browser(&county, "liaison").await;
        let form = |kind: &str| format!("/desk/requests/new?kind={kind}");
        for kind in ["trip", "overtime", "correction", "standing", "nursing"] {
            look(&mut me, &form(kind), &format!("request-new-{kind}")).await;
        }
        let duty = [
            ("duty", "village"),
            ("from_when", "2016-03-01"),
            ("to_when", "2016-05-31"),
            ("weekdays", "135"),
            ("hours", "08:00-12:00"),
            ("whereto", "水磨村"),
        ];
        let at = done(&mut me, &form("standing"), &duty).await;
        let page = look(&mut me, &at, "request-standing").await;
        assert!(page.body.contains("星期一、星期三、星期五 08:00—12:00"), "{}", page.body);
        let forgotten = [("from_when", "2016-02-15 08:00")];
        done(&mut me, &form("correction"), &forgotten).await;
        let late = [("from_when", "2016-02-01 08:00")];
        refused(&url, &mut me, (&form("correction"), &late), "补卡过了申请的期限").await;
        let hour =
            [("from_when", "2016-03-01"), ("to_when", "2016-08-31"), ("hours", "17:00-18:00")];
        let at = done(&mut me, &form("nursing"), &hour).await;
        let page = look(&mut me, &at, "request-nursing").await;
        assert!(page.body.contains("哺乳时间") && page.body.contains("17:00—18:00"));
        let withdraw = format!("{at}/withdraw");
        look(&mut me, &withdraw, "request-withdraw").await;
        assert_eq!(done(&mut me, &withdraw, &[("version", "1")]).await, at);
        let mut head = browser(&county, "head").await;
        let waiting = "/desk/requests?whose=answer";
        let page = look(&mut head, waiting, "requests-to-answer").await;
        assert!(page.body.contains("找到2件"), "{}", page.body);
    })
    .await;
}
