//! Whole files: what is read of them, what is remarked, and how they convert.

use qz_mechanism::check::check;
use qz_mechanism::grammar::{Key, Kind};
use qz_mechanism::language::Language;
use qz_mechanism::spell::format;
use qz_mechanism::{Mechanism, Severity};

const THREE_ASKS: &str = include_str!("../../../mechanisms/three-asks.kdl");

/// What is remarked of a text, a line each.
fn said(text: &str) -> Vec<String> {
    let reading = check(text);
    let language = reading.mechanism.as_ref().map_or(Language::Chinese, Mechanism::language);
    let loud = reading.remarks.iter().filter(|one| one.severity != Severity::Note);
    loud.map(|one| format!("{}:{} {}", one.line, one.column, one.said(language))).collect()
}

#[test]
fn the_example_of_the_language_is_sound_and_reads_as_its_name() {
    assert_eq!(said(THREE_ASKS), [""; 0]);
    let mechanism = check(THREE_ASKS).mechanism.unwrap();
    assert_eq!(mechanism.reading(), "3问 · 4查 · 3公开");
    let counts: Vec<_> = mechanism.counts().into_iter().collect();
    assert_eq!(counts, [(Kind::Ask, 3), (Kind::Check, 4), (Kind::Show, 3)]);
    assert_eq!((mechanism.unit(), mechanism.cycle()), ("本县某镇", Some("monthly")));
}

#[test]
fn a_fifth_check_passes_only_where_the_name_does_not_count_it() {
    let with =
        |more: &str| THREE_ASKS.replace("    公开 网站", &format!("    {more}\n\n    公开 网站"));
    let fifth = "查 出差审批 据=\"考勤\" 按=人 当=\"说明逾期 > 1\"";
    assert_eq!(
        said(&with(fifth)),
        ["30:5 名称说四查，文件里有5个“查”；多出来的是：出差审批；名称不计的写上 名外=是"]
    );
    assert_eq!(said(&with(&format!("{fifth} 名外=是"))), [""; 0]);
    let three = THREE_ASKS.replace("    查 群众评价", "    /- 查 群众评价");
    assert_eq!(
        said(&three)[..1],
        ["2:4 名称说四查，文件里有3个“查”；还差1个；已有：工作纪实、工作业绩、工作作风"]
    );
    assert_eq!(check(&three).mechanism.unwrap().disabled(), 1);
}

#[test]
fn what_the_source_states_stays_whatever_the_file_is_called() {
    const REPORT: &str = include_str!("../../../mechanisms/monthly-report.kdl");
    let whole = Mechanism::read(REPORT).mechanism.unwrap();
    let locked = whole.elements().find(|block| block.is(Key::Verbatim)).unwrap();
    let (word, title) = (&locked.word, locked.title());
    let renamed = REPORT.replace(&format!("{word} {title} "), &format!("{word} 别的 "));
    let recoded = REPORT.replace("\"monthly-report\"", "\"ours\"");
    let both = renamed.replace("\"monthly-report\"", "\"ours\"");
    assert_eq!(said(&recoded), [""; 0], "a county's own code is welcome");
    for changed in [&renamed, &both] {
        let said = said(changed).join("\n");
        assert!(said.contains(&format!("原文的“{word} {title}”不能去掉，也不能改名")), "{said}");
        assert!(said.contains(&format!("来源里没有“{word} 别的”，不能写原文")), "{said}");
    }
    let added = REPORT.trim_end().trim_end_matches('}').to_owned() + "    会 碰头 默认=是\n}\n";
    assert_eq!(said(&added), [""; 0], "more may be added");
}

#[test]
fn what_a_line_states_of_a_name_is_held_to_the_file() {
    let file = |title: &str, reads: &str, body: &str| {
        format!("机制 {title} 代号=\"a\" {{\n    名 {reads}\n    周期 每季\n    {body}\n}}\n")
    };
    let letter = "单 催办 { 级 一; 级 二; 级 三 }";
    let rated = "评 服务 { 方 群众; 方 干部 }";
    let rows = "登记 项目 { 栏 名称 类型=文字; 行 甲; 行 乙 }";
    let pairs = "亮 承诺; 比 承诺; 亮 业绩; 比 业绩; 亮 身份";
    for (title, counts, body, right, wrong) in [
        ("三级督办", "级", letter, "三级", "两级"),
        ("两方评议", "方", rated, "两方", "三方"),
        ("两大项目", "行", rows, "两大", "三大"),
        ("两对比", "对", pairs, "两对", "三对"),
        ("四季一报", "期", "会 例会", "四季", "五季"),
        ("三件套", "个", "会 甲; 会 乙; 会 丙", "三件", "两件"),
        ("三部曲", "分", "组成 甲; 组成 乙; 组成 丙", "三部", "两部"),
    ] {
        let reads = |piece: &str| format!("{piece} 计={counts}");
        let good = said(&file(title, &reads(right), body));
        assert!(!good.iter().any(|one| one.contains(right)), "{good:?}");
        let other = title.replace(right, wrong);
        let bad = said(&file(&other, &reads(wrong), body));
        assert!(bad.iter().any(|one| one.contains(&format!("“{wrong}”说有"))), "{wrong} {bad:?}");
    }
    let none = said(&file("八小时", "九小时 计=称", "会 甲"));
    assert_eq!(none, ["2:7 名称里没有“九小时”"]);
}

#[test]
fn converting_there_and_back_is_converting_once() {
    for text in [
        THREE_ASKS,
        "// 说明\n机制 甲 代号=\"a\" {\n/- 问 乙 截止=\"20日\" // 丙\n 词 晒 即=亮; 晒 丁 期限=\"7日\"\n}\n",
    ] {
        let chinese = format(text, Some(Language::Chinese)).unwrap();
        let english = format(&chinese, Some(Language::English)).unwrap();
        assert_eq!(format(&english, Some(Language::Chinese)).unwrap(), chinese);
        assert_eq!(format(&english, Some(Language::English)).unwrap(), english);
    }
    let english = format(THREE_ASKS, Some(Language::English)).unwrap();
    assert!(english.contains("ask 工作进展 verbatim=yes due=\"day-20\" {"), "{english}");
    assert!(
        english.contains("disclose 公示栏 verbatim=yes content=poster shown-for=\"7d\""),
        "{english}"
    );
    assert_eq!(said(&english), [""; 0]);
}

#[test]
fn what_is_wrong_is_said_where_it_is_with_what_to_write() {
    let file = |body: &str| format!("机制 甲 代号=\"a\" {{\n    {body}\n}}\n");
    for (body, expected) in [
        ("问 乙 截至=\"20日\"", "2:9 “问”没有“截至”这个属性；是不是“截止”？"),
        ("问 乙 截止=20日", "2:12 “20日”以数字开头，要加引号；写成：\"20日\""),
        (
            "问 乙 截止=\"月初\"",
            "2:12 “月初”不是期限；可以写：20日、月末、每周二、月初后3个工作日、月后5个工作日、收到后7日、到期前3日、次月5日、季后首月10日、12月31日、当日、2015-12-31",
        ),
        ("问 乙 截止=\"月末\" 截止=\"20日\"", "2:17 “截止”写了两遍；只留一个：KDL 只认最后一个"),
        ("问 “乙”", "2:7 全角的“在这里只是一个字；写成半角的 \""),
        ("问 乙 ｛", "2:9 全角的｛在这里只是一个字；写成半角的 {"),
        ("问题 乙", "2:5 “机制”里没有“问题”这种内容；是不是“问”？"),
        (
            "查点 乙",
            "2:5 “机制”里不能有“查点”；它可以有：来源、单位、对象、周期、生效、止、阶段、依据、名、词、例、岗、灯、规则、办法、组成、问、查、抽、评、会、单、登记、事、亮、比、考、追责",
        ),
        (
            "问 乙 由=\"镇长\" 核=\"镇长\"",
            "2:18 “核”和“由”是同一个：镇长；自己办的事不能自己批、自己核；换一个人或者上一级",
        ),
        ("亮 乙 原文=true", "2:12 “true”前面要有 #；写成：是、否，或者 #true"),
        (
            "查 乙 据=\"月报\" 按=单位 当=\"迟报 > 0\" { 例 丙 得=疑点 { 迟报 1; 迟报 2 } }",
            "2:51 “迟报”写了两遍；几行的值写在一起：迟报 0 1",
        ),
        (
            "登记 乙 { 栏 丙 类型=文字; 行 丁 序号=1 序号=2 }",
            "2:32 “序号”写了两遍；只留一个：KDL 只认最后一个",
        ),
        ("登记 乙 { 栏 丙 类型=小数 }", "2:19 这里不能写“小数”；是不是“数”？"),
        (
            "词 晒 即=考; 亮 乙",
            "2:7 自己的词不能代替“考”；考、追责、通报、抽要写本来的词，让人一眼看见",
        ),
    ] {
        assert_eq!(said(&file(body)), [expected], "{body}");
    }
}
