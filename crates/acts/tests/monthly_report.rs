//! Monthly reports on both engines: from what is owed to the version that stands; every refusal.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use jiff::civil::date;
use qz_acts::ActError;
use qz_acts::matter::PaperForm;
use qz_acts::monthly_report::view::{ReportFilter, ReportSort, ReportView};
use qz_acts::monthly_report::{ConfirmReport, ReportChanged, ReturnReport};
use qz_acts::record::view::{MessageFilter, Page};
use qz_acts::visit::{FilePaperVisit, PaperVisitForm};
use qz_domain::id::AccountId;
use qz_domain::instant;
use qz_domain::month::Month;
use qz_domain::monthly_report::{Counted, Lamp, ReportKey, Stage, Step};
use qz_domain::role::Role;
use qz_domain::term::Due;
use qz_store::StoreUrl;
use qz_testkit::campaign::{Issued, issued};
use qz_testkit::county::{County, county, county_at};
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::{Matter, key};

/// 枫渡镇 (QX20) and the commission itself, members of a campaign that the commission leads.
struct Town {
    county: County,
    campaign: Issued,
    /// G7 of the town.
    liaison: AccountId,
    /// G6, its mayor.
    head: AccountId,
    /// G13 of the commission.
    lead: AccountId,
}

type Outcome = Result<ReportChanged, ActError>;

impl Town {
    async fn of(url: &StoreUrl) -> Self {
        Self::in_county(county(url).await).await
    }

    async fn at(url: &StoreUrl, day: jiff::civil::Date) -> Self {
        let at = instant::instant(day.at(9, 0, 0, 0)).unwrap();
        Self::in_county(county_at(url, at).await).await
    }

    async fn in_county(county: County) -> Self {
        let campaign = issued(&county, &["QX20", "QX50"]).await;
        let (liaison, head) =
            (county.account(Role::Liaison).await, county.account(Role::Head).await);
        let lead = county.account(Role::Discipline).await;
        Self { county, campaign, liaison, head, lead }
    }

    async fn january(&self) -> ReportKey {
        self.campaign.key("QX20", "2016-01").await
    }

    async fn confirm(
        &self,
        actor: AccountId,
        key: ReportKey,
        version: i64,
        words: &str,
    ) -> Outcome {
        self.confirm_on(actor, key, version, (words, PaperForm::default())).await
    }

    async fn confirm_on(
        &self,
        actor: AccountId,
        key: ReportKey,
        version: i64,
        (words, paper): (&str, PaperForm),
    ) -> Outcome {
        let words = words.to_owned();
        self.county.try_act(ConfirmReport { actor, key, version, words, paper }).await
    }

    async fn send_back(
        &self,
        actor: AccountId,
        key: ReportKey,
        version: i64,
        reason: &str,
    ) -> Outcome {
        let (reason, paper) = (reason.to_owned(), PaperForm::default());
        self.county.try_act(ReturnReport { actor, key, version, reason, paper }).await
    }

    async fn view(&self, actor: AccountId, key: ReportKey) -> ReportView {
        self.county.acts.monthly_report(actor, key).await.unwrap()
    }

    /// G2 and G3 of the office visited the town.
    async fn visit(&self, at: &str) {
        let actor = self.county.account(Role::Clerk).await;
        let form = PaperVisitForm {
            unit: "枫渡镇".to_owned(),
            visited_at: at.to_owned(),
            manner: "明察".to_owned(),
            observed: "窗口有人。".to_owned(),
            outcome: "无问题".to_owned(),
            told: "值班副镇长".to_owned(),
            team: vec!["G2、G3".to_owned()],
            ..PaperVisitForm::default()
        };
        self.county.done(FilePaperVisit { actor, form }).await;
    }
}

fn paper(day: &str) -> PaperForm {
    let number = format!("报-{day}");
    PaperForm { number, day: format!("2016-{day}"), ..PaperForm::default() }
}

#[tokio::test]
async fn a_report_is_confirmed_returned_and_confirmed_again_and_every_version_stays() {
    on_both_engines(async |url| {
        let town = Town::of(&url).await;
        let january = town.january().await;
        let before = town.view(town.liaison, january).await;
        assert_eq!((before.line.lamp, before.steps), (Lamp::Overdue, vec![Step::Confirm]));
        assert_eq!(before.line.due, Due::Fixed(date(2016, 2, 5)));
        let changed =
            town.confirm_on(town.liaison, january, 0, ("", paper("02-04"))).await.unwrap();
        assert_eq!((changed.version, changed.stage), (1, Stage::Confirmed));
        let view = town.view(town.lead, january).await;
        assert_eq!((view.line.lamp, &view.steps[..]), (Lamp::InTime, &[Step::Return][..]));
        assert!(view.confirmations[0].counts.is_nil(), "nothing happened: a nil report");
        let reason = "一月的走访没有补齐";
        assert_eq!(town.send_back(town.lead, january, 1, reason).await.unwrap().version, 2);
        let view = town.view(town.liaison, january).await;
        assert_eq!(
            (view.line.lamp, view.line.report.unwrap().reason),
            (Lamp::Returned, reason.into())
        );
        let changed = town.confirm(town.head, january, 2, "走访已补录。").await.unwrap();
        assert_eq!((changed.version, changed.stage), (3, Stage::Confirmed));
        let view = town.view(town.head, january).await;
        let report = view.line.report.unwrap();
        assert_eq!((view.line.lamp, report.first_on), (Lamp::InTime, date(2016, 2, 4)));
        let words: Vec<_> = view.confirmations.iter().map(|one| one.words.as_str()).collect();
        assert_eq!(words, ["", "走访已补录。"]);
        assert_eq!((view.timeline.len(), view.hands.len()), (3, 3));
    })
    .await;
}

#[tokio::test]
async fn the_counts_are_the_live_ones_of_the_cutoff_and_later_truth_is_shown_beside_them() {
    on_both_engines(async |url| {
        let town = Town::of(&url).await;
        let january = town.january().await;
        town.visit("2016-01-12 09:00").await;
        town.visit("2016-01-31 23:59").await;
        town.visit("2016-02-01 00:00").await;
        town.confirm(town.liaison, january, 0, "").await.unwrap();
        let view = town.view(town.liaison, january).await;
        let report = view.line.report.clone().unwrap();
        assert_eq!(report.confirmed.counts, view.live);
        assert_eq!(report.confirmed.cutoff_at, town.county.acts.now());
        let had = |counts: qz_domain::monthly_report::Counts| counts.of(Counted::VisitsHad);
        let (days, unit) = ((date(2016, 1, 1), date(2016, 1, 31)), Some(january.unit));
        let figures = town.county.acts.filed_figures(days, unit).await.unwrap();
        assert_eq!((had(view.live), figures.visits), (2, 2));
        assert_eq!(
            key(town.confirm(town.liaison, january, 1, "").await),
            "refusal-nothing-changed"
        );
        // A visit of January whose sheet comes in later.
        town.visit("2016-01-20 15:00").await;
        let view = town.view(town.liaison, january).await;
        assert_eq!((had(view.line.report.unwrap().confirmed.counts), had(view.live)), (2, 3));
        town.confirm(town.liaison, january, 1, "").await.unwrap();
        let view = town.view(town.lead, january).await;
        let counts: Vec<_> = view.confirmations.iter().map(|one| had(one.counts)).collect();
        assert_eq!(counts, [2, 3]);
        // Overdue when it was confirmed first: it stays yellow.
        assert_eq!(view.line.lamp, Lamp::Late);
    })
    .await;
}

#[tokio::test]
async fn a_matter_is_counted_at_its_unit_and_a_decision_on_a_person_for_nobody_else() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let matter = Matter::in_county(county.clone()).await;
        matter.served().await;
        let town = Town::in_county(county).await;
        let february = town.campaign.key("QX20", "2016-02").await;
        let live = town.view(town.liaison, february).await.live;
        let told: Vec<_> = [Counted::Findings, Counted::UnitDecisions, Counted::PersonDecisions]
            .map(|what| live.of(what))
            .into();
        assert_eq!(told, [1, 0, 1]);
        let months = (february.month, february.month);
        let public = town.county.acts.public_reports(months).await.unwrap();
        assert!(public.iter().all(|report| report.confirmed.is_none()));
    })
    .await;
}

#[tokio::test]
async fn only_a_member_reports_only_a_month_that_is_over_and_nobody_returns_their_own() {
    on_both_engines(async |url| {
        let town = Town::of(&url).await;
        let january = town.january().await;
        let february = town.campaign.key("QX20", "2016-02").await;
        assert_eq!(
            key(town.confirm(town.liaison, february, 0, "").await),
            "refusal-month-not-over"
        );
        for (unit, month) in [("QX40", "2016-01"), ("QX20", "2015-12"), ("QX20", "2027-01")] {
            let other = town.campaign.key(unit, month).await;
            assert_eq!(key(town.confirm(town.liaison, other, 0, "").await), "not found");
        }
        assert_eq!(key(town.confirm(town.lead, january, 0, "").await), "forbidden");
        assert_eq!(key(town.confirm(town.liaison, january, 1, "").await), "refusal-stale-version");
        let long = "长".repeat(501);
        assert_eq!(
            key(town.confirm(town.liaison, january, 0, &long).await),
            "words fault-too-long"
        );
        let early = ("", paper("01-31"));
        assert_eq!(
            key(town.confirm_on(town.liaison, january, 0, early).await),
            "refusal-day-before"
        );
        assert_eq!(key(town.send_back(town.lead, january, 0, "缺").await), "forbidden");
        town.confirm(town.liaison, january, 0, "").await.unwrap();
        assert_eq!(key(town.send_back(town.head, january, 1, "缺").await), "forbidden");
        assert_eq!(key(town.send_back(town.lead, january, 1, " ").await), "reason fault-missing");
        town.send_back(town.lead, january, 1, "缺走访").await.unwrap();
        assert_eq!(key(town.send_back(town.lead, january, 2, "缺").await), "refusal-out-of-order");
    })
    .await;
}

#[tokio::test]
async fn whoever_confirmed_for_the_lead_or_keyed_it_cannot_return_it() {
    on_both_engines(async |url| {
        let town = Town::of(&url).await;
        let own = town.campaign.key("QX50", "2016-01").await;
        // G14 keys what G11 confirmed on paper, and handles reports for the lead as well.
        let both = town.county.open("both", "G14", Role::Liaison, "QX50").await;
        let other = town.county.open("fourteen", "", Role::Discipline, "QX50").await;
        let paper = PaperForm { by: "G11".to_owned(), ..paper("02-04") };
        town.confirm_on(both, own, 0, ("", paper)).await.unwrap();
        for by in ["G11", "G14"] {
            let reason = "缺".to_owned();
            let paper = PaperForm {
                number: "退1".to_owned(),
                day: "2016-02-16".to_owned(),
                by: by.to_owned(),
                hash: String::new(),
            };
            let act = ReturnReport { actor: other, key: own, version: 1, reason, paper };
            assert_eq!(key(town.county.try_act(act).await), "refusal-took-part", "{by}");
        }
        town.send_back(town.lead, own, 1, "缺").await.unwrap();
        let view = town.view(town.lead, own).await;
        let keyed: Vec<_> = view.hands.iter().map(|hand| (&*hand.number, hand.is_keyed)).collect();
        assert_eq!(keyed, [("G11", false), ("G14", true), ("G13", false)]);
    })
    .await;
}

#[tokio::test]
async fn the_lead_sees_every_member_and_a_unit_its_own() {
    on_both_engines(async |url| {
        let town = Town::of(&url).await;
        let month = |month| Month::new(2016, month).unwrap();
        let filter =
            ReportFilter { months: (month(1), month(12)), lamp: None, words: String::new() };
        let seen = async |actor, filter: &ReportFilter| {
            let found = town.county.acts.monthly_reports(actor, filter, ReportSort::Unit).await;
            let lines = found.unwrap().into_iter();
            lines.map(|line| line.unit.code).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(seen(town.lead, &filter).await, "QX20 QX50");
        assert_eq!(seen(town.liaison, &filter).await, "QX20");
        let elsewhere = town.county.open("liu", "", Role::Liaison, "QX40").await;
        assert_eq!(seen(elsewhere, &filter).await, "");
        assert_eq!(
            key(town.county.acts.monthly_report(elsewhere, town.january().await).await),
            "not found"
        );
        let red = ReportFilter { lamp: Some(Lamp::Overdue), ..filter.clone() };
        town.confirm(town.liaison, town.january().await, 0, "").await.unwrap();
        assert_eq!(seen(town.lead, &red).await, "QX50");
        let named = ReportFilter { words: "枫渡".to_owned(), ..filter };
        assert_eq!(seen(town.lead, &named).await, "QX20");
        let owed = town.county.acts.owed_reports(town.liaison).await.unwrap();
        assert_eq!(owed.len(), 0);
    })
    .await;
}

#[tokio::test]
async fn who_speaks_for_a_unit_is_told_the_day_before_and_when_it_comes_back() {
    on_both_engines(async |url| {
        let town = Town::at(&url, date(2016, 2, 4)).await;
        let acts = &town.county.acts;
        let (january, mayor) = (town.january().await, town.county.account(Role::Head).await);
        let person = acts.own_record(mayor).await.unwrap().unwrap().person;
        let told = async || {
            let page = Page::number(1, 20);
            let found = acts.messages(person, &MessageFilter::default(), page).await.unwrap().0;
            let reports = found.into_iter().filter(|one| !one.details.report.is_empty());
            reports.map(|one| (one.kind, one.details.report, one.details.day)).collect::<Vec<_>>()
        };
        acts.daily_round().await.unwrap();
        acts.daily_round().await.unwrap();
        let due = told().await;
        assert_eq!(due.len(), 1, "{due:?}");
        assert_eq!((&due[0].1, &*due[0].2), (&january.to_string(), "2016-02-05"));
        town.confirm(town.liaison, january, 0, "").await.unwrap();
        town.send_back(town.lead, january, 1, "缺走访").await.unwrap();
        town.confirm(town.liaison, january, 2, "补齐了。").await.unwrap();
        town.send_back(town.lead, january, 3, "还缺一次").await.unwrap();
        assert_eq!(told().await.len(), 3, "once for each time it was returned");
    })
    .await;
}

#[tokio::test]
async fn a_term_in_a_year_without_notice_waits_for_it_and_is_fixed_with_the_others() {
    const NOTICE: &str = include_str!("../../domain/tests/notice/2027.toml");
    on_both_engines(async |url| {
        let town = Town::at(&url, date(2027, 1, 4)).await;
        let december = town.campaign.key("QX20", "2026-12").await;
        let waits = |due| matches!(due, Due::AwaitingCalendar { year: 2027, .. });
        assert!(waits(town.view(town.liaison, december).await.line.due));
        town.confirm(town.liaison, december, 0, "").await.unwrap();
        assert_eq!(town.county.acts.waiting_terms().await.unwrap(), 1);
        let hr = town.county.account(Role::Hr).await;
        assert_eq!(town.county.acts.import_notice(hr, NOTICE).await.unwrap().fixed, 1);
        let line = town.view(town.liaison, december).await.line;
        assert!(matches!(line.due, Due::Fixed(_)), "{:?}", line.due);
        assert_eq!((line.lamp, line.report.unwrap().version), (Lamp::InTime, 2));
    })
    .await;
}
