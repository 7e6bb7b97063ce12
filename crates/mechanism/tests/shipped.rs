//! The schemes that come with the product: each is sound, reads as its name says, converts without loss, and claims of its
//! source what the source states and nothing more.

use qz_mechanism::block::{Block, Value};
use qz_mechanism::check::check;
use qz_mechanism::fact::{Feeding, SOURCES};
use qz_mechanism::grammar::{Key, Kind, Node};
use qz_mechanism::language::Language;
use qz_mechanism::name;
use qz_mechanism::shipped::FILES;
use qz_mechanism::spell::format;
use qz_mechanism::{Diagnostic, Mechanism};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

/// A scheme: its code, its title, how that reads, and the titles that the source states.
type Scheme = (&'static str, &'static str, &'static str, &'static [&'static str]);
#[rustfmt::skip]
const SCHEMES: &[Scheme] = &[
    ("appointment-and-second-line", "干部选拔任用与退二线管理", "二线",
        &["科级党政领导干部选拔任用若干规定(试行)"]),
    ("budget-and-welfare", "预决算与福利", "", &["干部福利政策", "预决算制度"]),
    ("campaign", "惩庸治懒", "", &[
        "2015-06-17", "县委常委会", "全委会", "实施方案", "明察暗访", "查处问题", "责任追究", "月报制度",
        "电子政务督查平台", "一则八法", "科级党政领导干部选拔任用", "退二线干部管理", "红黑榜", "考核指标",
        "人力资源配置管理暂行办法等五个办法", "全员考勤", "干部福利政策", "预决算制度",
    ]),
    ("campaign-indicators", "治庸治懒考核指标", "", &[]),
    ("case-meddling", "内部人员插手过问案件登记问责", "", &["插手过问案件", "内部人员插手过问案件"]),
    ("execution", "执行力管理考核", "", &[]),
    ("five-checks", "五查一通报", "5查 · 1通报",
        &["值班备勤", "迟到早退", "警容风纪", "公车管理", "执法卷宗", "全局通报"]),
    ("four-displays", "四亮四比", "4亮 · 4比", &[]),
    ("joint-liability", "违规行为连带责任追究", "", &[]),
    ("monthly-report", "月报", "", &["月报"]),
    ("off-duty-conduct", "八小时以外行为准则", "八小时", &[]),
    ("one-rule-eight-measures", "一则八法", "1则 · 8法", &[]),
    ("real-deeds", "实事实效考评", "", &[]),
    ("red-and-black-lists", "红黑榜", "", &[]),
    ("staff-attendance", "全员考勤", "", &[]),
    ("staffing", "人力资源配置管理", "", &["五个办法", "人力资源配置管理暂行办法"]),
    ("tax-enforcement", "税收执法廉政防控", "",
        &["不作为", "乱作为", "关系税", "人情税", "不按规定执法", "效率低", "态度差"]),
    ("ten-key-projects", "十大重点项目", "十大重点项目（计行）",
        &["重点项目", "桥沟潭廊桥", "汉江综合整治县城段", "蜀河古镇", "天然气工程"]),
    ("three-asks", "三问四查三公开", "3问 · 4查 · 3公开", &[
        "工作部署", "工作进展", "工作结果", "工作纪实", "工作业绩", "工作作风", "群众评价",
        "网站", "微信短信", "公示栏",
    ]),
    ("three-displays", "三亮一查纠", "3亮 · 1查纠", &[
        "责任清单", "工作业绩", "干部作风", "工作结果", "人定岗", "物定位", "事定责", "工作定标准",
    ]),
    ("three-implementations", "三落实三督查", "3落实 · 3督查", &[]),
    ("three-in-one", "三位一体", "三位一体（计分）", &[]),
    ("work-records", "工作纪实", "", &["工作纪实"]),
];

/// Registers that offices ask for by name, and the scheme each is in.
const REGISTERS: [(&str, &str); 10] = [
    ("工作纪实", "work-records"),
    ("公车使用", "five-checks"),
    ("警容风纪抽查", "five-checks"),
    ("案卷评查", "five-checks"),
    ("责任清单", "three-displays"),
    ("工作业绩", "three-displays"),
    ("八小时以外自行申报", "off-duty-conduct"),
    ("插手过问案件", "case-meddling"),
    ("福利", "budget-and-welfare"),
    ("借调", "staffing"),
];

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../mechanisms")
}

fn text(code: &str) -> String {
    let path = folder().join(format!("{code}.kdl"));
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{code}: {error}"))
}

fn mechanism(code: &str) -> Mechanism {
    check(&text(code)).mechanism.unwrap_or_else(|| panic!("{code} is no scheme"))
}

/// Every scheme with its code.
fn all() -> impl Iterator<Item = (&'static str, Mechanism)> {
    SCHEMES.iter().map(|(code, ..)| (*code, mechanism(code)))
}

/// What a block is called: its title, or its day.
fn called(block: &Block) -> String {
    match block.title {
        Some(Value::Day(day)) => day.to_string(),
        _ => block.title().to_owned(),
    }
}

/// Whether it is part of what the scheme does, not of what it says of itself.
fn is_content(block: &Block) -> bool {
    matches!(
        block.node,
        Node::Element(_)
            | Node::Post
            | Node::Light
            | Node::Rules
            | Node::Measures
            | Node::Component
            | Node::Phase
            | Node::Row
    )
}

/// The checks that are rules over facts.
fn rules(mechanism: &Mechanism) -> impl Iterator<Item = &Block> {
    mechanism
        .elements()
        .filter(|one| one.kind() == Some(Kind::Check) && one.setting(Key::When).is_some())
}

/// What is remarked, but that a source waits for records.
fn loud(remarks: &[Diagnostic]) -> Vec<String> {
    let waiting: BTreeSet<&str> = SOURCES
        .iter()
        .filter_map(|source| match source.feeding {
            Feeding::Later(first) => Some(first.zh),
            Feeding::Fed(_) => None,
        })
        .collect();
    let said = remarks.iter().map(|one| one.said(Language::Chinese));
    said.filter(|said| !waiting.contains(said.as_str())).collect()
}

#[test]
fn every_file_is_a_scheme_of_the_table_and_every_scheme_has_a_file() {
    let files: BTreeSet<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "kdl"))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    let codes: BTreeSet<String> = SCHEMES.iter().map(|(code, ..)| (*code).to_owned()).collect();
    assert_eq!(files, codes);
    assert!(codes.len() >= 22);
    let shipped: BTreeSet<String> = FILES.iter().map(|(code, _)| (*code).to_owned()).collect();
    assert_eq!(shipped, codes, "the product carries them all");
}

#[test]
fn every_scheme_is_sound_and_reads_as_its_name_says() {
    for (code, title, reading, _) in SCHEMES {
        let read = check(&text(code));
        assert_eq!(loud(&read.remarks), [""; 0], "{code}");
        let mechanism = read.mechanism.unwrap();
        assert_eq!((mechanism.code(), mechanism.title()), (*code, *title));
        assert_eq!(mechanism.reading(), *reading, "{code}");
        assert!(mechanism.unit().starts_with("本县"), "{code}");
    }
}

#[test]
fn a_scheme_is_a_page_that_says_what_it_is_and_where_it_comes_from() {
    for (code, mechanism) in all() {
        let lines = mechanism.text().lines().count();
        assert!((8..=40).contains(&lines), "{code}: {lines}");
        let first = mechanism.text().lines().next().unwrap();
        let is_chinese = first.chars().any(|sign| ('一'..='龥').contains(&sign));
        assert!(first.starts_with("// ") && first.ends_with('。') && is_chinese, "{code}");
        let source = mechanism.root().lines(Node::Source).next().unwrap();
        assert_eq!(source.title(), "旬阳“惩庸治懒”背后的故事, 2016-02-16", "{code}");
        assert!(source.text(Key::SourceUnit).is_some(), "{code}");
    }
}

#[test]
fn converting_a_scheme_there_and_back_gives_its_own_bytes() {
    for (code, mechanism) in all() {
        let chinese = mechanism.text();
        assert_eq!(format(chinese, None).unwrap(), chinese, "{code}");
        let english = format(chinese, Some(Language::English)).unwrap();
        assert_eq!(format(&english, Some(Language::Chinese)).unwrap(), chinese, "{code}");
        assert_eq!(format(&english, Some(Language::English)).unwrap(), english, "{code}");
        let again = check(&english);
        assert_eq!(again.remarks.iter().find(|one| one.is_error()), None, "{code}");
        let again = again.mechanism.unwrap();
        assert_eq!(again.language(), Language::English);
        assert_eq!((again.counts(), again.reading()), (mechanism.counts(), mechanism.reading()));
    }
}

#[test]
fn what_the_source_states_is_marked_and_everything_else_is_our_default() {
    for ((code, _, _, stated), (_, mechanism)) in SCHEMES.iter().zip(all()) {
        let blocks = mechanism.root().all();
        let verbatim = blocks.iter().filter(|block| block.is(Key::Verbatim));
        let verbatim: BTreeSet<String> = verbatim.map(|block| called(block)).collect();
        assert_eq!(verbatim, stated.iter().map(|one| (*one).to_owned()).collect(), "{code}");
        for block in blocks {
            let (is_verbatim, is_default) = (block.is(Key::Verbatim), block.is(Key::Default));
            assert!(!(is_verbatim && is_default), "{code}: {}", called(block));
            let is_ours = is_content(block) || block.node == Node::Basis;
            assert!(!is_ours || is_verbatim || is_default, "{code}: {}", called(block));
        }
    }
}

#[test]
fn what_a_name_does_not_count_says_so() {
    for (code, mechanism) in all() {
        let pieces = name::signature(mechanism.title(), &[]).pieces;
        let is_stated = mechanism.root().lines(Node::Name).next().is_some();
        if pieces.is_empty() || is_stated {
            continue;
        }
        let is_countable = |block: &&Block| {
            matches!(block.node, Node::Element(_) | Node::Post | Node::Rules | Node::Measures)
        };
        let parts = mechanism.root().children.iter().filter(is_countable);
        let counted = parts.filter(|block| !block.is(Key::Unnamed)).count();
        assert_eq!(counted, pieces.iter().map(|piece| piece.number).sum::<usize>(), "{code}");
    }
}

#[test]
fn a_rule_over_facts_has_an_example_of_a_prompt_and_one_that_is_none() {
    for (code, mechanism) in all() {
        let examples: Vec<&Block> = mechanism.root().lines(Node::Example).collect();
        let gives = |outcomes: &[&str]| {
            examples
                .iter()
                .any(|one| one.word(Key::Gives).is_some_and(|gives| outcomes.contains(&gives)))
        };
        if rules(&mechanism).next().is_some() {
            assert!(gives(&["prompt"]) && gives(&["clear", "unknown"]), "{code}");
        }
        for example in examples {
            let element = example.text(Key::Element).unwrap();
            let is_of_a_rule = rules(&mechanism).any(|rule| rule.title() == element);
            assert!(is_of_a_rule && !example.children.is_empty(), "{code}: {}", example.title());
        }
    }
}

#[test]
fn nobody_is_ranked_and_whoever_answers_is_heard() {
    for (code, mechanism) in all() {
        for block in mechanism.root().all() {
            let title = block.title();
            match block.kind() {
                Some(Kind::Compare | Kind::Assess) => {
                    assert!(block.is_not(Key::Ranking), "{code}: {title}");
                    assert_eq!(block.word(Key::Per), Some("unit"), "{code}: {title}");
                }
                Some(Kind::Liability) => {
                    let is_grounded = block.setting(Key::Basis).is_some();
                    assert!(block.is(Key::Heard) && is_grounded, "{code}: {title}");
                }
                Some(Kind::Show) => {
                    assert_ne!(block.word(Key::Content), Some("names"), "{code}: {title}");
                    let is_praise = block.word(Key::Tone) == Some("praise");
                    assert!(!is_praise || block.is(Key::Consent), "{code}: {title}");
                }
                _ => {}
            }
            if block.node == Node::Link {
                assert!(block.setting(Key::Exculpation).is_some(), "{code}: {title}");
            }
        }
    }
}

#[test]
fn weights_of_indicators_add_up_to_a_hundred() {
    for (code, mechanism) in all() {
        let weights = mechanism.elements().filter_map(|block| block.number(Key::Weight));
        let sum: i64 = weights.map(|weight| i64::try_from(weight).unwrap()).sum();
        assert!(matches!(sum, 0 | 100), "{code}: {sum}");
    }
}

#[test]
fn ten_projects_four_of_them_named_and_no_money_of_any() {
    let mechanism = mechanism("ten-key-projects");
    let register = mechanism.element("重点项目").unwrap();
    let rows: Vec<&Block> = register.lines(Node::Row).collect();
    assert_eq!(rows.len(), 10);
    assert_eq!(rows.iter().filter(|row| row.title() == "未列名").count(), 6);
    let columns: BTreeSet<_> =
        rows.iter().flat_map(|row| &row.named).map(|one| &*one.name).collect();
    assert_eq!(columns, BTreeSet::from(["序号"]));
    assert!(register.text(Key::Note).unwrap().contains("41亿元"));
}

#[test]
fn registers_that_offices_ask_for_by_name_are_there() {
    for (title, code) in REGISTERS {
        let mechanism = mechanism(code);
        let mut registers = mechanism.elements().filter(|one| one.kind() == Some(Kind::Register));
        let register = registers.find(|one| one.title() == title).unwrap();
        let has = |key| register.setting(key).is_some();
        assert!(has(Key::Writes) && has(Key::Reads) && has(Key::Keeps), "{title}");
    }
}

#[test]
fn the_example_of_the_guide_is_sound_in_both_languages() {
    let guide = |name: &str| {
        let path = folder().join("../docs/guide").join(name);
        let page = fs::read_to_string(path).unwrap();
        let begins = page.find("```kdl\n").unwrap() + "```kdl\n".len();
        page[begins..].split("```").next().unwrap().to_owned()
    };
    for example in [guide("mechanisms.md"), guide("mechanisms.zh-CN.md")] {
        let read = check(&example);
        assert_eq!(loud(&read.remarks), [""; 0]);
        assert_eq!(read.mechanism.unwrap().reading(), "2问 · 1查 · 1公开");
        assert_eq!(format(&example, None).unwrap(), example);
    }
}
