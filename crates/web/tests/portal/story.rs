//! The story: every page it leads to is there and shows the demo's county alone; what it says is
//! still to come is not there; and outside a demo there is no story.

use super::{demo, place, year};
use axum::http::StatusCode;
use qz_testkit::client::Client;
use tempfile::TempDir;

async fn demo_of_the_year() -> (Client, TempDir) {
    let (url, folder) = place();
    (demo::visitor(&year::year(&url).await), folder)
}

/// What stands under `field` in the entries `list` of all points.
fn entries(list: &str, field: &str) -> Vec<String> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../demo/story/points.toml");
    let text = std::fs::read_to_string(file).expect("the story");
    let story: toml::Table = toml::from_str(&text).expect("a table");
    let all = |table: &toml::Value, key: &str| -> Vec<toml::Value> {
        table.get(key).and_then(|list| list.as_array().cloned()).unwrap_or_default()
    };
    let chapters = story["chapter"].as_array().expect("chapters");
    let points = chapters.iter().flat_map(|chapter| all(chapter, "point"));
    let entries = points.flat_map(|point| all(&point, list));
    entries.filter_map(|entry| Some(entry.get(field)?.as_str()?.to_owned())).collect()
}

#[tokio::test]
async fn every_page_that_the_story_leads_to_is_there() {
    let (mut visitor, _folder) = demo_of_the_year().await;
    let story = visitor.get("/story").await.body;
    let leads = entries("things", "to");
    assert!(leads.len() > 10, "{leads:?}");
    for to in leads {
        assert!(story.contains(&format!("<a href=\"{}\">", to.replace('&', "&#38;"))), "{to}");
        let page = visitor.get(&to).await;
        assert_eq!(page.status, StatusCode::OK, "{to}");
        let nothing =
            page.body.contains("没有符合条件的走访") || page.body.contains("没有归档的走访。");
        assert!(!nothing, "{to} has nothing to show");
        // A scheme names its source, and the story is about it.
        let may_name = to == "/story" || to.starts_with("/mechanisms/");
        assert!(may_name || !page.body.contains("旬阳"), "{to} names the real county");
    }
}

/// Whoever builds such a page moves its line in `points.toml` from `awaits` to `things`.
#[tokio::test]
async fn what_is_still_to_come_is_not_there_yet() {
    let (url, _folder) = place();
    let mut visitor = demo::visitor(&year::beginning(&url).await);
    let awaited = entries("awaits", "when");
    assert!(!awaited.is_empty());
    for when in awaited {
        let page = visitor.get(&when).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{when} is there: the story may lead to it");
    }
}

#[tokio::test]
async fn the_story_has_its_points_and_rows_in_both_languages() {
    let (url, _folder) = place();
    let mut visitor = demo::visitor(&year::beginning(&url).await);
    for (lang, to_come) in [("zh-CN", "还没有做成"), ("en", "still to come")] {
        visitor.cookies.insert("lang".to_owned(), lang.to_owned());
        let page = visitor.get("/story").await;
        assert_eq!(page.status, StatusCode::OK);
        for number in 1..=27 {
            assert_eq!(page.body.matches(&format!("id=\"p{number}\"")).count(), 1, "{number}");
        }
        let (_, table) = page.body.split_once("id=\"rows\"").expect("the table");
        assert_eq!(table.matches("<th scope=\"row\">").count(), 33);
        assert!(table.contains(to_come), "{table}");
        assert!(page.body.len() <= 60_000, "{lang}: {} bytes", page.body.len());
    }
}

#[tokio::test]
async fn a_county_that_is_no_demo_has_no_story() {
    let (url, _folder) = place();
    let acts = year::beginning(&url).await;
    let (mut real, mut demo) = (year::visitor(&acts), demo::visitor(&acts));
    assert_eq!(real.get("/story").await.status, StatusCode::NOT_FOUND);
    assert!(!real.get("/").await.body.contains("/story"));
    let home = demo.get("/").await.body;
    assert_eq!(home.matches("href=\"/story\"").count(), 2, "navigation and notice: {home}");
}
