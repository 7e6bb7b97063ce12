//! The words that stand as values (取值), by what they are values of. A word has one Chinese and one English form.

use super::Twin;
use crate::example::Outcome;
use crate::fact::Per;

/// How often a cycle comes round (周期).
pub const CYCLES: &[Twin] = &[
    ("每日", "daily"),
    ("每周", "weekly"),
    ("每月", "monthly"),
    ("每季", "quarterly"),
    ("每半年", "half-yearly"),
    ("每年", "yearly"),
    ("一次", "once"),
];

/// What opens an item apart from a cycle (逢).
pub const EVENTS: &[Twin] =
    &[("请求", "request"), ("事项", "task"), ("案件", "case"), ("命中", "hit"), ("登记", "entry")];

/// What a rule has one result for (按).
pub const SUBJECTS: &[Twin] = &[
    Per::Person.names().twin(),
    Per::Post.names().twin(),
    Per::Unit.names().twin(),
    Per::Task.names().twin(),
    Per::Request.names().twin(),
    Per::Case.names().twin(),
];

/// What a field of a form holds (类型).
pub const FIELD_TYPES: &[Twin] = &[
    ("文字", "text"),
    ("数", "number"),
    ("金额", "money"),
    ("日期", "date"),
    ("人员", "person"),
    ("单位", "unit"),
    ("事项", "task"),
    ("文件", "file"),
    ("选项", "choice"),
    ("评分", "score"),
    ("引用", "reference"),
];

/// What a field of the type reference leads to (至).
pub const REFERENCES: &[Twin] = &[
    ("事项", "task"),
    ("人员", "person"),
    ("单位", "unit"),
    ("岗", "post"),
    ("案件", "case"),
    ("会议", "meeting"),
    ("文件", "file"),
];

/// How a visit is made (方式).
pub const WAYS: &[Twin] =
    &[("明察", "open"), ("暗访", "covert"), ("书面", "in-writing"), ("电话", "by-phone")];

/// What a disclosure is like (类).
pub const TONES: &[Twin] = &[("表扬", "praise"), ("批评", "criticism"), ("情况", "report")];

/// What may be disclosed by name (内容).
pub const CONTENTS: &[Twin] = &[
    ("单位汇总", "unit-summary"),
    ("结果链接", "result-link"),
    ("海报", "poster"),
    ("责任清单", "duty-list"),
    ("工作业绩", "achievements"),
    ("岗位牌", "post-cards"),
    ("登记汇总", "register-summary"),
    ("比较表", "comparison"),
    ("评价结果", "ratings"),
    ("考核结果", "assessment"),
    ("整改情况", "rectification"),
    ("会议决定", "meeting-decisions"),
    ("机制全文", "mechanism-text"),
    ("姓名", "names"),
];

/// Where something is disclosed (渠道).
pub const CHANNELS: &[Twin] = &[
    ("网站", "website"),
    ("微信短信", "messages"),
    ("公示栏", "notice-board"),
    ("本单位", "in-unit"),
    ("全县", "in-county"),
    ("会议", "at-meeting"),
    ("媒体", "media"),
];

/// What a figure is held against (对照).
pub const STANDARDS: &[Twin] = &[
    ("标准", "standard"),
    ("本人上期", "own-last-period"),
    ("上期", "last-period"),
    ("同类", "peers"),
];

/// Which way a figure is better (好).
pub const DIRECTIONS: &[Twin] = &[("高", "higher"), ("低", "lower")];

/// The colours of a light (颜色).
pub const COLOURS: &[Twin] =
    &[("绿", "green"), ("黄", "yellow"), ("红", "red"), ("蓝", "blue"), ("灰", "grey")];

/// The shapes of a light (形).
pub const SHAPES: &[Twin] =
    &[("圆", "circle"), ("三角", "triangle"), ("方", "square"), ("菱", "diamond"), ("环", "ring")];

/// What a number in a name counts (计).
pub const COUNTS: &[Twin] = &[
    ("个", "elements"),
    ("对", "pairs"),
    ("级", "levels"),
    ("期", "cycles"),
    ("方", "juries"),
    ("行", "rows"),
    ("分", "parts"),
    ("称", "nothing"),
];

/// What an example gives (得).
pub const OUTCOMES: &[Twin] = &[
    Outcome::Prompt.names(),
    Outcome::Clear.names(),
    Outcome::Unknown.names(),
    Outcome::Excepted.names(),
];

/// Yes and no; KDL's own `#true` and `#false` are the same.
pub const TRUTHS: &[Twin] = &[("是", "yes"), ("否", "no")];

/// The word of a list by either form.
pub fn find(words: &'static [Twin], name: &str) -> Option<Twin> {
    words.iter().copied().find(|word| super::is_called(*word, name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn a_word_has_one_form_in_each_language_wherever_it_stands() {
        let lists = [
            CYCLES,
            EVENTS,
            SUBJECTS,
            FIELD_TYPES,
            REFERENCES,
            WAYS,
            TONES,
            CONTENTS,
            CHANNELS,
            STANDARDS,
            DIRECTIONS,
            COLOURS,
            SHAPES,
            COUNTS,
            OUTCOMES,
            TRUTHS,
        ];
        for list in lists {
            let there: BTreeMap<_, _> = list.iter().copied().collect();
            let back: BTreeMap<_, _> = list.iter().map(|(zh, en)| (en, zh)).collect();
            assert_eq!((there.len(), back.len()), (list.len(), list.len()), "{list:?}");
        }
    }
}
