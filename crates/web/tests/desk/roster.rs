//! Duty rosters through the pages: posts are set up, a month is drawn up in the grid, published and changed, a turn is
//! handed over and answered; and no other unit sees any of it.

use crate::fail_closed::refused;
use crate::look::{browser, look};
use crate::matter::done;
use axum::http::StatusCode;
use qz_acts::attendance::{AdoptRule, RuleForm};
use qz_domain::role::Role;
use qz_testkit::attendance::{on, punch, town};
use qz_testkit::engines::on_both_engines;
use qz_testkit::roster::{NIGHT, published, watched};

const MONTH: &str = "/desk/roster?unit=QX20&month=2016-03";
const DRAFT: &str = "/desk/roster/draft?unit=QX20&month=2016-03";
const CHANGE: &str = "/desk/roster/change?unit=QX20&month=2016-03";

#[tokio::test]
async fn a_post_is_set_up_and_closed_over_the_pages() {
    on_both_engines(async |url| {
        let (county, _) = town(&url).await;
        let hr = county.account(Role::Hr).await;
        let form = RuleForm { body: NIGHT.to_owned(), document: String::new() };
        county.done(AdoptRule { actor: hr, form }).await;
        let mut head = browser(&county, "head").await;
        let page = look(&mut head, MONTH, "roster-empty").await;
        assert!(page.body.contains("本单位还没有值班岗位"), "{}", page.body);
        let add = "/desk/roster/posts/add?unit=QX20&month=2016-03";
        look(&mut head, add, "roster-post").await;
        let post = |rule| {
            [("duty_post", "夜班"), ("duty_kind", "on_site"), ("rule_code", rule), ("needed", "1")]
        };
        let said = "没有设置：“两点”不是值班规则";
        refused(&url, &mut head, (add, &post("两点")), said).await;
        done(&mut head, add, &post("夜班")).await;
        let page = look(&mut head, MONTH, "roster-posts").await;
        assert!(page.body.contains("18:00–次日08:00"), "{}", page.body);
        let id = head.get(DRAFT).await.hidden("post-p1").unwrap();
        let close = format!("/desk/roster/posts/close?unit=QX20&month=2016-03&post={id}");
        look(&mut head, &close, "roster-close").await;
        done(&mut head, &close, &[("last_day", "2016-03-31")]).await;
        let page = head.get(MONTH).await;
        assert!(page.body.contains("夜班（到2016年3月31日止）"), "{}", page.body);
    })
    .await;
}

/// The fields of the grid: the third and the fourth of March on one post.
fn grid<'a>(post: &'a str, third: &'a str) -> Vec<(&'static str, &'a str)> {
    let fixed = [("unit", "QX20"), ("month", "2016-03"), ("p1.4", "晏知川")];
    fixed.into_iter().chain([("p1.3", third), ("post-p1", post)]).collect()
}

#[tokio::test]
async fn a_month_is_drawn_up_published_and_changed_over_the_pages() {
    on_both_engines(async |url| {
        let (county, _, [night, _]) = watched(&url).await;
        let mut own = browser(&county, "liaison").await;
        let page = look(&mut own, DRAFT, "roster-draft").await;
        assert!(
            page.body.contains("name=\"p1.31\"") && page.body.contains("星期"),
            "{}",
            page.body
        );
        let id = night.to_string();
        refused(&url, &mut own, (DRAFT, &grid(&id, "无名氏")), "夜班 3月3日").await;
        assert!(page.body.contains("G6 郗怀朴"), "the people of the unit are offered");
        let said = "蓝思齐在2016年3月3日不是本单位的人";
        refused(&url, &mut own, (DRAFT, &grid(&id, "G8")), said).await;
        done(&mut own, DRAFT, &grid(&id, "G7、G6")).await;
        let page = look(&mut own, MONTH, "roster-drafted").await;
        assert!(page.body.contains("接着前一晚又值夜班"), "{}", page.body);
        assert!(!page.body.contains("/desk/roster/publish"), "the head publishes");
        let mut below = browser(&county, "cadre").await;
        assert_eq!(below.get(MONTH).await.status, StatusCode::NOT_FOUND);
        let mut head = browser(&county, "head").await;
        let page = head.get(MONTH).await;
        let hidden = ["request", "version", "roster", "unit", "month"]
            .map(|name| (name, page.hidden(name).unwrap()));
        let hidden: Vec<_> = hidden.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let sent = head.post("/desk/roster/publish", &hidden).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        assert_eq!(own.post("/desk/roster/publish", &hidden).await.status, StatusCode::FORBIDDEN);
        let page = look(&mut head, MONTH, "roster-published").await;
        assert!(page.body.contains("缺岗1人") && page.body.contains("已发布"), "{}", page.body);
        look(&mut head, CHANGE, "roster-change").await;
        let change = [grid(&id, "G7"), vec![("because", "减一人。")]].concat();
        done(&mut head, CHANGE, &change).await;
        let page = look(&mut head, MONTH, "roster-changed").await;
        assert!(page.body.contains("郗怀朴 → 无人"), "{}", page.body);
        let file = head.get("/desk/roster/export.csv?unit=QX20&month=2016-03").await;
        assert!(file.body.contains("2016-03-03,星期四,晏知川"), "{}", file.body);
        let page = look(&mut own, "/desk/duties", "roster-own").await;
        assert!(page.body.contains("2016年3月3日 18:00–次日08:00"), "{}", page.body);
    })
    .await;
}

#[tokio::test]
async fn a_turn_is_handed_over_answered_and_shown_on_the_desk() {
    on_both_engines(async |url| {
        let (county, terminal, [night, _]) = watched(&url).await;
        let roster = published(&county, "2016-03", &[(night, 3, "G7"), (night, 8, "G7")]).await;
        let mut own = browser(&county, "liaison").await;
        let (id, ask) = (roster.roster, "/desk/duties/hand-over");
        let ask = |day| format!("{ask}?roster={id}&post={night}&day=2016-03-{day}");
        look(&mut own, &ask("03"), "roster-swap-ask").await;
        let fields = [("taker", "郗怀朴"), ("because", "家里有事。")];
        let said = "2016年3月5日的班不是晏知川的";
        refused(&url, &mut own, (&ask("05"), &fields), said).await;
        done(&mut own, &ask("03"), &fields).await;
        let page = look(&mut own, "/desk/duties", "roster-own-asked").await;
        let at = page.body.find("/desk/roster/swap?swap=").unwrap();
        let swap: String = page.body[at..].chars().take_while(|one| *one != '"').collect();
        let mut head = browser(&county, "head").await;
        let page = look(&mut head, &swap, "roster-swap-party").await;
        assert!(!page.body.contains("/desk/roster/swap/approve"), "the head takes it over");
        let mut hr = browser(&county, "hr").await;
        let page = look(&mut hr, "/desk", "desk-swap").await;
        assert!(page.body.contains("等您批的换班"), "{}", page.body);
        let page = look(&mut hr, &swap, "roster-swap").await;
        let hidden = ["request", "version", "swap"].map(|name| (name, page.hidden(name).unwrap()));
        let hidden: Vec<_> = hidden.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let bare = hr.post("/desk/roster/swap/refuse", &hidden).await;
        assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY, "without a reason");
        let by_taker = head.post("/desk/roster/swap/approve", &hidden).await;
        assert_eq!(by_taker.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(by_taker.body.contains("郗怀朴是换班的一方"), "{}", by_taker.body);
        let sent = hr.post("/desk/roster/swap/approve", &hidden).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        let mut stranger = browser(&county, "cadre").await;
        assert_eq!(stranger.get(&swap).await.status, StatusCode::NOT_FOUND);
        let county = on(&url, "2016-03-08 19:00").await;
        let mut own = browser(&county, "liaison").await;
        let page = look(&mut own, "/desk", "desk-on-duty").await;
        assert!(page.body.contains("今天您有1个班"), "{}", page.body);
        assert!(
            page.body.contains("单位今天值班") && page.body.contains("晏知川"),
            "{}",
            page.body
        );
        punch(&county, terminal, "7 2016-03-08 17:55:00").await;
        let page = look(&mut own, "/desk/requests/time-off", "request-credit-empty").await;
        assert!(page.body.contains("还可以补休0:00小时"), "{}", page.body);
    })
    .await;
}

#[tokio::test]
async fn time_off_in_lieu_is_told_day_by_day_beside_lateness() {
    on_both_engines(async |url| {
        let (county, terminal, [night, _]) = watched(&url).await;
        published(&county, "2016-03", &[(night, 5, "G7")]).await;
        let county = on(&url, "2016-03-09 09:00").await;
        let punches = "7 2016-03-05 17:55:00\n7 2016-03-06 08:03:00
            7 2016-03-08 08:20:00\n7 2016-03-08 18:01:00";
        punch(&county, terminal, punches).await;
        let mut own = browser(&county, "liaison").await;
        let page = look(&mut own, "/desk/requests/time-off", "request-credit").await;
        for said in ["还可以补休8:00小时", "值班", "14:00", "本月迟到", "<dd>20</dd>"]
        {
            assert!(page.body.contains(said), "{said}: {}", page.body);
        }
    })
    .await;
}
