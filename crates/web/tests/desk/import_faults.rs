//! What is wrong with a file is said by row and column, in both languages, and nothing is kept.

use crate::import::{send, work};
use crate::look::{browser, hold, look, upload};
use axum::http::StatusCode;
use qz_acts::import::{ImportKind, read};
use qz_domain::spelled::Spelled;
use qz_testkit::county::county;
use qz_testkit::engines::on_both_engines;

/// Three people in GB18030: one right, one of an unknown unit, one with two faults.
const FAULTY: &[u8] = include_bytes!("people.gb18030.csv");

#[tokio::test]
async fn faults_are_listed_by_row_and_column_and_can_be_saved() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut hr = browser(&county, "hr").await;
        let at = send(&mut hr, "/desk/import", "people", ("名册.csv", FAULTY)).await;
        work(&county).await;
        let page = look(&mut hr, &at, "import-faulty").await;
        assert!(page.body.contains("2行有错，所以一行也没有写入"), "{}", page.body);
        assert!(page.body.contains("GB18030文本") && page.body.contains("席慕远"));
        assert!(page.body.contains("没有找到“QX99”") && page.body.contains("单位代码"));
        assert!(page.body.contains("没有“临时工”这一项"));
        assert!(!page.body.contains("/confirm\""), "a faulty file cannot be confirmed");
        let page = hr.post(&format!("{at}/confirm"), &[]).await;
        assert_eq!(page.status, StatusCode::CONFLICT);

        let file = hr.get(&format!("{at}/faults.csv")).await;
        let lines: Vec<&str> = file.body.lines().collect();
        assert_eq!(lines.len(), 4, "{}", file.body);
        assert!(
            lines[1].starts_with("3,单位代码,") && lines[2].starts_with("4,类别,"),
            "{lines:?}"
        );
        hr.cookies.insert("lang".to_owned(), "en".to_owned());
        let page = hr.get(&at).await;
        assert!(page.body.contains("“QX99” was not found") && page.body.contains("GB18030 text"));
        assert!(page.body.contains(">unit<"), "columns are named as in the English template");
    })
    .await;
}

#[tokio::test]
async fn a_file_that_is_no_such_table_is_refused_at_its_field() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut hr = browser(&county, "hr").await;
        let big = vec![b'a'; (20 << 20) + 1];
        let cases: [(&str, &[u8], &str, &str); 6] = [
            (
                "a.csv",
                "工号,姓名\nG1,a\n".as_bytes(),
                "文件缺少这些列：类别、单位代码",
                "lacks these columns: kind, unit",
            ),
            (
                "a.csv",
                b"number,name,kind,unit,post,since,age\n1,2,3,4,5,6,7\n",
                "不认识：age",
                "not known: age",
            ),
            ("a.csv", b"number,name,kind,unit,post,since\n", "一行也没有", "no row below"),
            ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old", "旧版Excel", "old Excel file"),
            ("a.csv", &big, "文件超过20MB", "larger than 20 MB"),
            ("", b"", "还没有选择文件", "no file has been chosen"),
        ];
        for (name, bytes, chinese, english) in cases {
            for (tag, sentence) in [("zh-CN", chinese), ("en", english)] {
                hr.cookies.insert("lang".to_owned(), tag.to_owned());
                hr.get("/desk/import").await;
                let page = upload(&mut hr, "/desk/import", Some("people"), (name, bytes)).await;
                assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{sentence}");
                hold(&page, &format!("import-refused.{tag}"));
                assert!(page.body.contains(sentence), "{sentence}: {}", page.body);
                assert!(page.body.contains(r#"value="people" checked"#), "the kind is kept");
            }
        }
        let page = upload(&mut hr, "/desk/import", None, ("a.csv", b"a,b\n1,2\n")).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = upload(&mut hr, "/desk/import", Some("visits"), ("a.csv", b"a,b\n1,2\n")).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "visits have their own door");
    })
    .await;
}

#[tokio::test]
async fn a_template_is_a_file_that_can_be_imported() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut hr = browser(&county, "hr").await;
        for kind in ImportKind::ALL {
            for language in ["zh", "en"] {
                let path = format!("/desk/import/templates/{}-{language}.csv", kind.code());
                let page = hr.get(&path).await;
                assert_eq!(page.status, StatusCode::OK, "{path}");
                let file = read(*kind, "t.csv", page.body.as_bytes());
                assert_eq!(file.unwrap().rows.len(), 1, "{path}: {}", page.body);
            }
        }
        for path in ["people-zh.exe", "people-fr.csv", "nothing-zh.csv", "people", ".csv"] {
            let page = hr.get(&format!("/desk/import/templates/{path}")).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        }
    })
    .await;
}
