//! Records of sanctions: kept from the document of another organ by an office without a tie, told to the subject, corrected
//! and ended by later documents; what they amount to is worked out anew each time.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use jiff::civil::{Date, date};
use qz_acts::ActError;
use qz_acts::log::{Options, verify_store};
use qz_acts::matter::PaperForm;
use qz_acts::record::view::{MessageFilter, Page};
use qz_acts::sanction::view::{SanctionFilter, SanctionSort};
use qz_acts::sanction::{CorrectSanction, EndForm, EndSanction, RecordSanction, SanctionForm};
use qz_domain::id::{AccountId, SanctionId};
use qz_domain::message::MessageKind;
use qz_domain::refusal::Refusal;
use qz_domain::role::Role;
use qz_domain::sanction::{SanctionKind, SanctionRefusal, Stage};
use qz_testkit::county::{County, county};
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::key;

fn paper(number: &str, day: &str) -> PaperForm {
    let (number, day) = (number.to_owned(), day.to_owned());
    PaperForm { number, day, ..PaperForm::default() }
}

/// A demerit on the mayor of 枫渡镇, as its document says it.
fn demerit() -> SanctionForm {
    SanctionForm {
        subject: "G6".to_owned(),
        kind: "demerit".to_owned(),
        imposer: "office".to_owned(),
        organ: "示河县人民政府".to_owned(),
        heard_on: "2015-08-28".to_owned(),
        stated: String::new(),
        paper: paper("示政处〔2015〕3号", "2015-09-10"),
    }
}

async fn record(
    county: &County,
    actor: AccountId,
    form: SanctionForm,
) -> Result<SanctionId, ActError> {
    county.try_act(RecordSanction { actor, form }).await.map(|made| made.sanction)
}

async fn end(
    county: &County,
    actor: AccountId,
    (sanction, version): (SanctionId, i64),
    (is_rescinded, day): (bool, &str),
) -> Result<Stage, ActError> {
    let form = EndForm {
        organ: "示河县人民政府".to_owned(),
        paper: paper("示政解〔2016〕1号", day),
    };
    let act = EndSanction { actor, sanction, version, is_rescinded, form };
    county.try_act(act).await.map(|changed| changed.stage)
}

/// What the mayor is under, as they read it themselves.
async fn under(county: &County) -> Option<(SanctionKind, Option<Date>, usize)> {
    let mayor = county.account(Role::Head).await;
    let (_, found) = county.acts.own_sanctions(mayor).await.unwrap();
    found.map(|found| (found.kind, found.until, found.because.len()))
}

async fn unread(county: &County) -> Vec<MessageKind> {
    let mayor = county.account(Role::Head).await;
    let person = county.acts.own_record(mayor).await.unwrap().unwrap().person;
    let filter = MessageFilter { is_read: Some(false), ..MessageFilter::default() };
    let (lines, _) = county.acts.messages(person, &filter, Page::all()).await.unwrap();
    county.acts.mark_messages(person, None, true).await.unwrap();
    lines.into_iter().map(|line| line.kind).collect()
}

#[tokio::test]
async fn several_sanctions_combine_and_what_is_taken_back_never_counted() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let officer = county.account(Role::Discipline).await;
        let first = record(&county, officer, demerit()).await.unwrap();
        assert_eq!(unread(&county).await, [MessageKind::SanctionRecorded]);
        assert_eq!(under(&county).await, Some((SanctionKind::Demerit, Some(date(2016, 9, 10)), 1)));
        let stated = |stated: &str| SanctionForm { stated: stated.to_owned(), ..demerit() };
        let outside = record(&county, officer, stated("25")).await.unwrap_err();
        let (kind, least, most) = (SanctionKind::Demerit, 12, 24);
        let refusal = SanctionRefusal::PeriodOutside { kind, stated: 25, least, most };
        assert!(matches!(outside, ActError::Refused(found) if found == Refusal::from(refusal)));
        let second = record(&county, officer, stated("18")).await.unwrap();
        assert_eq!(under(&county).await, Some((SanctionKind::Demerit, Some(date(2017, 3, 10)), 1)));
        let warning = SanctionForm {
            kind: "warning".to_owned(),
            heard_on: "2016-01-20".to_owned(),
            paper: paper("示政处〔2016〕1号", "2016-02-01"),
            ..demerit()
        };
        record(&county, officer, warning).await.unwrap();
        assert_eq!(under(&county).await, Some((SanctionKind::Demerit, Some(date(2017, 9, 10)), 3)));
        let early = end(&county, officer, (second, 1), (true, "2015-09-09")).await;
        assert_eq!(key(early), "refusal-day-before");
        let gone = end(&county, officer, (second, 1), (true, "2016-02-10")).await.unwrap();
        assert_eq!(gone, Stage::Rescinded);
        assert_eq!(under(&county).await, Some((SanctionKind::Demerit, Some(date(2017, 3, 10)), 3)));
        let again = end(&county, officer, (second, 2), (true, "2016-02-10")).await;
        assert_eq!(key(again), "refusal-out-of-order");
        end(&county, officer, (first, 1), (false, "2016-01-10")).await.unwrap();
        assert_eq!(under(&county).await, Some((SanctionKind::Warning, Some(date(2016, 8, 1)), 3)));
        assert_eq!(unread(&county).await.len(), 4, "each record and each change was told");
        let stale = end(&county, officer, (first, 1), (true, "2016-02-10")).await;
        assert_eq!(key(stale), "refusal-stale-version");
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn only_an_office_without_a_tie_records_and_only_who_was_heard() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let officer = county.account(Role::Discipline).await;
        for role in [Role::Clerk, Role::Hr, Role::Head, Role::Adjudicator, Role::System] {
            let actor = county.account(role).await;
            assert_eq!(key(record(&county, actor, demerit()).await), "forbidden", "{role:?}");
        }
        let kin = county.open("kin", "G5", Role::Discipline, "QX50").await;
        assert_eq!(key(record(&county, kin, demerit()).await), "refusal-kin-in-unit");
        let mate = county.open("mate", "G3", Role::Organisation, "QX").await;
        let colleague = SanctionForm { subject: "G4".to_owned(), ..demerit() };
        assert_eq!(key(record(&county, mate, colleague).await), "refusal-belongs-to-unit");
        let own = SanctionForm { subject: "G13".to_owned(), ..demerit() };
        assert_eq!(key(record(&county, officer, own).await), "refusal-own-matter");
        let unheard = SanctionForm { heard_on: String::new(), ..demerit() };
        assert_eq!(key(record(&county, officer, unheard).await), "refusal-sanction-not-heard");
        let late = SanctionForm { heard_on: "2015-09-11".to_owned(), ..demerit() };
        assert_eq!(key(record(&county, officer, late).await), "refusal-sanction-heard-after");
        let (kind, stated) = ("discharge".to_owned(), "12".to_owned());
        let endless = SanctionForm { kind, stated, ..demerit() };
        assert_eq!(key(record(&county, officer, endless).await), "refusal-sanction-no-period");
        let blank = SanctionForm { paper: paper("", "2015-09-10"), ..demerit() };
        assert_eq!(key(record(&county, officer, blank).await), "paper_number fault-missing");
        let ahead =
            SanctionForm { paper: paper("示政处〔2016〕9号", "2016-02-17"), ..demerit() };
        assert_eq!(key(record(&county, officer, ahead).await), "refusal-day-ahead");
        assert_eq!(under(&county).await, None, "nothing was kept");
        assert!(unread(&county).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_subject_reads_it_and_neither_their_unit_nor_colleagues_do() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let officer = county.account(Role::Discipline).await;
        let id = record(&county, officer, demerit()).await.unwrap();
        let acts = &county.acts;
        let mayor = county.account(Role::Head).await;
        let view = acts.sanction(mayor, id).await.unwrap();
        assert!(view.steps.is_empty() && view.combined.is_some());
        assert_eq!(acts.sanction(officer, id).await.unwrap().steps.len(), 3);
        for role in [Role::Liaison, Role::Cadre, Role::Clerk, Role::Hr, Role::System, Role::Audit] {
            let other = county.account(role).await;
            assert_eq!(key(acts.sanction(other, id).await), "not found", "{role:?}");
            let (filter, sort) = (SanctionFilter::default(), SanctionSort::Latest);
            let seen = acts.sanctions(other, &filter, sort, Page::all()).await;
            assert_eq!(seen.map_or(0, |(_, total)| total), 0, "{role:?}");
        }
        for sort in SanctionSort::ALL {
            let words = Some("示政处".to_owned());
            let filter = SanctionFilter { words, ..SanctionFilter::default() };
            let (lines, total) = acts.sanctions(officer, &filter, sort, Page::all()).await.unwrap();
            assert_eq!((lines[0].person.1.as_str(), total), ("G6", 1));
        }
        let correct = |reason: &str| CorrectSanction {
            actor: officer,
            sanction: id,
            version: 1,
            form: SanctionForm { kind: "warning".to_owned(), ..demerit() },
            reason: reason.to_owned(),
        };
        assert_eq!(key(county.try_act(correct("")).await), "corrected fault-missing");
        county.done(correct("种类录错了。")).await;
        let view = acts.sanction(mayor, id).await.unwrap();
        assert_eq!((view.row.kind, view.row.version), (SanctionKind::Warning, 2));
        assert_eq!(view.combined.unwrap().until, Some(date(2016, 3, 10)));
        assert_eq!(unread(&county).await.len(), 2);
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}
