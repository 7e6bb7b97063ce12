//! A visit from plan to reply, on both engines; every refusal by its guard.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use jiff::civil::date;
use qz_acts::ActError;
use qz_acts::kin::{DeclareKin, KinForm};
use qz_acts::visit::public::{Page, PublicFilter, PublicSort, Span};
use qz_acts::visit::view::{VisitFilter, VisitSort};
use qz_acts::visit::{
    AttachEvidence, CallOffVisit, CorrectVisit, CorrectionForm, FilePaperVisit, PaperVisitForm,
    PlanForm, PlanVisit, ReplyForm, ReplyVisit, ReportForm, ReportVisit, SignVisit,
};
use qz_domain::evidence::MediaType;
use qz_domain::id::{AccountId, VisitId};
use qz_domain::refusal::{Guard, Worded};
use qz_domain::role::Role;
use qz_domain::visit::{Stage, Step};
use qz_testkit::county::{County, county};
use qz_testkit::engines::on_both_engines;

fn plan(team: &[&str]) -> PlanForm {
    PlanForm {
        organ: "QX10".to_owned(),
        unit: "QX20".to_owned(),
        manner: "明察".to_owned(),
        from: "2016-02-15".to_owned(),
        until: String::new(),
        purpose: "节后在岗情况".to_owned(),
        team: team.iter().map(|number| (*number).to_owned()).collect(),
        ..PlanForm::default()
    }
}

fn report() -> ReportForm {
    ReportForm {
        visited_at: "2016-02-15 09:20".to_owned(),
        manner: "明察".to_owned(),
        observed: "09:20到达，四个窗口有人。".to_owned(),
        outcome: "无问题".to_owned(),
        told: "值班副镇长".to_owned(),
    }
}

fn paper(team: &[&str]) -> PaperVisitForm {
    let ReportForm { visited_at, manner, observed, outcome, told } = report();
    PaperVisitForm {
        unit: "枫渡镇".to_owned(),
        visited_at,
        manner,
        observed,
        outcome,
        told,
        team: team.iter().map(|number| (*number).to_owned()).collect(),
        ..PaperVisitForm::default()
    }
}

fn plan_on(day: &str, over: (&str, &str)) -> PlanForm {
    let (over_reason, approver) = (over.0.to_owned(), over.1.to_owned());
    PlanForm { from: day.to_owned(), over_reason, approver, ..plan(&["G2", "G3"]) }
}

async fn planned(county: &County) -> VisitId {
    let actor = county.account(Role::Clerk).await;
    county.done(PlanVisit { actor, form: plan(&["G2", "钟离雨"]) }).await.visit
}

async fn filed(county: &County) -> VisitId {
    let actor = county.account(Role::Clerk).await;
    county.done(FilePaperVisit { actor, form: paper(&["G2、G3"]) }).await.visit
}

fn key(outcome: Result<impl std::fmt::Debug, ActError>) -> String {
    match outcome {
        Err(ActError::Refused(refusal)) => refusal.key().to_owned(),
        Err(ActError::Invalid(faults)) => {
            let faults: Vec<_> =
                faults.iter().map(|f| format!("{} {}", f.field, f.fault.key())).collect();
            faults.join(", ")
        }
        Err(ActError::Forbidden(_)) => "forbidden".to_owned(),
        Err(ActError::NotFound) => "not found".to_owned(),
        other => format!("{other:?}"),
    }
}

#[tokio::test]
async fn a_visit_is_planned_written_up_signed_twice_and_answered() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let first = county.account(Role::Inspector).await;
        let second = county.open("zhongli", "G3", Role::Inspector, "QX10").await;
        let liaison = county.account(Role::Liaison).await;
        let visit = planned(&county).await;

        // A plan is unknown to the unit it will visit.
        assert_eq!(key(county.acts.visit(liaison, visit).await), "not found");

        let change = ReportVisit { actor: first, visit, version: 1, form: report() };
        assert_eq!(county.done(change).await.stage, Stage::Reported);
        let again = SignVisit { actor: first, visit, version: 2 };
        assert_eq!(key(county.try_act(again).await), "refusal-signed-already");
        let signed = county.done(SignVisit { actor: second, visit, version: 2 }).await;
        assert_eq!((signed.stage, signed.version), (Stage::Filed, 3));

        let view = county.acts.visit(liaison, visit).await.unwrap();
        assert_eq!(view.steps, [Step::Reply]);
        assert!(view.team.iter().all(|member| member.signed_at.is_some()));
        let form = |plan: &str, plan_by: &str| ReplyForm {
            position: "有异议".to_owned(),
            body: "三号窗当时在换班".to_owned(),
            plan: plan.to_owned(),
            plan_by: plan_by.to_owned(),
        };
        let reply = |form| ReplyVisit { actor: liaison, visit, version: 3, form };
        for (plan, by, why) in [
            ("换班时另派一人。", "", "plan_by fault-missing"),
            ("", "2016-03-31", "plan fault-missing"),
            ("换班时另派一人。", "2016-02-15", "plan_by fault-outside-days"),
            ("换班时另派一人。", "2017-02-16", "plan_by fault-outside-days"),
        ] {
            assert_eq!(key(county.try_act(reply(form(plan, by))).await), why, "{plan} {by}");
        }
        let reply = reply(form("换班时另派一人。", "2016-03-31"));
        county.done(reply.clone()).await;
        assert_eq!(key(county.try_act(reply).await), "refusal-stale-version");
        let form = ReplyForm { position: "无异议".to_owned(), ..ReplyForm::default() };
        let said = county.acts.visit(liaison, visit).await.unwrap().reply.unwrap().plan.unwrap();
        assert_eq!((said.how.as_str(), said.by), ("换班时另派一人。", date(2016, 3, 31)));
        let twice = ReplyVisit { actor: liaison, visit, version: 4, form };
        assert_eq!(key(county.try_act(twice).await), "refusal-replied-already");
    })
    .await;
}

#[tokio::test]
async fn one_alone_an_untrained_one_or_one_with_kin_cannot_file() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let actor = county.account(Role::Clerk).await;
        let cases = [
            (vec!["G2"], "refusal-too-few-inspectors", Guard::TwoInspectors),
            (vec!["G2", "G2"], "refusal-same-inspector-twice", Guard::TwoInspectors),
            (vec!["G2", "G4"], "refusal-untrained", Guard::Trained),
            (vec!["G2", "G5"], "refusal-kin-in-unit", Guard::Recusal),
            (vec!["G2", "G8"], "refusal-belongs-to-unit", Guard::Recusal),
        ];
        for (team, expected, guard) in cases {
            let outcome = county.try_act(FilePaperVisit { actor, form: paper(&team) }).await;
            let Err(ActError::Refused(refusal)) = outcome else { panic!("{team:?}: {outcome:?}") };
            assert_eq!((refusal.key(), refusal.guard()), (expected, guard), "{team:?}");
        }
        let itself = PaperVisitForm { unit: "QX10".to_owned(), ..paper(&["G2", "G3"]) };
        let outcome = county.try_act(FilePaperVisit { actor, form: itself }).await;
        assert_eq!(key(outcome), "refusal-organ-visits-itself");
        assert_eq!(visits(&county, actor).await, 0);
    })
    .await;
}

async fn visits(county: &County, actor: AccountId) -> i64 {
    let filter = VisitFilter::default();
    county.acts.visits(actor, &filter, VisitSort::Latest, Page::number(1, 50)).await.unwrap().1
}

#[tokio::test]
async fn training_counts_on_the_day_of_the_visit() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let actor = county.account(Role::Clerk).await;
        let early =
            PaperVisitForm { visited_at: "2014-12-30 09:00".to_owned(), ..paper(&["G2", "G3"]) };
        assert_eq!(
            key(county.try_act(FilePaperVisit { actor, form: early }).await),
            "refusal-untrained"
        );
        let later =
            PaperVisitForm { visited_at: "2016-02-16 09:02".to_owned(), ..paper(&["G2", "G3"]) };
        let outcome = county.try_act(FilePaperVisit { actor, form: later }).await;
        assert_eq!(key(outcome), "refusal-visit-in-the-future");
    })
    .await;
}

#[tokio::test]
async fn every_faulty_field_is_named_at_once() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let actor = county.account(Role::Clerk).await;
        let form = PaperVisitForm {
            visited_at: "2016年".to_owned(),
            manner: "路过".to_owned(),
            observed: "机密★五年".to_owned(),
            outcome: String::new(),
            told: "一".repeat(101),
            ..paper(&["G2", "G3"])
        };
        assert_eq!(
            key(county.try_act(FilePaperVisit { actor, form }).await),
            "visited_at fault-not-a-moment, manner fault-not-one-of, observed fault-state-secret, \
             outcome fault-missing, told fault-too-long"
        );
        let nobody = PaperVisitForm { unit: "无此镇".to_owned(), ..paper(&["G2", "G77"]) };
        assert_eq!(
            key(county.try_act(FilePaperVisit { actor, form: nobody }).await),
            "team fault-unknown"
        );
    })
    .await;
}

#[tokio::test]
async fn a_correction_points_back_and_of_two_on_one_version_one_wins() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let clerk = county.account(Role::Clerk).await;
        let visit = filed(&county).await;
        let correct = |observed: &str| CorrectVisit {
            actor: clerk,
            visit,
            version: 1,
            form: CorrectionForm {
                report: ReportForm { observed: observed.to_owned(), ..report() },
                reason: "表上看错一字".to_owned(),
            },
        };
        let same = county.try_act(correct(&report().observed)).await;
        assert_eq!(key(same), "refusal-nothing-changed");
        let (one, other) = tokio::join!(
            county.try_act(correct("09:20到达，三个窗口有人。")),
            county.try_act(correct("09:20到达，两个窗口有人。")),
        );
        assert_eq!(u8::from(one.is_ok()) + u8::from(other.is_ok()), 1);
        let lost = if one.is_ok() { key(other) } else { key(one) };
        assert_eq!(lost, "refusal-stale-version");
        let view = county.acts.visit(clerk, visit).await.unwrap();
        assert_eq!(view.corrections.len(), 1);
        let correction = &view.corrections[0];
        assert_eq!((correction.version, correction.field.as_str()), (2, "observed"));
        assert_eq!(correction.was, report().observed);
        assert!(correction.corrects.0 > 0);
    })
    .await;
}

#[tokio::test]
async fn a_planned_visit_is_filed_from_its_paper_or_called_off_and_nothing_after() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let clerk = county.account(Role::Clerk).await;
        let visit = planned(&county).await;
        let number = county.acts.visit(clerk, visit).await.unwrap().visit.number.to_string();
        let form = PaperVisitForm { number: number.clone(), ..paper(&["G2", "G3"]) };
        let elsewhere = PaperVisitForm { unit: "QX40".to_owned(), ..form.clone() };
        let outcome = county.try_act(FilePaperVisit { actor: clerk, form: elsewhere }).await;
        assert_eq!(key(outcome), "number fault-taken");
        let done = county.done(FilePaperVisit { actor: clerk, form: form.clone() }).await;
        assert_eq!(done.visit, visit);
        let twice = county.try_act(FilePaperVisit { actor: clerk, form }).await;
        assert_eq!(key(twice), "number fault-taken");
        let late = CallOffVisit { actor: clerk, visit, version: 2, reason: "改期".to_owned() };
        assert_eq!(key(county.try_act(late).await), "refusal-out-of-order");

        let other = planned(&county).await;
        let off =
            CallOffVisit { actor: clerk, visit: other, version: 1, reason: "改期".to_owned() };
        assert_eq!(county.done(off).await.stage, Stage::CalledOff);
        let inspector = county.account(Role::Inspector).await;
        let late = ReportVisit { actor: inspector, visit: other, version: 2, form: report() };
        assert_eq!(key(county.try_act(late).await), "refusal-out-of-order");
    })
    .await;
}

#[tokio::test]
async fn nobody_acts_beyond_a_role_or_a_unit() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let visit = filed(&county).await;
        let stranger = county.open("liuwan", "G4", Role::Head, "QX40").await;
        assert_eq!(key(county.acts.visit(stranger, visit).await), "not found");
        assert_eq!(visits(&county, stranger).await, 0);
        let form = ReplyForm { position: "无异议".to_owned(), ..ReplyForm::default() };
        let reply = ReplyVisit { actor: stranger, visit, version: 1, form };
        assert_eq!(key(county.try_act(reply).await), "forbidden");
        for role in [Role::System, Role::Security, Role::Audit, Role::Hr] {
            let actor = county.account(role).await;
            assert_eq!(key(county.acts.visit(actor, visit).await), "not found", "{role:?}");
            let form = paper(&["G2", "G3"]);
            assert_eq!(key(county.try_act(FilePaperVisit { actor, form }).await), "forbidden");
            assert_eq!(visits(&county, actor).await, 0);
        }
        assert_eq!(visits(&county, county.account(Role::Head).await).await, 1);
    })
    .await;
}

#[tokio::test]
async fn evidence_is_kept_under_its_hash_and_read_only_with_its_visit() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let clerk = county.account(Role::Clerk).await;
        let visit = filed(&county).await;
        let attach = |version| AttachEvidence {
            actor: clerk,
            visit,
            version,
            name: "窗口.png".to_owned(),
            media_type: MediaType::Png,
            bytes: vec![1, 2, 3],
        };
        let one = county.done(attach(1)).await;
        let two = county.done(attach(2)).await;
        assert_eq!(one.hash, two.hash);
        assert_eq!(one.hash, "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");
        let (_, bytes) = county.acts.evidence(clerk, visit, one.evidence).await.unwrap();
        assert_eq!(bytes, [1, 2, 3]);
        let hr = county.account(Role::Hr).await;
        assert_eq!(key(county.acts.evidence(hr, visit, one.evidence).await), "not found");
    })
    .await;
}

#[tokio::test]
async fn the_figure_opens_to_its_rows_whatever_the_order_and_filter() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let clerk = county.account(Role::Clerk).await;
        for minute in 10..22 {
            let visited_at = format!("2015-{:02}-05 09:{minute}", minute - 9);
            let unit = if minute % 2 == 0 { "QX20" } else { "QX40" }.to_owned();
            let form = PaperVisitForm { visited_at, unit, ..paper(&["G2", "G3"]) };
            county.done(FilePaperVisit { actor: clerk, form }).await;
        }
        planned(&county).await;
        let month = |month: i8| {
            let from = date(2015, month, 1);
            (from, from.last_of_month())
        };
        let year = (date(2015, 1, 1), date(2015, 12, 31));
        let figures = county.acts.filed_figures(year, None).await.unwrap();
        assert_eq!(figures.visits, 12);
        let sums = [
            figures.by_day.iter().map(|(_, count)| count).sum::<i64>(),
            figures.by_manner.iter().map(|(_, count)| count).sum(),
            figures.by_organ.iter().map(|(_, count)| count).sum(),
            figures.by_unit.iter().map(|(_, count)| count).sum(),
        ];
        assert_eq!(sums, [12; 4]);
        for sort in PublicSort::ALL {
            for days in [month(1), month(6), year] {
                let span = Some(Span::days(days.0, days.1));
                let filter = PublicFilter { span, ..PublicFilter::default() };
                let (rows, all) =
                    county.acts.filed_visits(&filter, sort, Page::all()).await.unwrap();
                let figure = county.acts.filed_figures(days, None).await.unwrap().visits;
                assert_eq!((i64::try_from(rows.len()).unwrap(), all), (figure, figure));
            }
        }
        for (words, found) in [("柳湾", 6), ("%", 0)] {
            let filter = PublicFilter { words: Some(words.to_owned()), ..PublicFilter::default() };
            let (_, all) =
                county.acts.filed_visits(&filter, PublicSort::Unit, Page::all()).await.unwrap();
            assert_eq!(all, found, "{words}");
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_keys_the_sheet_must_be_free_of_ties_too() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let actor = county.account(Role::Clerk).await;
        let form = KinForm {
            person: "G1".to_owned(),
            relative: "G6".to_owned(),
            relation: "近姻亲".to_owned(),
            ..KinForm::default()
        };
        let source = String::new();
        county.done(DeclareKin { actor, form, source }).await;
        let outcome = county.try_act(FilePaperVisit { actor, form: paper(&["G2", "G3"]) }).await;
        assert_eq!(key(outcome), "refusal-kin-in-unit");
        let elsewhere = PaperVisitForm { unit: "柳湾镇".to_owned(), ..paper(&["G2", "G3"]) };
        county.done(FilePaperVisit { actor, form: elsewhere }).await;
    })
    .await;
}

#[tokio::test]
async fn a_third_visit_in_a_quarter_needs_a_reason_and_a_leader_who_is_somebody_else() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let (actor, leader) = (county.account(Role::Clerk).await, county.office_leader().await);
        let first = county.done(PlanVisit { actor, form: plan_on("2021-04-01", ("", "")) }).await;
        county.done(PlanVisit { actor, form: plan_on("2021-06-30", ("", "")) }).await;
        let why = "六月回访未整改的窗口";
        let cases = [
            (("", ""), "refusal-visits-full", Guard::Frequency),
            ((why, "G1"), "refusal-own-approval", Guard::Separation),
            ((why, "G2"), "refusal-own-approval", Guard::Separation),
            ((why, "G4"), "refusal-leads-nothing", Guard::Authority),
            ((why, "G10"), "refusal-leads-nothing", Guard::Authority),
        ];
        for (over, expected, guard) in cases {
            let act = PlanVisit { actor, form: plan_on("2021-05-06", over) };
            let outcome = county.try_act(act).await;
            let Err(ActError::Refused(refusal)) = outcome else { panic!("{over:?}: {outcome:?}") };
            assert_eq!((refusal.key(), refusal.guard()), (expected, guard), "{over:?}");
        }
        let half = [
            ((why, ""), "approver fault-missing"),
            (("", leader), "over_reason fault-missing"),
            ((why, "G77"), "approver fault-unknown"),
        ];
        for (over, expected) in half {
            let act = PlanVisit { actor, form: plan_on("2021-05-06", over) };
            assert_eq!(key(county.try_act(act).await), expected);
        }
        let third = PlanVisit { actor, form: plan_on("2021-05-06", (why, leader)) };
        let third = county.done(third).await.visit;
        let (over, approver) = county.acts.visit(actor, third).await.unwrap().over_cap.unwrap();
        assert_eq!((over.planned, over.most, over.reason.as_str()), (2, 2, why));
        assert_eq!(approver, "岑望舒");

        // What is called off leaves room, though the third stays counted; the next quarter is free.
        assert_eq!(county.acts.visit(actor, first.visit).await.unwrap().over_cap, None);
        county.done(PlanVisit { actor, form: plan_on("2021-07-01", ("", "")) }).await;
        for visit in [first.visit, third] {
            let reason = "改期".to_owned();
            county.done(CallOffVisit { actor, visit, version: 1, reason }).await;
        }
        county.done(PlanVisit { actor, form: plan_on("2021-05-07", ("", "")) }).await;
    })
    .await;
}

#[tokio::test]
async fn before_the_rules_of_2021_no_visit_is_one_too_many() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let actor = county.account(Role::Clerk).await;
        for day in ["2015-06-18", "2015-06-19", "2015-06-22", "2021-01-29", "2021-01-30"] {
            county.done(PlanVisit { actor, form: plan_on(day, ("", "")) }).await;
        }
        let counted = county.acts.visits_beside(actor, "QX20", week("2015-06-20")).await.unwrap();
        assert_eq!(counted.len(), 2, "{counted:?}");
    })
    .await;
}

fn week(day: &str) -> (jiff::civil::Date, jiff::civil::Date) {
    let day = day.parse().unwrap();
    (day, day)
}

#[tokio::test]
async fn visits_of_the_same_week_are_said_to_whoever_may_read_them() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let actor = county.account(Role::Clerk).await;
        let liaison = county.account(Role::Liaison).await;
        let covert = PlanForm { manner: "暗访".to_owned(), ..plan(&["G2", "G3"]) };
        let covert = county.done(PlanVisit { actor, form: covert }).await;
        // 2016-02-15 is a Monday.
        let beside = async |account, day| {
            let found = county.acts.visits_beside(account, "枫渡镇", week(day)).await.unwrap();
            found.into_iter().map(|one| (one.line.id, one.purpose)).collect::<Vec<_>>()
        };
        let expected = vec![(covert.visit, "节后在岗情况".to_owned())];
        assert_eq!(beside(actor, "2016-02-21").await, expected);
        assert_eq!(beside(actor, "2016-02-22").await, []);
        assert_eq!(beside(actor, "2016-02-14").await, []);
        // Whoever plans another is told once, and goes on.
        let form = PlanForm { told: Some(vec![]), ..plan(&["G2", "G3"]) };
        let untold = county.try_act(PlanVisit { actor, form: form.clone() }).await;
        assert_eq!(key(untold), "refusal-visit-beside");
        let form = PlanForm { told: Some(vec![covert.visit]), ..form };
        let second = county.done(PlanVisit { actor, form }).await.visit;
        let reason = "并入另一次".to_owned();
        county.done(CallOffVisit { actor, visit: second, version: 1, reason }).await;
        // Nobody of the unit learns that there is one.
        assert_eq!(beside(liaison, "2016-02-15").await, []);
        let reason = "改期".to_owned();
        county.done(CallOffVisit { actor, visit: covert.visit, version: 1, reason }).await;
        assert_eq!(beside(actor, "2016-02-15").await, []);
    })
    .await;
}
