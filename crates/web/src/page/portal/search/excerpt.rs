//! The piece of a text around what was looked for, with the find marked.

/// How many characters are shown on each side.
const AROUND: usize = 28;

/// A piece of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// What stands before the find.
    pub before: String,
    /// The find as the text writes it.
    pub find: String,
    /// What stands after it.
    pub after: String,
}

/// The piece around the first find; `None` where the text has none. Capitals do not matter.
pub(super) fn excerpt(text: &str, looked: &str) -> Option<Excerpt> {
    let text: Vec<char> = text.chars().map(|c| if c == '\n' { ' ' } else { c }).collect();
    let looked: Vec<char> = looked.chars().collect();
    let same = |(a, b): (&char, &char)| a == b || a.to_lowercase().eq(b.to_lowercase());
    let fits = |window: &[char]| window.iter().zip(&looked).all(same);
    let at = text.windows(looked.len().max(1)).position(fits)?;
    let end = at + looked.len();
    let (from, until) = (at.saturating_sub(AROUND), text.len().min(end + AROUND));
    let piece = |range: std::ops::Range<usize>| text[range].iter().collect::<String>();
    let (cut_before, cut_after) = (from > 0, until < text.len());
    Some(Excerpt {
        before: format!("{}{}", if cut_before { "…" } else { "" }, piece(from..at)),
        find: piece(at..end),
        after: format!("{}{}", piece(end..until), if cut_after { "…" } else { "" }),
    })
}

/// The first of some texts in which it is found.
pub(super) fn first<'a>(texts: impl IntoIterator<Item = &'a str>, looked: &str) -> Option<Excerpt> {
    texts.into_iter().find_map(|text| excerpt(text, looked))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_find_is_cut_out_with_what_stands_around_it() {
        let found = excerpt("窗口无人值守，半小时后才来人", "值守").unwrap();
        assert_eq!((&*found.before, &*found.find), ("窗口无人", "值守"));
        let long = "甲".repeat(100);
        let found = excerpt(&format!("{long}乙{long}"), "乙").unwrap();
        assert_eq!(found.before.chars().count(), AROUND + 1);
        assert!(found.before.starts_with('…') && found.after.ends_with('…'));
        assert_eq!(excerpt("Yanxi Town", "yanxi").unwrap().find, "Yanxi");
        assert_eq!(excerpt("短", "比它长的"), None);
        assert_eq!(first(["甲", "乙丙"], "丙").unwrap().before, "乙");
    }
}
