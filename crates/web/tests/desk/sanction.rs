//! Records of sanctions through the pages: recorded from a document, read by the subject with its computation, corrected and
//! taken back; and for nobody else.

use crate::fail_closed::refused;
use crate::look::{browser, look};
use crate::matter::done;
use axum::http::StatusCode;
use qz_testkit::client::Client;
use qz_testkit::county::county;
use qz_testkit::engines::on_both_engines;

const NEW: &str = "/desk/sanctions/new";

/// The document of a sanction, with some fields as given.
fn document<'a>(given: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let all = [
        ("subject", "G6"),
        ("sanction_kind", "demerit"),
        ("imposer", "supervisory"),
        ("sanction_organ", "示河县监察局"),
        ("heard_on", "2015-08-28"),
        ("stated", ""),
        ("paper_number", "示监处〔2015〕3号"),
        ("paper_day", "2015-09-10"),
    ];
    let given_of = |name: &str| given.iter().find(|(one, _)| *one == name).map(|(_, text)| *text);
    all.into_iter().map(|(name, text)| (name, given_of(name).unwrap_or(text))).collect()
}

async fn is_unknown(client: &mut Client, paths: &[&str]) {
    for path in paths {
        let page = client.get(path).await;
        let is_gone = [StatusCode::FORBIDDEN, StatusCode::NOT_FOUND].contains(&page.status);
        assert!(is_gone, "{path}: {}", page.status);
    }
}

#[tokio::test]
async fn a_sanction_is_recorded_from_its_document_and_combined_with_another() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut office = browser(&county, "discipline").await;
        look(&mut office, "/desk/sanctions", "sanctions-none").await;
        let page = look(&mut office, NEW, "sanction-new").await;
        assert!(page.body.contains("这里不作决定"), "{}", page.body);
        let unheard = document(&[("heard_on", "")]);
        let said = "没有登记：没有听取陈述申辩的日期";
        refused(&url, &mut office, (NEW, &unheard), said).await;
        let stated = document(&[("stated", "13")]);
        let said = "“记过”，处分期应在12个月以上、12个月以下";
        refused(&url, &mut office, (NEW, &stated), said).await;
        let at = done(&mut office, NEW, &document(&[])).await;
        let page = look(&mut office, &at, "sanction").await;
        assert!(page.body.contains("合并后执行记过，处分期到2016年9月10日"), "{}", page.body);
        assert!(page.body.contains("行政机关公务员处分条例（2007）第6至8条"), "{}", page.body);
        assert!(page.body.contains("30日内，可以向示河县监察局申请复审"), "{}", page.body);
        let second = document(&[("stated", "20"), ("paper_number", "示监处〔2015〕4号")]);
        done(&mut office, NEW, &second).await;
        let page = look(&mut office, &at, "sanction-combined").await;
        assert!(
            page.body.contains("处分期应在12个月以上、24个月以下；按20个月算"),
            "{}",
            page.body
        );
        let list = "/desk/sanctions?q=G6&kind=demerit&sort=unit";
        let page = look(&mut office, list, "sanctions").await;
        assert!(page.body.contains("示监处〔2015〕4号") && page.body.contains("找到2件"));
        let file = office.get("/desk/sanctions/export.csv").await;
        assert!(file.body.contains("示监处〔2015〕3号"), "{}", file.body);
    })
    .await;
}

#[tokio::test]
async fn its_subject_reads_it_and_it_is_corrected_and_taken_back() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut office = browser(&county, "discipline").await;
        let at = done(&mut office, NEW, &document(&[])).await;
        let second = document(&[("stated", "20"), ("paper_number", "示监处〔2015〕4号")]);
        let other = done(&mut office, NEW, &second).await;
        let mut mayor = browser(&county, "head").await;
        let page = look(&mut mayor, "/desk/notices", "notices-sanction").await;
        assert!(page.body.contains("2015年9月10日的处分已经登记"), "{}", page.body);
        let page = look(&mut mayor, "/desk/me/record", "record-sanction").await;
        assert!(page.body.contains("合并后执行记过，处分期到2017年5月10日"), "{}", page.body);
        assert!(page.body.contains(&at) && page.body.contains("申请复审"), "{}", page.body);
        let page = look(&mut mayor, &at, "sanction-own").await;
        assert!(!page.body.contains("/rescind"), "the subject takes no step");
        is_unknown(&mut mayor, &[NEW, &format!("{at}/correct"), &format!("{at}/lift")]).await;
        let mut liaison = browser(&county, "liaison").await;
        is_unknown(&mut liaison, &[&at, NEW]).await;
        let correct = format!("{at}/correct");
        let page = look(&mut office, &correct, "sanction-correct").await;
        assert!(page.body.contains("示监处〔2015〕3号") && page.body.contains("2015-08-28"));
        let reason = [("version", "1"), ("corrected", "种类录错了。")];
        let form = [document(&[("sanction_kind", "warning")]), reason.to_vec()].concat();
        assert_eq!(done(&mut office, &correct, &form).await, at);
        let page = look(&mut mayor, "/desk/notices", "notices-sanction-changed").await;
        assert!(page.body.contains("您的处分登记有变化"), "{}", page.body);
        let later = [
            ("version", "1"),
            ("sanction_organ", "示河县监察局"),
            ("paper_number", "示监撤〔2016〕1号"),
            ("paper_day", "2016-02-10"),
        ];
        look(&mut office, &format!("{other}/lift"), "sanction-lift").await;
        look(&mut office, &format!("{other}/rescind"), "sanction-rescind").await;
        assert_eq!(done(&mut office, &format!("{other}/rescind"), &later).await, other);
        let page = look(&mut mayor, "/desk/me/record", "record-sanction-rescinded").await;
        assert!(page.body.contains("合并后执行警告，处分期到2016年3月10日"), "{}", page.body);
        assert!(page.body.contains("已撤销"), "{}", page.body);
    })
    .await;
}

#[tokio::test]
async fn a_record_is_printed_with_its_computation_and_its_remedy_and_for_nobody_else() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut office = browser(&county, "discipline").await;
        let at = done(&mut office, NEW, &document(&[])).await;
        let paper = format!("{at}/paper");
        assert!(office.get(&at).await.body.contains(&format!("href=\"{paper}\"")));
        let page = look(&mut office, &paper, "sanction-paper").await;
        for said in [
            "处分登记单",
            "示监处〔2015〕3号",
            "2015年8月28日",
            "合并后执行记过，处分期到2016年9月10日",
            "行政机关公务员处分条例（2007）第6至8条",
            "30日内，可以向示河县监察局申请复审",
            "本人签名",
            "本单不是决定",
            "<svg",
        ] {
            assert!(page.body.contains(said), "{said}: {}", page.body);
        }
        let mut mayor = browser(&county, "head").await;
        let own = look(&mut mayor, &paper, "sanction-paper-own").await;
        assert!(own.body.contains("示监处〔2015〕3号"), "{}", own.body);
        for persona in ["liaison", "clerk", "cadre"] {
            is_unknown(&mut browser(&county, persona).await, &[&paper]).await;
        }
        let later = [
            ("version", "1"),
            ("sanction_organ", "示河县监察局"),
            ("paper_number", "示监撤〔2016〕1号"),
            ("paper_day", "2016-02-10"),
        ];
        done(&mut office, &format!("{at}/rescind"), &later).await;
        let page = look(&mut office, &paper, "sanction-paper-rescinded").await;
        assert!(page.body.contains("示监撤〔2016〕1号"), "it prints what stands: {}", page.body);
        assert!(page.body.contains("现在没有计算中的处分期"), "{}", page.body);
    })
    .await;
}
