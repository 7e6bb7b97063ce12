//! The same expression in the other language.

use super::arbitrary;
use super::county::{SCOPE, faults, read};
use proptest::prelude::*;
use qz_mechanism::expression::{Expression, Field, Fold, Kind, Scope, spelled};
use qz_mechanism::language::Language::{self, Chinese, English};
use qz_mechanism::language::Names;

fn spell(text: &str, language: Language) -> String {
    spelled(text, language, |name| SCOPE.spelled(name, language))
        .unwrap_or_else(|faults| panic!("{text}: {faults:?}"))
}

#[test]
fn words_functions_and_names_change_and_all_else_stays() {
    for (zh, en) in [
        ("迟到天数 > 3 且 缺勤半天数 >= 2", "late > 3 && absent >= 2"),
        ("非 (有纪实) 或  有纪实 = 否", "! (noted) ||  noted == false"),
        ("岗位 属于 [\"镇长\", '且'] // 且说", "post in [\"镇长\", '且'] // 且说"),
        ("计数( 考勤.迟到天数 > 3 )", "count( attendance.late > 3 )"),
        ("天数(上任日) > 上期(级别)", "days(since) > previous(level)"),
        ("督查事项.逾期 + 信访.逾期", "tasks.overdue + letters.overdue"),
        ("有纪实 ? 1 : 2.50", "noted ? 1 : 2.50"),
    ] {
        assert_eq!(spell(zh, English), en);
        assert_eq!(spell(en, Chinese), zh);
    }
}

#[test]
fn other_ways_to_write_a_word_become_its_own() {
    assert_eq!(spell("late>3&&!noted==#true", Chinese), "迟到天数>3 且 非 有纪实=是");
    assert_eq!(spell("not noted or'a'in['a']", Chinese), "非 有纪实 或'a'属于['a']");
}

#[test]
fn what_names_nothing_stays_and_what_is_no_expression_is_refused() {
    assert_eq!(spell("逾期 > 1 且 某数 > 2", English), "逾期 > 1 && 某数 > 2");
    let said = spelled("迟到 ＞ 3", English, |_| None).unwrap_err();
    assert_eq!(said[0].what.zh, "“＞”是全角符号");
    assert!(spelled("(", English, |_| None).is_err());
}

#[test]
fn a_name_that_another_field_has_in_one_language_needs_its_source_in_both() {
    let field = |source: Names<'static>, en| Field {
        source: Some(source),
        names: Names::new("件数", en),
        kind: Kind::Int,
        fold: Fold::Sum,
    };
    let (letters, tasks) = (Names::new("信访", "letters"), Names::new("督查事项", "tasks"));
    let fields = [field(letters, "received"), field(tasks, "opened")];
    let scope = Scope { fields: &fields };
    let spell = |text: &str, language| {
        spelled(text, language, |name| scope.spelled(name, language)).unwrap()
    };
    for bare in ["件数", "received", "opened"] {
        let faults = Expression::read(bare, &scope).unwrap_err();
        assert_eq!(faults[0].what.zh, format!("“{bare}”要写明来源"));
        assert_eq!([spell(bare, Chinese), spell(bare, English)], [bare, bare]);
    }
    assert_eq!(spell("信访.件数 > tasks.opened", English), "letters.received > tasks.opened");
    assert_eq!(spell("信访.件数 > tasks.opened", Chinese), "信访.件数 > 督查事项.件数");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn through_the_other_language_and_back_not_a_byte_is_lost(
        text in arbitrary::text(&arbitrary::ANY)
    ) {
        let [zh, en] = [Chinese, English].map(|language| spell(&text, language));
        prop_assert_eq!(spell(&en, Chinese), &*zh);
        prop_assert_eq!(spell(&zh, Chinese), &*zh);
        prop_assert_eq!(spell(&en, English), &*en);
        let [kind, zh_kind, en_kind] = [&text, &zh, &en].map(|text| read(text).kind());
        prop_assert_eq!((zh_kind, en_kind), (kind, kind));
        prop_assert_eq!(faults(&zh), faults(&en));
    }
}
