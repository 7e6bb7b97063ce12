//! Draws every page in both languages and holds it to the rules of the house: no missing words, no
//! inline style or script, one heading, labels, alternatives, and the budgets of style and script.
//!
//! A family of pages adds its samples to `samples.rs`. To look at the pages, name a folder:
//! `QINZHENG_PAGES=/tmp/pages cargo test -p qz-web --test pages`.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

mod budget;
mod markup;
mod portal;
mod samples;
mod specimen;

use markup::Page;
use qz_web::words::Locale;

#[test]
fn every_page_keeps_the_rules_in_both_languages() {
    let mut faults = Vec::new();
    for locale in Locale::ALL {
        for sample in samples::samples() {
            let html = (sample.draw)(locale)
                .unwrap_or_else(|error| panic!("{} cannot be drawn: {error}", sample.name));
            keep(sample.name, locale, &html);
            let found = Page::read(&html).faults();
            faults.extend(found.iter().map(|f| format!("{} {}: {f}", sample.name, locale.tag())));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_page_that_breaks_a_rule_is_found() {
    let broken = "<html lang=\"en\"><title>a</title><h1>⟦x⟧</h1><h1 id=\"a\"></h1><p id=\"a\" \
                  style=\"color:red\" onclick=\"x()\"><img src=\"a\"><input><svg></svg>\
                  <a href=\"#no\"></a><button></button>";
    assert_eq!(Page::read(broken).faults().len(), 11, "{:#?}", Page::read(broken).faults());
}

/// Writes the page where somebody wants to look at it.
fn keep(name: &str, locale: Locale, html: &str) {
    let Ok(folder) = std::env::var("QINZHENG_PAGES") else { return };
    let folder = std::path::PathBuf::from(folder);
    let assets = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    std::fs::create_dir_all(folder.join("asset")).unwrap();
    for entry in std::fs::read_dir(assets).unwrap() {
        let path = entry.unwrap().path();
        let file = path.file_name().unwrap().to_str().unwrap();
        let url = qz_web::asset::asset_url(file);
        std::fs::copy(&path, folder.join(url.trim_start_matches('/'))).unwrap();
    }
    let html = html.replace("\"/asset/", "\"asset/");
    std::fs::write(folder.join(format!("{name}.{}.html", locale.tag())), html).unwrap();
}
