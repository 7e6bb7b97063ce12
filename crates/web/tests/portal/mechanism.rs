//! The schemes for anybody: the list, its files, a page for each in both languages, and the text as `fmt` lays it out.

use super::Site;
use axum::http::{StatusCode, header};
use qz_document::sheet;
use qz_mechanism::block::Block;
use qz_mechanism::fact::{Feeding, source};
use qz_mechanism::grammar::Key;
use qz_mechanism::language::Language;
use qz_mechanism::shipped::readings;
use qz_mechanism::{Mechanism, spell};
use qz_web::query::encode;

fn shipped() -> Vec<(&'static str, Mechanism)> {
    readings().map(|(code, reading)| (code, reading.mechanism.expect(code))).collect()
}

impl Site {
    /// The page of an address in a language.
    async fn read(&mut self, path: &str, lang: &str) -> String {
        self.visitor.cookies.insert("lang".to_owned(), lang.to_owned());
        self.page(path).await
    }
}

/// The rows of the file of a list.
async fn rows(site: &mut Site, query: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let file = site.get(&format!("/mechanisms?{query}&format=csv")).await;
    assert_eq!(file.status, StatusCode::OK);
    let table = sheet::read(file.body.as_bytes()).expect("a table");
    (table.header, table.rows.into_iter().map(|row| row.cells).collect())
}

#[tokio::test]
async fn every_mechanism_that_ships_is_in_the_list_and_in_its_file() {
    let mut site = Site::of_a_new_county().await;
    let list = site.read("/mechanisms", "zh-CN").await;
    let shipped = shipped();
    for (code, mechanism) in &shipped {
        let link = format!("<a href=\"/mechanisms/{code}\">{}</a>", mechanism.title());
        assert!(list.contains(&link), "{code}");
    }
    let (header, rows) = rows(&mut site, "sort=code").await;
    let codes: Vec<_> = rows.iter().map(|row| row[1].as_str()).collect();
    let mut expected: Vec<_> = shipped.iter().map(|(code, _)| *code).collect();
    expected.sort_unstable();
    assert_eq!(codes, expected);
    assert_eq!((header.len(), &*header[2], &*header[3]), (17, "名称怎样读", "问"));
    let asks = rows.iter().find(|row| row[1] == "three-asks").expect("a row");
    assert_eq!((&*asks[2], &*asks[3], &*asks[15]), ("3问 · 4查 · 3公开", "3", "10"));
}

#[tokio::test]
async fn mechanisms_are_found_by_words_and_what_is_not_found_says_so() {
    let mut site = Site::of_a_new_county().await;
    let found = site.read(&format!("/mechanisms?words={}", encode("三问")), "zh-CN").await;
    assert!(found.contains("/mechanisms/three-asks\""), "{found}");
    assert!(!found.contains("/mechanisms/five-checks\""), "{found}");
    let (_, of_words) = rows(&mut site, &format!("words={}", encode("三问"))).await;
    assert_eq!(of_words.len(), 1);
    let (_, draws) = rows(&mut site, "kind=draw").await;
    assert!(draws.iter().any(|row| row[1] == "five-checks") && draws.len() < 23);
    let (_, longest) = rows(&mut site, "sort=elements").await;
    let counts: Vec<i64> = longest.iter().map(|row| row[15].parse().expect("a number")).collect();
    assert!(counts.windows(2).all(|two| two[0] >= two[1]), "{counts:?}");
    let none = site.read("/mechanisms?words=nothing-like-it", "zh-CN").await;
    assert!(none.contains("class=\"empty\"") && none.contains("没有这样的机制"), "{none}");
    assert!(site.read("/mechanisms?words=nothing-like-it", "en").await.contains("no such scheme"));
    let file = site.get("/mechanisms?format=pdf").await;
    assert_eq!(file.status, StatusCode::UNPROCESSABLE_ENTITY);
}

/// What an element reads that no record fills yet.
fn waits(block: &Block) -> bool {
    let later = |name| source(name).is_some_and(|one| matches!(one.feeding, Feeding::Later(_)));
    [Key::Facts, Key::Agenda].iter().any(|key| block.text(*key).is_some_and(later))
}

#[tokio::test]
async fn each_mechanism_has_a_page_in_both_languages() {
    let mut site = Site::of_a_new_county().await;
    for (code, mechanism) in shipped() {
        for (lang, ours, waiting) in [
            ("zh-CN", "示例默认，非原文", "还没有接入"),
            ("en", "our default, not in the source", "not there yet"),
        ] {
            let page = site.read(&format!("/mechanisms/{code}"), lang).await;
            let (_, picture) = page.split_once("id=\"m-picture\"").expect(code);
            let (picture, _) = picture.split_once("id=\"m-text\"").expect(code);
            assert!(!page.contains('⟦') && !page.contains("{$"), "{code} {lang}");
            assert!(page.contains(ours), "{code} {lang}");
            for element in mechanism.elements() {
                let title = element.title();
                assert!(picture.contains(title), "{code} {lang}: {title}");
            }
            let expected = mechanism.root().children.iter().filter(|one| waits(one)).count();
            assert_eq!(picture.matches(waiting).count(), expected, "{code} {lang}");
        }
    }
}

#[tokio::test]
async fn the_picture_of_a_mechanism_follows_its_name_and_marks_what_the_source_states() {
    let mut site = Site::of_a_new_county().await;
    let page = site.read("/mechanisms/three-asks", "zh-CN").await;
    let place = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text}: {page}"));
    let places = ["<b>三</b>问", "<b>四</b>查", "<b>三</b>公开"].map(place);
    assert!(places.is_sorted(), "{places:?}");
    assert_eq!(page.matches("<span class=\"tag red\">原文</span>").count(), 10);
    for said in [
        "名称读作：3问 · 4查 · 3公开。",
        "期限：月初后3个工作日",
        "命中的条件： <code>已办 &#62; 0 且 有纪实 = 0</code>",
        "须先在系统中交办、回复和核验事项。",
        "来源单位：神河镇",
        "对所办工作有纪实的记一。",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let english = site.read("/mechanisms/three-asks", "en").await;
    for said in ["3 ask · 4 check · 3 disclose", "Due: 3 working days after the month begins"] {
        assert!(english.contains(said), "{said}: {english}");
    }
}

#[tokio::test]
async fn the_file_of_a_mechanism_is_what_fmt_gives_in_either_language() {
    let mut site = Site::of_a_new_county().await;
    for (code, mechanism) in shipped() {
        for (lang, language) in [("zh", Language::Chinese), ("en", Language::English)] {
            let file = site.get(&format!("/mechanisms/{code}.kdl?lang={lang}")).await;
            assert_eq!(file.status, StatusCode::OK, "{code}");
            let laid = spell::format(mechanism.text(), Some(language)).expect(code);
            assert_eq!(file.body, laid, "{code} {lang}");
            let named = file.headers[header::CONTENT_DISPOSITION].to_str().expect("a name");
            assert!(named.ends_with(&format!("{code}.kdl")), "{named}");
        }
    }
    let own = site.read("/mechanisms/three-asks", "zh-CN").await;
    assert!(own.contains("<b>机制</b> 三问四查三公开"), "{own}");
    let other = site.read("/mechanisms/three-asks?text=en", "zh-CN").await;
    assert!(other.contains("<b>mechanism</b> 三问四查三公开"), "{other}");
    assert!(other.contains("href=\"/mechanisms/three-asks?text=zh#m-text\""), "{other}");
}

#[tokio::test]
async fn a_mechanism_that_nobody_has_is_not_there() {
    let mut site = Site::of_a_new_county().await;
    for path in ["/mechanisms/nothing", "/mechanisms/nothing.kdl", "/mechanisms/three-asks.txt"] {
        assert_eq!(site.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}
