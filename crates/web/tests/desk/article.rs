//! An article through the pages: three people write, check and publish it, anybody reads it with all the
//! furniture of a page, and what is withdrawn says so.

use crate::look::{hold, look};
use crate::matter::{done, enrol, send};
use axum::http::StatusCode;
use qz_domain::role::Role;
use qz_testkit::client::Client;
use qz_testkit::county::county;
use qz_testkit::engines::on_both_engines;

const FIELDS: [(&str, &str); 6] = [
    ("organ", "QX50 县纪委"),
    ("section", "guide"),
    ("title", "怎样看走访的数字"),
    (
        "body",
        "## 先看定义\n\n今年走访[[visits 2016]]次。\n- 看[统计](/statistics)\n<b>不是粗体</b>",
    ),
    ("source", "千溪县"),
    ("authors", "县纪委宣传组"),
];

/// The article as anybody reads it, with its figures counted and nothing of its text taken for a page.
async fn published(anybody: &mut Client, public: &str) {
    let page = look(anybody, public, "portal-article").await;
    for said in [
        "aria-current=\"page\">正文内容",
        "作者：县纪委宣传组",
        "责任编辑：翟松年",
        "data-aloud",
        "part-font",
        "<h2>先看定义</h2>",
        "<a href=\"/statistics/visits?from=2016-01-01&#38;to=2016-12-31\">0</a>",
        "<li>看<a href=\"/statistics\">统计</a></li>",
        "&#60;b&#62;不是粗体",
        "content=\"2016-02-16 09:01\"",
    ] {
        let there = page.body.contains(said) || said == "part-font" && page.body.contains("字号");
        assert!(there, "{said}: {}", page.body);
    }
    let report = format!("/corrections/new?page={public}");
    assert!(page.body.contains(&report), "{}", page.body);
    let list = look(anybody, "/articles?q=定义&section=guide", "portal-articles").await;
    assert!(list.body.contains("format=csv"), "{}", list.body);
    assert!(list.body.contains(public) && list.body.contains("共1篇文章"), "{}", list.body);
    let csv = anybody.get("/articles?q=定义&section=guide&format=csv").await.body;
    assert!(csv.contains("怎样看走访的数字") && csv.contains("2016年2月16日09:01"), "{csv}");
    let other = anybody.get("/articles?section=guide&q=防汛&format=csv").await.body;
    assert!(other.contains("栏目") && !other.contains("怎样看"), "{other}");
    let unknown = anybody.get("/articles?format=pdf").await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn an_article_goes_from_the_desk_to_the_portal_by_three_people() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut writer = enrol(&county, "pen", "G14", Role::Publicity).await;
        let mut checker = enrol(&county, "eye", "G15", Role::Publicity).await;
        let mut publisher = enrol(&county, "hand", "G12", Role::Publicity).await;
        look(&mut writer, "/desk/articles", "articles-empty").await;
        look(&mut writer, "/desk/articles/draft", "article-draft").await;
        let mut bad = FIELDS;
        bad[3] = ("body", "今年走访[[money]]次。");
        let page = send(&mut writer, "/desk/articles/draft", &bad).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        hold(&page, "article-fault");
        assert!(page.body.contains("f-body-error") && page.body.contains("县纪委宣传组"));
        let at = done(&mut writer, "/desk/articles/draft", &FIELDS).await;
        let today = look(&mut writer, "/desk", "today-writer").await;
        assert!(today.body.contains("您有1篇稿子等人审核"), "{}", today.body);
        assert!(!today.body.contains("待审核文章"), "who wrote it does not check it");
        let today = look(&mut checker, "/desk", "today-checker").await;
        assert!(today.body.contains("待审核文章1篇"), "{}", today.body);
        let page = send(&mut writer, &format!("{at}/check"), &[]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.body.contains("“拟稿”") && page.body.contains("“核校”"), "{}", page.body);
        look(&mut checker, &format!("{at}/check"), "article-check").await;
        done(&mut checker, &format!("{at}/check"), &[]).await;
        look(&mut publisher, &at, "article-checked").await;
        let public = format!("/articles/{}", at.rsplit('/').next().unwrap());
        let mut anybody = Client::at_demo(&county.acts);
        assert_eq!(anybody.get(&public).await.status, StatusCode::NOT_FOUND);
        done(&mut publisher, &format!("{at}/publish"), &[]).await;

        published(&mut anybody, &public).await;
        let today = publisher.get("/desk").await;
        assert!(today.body.contains("本月刊发"), "{}", today.body);

        look(&mut writer, &format!("{at}/withdraw"), "article-withdraw").await;
        let reason = [("reason", "年份写错了，请看新的一篇。")];
        done(&mut writer, &format!("{at}/withdraw"), &reason).await;
        let page = look(&mut anybody, &public, "portal-article-withdrawn").await;
        assert!(page.body.contains("年份写错了") && page.body.contains("noindex"));
        assert!(!page.body.contains("先看定义"), "{}", page.body);
        look(&mut writer, "/desk/articles?stage=withdrawn", "articles").await;
        let csv = writer.get("/desk/articles/export.csv").await;
        assert!(csv.body.contains("怎样看走访的数字") && csv.body.contains("已撤下"));
    })
    .await;
}
