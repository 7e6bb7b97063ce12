//! What anybody may know of visits, on both engines: counts that open to their rows in every order
//! and by every filter, and nothing to be learnt from a search.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use jiff::civil::{Date, date};
use qz_acts::visit::public::{Page, PublicFigures, PublicFilter, PublicSort, PublicVisit, Span};
use qz_acts::visit::{FilePaperVisit, PaperVisitForm, PlanForm, PlanVisit};
use qz_domain::role::Role;
use qz_domain::visit::Manner;
use qz_testkit::county::{County, county};
use qz_testkit::engines::on_both_engines;

const YEAR: (Date, Date) = (date(2015, 1, 1), date(2015, 12, 31));

/// Twelve filed visits, one a month, to two towns in turn, every third covert; and one only planned.
async fn visits(county: &County) {
    let actor = county.account(Role::Clerk).await;
    for month in 1..=12 {
        let unit = if month % 2 == 0 { "QX20" } else { "QX40" };
        let form = PaperVisitForm {
            unit: unit.to_owned(),
            manner: if month % 3 == 0 { "暗访" } else { "明察" }.to_owned(),
            visited_at: format!("2015-{month:02}-05 09:20"),
            team: vec!["G2".to_owned(), "G3".to_owned()],
            observed: "四个窗口有人，银杏树下一人等候。".to_owned(),
            outcome: if month % 4 == 0 { "有情况" } else { "无问题" }.to_owned(),
            told: "值班副镇长".to_owned(),
            ..PaperVisitForm::default()
        };
        county.done(FilePaperVisit { actor, form }).await;
    }
    let form = PlanForm {
        organ: "QX10".to_owned(),
        unit: "QX20".to_owned(),
        manner: "明察".to_owned(),
        from: "2016-02-15".to_owned(),
        until: String::new(),
        purpose: "节后在岗情况".to_owned(),
        team: vec!["G2".to_owned(), "G3".to_owned()],
        ..PlanForm::default()
    };
    county.done(PlanVisit { actor, form }).await;
}

async fn list(county: &County, filter: &PublicFilter, sort: PublicSort) -> Vec<PublicVisit> {
    let (rows, total) = county.acts.filed_visits(filter, sort, Page::all()).await.unwrap();
    assert_eq!(rows.len(), usize::try_from(total).unwrap());
    rows
}

fn of_the_year() -> PublicFilter {
    PublicFilter { span: Some(Span::days(YEAR.0, YEAR.1)), ..PublicFilter::default() }
}

fn sum<T>(part: &[(T, i64)]) -> i64 {
    part.iter().map(|(_, count)| count).sum()
}

fn sums(figures: &PublicFigures) -> [i64; 4] {
    let PublicFigures { by_day, by_manner, by_organ, by_unit, .. } = figures;
    [sum(by_day), sum(by_manner), sum(by_organ), sum(by_unit)]
}

#[tokio::test]
async fn every_part_of_the_count_opens_to_its_rows() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        assert_eq!(county.acts.filed_extent().await.unwrap(), None);
        visits(&county).await;
        let extent = county.acts.filed_extent().await.unwrap();
        assert_eq!(extent, Some((date(2015, 1, 5), date(2015, 12, 5))));

        let figures = county.acts.filed_figures(YEAR, None).await.unwrap();
        assert_eq!((figures.visits, sums(&figures)), (12, [12; 4]));
        assert_eq!(figures.by_manner, [(Manner::Open, 8), (Manner::Covert, 4)]);
        for sort in PublicSort::ALL {
            assert_eq!(list(&county, &of_the_year(), sort).await.len(), 12, "{sort:?}");
            for (unit, count) in &figures.by_unit {
                let filter = PublicFilter { unit: Some(unit.id), ..of_the_year() };
                let rows = list(&county, &filter, sort).await;
                assert!(rows.iter().all(|row| row.unit.code == unit.code));
                assert_eq!(i64::try_from(rows.len()).unwrap(), *count);
                let of_unit = county.acts.filed_figures(YEAR, Some(unit.id)).await.unwrap();
                assert_eq!((of_unit.visits, sums(&of_unit)), (*count, [*count; 4]));
            }
            for (organ, count) in &figures.by_organ {
                let filter = PublicFilter { organ: Some(organ.id), ..of_the_year() };
                let rows = list(&county, &filter, sort).await;
                assert_eq!(i64::try_from(rows.len()).unwrap(), *count);
            }
            for (manner, count) in &figures.by_manner {
                let filter = PublicFilter { manner: Some(*manner), ..of_the_year() };
                let rows = list(&county, &filter, sort).await;
                assert_eq!(i64::try_from(rows.len()).unwrap(), *count);
            }
        }
        let none = county.acts.filed_figures((date(2014, 1, 1), date(2014, 12, 31)), None).await;
        assert_eq!(none.unwrap().visits, 0);
    })
    .await;
}

#[tokio::test]
async fn rows_come_in_the_order_that_was_asked_for() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        visits(&county).await;
        for (sort, first, last) in [
            (PublicSort::Latest, "2015-12-05 QX20", "2015-01-05 QX40"),
            (PublicSort::Earliest, "2015-01-05 QX40", "2015-12-05 QX20"),
            (PublicSort::Number, "2015-01-05 QX40", "2015-12-05 QX20"),
            (PublicSort::Unit, "2015-12-05 QX20", "2015-01-05 QX40"),
            (PublicSort::Organ, "2015-12-05 QX20", "2015-01-05 QX40"),
        ] {
            let rows = list(&county, &of_the_year(), sort).await;
            let show = |row: &PublicVisit| format!("{} {}", row.day, row.unit.code);
            assert_eq!(
                (show(&rows[0]).as_str(), show(&rows[11]).as_str()),
                (first, last),
                "{sort:?}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn a_search_finds_names_of_units_and_tells_nothing_of_what_was_seen() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        visits(&county).await;
        for (words, found) in [
            ("柳湾", 6),
            ("LIUWAN", 6),
            ("效能督查室", 12),
            ("银杏", 0),
            ("有情况", 0),
            ("%", 0),
            ("", 12),
        ] {
            let filter = PublicFilter { words: Some(words.to_owned()), ..PublicFilter::default() };
            assert_eq!(list(&county, &filter, PublicSort::Latest).await.len(), found, "{words}");
        }
        let number = "2015-0003".parse().unwrap();
        let filter = PublicFilter { number: Some(number), ..PublicFilter::default() };
        let rows = list(&county, &filter, PublicSort::Latest).await;
        assert_eq!((rows.len(), rows[0].number), (1, number));
    })
    .await;
}
