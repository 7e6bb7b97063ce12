//! The day a bulletin's names expire: they go from page, data, feed and archive alike, and are found by
//! no search before or after; titles, numbers and counts stay.

use super::year::visitor;
use axum::http::StatusCode;
use jiff::civil::date;
use qz_acts::bulletin::PublishBulletin;
use qz_acts::matter::PaperForm;
use qz_domain::bulletin::Step;
use qz_domain::instant::instant;
use qz_testkit::client::Client;
use qz_testkit::county::County;
use qz_testkit::engines::{acts_at, on_both_engines};
use qz_testkit::matter::Matter;

/// Whom the bulletin names.
const NAME: &str = "郗怀朴";
const TITLE: &str = "关于一起值班空岗问题的通报";

fn looked(word: &str) -> String {
    format!("/search?q={}", qz_web::query::encode(word))
}

async fn read(visitor: &mut Client, path: &str) -> String {
    let page = visitor.get(path).await;
    assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.body);
    page.body
}

/// The unit's page shows what was before and after, and names neither the person nor the post.
async fn stands_at_its_unit(visitor: &mut Client, bulletin: &str) {
    let unit = read(visitor, "/units/QX20").await;
    for said in [
        "被通报前后",
        "县纪委〔2016〕1号在2016年2月18日发布",
        "此前走访1次、查实1件，此后走访0次、查实0件",
        "<path class=\"mk\"",
        &format!("<a href=\"{bulletin}\">〔2016〕1号</a>"),
    ] {
        assert!(unit.contains(said), "{said}: {unit}");
    }
    assert!(!unit.contains(NAME) && !unit.contains("镇长"), "{unit}");
    let other = read(visitor, "/units/QX30").await;
    assert!(!other.contains("被通报前后"), "{other}");
}

/// Nobody is named any more, and everything is still counted.
async fn gone(late: &mut Client, page: &str) {
    let said = read(late, page).await;
    assert!(!said.contains(NAME) && said.contains("noindex") && said.contains(TITLE));
    for path in [
        "/bulletins",
        "/archive",
        "/archive?format=csv",
        "/archive?format=json",
        "/data/bulletins.csv",
        "/data/bulletins.json",
        "/feed.atom",
    ] {
        let body = read(late, path).await;
        assert!(!body.contains(NAME), "{path} names somebody: {body}");
        assert!(body.contains(TITLE), "{path}: {body}");
    }
    assert!(read(late, &looked("值班空岗")).await.contains(TITLE));
    let page = read(late, &looked(NAME)).await;
    assert!(!page.contains(TITLE) && page.contains("没有找到"), "{page}");
    let json: serde_json::Value =
        serde_json::from_str(&read(late, "/archive?format=json").await).unwrap();
    assert_eq!(json["count"], 1);
    assert_eq!(
        (&json["rows"][0]["decisions"], &json["rows"][0]["names_shown"]),
        (&1.into(), &false.into())
    );
    let statistics = read(late, "/api/v1/statistics?from=2016-01-01&to=2016-12-31").await;
    assert!(statistics.contains("\"decisions_on_persons\":1"), "{statistics}");
}

#[tokio::test]
async fn names_go_on_their_day_from_every_page_and_counts_stay() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let held = matter.served().await;
        let mut form = matter.draft(&[(held, "负有主要领导责任，且为首次通报。")]);
        form.title = TITLE.to_owned();
        let bulletin = matter.drafted(form).await.unwrap();
        let hands = [(matter.verifier, Step::Check), (matter.adjudicator, Step::Review)];
        for ((actor, step), version) in hands.into_iter().zip(1..) {
            matter.advance(actor, bulletin, (step, version)).await.unwrap();
        }
        matter.advance(matter.chair, bulletin, (Step::Sign, 3)).await.unwrap();
        matter.county.acts.close().await;
        let at = |day: jiff::civil::Date| instant(day.at(9, 0, 0, 0)).unwrap();

        let county = County { acts: acts_at(&url, at(date(2016, 2, 18))).await };
        let (actor, version, paper) = (matter.verifier, 4, PaperForm::default());
        county.done(PublishBulletin { actor, bulletin, version, paper }).await;
        let mut early = visitor(&county.acts);
        let page = format!("/bulletins/{bulletin}");
        assert!(read(&mut early, &page).await.contains(NAME));
        assert!(read(&mut early, "/data/bulletins.json").await.contains(NAME));
        for (word, found) in [("值班空岗", true), ("值班安排", true), (NAME, false)] {
            let page = read(&mut early, &looked(word)).await;
            assert_eq!(page.contains(TITLE), found, "{word}: {page}");
            assert_eq!(page.contains(&format!("<mark>{word}</mark>")), found, "{word}: {page}");
        }
        let archive = read(&mut early, "/archive?q=2016-1&year=2016&organ=QX50").await;
        assert!(archive.contains(TITLE) && archive.contains("符合条件的通报1份"), "{archive}");
        assert!(archive.contains("noindex") && archive.contains("2016（1）"), "{archive}");
        stands_at_its_unit(&mut early, &page).await;
        county.acts.close().await;

        // 90 days from 18 February end on 18 May.
        let acts = acts_at(&url, at(date(2016, 5, 19))).await;
        let mut late = visitor(&acts);
        gone(&mut late, &page).await;
    })
    .await;
}

#[tokio::test]
async fn the_archive_is_searched_sorted_and_says_when_it_has_nothing() {
    let (url, _folder) = super::place();
    let mut visitor = visitor(&super::beginning(&url).await);
    let page = read(&mut visitor, "/archive?q=%E9%98%B2%E6%B1%9B&year=2015&sort=number").await;
    assert!(page.contains("没有符合条件的通报"), "{page}");
    assert!(page.contains("value=\"防汛\""), "what was typed stays: {page}");
    assert!(read(&mut visitor, "/bulletins").await.contains("href=\"/archive\""));
    let odd = visitor.get("/archive?format=pdf").await;
    assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(visitor.get("/archive?page=x&organ=nobody&year=soon").await.status, StatusCode::OK);
}
