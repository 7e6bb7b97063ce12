//! Every refusal and fault, in both languages, word for word where the words carry arguments.

use super::*;
use crate::words::Locale;
use jiff::civil::date;
use qz_domain::appointment::AppointmentRefusal;
use qz_domain::away::AwayRefusal;
use qz_domain::campaign::CampaignRefusal;
use qz_domain::deputy::DeputyRefusal;
use qz_domain::draw::DrawRefusal;
use qz_domain::field::Fault;
use qz_domain::kin::Relation;
use qz_domain::law::change::ChangeRefusal;
use qz_domain::law::{DecidedSubject, Unlawful};
use qz_domain::matter::{MatterRefusal, Part};
use qz_domain::post::Rank;
use qz_domain::role::Role;
use qz_domain::term::Length;
use qz_domain::visit::CapRefusal;

fn every_refusal() -> Vec<Refusal> {
    let person = || "闻允安".to_owned();
    let unit = || "枫渡镇".to_owned();
    let day = date(2015, 3, 5);
    vec![
        Refusal::TooFewInspectors { found: 1 },
        Refusal::SameInspectorTwice { person: person() },
        Refusal::Untrained { person: person(), day },
        Refusal::KinInUnit { person: person(), relation: Relation::InLaw, unit: unit() },
        Refusal::BelongsToUnit { person: person(), unit: unit() },
        Refusal::OrganVisitsItself { unit: unit() },
        Refusal::NoPost { person: person(), day },
        Refusal::NotOnTeam { person: person() },
        Refusal::SignedAlready { person: person() },
        Refusal::OutOfOrder { act: "visit_sign", stage: "called_off" },
        Refusal::OutOfOrder { act: "visit_reply", stage: "none" },
        Refusal::RepliedAlready,
        Refusal::StaleVersion { read: 2, now: 3 },
        Refusal::NothingChanged,
        Refusal::VisitInTheFuture,
        Refusal::SameOfficer,
        Refusal::OfficerHoldsAnother,
        Refusal::LastOfficer { role: Role::Audit },
        Refusal::OwnAccount,
        Refusal::NotToldYet,
        Refusal::OutOfOrder { act: "finding_verify", stage: "put_right" },
        Refusal::OutOfOrder { act: "notice_give", stage: "registered" },
        Refusal::OutOfOrder { act: "decision_serve", stage: "served" },
        Refusal::OutOfOrder { act: "bulletin_sign", stage: "called_off" },
        Refusal::OutOfOrder { act: "campaign_edit", stage: "issued" },
        Refusal::OutOfOrder { act: "law_confirm", stage: "withdrawn" },
        Refusal::OutOfOrder { act: "draw_make", stage: "entered_once" },
    ]
    .into_iter()
    .chain(caps().into_iter().map(Refusal::from))
    .chain(draws().into_iter().map(Refusal::from))
    .chain(matters().into_iter().map(Refusal::from))
    .chain(unlawful().into_iter().map(Refusal::from))
    .chain(campaigns().into_iter().map(Refusal::from))
    .chain(changes().into_iter().map(Refusal::from))
    .chain(appointments().into_iter().map(Refusal::from))
    .chain(deputies())
    .collect()
}

fn caps() -> Vec<CapRefusal> {
    let (unit, person, organ) = ("枫渡镇".to_owned(), "荀知远".to_owned(), "县纪委".to_owned());
    let (from, until) = (date(2021, 4, 1), date(2021, 6, 30));
    vec![
        CapRefusal::Full { unit: unit.clone(), planned: 2, most: 2, from, until },
        CapRefusal::Beside { unit, count: 1 },
        CapRefusal::OwnApproval { person: person.clone() },
        CapRefusal::LeadsNothing { person, organ },
    ]
}

fn matters() -> Vec<MatterRefusal> {
    let person = || "闻允安".to_owned();
    let subject = person;
    let (day, earlier) = (date(2015, 3, 5), date(2015, 3, 9));
    let (measure, proposed) = ("admonition".to_owned(), "circulated_criticism".to_owned());
    vec![
        MatterRefusal::TookPart { person: person(), earlier: Part::Found, now: Part::Screened },
        MatterRefusal::OwnMatter { person: person() },
        MatterRefusal::TooFewVerifiers { found: 1 },
        MatterRefusal::TooFewOnPanel { found: 2 },
        MatterRefusal::NamedTwice { person: person() },
        MatterRefusal::NotAmongThem { person: person() },
        MatterRefusal::NotHeard { subject: subject(), due: day },
        MatterRefusal::NotOfUnit { person: person(), unit: "枫渡镇".to_owned(), day },
        MatterRefusal::SpeaksForSubject { person: person(), subject: "枫渡镇".to_owned() },
        MatterRefusal::NobodyNoticed,
        MatterRefusal::Heavier { measure, proposed },
        MatterRefusal::StatementUnanswered,
        MatterRefusal::NotUpheld,
        MatterRefusal::NotUnfounded,
        MatterRefusal::CameToNothing,
        MatterRefusal::NothingSeen,
        MatterRefusal::DayAhead { day },
        MatterRefusal::DayBefore { day, earlier },
        MatterRefusal::NotServed { subject: subject() },
        MatterRefusal::InAnotherBulletin { subject: subject() },
        MatterRefusal::NothingToTell,
        MatterRefusal::NoCounterSignature,
        MatterRefusal::NoCounterSignatureDue,
        MatterRefusal::NoRemedy { day },
        MatterRefusal::TooSoon { earliest: day },
    ]
}

fn draws() -> Vec<DrawRefusal> {
    vec![
        DrawRefusal::SameParty { unit: "县纪委".to_owned() },
        DrawRefusal::EnteredAlready { person: "闻允安".to_owned() },
        DrawRefusal::NoCheckpointYet,
    ]
}

fn campaigns() -> Vec<CampaignRefusal> {
    let title = "窗口作风专项".to_owned();
    vec![
        CampaignRefusal::DaysOver { ends: date(2015, 3, 5) },
        CampaignRefusal::ReplacedByAnother { title },
    ]
}

fn appointments() -> Vec<AppointmentRefusal> {
    let (person, post) = (|| "洛书远".to_owned(), || "镇长".to_owned());
    vec![
        AppointmentRefusal::ByOthers { post: post(), role: Role::Organisation },
        AppointmentRefusal::SamePost { person: person(), post: post() },
        AppointmentRefusal::SecondFullPost { person: person() },
        AppointmentRefusal::NoFullPost { person: person(), day: date(2015, 3, 5) },
        AppointmentRefusal::NotLeading { post: post() },
        AppointmentRefusal::PostHeld { post: post(), holder: "郗怀朴".to_owned() },
        AppointmentRefusal::LentToOwnUnit { person: person() },
        AppointmentRefusal::AwayAlready { person: person() },
    ]
}

fn deputies() -> Vec<Refusal> {
    let (person, post) = (|| "洛书远".to_owned(), || "镇长".to_owned());
    let (leader, day) = (|| "郗怀朴".to_owned(), date(2015, 3, 5));
    let (since, until) = (date(2015, 3, 2), date(2015, 3, 6));
    let deputies = [
        DeputyRefusal::HoldsThePost { person: person(), post: post() },
        DeputyRefusal::OfAnotherUnit { person: person(), post: post() },
        DeputyRefusal::LeadsNothingNear { person: person(), post: post() },
        DeputyRefusal::SecondDeputy { post: post(), other: leader() },
        DeputyRefusal::EndsBefore { post: post(), day },
        DeputyRefusal::NotAway { leader: leader(), day },
        DeputyRefusal::NotTheDeputy { person: person(), leader: leader(), day },
        DeputyRefusal::AwayThemselves { person: person(), day },
        DeputyRefusal::OfficerStandsIn,
        DeputyRefusal::AmongThem { leader: leader() },
    ];
    let others = [
        AwayRefusal::AwayThen { person: person(), since, until }.into(),
        AwayRefusal::Over { person: person() }.into(),
        Refusal::TieWithdrawn,
        Refusal::OwnTie { person: person() },
    ];
    deputies.into_iter().map(Refusal::from).chain(others).collect()
}

fn unlawful() -> Vec<Unlawful> {
    let name = || ("诫勉".to_owned(), "admonition".to_owned());
    let (from, day) = (date(2016, 7, 17), date(2015, 3, 5));
    vec![
        Unlawful::NotInForce { name: name(), from, until: None, day },
        Unlawful::NotInForce { name: name(), from: day, until: Some(day), day: from },
        Unlawful::Unknown { code: "x".to_owned() },
        Unlawful::OutsideAuthority { measure: name(), subject: DecidedSubject::Unit },
        Unlawful::OutsideAuthority {
            measure: name(),
            subject: DecidedSubject::Person(Rank::CountyHead),
        },
        Unlawful::RecordOnly { measure: name() },
    ]
}

fn changes() -> Vec<ChangeRefusal> {
    let name = || ("陈述申辩".to_owned(), "statement and defence".to_owned());
    let (from, source) = (date(2016, 3, 1), || "千办发〔2016〕3号".to_owned());
    let (least, most) = (Length::Workdays(3), Length::Workdays(15));
    vec![
        ChangeRefusal::SetByLaw { name: name(), source: source() },
        ChangeRefusal::OutOfBounds { name: name(), least, most },
        ChangeRefusal::NotToCome { from, today: from },
        ChangeRefusal::SetForThatDay { from, source: source() },
    ]
}

fn every_fault() -> Vec<Fault> {
    let found = || "x".to_owned();
    vec![
        Fault::Missing,
        Fault::TooLong { most: 100, found: 12_345 },
        Fault::NotOneOf { found: found(), allowed: "明察 暗访".to_owned() },
        Fault::NotADay(found()),
        Fault::NotAMoment(found()),
        Fault::NotANumber { found: found(), least: 1, most: 999 },
        Fault::Unknown("10023".to_owned()),
        Fault::Unknown(String::new()),
        Fault::Taken(found()),
        Fault::StateSecret("机密"),
        Fault::ControlCharacter,
        Fault::EndsBeforeStart,
        Fault::InTheFuture,
        Fault::OutsideDays { from: date(2015, 5, 1), until: date(2015, 12, 31) },
        Fault::Overlapping,
        Fault::TooMany { most: 60, found: 61 },
        Fault::NotYetThere { found: "县卫计局".to_owned(), day: date(2014, 11, 1) },
        Fault::BadForm("2015-0311"),
        Fault::TooShort { least: 6, found: 1 },
    ]
}

fn boxed(locale: Locale, refusal: &Refusal) -> RefusalBox {
    refusal_box(Words::new(locale), refusal, Link::new("/desk", "back"))
}

#[test]
fn every_refusal_says_what_why_and_the_way_on_in_both_languages() {
    for locale in Locale::ALL {
        for refusal in every_refusal() {
            let html = boxed(locale, &refusal).to_string();
            assert!(!html.contains('⟦') && !html.contains("{$"), "{html}");
            let sentences = boxed(locale, &refusal).sentences;
            assert_eq!(sentences.len(), 3, "why, the way on, the ground: {sentences:?}");
        }
    }
}

#[test]
fn every_fault_is_said_in_both_languages() {
    for locale in Locale::ALL {
        for fault in every_fault() {
            let said = fault_text(Words::new(locale), &fault);
            assert!(!said.contains('⟦') && !said.contains("{$"), "{said}");
        }
    }
}

#[test]
fn codes_become_words_and_days_are_written_out() {
    let kin = boxed(Locale::ZhCn, &every_refusal()[3]);
    assert_eq!(kin.title, "没有办成：闻允安应当回避");
    let sentences = [
        "闻允安有亲属（近姻亲）在枫渡镇任职。按公务员法的回避规定，不论级别，本人不能参与检查。",
        "请换一名与枫渡镇没有亲属关系的督查员。申报有出入的，请本人或人事干部核对。",
        "所依守则：回避。",
    ];
    assert_eq!(kin.sentences, sentences);
    let untrained = boxed(Locale::En, &every_refusal()[2]);
    assert!(untrained.sentences[0].contains("(5 March 2015)"), "{untrained:?}");
    let nobody = boxed(Locale::ZhCn, &Refusal::NotOnTeam { person: String::new() });
    assert_eq!(nobody.title, "没有签字：您不在检查人里");
    let late = boxed(Locale::ZhCn, &every_refusal()[9]);
    assert!(late.sentences[0].contains("“已撤销”，这时不能办“会签走访”"), "{late:?}");
}

#[test]
fn stages_parts_days_and_rules_become_words_of_their_own_lists() {
    let all = every_refusal();
    let said = |locale, at: &dyn Fn(&Refusal) -> bool| {
        let found = all.iter().find(|refusal| at(refusal)).unwrap();
        boxed(locale, found).sentences[0].clone()
    };
    let by_key = |key: &'static str| move |refusal: &Refusal| refusal.key() == key;
    let act = |wanted: &'static str| move |refusal: &Refusal| matches!(refusal, Refusal::OutOfOrder { act, .. } if *act == wanted);
    assert!(said(Locale::ZhCn, &act("bulletin_sign")).contains("“已撤稿”"));
    assert!(said(Locale::ZhCn, &act("notice_give")).contains("“待初筛”"));
    assert!(said(Locale::En, &act("decision_serve")).contains("“Served”"));
    assert!(said(Locale::ZhCn, &act("law_confirm")).contains("“已撤回”"));
    let bounds = said(Locale::ZhCn, &by_key("refusal-law-out-of-bounds"));
    assert!(bounds.contains("3个工作日到15个工作日"), "{bounds}");
    assert!(said(Locale::ZhCn, &by_key("refusal-took-part")).contains("“发现”"));
    assert!(said(Locale::En, &by_key("refusal-heavier")).contains("circulated criticism"));
    assert!(said(Locale::En, &by_key("refusal-law-not-in-force")).contains("17 July 2016"));
    assert!(said(Locale::ZhCn, &by_key("refusal-outside-authority")).contains("县处级正职"));
}

#[test]
fn counts_are_grouped_and_numbers_that_name_something_are_not() {
    let words = Words::new(Locale::En);
    let faults = every_fault();
    assert_eq!(
        fault_text(words, &faults[1]),
        "at most 100 characters, there are 12,345; please shorten it."
    );
    assert!(fault_text(words, &faults[6]).contains("“10023” was not found"));
    let row = Wording {
        key: "sheet-too-many-rows",
        values: vec![("row", "200002".to_owned()), ("limit", "200000".to_owned())],
    };
    assert!(wording(words, &row).starts_with("Row 200002 is past the limit of 200,000 rows."));
}

#[test]
fn a_fault_carries_its_field_s_label() {
    let faults = [field::FieldError::new("seen", Fault::Missing)];
    let said = field_errors(Words::default(), &faults, |_| "看到了什么".to_owned());
    assert_eq!(said, [FieldError::new("seen", "看到了什么：还没有填写。")]);
}

#[test]
fn files_are_refused_in_both_languages() {
    use qz_document::evidence::EvidenceRefusal;
    use qz_document::sheet::ReadError;
    let all = [
        ReadError::Empty.wording(),
        ReadError::TooManyParts { entries: 3000 }.wording(),
        ReadError::FailedFormula { row: 7, column: "AB".to_owned(), error: "#N/A".to_owned() }
            .wording(),
        EvidenceRefusal::ActivePdf { feature: "Launch" }.wording(),
        EvidenceRefusal::TooManyPixels { megapixels: 108 }.wording(),
    ];
    for locale in Locale::ALL {
        for one in &all {
            let said = wording(Words::new(locale), one);
            assert!(!said.contains('⟦') && !said.contains("{$"), "{said}");
        }
    }
}
