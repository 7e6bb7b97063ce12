//! A file of punches through the pages: looked at, confirmed, found in the list; by the personnel officer and nobody else.

use crate::look::{browser, look, upload_with};
use axum::http::StatusCode;
use qz_document::sheet::{Cell, Sheet, xlsx};
use qz_testkit::client::{Client, Page};
use qz_testkit::county::county;
use qz_testkit::engines::on_both_engines;
use qz_testkit::terminal::in_service;

const HOME: &str = "/desk/punches/import";

const WECOM: &str = "\u{feff}打卡详情,,,,,,\r
日期,姓名,账号,打卡类型,打卡时间,打卡状态,打卡地点\r
2016/2/15,郗怀朴,G6,上班打卡,07:58:03,正常,东大街9号\r
2016/2/15,晏知川,G7,外出打卡,09:00:00,正常,石桥村\r
2016/2/15,晏知川,G7,下班打卡,18:02:00,补卡,东大街9号\r
2016/2/15,某某某,G99,上班打卡,08:00:00,正常,东大街9号\r
";

async fn send(client: &mut Client, terminal: &str, file: (&str, &[u8])) -> Page {
    client.get(HOME).await;
    upload_with(client, HOME, &[("terminal", terminal)], file).await
}

#[tokio::test]
async fn a_file_is_looked_at_confirmed_and_found_and_what_is_refused_says_where_and_why() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut hr = browser(&county, "hr").await;
        look(&mut hr, HOME, "punch-import").await;
        let page = send(&mut hr, "", ("微信.csv", WECOM.as_bytes())).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
        let at = page.location().unwrap().to_owned();
        let page = look(&mut hr, &at, "punch-rehearsed").await.body;
        assert!(
            page.contains("可以导入1条，已有0条，不作打卡3条。还没有写入，等您确认。"),
            "{page}"
        );
        assert!(page.contains("不保存的列：打卡地点") && !page.contains("东大街"), "{page}");
        assert!(page.contains("有1个工号第一次出现，对照到本人。"), "{page}");
        for said in ["外勤打卡", "补卡或改签", "查无此人", "打卡时间", "2016-02-15 07:58:03"]
        {
            assert!(page.contains(said), "{said}: {page}");
        }
        let file = hr.get(&format!("{at}/refused.csv")).await.body;
        assert!(
            file.contains("4,打卡时间,外勤打卡") && file.contains("6,打卡时间,查无此人"),
            "{file}"
        );
        assert!(hr.get(HOME).await.body.contains("微信.csv"), "it is found again");
        assert!(!hr.get("/desk/punches").await.body.contains("2016-02-15 07:58:03"), "not yet");
        let done = hr.post(&at, &[]).await;
        assert_eq!(done.location(), Some(at.as_str()), "{}", done.body);
        let page = look(&mut hr, &at, "punch-imported").await.body;
        assert!(page.contains("已导入1条，原有0条，不作打卡3条。"), "{page}");
        let list = hr.get("/desk/punches").await.body;
        assert!(list.contains("2016-02-15 07:58:03") && list.contains("郗怀朴 G6"), "{list}");
        assert!(list.contains("平台时间"), "{list}");
        hr.post(&at, &[]).await;
        let page = hr.get(&at).await.body;
        assert!(page.contains("已导入1条"), "confirming twice imports once: {page}");
        let page = send(&mut hr, "", ("微信.csv", WECOM.as_bytes())).await;
        let again = look(&mut hr, page.location().unwrap(), "punch-nothing").await.body;
        assert!(again.contains("没有可以导入的新内容：已有1条，不作打卡3条。"), "{again}");
    })
    .await;
}

#[tokio::test]
async fn a_workbook_is_read_and_a_terminals_own_file_asks_whose_it_is() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        in_service(&county, "CJDE0001").await;
        let mut hr = browser(&county, "hr").await;
        let row =
            |number: &str, time: &str| [number, time, "d1"].map(|text| Cell::Text(text.into()));
        let sheet = Sheet {
            title: "打卡".to_owned(),
            header: ["工号", "时间", "设备"].map(str::to_owned).into(),
            rows: vec![row("G6", "2016-02-15 08:00").into(), row("G7", "25:00").into()],
            notes: vec![],
        };
        let page = send(&mut hr, "", ("a.xlsx", &xlsx(&sheet).unwrap())).await;
        let page = hr.get(page.location().unwrap()).await.body;
        assert!(page.contains("可以导入1条，已有0条，不作打卡1条。"), "{page}");
        assert!(page.contains("时间不可读"), "{page}");
        let dat = ("1_attlog.dat", "007\t2016-02-15 07:58:01\t0\t1\n".as_bytes());
        let page = send(&mut hr, "", dat).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.body.contains("哪台考勤机导出的"), "{}", page.body);
        let page = send(&mut hr, "CJDE0001", dat).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
        let page = look(&mut hr, page.location().unwrap(), "punch-terminal").await.body;
        assert!(page.contains("考勤机：CJDE0001") && page.contains("可以导入1条"), "{page}");
        for (name, bytes, said) in [
            ("a.csv", "name,colour\na,b\n", "不是可以收的文件"),
            ("a.csv", "person,time\n", "没有打卡"),
            ("", "", "还没有选择文件"),
        ] {
            let page = send(&mut hr, "", (name, bytes.as_bytes())).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
            assert!(page.body.contains(said), "{said}: {}", page.body);
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_else_imports_punches_or_finds_the_file() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut hr = browser(&county, "hr").await;
        let page = send(&mut hr, "", ("微信.csv", WECOM.as_bytes())).await;
        let at = page.location().unwrap().to_owned();
        for name in ["clerk", "head", "cadre", "system", "audit"] {
            let mut other = browser(&county, name).await;
            for path in [HOME, &at, &format!("{at}/refused.csv")] {
                assert_eq!(other.get(path).await.status, StatusCode::FORBIDDEN, "{name} {path}");
            }
            assert_eq!(other.post(&at, &[]).await.status, StatusCode::FORBIDDEN, "{name}");
            let page = upload_with(&mut other, HOME, &[], ("a.csv", WECOM.as_bytes())).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{name}");
        }
        assert_eq!(hr.get(&format!("{HOME}/1")).await.status, StatusCode::NOT_FOUND);
        assert!(!hr.get("/desk/punches").await.body.contains("07:58:03"), "nothing was imported");
    })
    .await;
}
