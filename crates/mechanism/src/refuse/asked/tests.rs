//! Sentences that ask for findings, and sentences that look so and do not.

use super::{Asked, asked};

const DEMANDED: &[&str] = &[
    "每月至少查处3起违规问题",
    "每人每月上报问题线索不少于2条",
    "每季度发现问题不少于五个",
    "查处违规问题，每月不少于3件",
    "办案数不低于去年",
    "年内查处人数须达到十人",
    "全年力争立案20件",
    "问责人数不少于3人",
    "完成查处任务",
    "下达办案指标，逐级分解",
    "查实率不低于60%",
    "查访中发现问题的比例达到百分之三十",
    "每月通报典型案例2起",
    "每季度曝光反面典型不少于1例",
    "每月通报批评不少于2人",
    "每月约谈3人以上",
    "每次检查至少发现3个问题",
    "每次检查不少于3个问题",
    "罚款收入须达到50万元",
    "查处数量逐年增长",
    "提高查实率",
    "按查处数量排名",
    "每个单位处理不少于1人",
    "每月查处一定数量的问题",
    "每名督查员每月抓典型一个",
    "查 处·问 题每月不得少于３件",
    "每季查處違規問題不少於三件",
    "自查问题不少于5个",
    "每月通报不少于2期",
    "查处3件以上为完成任务",
    "排查隐患不少于五处",
    "每月登记过问案件不少于3件",
    "处分人数保底5人",
    "At least 3 findings per month",
    "each inspector must report two violations every week",
    "a quota of cases per town",
    "no fewer than five penalties a quarter",
    "Bulletins: at least 2 per month",
    "the share of visits with findings is at least 30%",
];

const FEW: &[&str] = &[
    "零查处的单位要说明原因",
    "对零查处单位主要负责人进行约谈",
    "全月查处不足3件的，扣2分",
    "查不出问题就是失职",
    "一季度没有查处的单位，书面说明",
    "消除办案空白，杜绝零立案",
    "没有发现问题的检查组，扣5分",
    "完不成查处任务的取消评优",
    "每少查一件扣2分",
    "本月查处少于3件",
    "办案数为零的，约谈纪委书记",
    "zero findings must be explained",
    "teams with fewer than 3 findings are reprimanded",
];

const PAID: &[&str] = &[
    "每查处一起加2分",
    "查处3件以上的加5分",
    "上报线索每条记1分",
    "以查处数论英雄",
    "多查多得",
    "按查处件数计分",
    "查处数量计入考核加分",
    "发现问题越多越好",
    "每立案一件奖励500元",
    "two points for each finding",
];

const FINE: &[&str] = &[
    "发现问题后3日内报告",
    "发现问题线索的，5个工作日内移交",
    "每季度走访不少于2次，发现问题及时报告",
    "每季查访不少于一次",
    "样本不少于5份",
    "问题整改率不低于95%",
    "投诉按期办结率达到100%",
    "查实问题每件扣2分，最多扣10分",
    "主动自查自纠的加5分",
    "每自查自纠一个问题加1分，最多加5分",
    "发现问题3个以上的，约谈主要负责人",
    "累计查实3件的单位，列入重点整改",
    "抽查案件不少于5件",
    "评查案卷不少于10件",
    "每季度学习典型案例不少于2个",
    "培训不少于40学时",
    "办案人员不得少于2人",
    "约谈由2名以上干部进行",
    "不得下达查处指标",
    "不以查处数论英雄",
    "派出督查的单位，查访和查出多少都不计分",
    "不定查处指标，不排名次",
    "没有问题的一样算完成",
    "未发现问题的，写明检查了什么",
    "没有情况的实行零报告",
    "查实问题不超过3件的单位减少检查",
    "为群众解决实际问题不少于3件",
    "每月通报一次整改进展",
    "按月通报考核指标完成情况",
    "对查实的问题不处理、不报告的，追究责任",
    "应当发现而没有发现重大问题的，追究责任",
    "群众举报查实的奖励500元",
    "无查实问题的得满分",
    "决定送达以后才通报；默认到单位，点名另写理由和到期日；第一个通报发于2015年6月27日",
    "2015年查处106件，问责81个单位177人次",
    "《公安机关督察条例》第十一条、第十二条",
    "查实的问题在10个工作日内整改到位",
    "三年内无问责记录的优先推荐",
    "不予立案的，说明理由",
    "每月例会不少于1次，研判问题线索",
    "满意率不低于90%",
    "考核指标在期初公布",
    "问题线索按期办结率不低于90%",
    "案件三人合议",
    "调查取证不少于两人，当事人有权要求回避",
    "每月公布查处问题的件数",
    "问题整改任务由责任单位认领",
    "at least 4 visits per quarter",
    "findings are reported within 3 days",
    "at least 95% of findings are rectified",
    "no quota for findings is set",
    "samples of no fewer than 10 case files",
];

#[test]
fn what_asks_for_findings_is_told_in_which_way() {
    let mut wrong = vec![];
    for (way, texts) in [(Asked::Demanded, DEMANDED), (Asked::Few, FEW), (Asked::Paid, PAID)] {
        for text in texts {
            if asked(text).map(|(found, _)| found) != Some(way) {
                wrong.push(format!("{text}: {:?}", asked(text)));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_only_looks_so_passes() {
    let said = |text: &&&str| asked(text).map(|(way, at)| format!("{text}: {way:?} {}", &text[at]));
    let wrong: Vec<_> = FINE.iter().collect::<Vec<_>>().iter().filter_map(said).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
