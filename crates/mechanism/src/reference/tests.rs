//! That the pages hold every row of every table, and that those in the guide are these.

use super::{Page, term};
use crate::expression::{FUNCTIONS, Operator};
use crate::fact::SOURCES;
use crate::grammar::{Key, Node};
use crate::language::Language::{self, Chinese};
use crate::term::point::FORMS;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

#[test]
fn the_pages_of_the_guide_are_what_the_tables_say() {
    let guide = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/guide");
    for page in Page::ALL {
        for language in Language::ALL {
            let file = page.file(language);
            let there = fs::read_to_string(guide.join(&file)).unwrap_or_default();
            let (name, language_name) = (page.name(), language.of(("zh", "en")));
            assert!(
                there == page.write(language),
                "docs/guide/{file} is not what the tables say; write it anew:\n\
                 cargo run -p qinzheng -- mechanism reference {name} --lang {language_name} > docs/guide/{file}"
            );
        }
    }
}

#[test]
fn every_word_of_every_table_stands_on_the_pages() {
    for language in Language::ALL {
        let page = Page::Language.write(language);
        let has = |name: &str| page.contains(&format!("`{}`", name.replace('|', "\\|")));
        for (_, (zh, en)) in Node::words() {
            assert!(has(zh) && has(en), "{zh} {en}");
        }
        for key in Key::ALL {
            assert!(has(key.names().0) && has(key.names().1), "{key:?}");
        }
        for row in &FUNCTIONS {
            assert!(has(&row.form().zh) && has(&row.form().en), "{:?}", row.function);
        }
        for operator in Operator::ALL {
            assert!(has(operator.spelled(language)), "{operator:?}");
        }
        let sources = Page::Sources.write(language);
        for source in SOURCES {
            assert!(sources.contains(source.names.zh) && sources.contains(source.names.en));
            assert!(source.fields.iter().all(|field| sources.contains(field.names.en)));
        }
    }
}

#[test]
fn a_table_has_as_many_cells_in_each_row_as_in_its_head() {
    for page in Page::ALL {
        for language in Language::ALL {
            let text = page.write(language).replace("\\|", "");
            let mut width = 0;
            for line in text.lines() {
                let cells = line.matches('|').count();
                assert!(width == 0 || cells == 0 || cells == width, "{line}");
                width = cells;
            }
        }
    }
}

#[test]
fn the_points_of_the_page_are_those_that_are_named_to_whoever_wrote_another() {
    let named: BTreeSet<String> =
        FORMS.0.trim_start_matches("可以写：").split('、').map(str::to_owned).collect();
    let shown: BTreeSet<String> = term::POINTS.iter().map(|point| point.write(Chinese)).collect();
    assert_eq!(shown, named);
}
