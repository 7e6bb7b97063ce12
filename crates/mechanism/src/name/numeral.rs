//! Numbers as names have them: 零 to 百, 两, 双, 俩, and digits.

const DIGITS: [(char, usize); 14] = [
    ('零', 0),
    ('一', 1),
    ('二', 2),
    ('两', 2),
    ('双', 2),
    ('俩', 2),
    ('三', 3),
    ('四', 4),
    ('五', 5),
    ('六', 6),
    ('七', 7),
    ('八', 8),
    ('九', 9),
    ('仨', 3),
];

/// The number a text begins with, and how many bytes it takes.
pub(super) fn at_start(text: &str) -> Option<(usize, usize)> {
    let ascii = text.len() - text.trim_start_matches(|sign: char| sign.is_ascii_digit()).len();
    if ascii > 0 {
        return Some((text[..ascii].parse().ok()?, ascii));
    }
    let end = text.find(|sign| !is_numeral(sign)).unwrap_or(text.len());
    let number = value(&text[..end])?;
    Some((number, end))
}

/// What stands before the next number.
pub(super) fn until_next(text: &str) -> &str {
    let is_number = |sign: char| is_numeral(sign) || sign.is_ascii_digit();
    &text[..text.find(is_number).unwrap_or(text.len())]
}

fn is_numeral(sign: char) -> bool {
    matches!(sign, '十' | '百') || DIGITS.iter().any(|(one, _)| *one == sign)
}

/// The value of a Chinese numeral below a thousand.
fn value(text: &str) -> Option<usize> {
    let (mut sum, mut last) = (0, None);
    for sign in text.chars() {
        match sign {
            '十' => sum += last.take().unwrap_or(1) * 10,
            '百' => sum += last.take().unwrap_or(1) * 100,
            digit => {
                let (_, number) = DIGITS.iter().find(|(one, _)| *one == digit)?;
                if last.replace(*number).is_some_and(|before| before > 0) {
                    return None;
                }
            }
        }
    }
    (!text.is_empty()).then_some(sum + last.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::at_start;

    #[test]
    fn numbers_are_read_as_names_have_them() {
        for (text, number) in [
            ("三问", 3),
            ("十大", 10),
            ("十二条", 12),
            ("二十一", 21),
            ("两学", 2),
            ("双联", 2),
            ("一百零八", 108),
            ("5查", 5),
            ("俩", 2),
        ] {
            assert_eq!(at_start(text).map(|(number, _)| number), Some(number), "{text}");
        }
        assert_eq!(at_start("问"), None);
        assert_eq!(at_start("三四五"), None);
    }
}
