//! A dry run on both engines: what a scheme would have prompted over past days, only for whoever may list what it reads.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use jiff::civil::date;
use qz_acts::mechanism::DryRun;
use qz_domain::role::Role;
use qz_mechanism::check::check;
use qz_mechanism::language::Language;
use qz_mechanism::{Diagnostic, Mechanism};
use qz_store::StoreUrl;
use qz_testkit::attendance::at;
use qz_testkit::county::{County, county_at};
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::key;

const SCHEME: &str = "机制 试一试 代号=\"try\" {
    单位 县人社局
    周期 每月
    查 有人 据=\"人员\" 按=单位 当=\"人数 > 0\"
    查 没有少 据=\"人员\" 按=单位 当=\"上期(人数) <= 人数\"
    查 人多 据=\"人员\" 按=单位 期=近12个月 当=\"人数 > 0\" 除=\"人数 < 100\"
    查 评价 据=\"评价\" 按=单位 当=\"均分 < 3\"
    公开 公示栏 内容=海报
    函 催办 逢=命中 答复=\"收到后7日\"
}
";

fn scheme() -> Mechanism {
    let reading = check(SCHEME);
    assert!(!reading.remarks.iter().any(Diagnostic::is_error), "{:?}", reading.remarks);
    reading.mechanism.unwrap()
}

async fn county(url: &StoreUrl) -> County {
    county_at(url, at("2016-04-01 09:00")).await
}

async fn run(county: &County) -> DryRun {
    let hr = county.account(Role::Hr).await;
    let stretch = (date(2016, 2, 1), date(2016, 3, 31));
    county.acts.dry_run(hr, (&scheme(), stretch), Language::Chinese).await.unwrap()
}

#[tokio::test]
async fn a_rule_is_asked_of_every_subject_in_every_cycle() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let run = run(&county).await;
        assert_eq!(run.known_on, date(2016, 4, 1));
        let [people, fewer, many, rated] = run.rules.as_slice() else { panic!("{:?}", run.rules) };
        assert_eq!((people.cycles.len(), people.prompts.len()), (2, people.asked));
        let first = &people.prompts[0];
        assert!(
            first.trace.starts_with("人数(") && first.trace.contains("> 0 → 是"),
            "{}",
            first.trace
        );
        assert!(!first.records.is_empty() && first.subject.starts_with("QX"), "{first:?}");
        assert_eq!(fewer.unknown, 0, "the cycle before the first one is read too");
        assert_eq!(fewer.prompts.len(), fewer.asked);
        assert_eq!((many.prompts.len(), many.excepted), (0, many.asked));
        assert_eq!((rated.waits.is_some(), rated.asked), (true, 0));
    })
    .await;
}

#[tokio::test]
async fn the_other_elements_open_an_item_a_cycle_or_wait_for_an_event() {
    on_both_engines(async |url| {
        let run = run(&county(&url).await).await;
        let told: Vec<_> =
            run.opened.iter().map(|one| (&*one.element, one.shows.as_deref(), one.times)).collect();
        assert_eq!(told, [("公示栏", Some("海报"), Some(2)), ("催办", None, None)]);
    })
    .await;
}

#[tokio::test]
async fn whoever_may_not_list_what_it_reads_is_refused() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let cadre = county.account(Role::Cadre).await;
        let stretch = (date(2016, 2, 1), date(2016, 3, 31));
        let refused = county.acts.dry_run(cadre, (&scheme(), stretch), Language::Chinese).await;
        assert_eq!(key(refused), "forbidden");
    })
    .await;
}
