//! Keeps marked state secrets (密级) out (保守国家秘密法): the system is not approved for them.

/// Finds a classification mark such as 机密★10年 or 【秘密】. A word in a sentence
/// (保守秘密) is not a mark.
pub fn mark(text: &str) -> Option<&'static str> {
    ["绝密", "机密", "秘密"].into_iter().find(|level| is_marked(text, level))
}

fn is_marked(text: &str, level: &str) -> bool {
    text.match_indices(level).any(|(at, _)| {
        let before = text[..at].trim_end().chars().next_back();
        let after = text[at + level.len()..].trim_start().chars().next();
        let bracketed = matches!(before, Some('【' | '[' | '〔' | '［'))
            && matches!(after, Some('】' | ']' | '〕' | '］' | '★'));
        let starred = matches!(after, Some('★' | '☆')) || before == Some('★');
        let labelled = text[..at].trim_end_matches([' ', '：', ':']).ends_with("密级");
        let alone = text.trim() == level;
        bracketed || starred || labelled || alone
    })
}

#[cfg(test)]
mod tests {
    use super::mark;

    #[test]
    fn a_mark_is_found_and_a_word_is_not() {
        for text in ["机密★10年", "【秘密】关于", "密级：绝密", "秘密", "[机密] x", "★秘密"]
        {
            assert!(mark(text).is_some(), "{text}");
        }
        for text in ["应当保守秘密", "商业秘密保护宣传", "机密性", ""] {
            assert_eq!(mark(text), None, "{text}");
        }
    }
}
