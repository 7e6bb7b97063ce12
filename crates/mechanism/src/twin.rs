//! The two names of each keyword: one in English, one in Chinese; a file may mix them.

/// English, Chinese.
const TWINS: [(&str, &str); 31] = [
    ("rule", "规则"),
    ("grace", "宽限"),
    ("tiers", "分级"),
    ("window", "窗口"),
    ("double-tap", "连击"),
    ("weekdays", "星期"),
    ("season", "季节"),
    ("session", "时段"),
    ("duty", "值班"),
    ("rest-after", "值班后休息"),
    ("shared-punch", "共用打卡"),
    ("flexible", "弹性"),
    ("break", "休息"),
    ("from", "起"),
    ("to", "止"),
    ("until", "至迟"),
    ("span", "时长"),
    ("half-days", "半天"),
    ("calendar", "日历"),
    ("exempt", "免考勤"),
    ("late", "迟到"),
    ("early", "早退"),
    ("very-late", "严重迟到"),
    ("before", "前"),
    ("after", "后"),
    ("every", "每天"),
    ("county", "本县"),
    ("none", "无"),
    ("am", "上午"),
    ("day", "全天"),
    ("reason", "理由"),
];

/// The English name of a word; any other word is itself.
pub(crate) fn english(word: &str) -> &str {
    TWINS.iter().find(|(_, chinese)| *chinese == word).map_or(word, |(english, _)| english)
}

#[cfg(test)]
mod tests {
    use super::TWINS;
    use std::collections::BTreeSet;

    #[test]
    fn no_word_means_two_things() {
        let words: BTreeSet<_> = TWINS.iter().flat_map(|(a, b)| [a, b]).collect();
        assert_eq!(words.len(), 2 * TWINS.len());
    }
}
