//! The units of a text: Chinese signs one by one, English words, numbers; spaces and marks between the signs of a word are
//! passed over, so that 查 处 and 查·处 read as 查处.

use std::ops::Range;

/// A sign, a word or a number.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Unit {
    /// What it is, in small letters and half-width signs.
    pub text: String,
    /// The bytes of the text.
    pub at: Range<usize>,
}

impl Unit {
    /// Whether a sentence ends with it.
    pub fn ends_sentence(&self) -> bool {
        matches!(self.text.as_str(), "。" | ";" | "!" | "\n")
    }

    /// Whether it is this word, or its plural.
    pub fn is(&self, word: &str) -> bool {
        let text = self.text.as_str();
        if text == word {
            return true;
        }
        let is_english = word.len() > 2 && word.is_ascii();
        let (Some(stem), true) = (text.strip_suffix('s'), is_english) else { return false };
        stem == word || stem.strip_suffix('e') == Some(word) && word.ends_with(['s', 'x', 'h'])
    }

    /// The sign, where it is one alone.
    pub fn sign(&self) -> Option<char> {
        let mut signs = self.text.chars();
        signs.next().filter(|_| signs.next().is_none())
    }
}

/// Traditional forms of signs that the words here are written with.
const TRADITIONAL: [(char, char); 24] = [
    ('處', '处'),
    ('問', '问'),
    ('責', '责'),
    ('報', '报'),
    ('個', '个'),
    ('於', '于'),
    ('數', '数'),
    ('達', '达'),
    ('實', '实'),
    ('發', '发'),
    ('現', '现'),
    ('題', '题'),
    ('線', '线'),
    ('辦', '办'),
    ('務', '务'),
    ('標', '标'),
    ('違', '违'),
    ('規', '规'),
    ('紀', '纪'),
    ('點', '点'),
    ('罰', '罚'),
    ('獎', '奖'),
    ('領', '领'),
    ('導', '导'),
];

/// The units of a text.
pub(super) fn units(text: &str) -> Vec<Unit> {
    let mut units: Vec<Unit> = vec![];
    let mut is_open = false;
    for (from, written) in text.char_indices() {
        let at = from..from + written.len_utf8();
        let sign = plain(written);
        let continues = sign.is_ascii_alphanumeric() || sign == '.';
        if is_joint(sign) {
            is_open = false;
            continue;
        }
        if let Some(last) = units.last_mut().filter(|last| is_open && joins(&last.text, sign)) {
            last.text.push(sign);
            last.at.end = at.end;
            continue;
        }
        is_open = continues && sign != '.';
        units.push(Unit { text: sign.to_string(), at });
    }
    units
}

/// Whether a sign goes on with a word or a number.
fn joins(word: &str, sign: char) -> bool {
    let is_number = word.starts_with(|first: char| first.is_ascii_digit());
    if is_number { sign.is_ascii_digit() || sign == '.' } else { sign.is_ascii_alphabetic() }
}

/// Signs that stand between others and say nothing.
fn is_joint(sign: char) -> bool {
    sign != '\n'
        && (sign.is_whitespace()
            || "·•*_~`“”‘’\"'「」『』《》()[]{}\u{200b}\u{feff}".contains(sign))
}

/// A sign in half-width, small and simplified.
fn plain(sign: char) -> char {
    let narrow = match u32::from(sign) {
        wide @ 0xFF01..=0xFF5E => char::from_u32(wide - 0xFEE0).unwrap_or(sign),
        _ => sign,
    };
    let simple = TRADITIONAL.iter().find(|(old, _)| *old == narrow).map_or(narrow, |(_, new)| *new);
    simple.to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::units;

    #[test]
    fn signs_words_and_numbers_are_units_and_marks_between_them_are_passed_over() {
        let said = |text: &str| units(text).into_iter().map(|one| one.text).collect::<Vec<_>>();
        assert_eq!(said("查 处·３件"), ["查", "处", "3", "件"]);
        assert_eq!(
            said("At least 12.5% of findings"),
            ["at", "least", "12.5", "%", "of", "findings"]
        );
        assert_eq!(said("查處"), ["查", "处"]);
        let text = "甲 乙";
        assert_eq!(&text[units(text)[1].at.clone()], "乙");
    }
}
