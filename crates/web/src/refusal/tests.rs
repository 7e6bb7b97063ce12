//! Every refusal and fault, in both languages, word for word where the words carry arguments.

use super::*;
use crate::words::Locale;
use jiff::civil::date;
use qz_domain::field::Fault;
use qz_domain::refusal::Guard;

mod specimen;

use specimen::every_refusal;

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
fn every_guard_has_a_name_in_both_languages() {
    for locale in Locale::ALL {
        for guard in Guard::ALL {
            let said = Words::new(locale).say(&format!("guard-{}", guard.code()));
            assert!(!said.contains('⟦'), "{said}");
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
    let late = Refusal::OutOfOrder { act: "visit_sign", stage: "called_off" };
    let late = boxed(Locale::ZhCn, &late);
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
