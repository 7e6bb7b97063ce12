//! Attendance through the pages: a rule is adopted and binds, a month is looked at day by day, a day is explained, settled,
//! contested and looked at again, the month is agreed and sealed; and nobody else sees a day of somebody's.

use crate::fail_closed::refused;
use crate::look::{browser, look};
use crate::matter::done;
use axum::http::StatusCode;
use qz_acts::StoreUrl;
use qz_domain::attendance::PersonDay;
use qz_domain::role::Role;
use qz_testkit::attendance::{on, person, punch, town};
use qz_testkit::client::Client;
use qz_testkit::county::County;
use qz_testkit::engines::on_both_engines;

const MONTH: &str = "/desk/attendance/unit?unit=QX20&month=2016-03";
const PRINT: &str = "/desk/attendance/unit/print?unit=QX20&month=2016-03";

/// March, over; G6 and G7 there on every working day but the second.
async fn march(url: &StoreUrl) -> (County, String) {
    let (_, terminal) = town(url).await;
    let county = on(url, "2016-04-01 09:00").await;
    let days = (1..=31).filter(|day| *day != 2);
    let lines: Vec<String> = days
        .flat_map(|day| {
            [6, 7].map(|pin| {
                format!("{pin} 2016-03-{day:02} 07:55:00\n{pin} 2016-03-{day:02} 18:05:00")
            })
        })
        .collect();
    punch(&county, terminal, &lines.join("\n")).await;
    let person = person(&county, Role::Liaison).await;
    let day = PersonDay { person, day: jiff::civil::date(2016, 3, 2) };
    (county, format!("/desk/attendance/days/{day}"))
}

#[tokio::test]
async fn a_rule_is_adopted_and_binds_whom_it_is_said_to() {
    on_both_engines(async |url| {
        let (county, _) = town(&url).await;
        let mut hr = browser(&county, "hr").await;
        let page = look(&mut hr, "/desk/attendance/rules", "attendance-rules").await;
        assert!(page.body.contains("枫渡镇") && page.body.contains("08:00–18:00"), "{}", page.body);
        let adopt = "/desk/attendance/rules/adopt";
        look(&mut hr, adopt, "attendance-adopt").await;
        let late = "规则 \"夏令\" 起=\"2016-02-26\" { 时段 \"day\" 起=\"08:00\" 止=\"17:00\" }";
        let said = "没有保存：过去的日子不能改";
        refused(&url, &mut hr, (adopt, &[("rule_body", late)]), said).await;
        let good = late.replace("2016-02-26", "2016-05-01");
        done(&mut hr, adopt, &[("rule_body", good.as_str())]).await;
        let assign = "/desk/attendance/rules/assign";
        look(&mut hr, assign, "attendance-assign").await;
        let fields = [("bound_unit", "QX50"), ("rule_code", "夏令"), ("since", "2016-05-01")];
        done(&mut hr, assign, &fields).await;
        let page = hr.get("/desk/attendance/rules").await;
        assert!(page.body.contains("县纪委") && page.body.contains("08:00–17:00"), "{}", page.body);
        let mut head = browser(&county, "head").await;
        assert_eq!(head.get(adopt).await.status, StatusCode::FORBIDDEN);
    })
    .await;
}

/// The head asks what happened on a day, from the list of the month.
async fn ticked(head: &mut Client, day: &str) {
    let page = look(head, MONTH, "attendance-unasked").await;
    assert!(page.body.contains("尚未请予说明"), "{}", page.body);
    look(head, &format!("{day}/ask"), "attendance-ask").await;
    let unit = page.hidden("unit").unwrap();
    let tick = format!("ask.{}", day.rsplit('/').next().unwrap());
    let many = [("unit", unit.as_str()), ("month", "2016-03"), (tick.as_str(), "1")];
    let asked = head.post("/desk/attendance/unit/ask", &many).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.body);
    let again = [many.as_slice(), &[("request", "again")]].concat();
    let again = head.post("/desk/attendance/unit/ask", &again).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.body.contains("以下日子没有请予说明"), "{}", again.body);
}

#[tokio::test]
async fn a_day_is_explained_settled_contested_and_looked_at_again_over_the_pages() {
    on_both_engines(async |url| {
        let (county, day) = march(&url).await;
        let mut own = browser(&county, "liaison").await;
        let page = look(&mut own, "/desk/attendance?month=2016-03", "attendance-mine").await;
        assert!(page.body.contains("有1天等您说明"), "{}", page.body);
        let page = look(&mut own, &day, "attendance-day").await;
        assert!(
            page.body.contains("缺勤（待说明）") && !page.body.contains("旷工"),
            "{}",
            page.body
        );
        let mut head = browser(&county, "head").await;
        let settle = format!("{day}/settle");
        let awol = [("outcome", "awol"), ("because", "没有报备。")];
        let unheard = "没有认定：还没有请本人说明";
        refused(&url, &mut head, (&settle, &awol), unheard).await;
        ticked(&mut head, &day).await;
        let told = own.get("/desk/notices").await;
        assert!(told.body.contains("请予说明，期限到2016年4月7日"), "{}", told.body);
        look(&mut own, &format!("{day}/explain"), "attendance-explain").await;
        done(&mut own, &format!("{day}/explain"), &[("said", "下村入户。")]).await;
        let mut other = browser(&county, "cadre").await;
        assert_eq!(other.get(&day).await.status, StatusCode::NOT_FOUND);
        let page = look(&mut head, MONTH, "attendance-unit").await;
        assert!(page.body.contains("已说明"), "{}", page.body);
        look(&mut head, &settle, "attendance-settle").await;
        county.acts.settle_reads().await;
        let read = own.get("/desk/me/reads").await;
        assert!(read.body.contains("/desk/attendance?month=2016-03"), "{}", read.body);
        done(&mut head, &settle, &awol).await;
        done(&mut own, &format!("{day}/contest"), &[("said", "村里有证明。")]).await;
        let told = own.get("/desk/notices").await;
        assert!(told.body.contains("考勤认定为：旷工"), "{}", told.body);
        let mut hr = browser(&county, "hr").await;
        let decide = format!("{day}/decide");
        look(&mut hr, &decide, "attendance-decide").await;
        done(&mut hr, &decide, &[("outcome", "trip"), ("because", "证明属实。")]).await;
        let page = own.get("/desk/attendance?month=2016-03").await;
        assert!(page.body.contains("公出"), "{}", page.body);
    })
    .await;
}

/// The sealed month is shown, printed and saved.
async fn taken_along(hr: &mut Client) {
    let page = look(hr, MONTH, "attendance-sealed").await;
    assert!(page.body.contains("封存本"), "{}", page.body);
    let page = look(hr, PRINT, "attendance-print").await;
    assert!(page.body.contains("枫渡镇2016年3月考勤表"), "{}", page.body);
    assert!(page.body.contains("√ 正常") && page.body.contains("实 情况属实"), "{}", page.body);
    for path in ["sheet.csv", "sheet.xlsx"] {
        let file = hr.get(&format!("/desk/attendance/unit/{path}?unit=QX20&month=2016-03")).await;
        assert_eq!(file.status, StatusCode::OK, "{path}");
    }
    let kept = hr.get("/desk/attendance/unit/kept.csv?unit=QX20&month=2016-03&copy=0").await;
    assert!(kept.body.starts_with("person,date,status,"), "{}", kept.body);
}

#[tokio::test]
async fn a_month_is_agreed_and_sealed_over_the_pages_and_its_rate_is_public() {
    on_both_engines(async |url| {
        let (county, day) = march(&url).await;
        let mut head = browser(&county, "head").await;
        let mut leader = browser(&county, "county-leader").await;
        let own = PersonDay {
            person: person(&county, Role::Head).await,
            day: jiff::civil::date(2016, 3, 2),
        };
        let fields = [("outcome", "excused"), ("because", "")];
        done(&mut head, &format!("{day}/settle"), &fields).await;
        let page = head.get(MONTH).await;
        let hidden: Vec<_> = ["request", "unit", "month"]
            .map(|name| (name, page.hidden(name).unwrap()))
            .into_iter()
            .collect();
        let hidden: Vec<_> = hidden.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let early = head.post("/desk/attendance/unit", &hidden).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(early.body.contains("没有确认：还有待处理的日子"), "{}", early.body);
        done(&mut leader, &format!("/desk/attendance/days/{own}/settle"), &fields).await;
        let agreed = head.post("/desk/attendance/unit", &hidden).await;
        assert_eq!(agreed.status, StatusCode::SEE_OTHER, "{}", agreed.body);
        let mut hr = browser(&county, "hr").await;
        let close = "/desk/attendance/close?month=2016-03";
        let page = look(&mut hr, close, "attendance-close").await;
        let town = page.body.split("name=\"seal.").nth(1).and_then(|rest| rest.split('"').next());
        let tick = format!("seal.{}", town.unwrap());
        let request = page.hidden("request").unwrap();
        let fields = [("request", request.as_str()), ("month", "2016-03"), (tick.as_str(), "1")];
        let sealed = hr.post("/desk/attendance/close", &fields).await;
        assert_eq!(sealed.status, StatusCode::SEE_OTHER, "{}", sealed.body);
        taken_along(&mut hr).await;
        let mut stranger = hr.stranger();
        let page = look(&mut stranger, "/attendance", "attendance-public").await;
        assert!(page.body.contains("枫渡镇") && page.body.contains("100%"), "{}", page.body);
        assert!(!page.body.contains("晏知川"), "nobody is named");
        let mut cadre = browser(&county, "cadre").await;
        for path in [MONTH, close, PRINT] {
            assert_eq!(cadre.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
        }
    })
    .await;
}
