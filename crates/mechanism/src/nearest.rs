//! The name that was probably meant.

/// The name nearest to one that is not there; none where nothing is near.
pub(crate) fn nearest<'a>(
    written: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let written: Vec<char> = written.chars().collect();
    let near = names.into_iter().map(|name| {
        let letters: Vec<char> = name.chars().collect();
        (distance(&written, &letters), letters.len(), name)
    });
    let (apart, length, name) = near.min_by_key(|(apart, ..)| *apart)?;
    // Half of it may be wrong, of a word of two signs one.
    let most = written.len().max(length) / 2;
    (apart <= most.min(3)).then_some(name)
}

/// How many signs are to be put in, taken out, or replaced.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, sign) in one.iter().enumerate() {
        let mut corner = std::mem::replace(&mut row[0], at + 1);
        for (place, meant) in other.iter().enumerate() {
            let replaced = corner + usize::from(sign != meant);
            corner = row[place + 1];
            row[place + 1] = replaced.min(corner + 1).min(row[place] + 1);
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_finds_its_word_and_nonsense_none() {
        assert_eq!(nearest("截至", ["截止", "据", "当"]), Some("截止"));
        assert_eq!(nearest("chek", ["check", "draw"]), Some("check"));
        assert_eq!(nearest("查问", ["亮", "登记"]), None);
        assert_eq!(nearest("", ["亮"]), None);
    }
}
