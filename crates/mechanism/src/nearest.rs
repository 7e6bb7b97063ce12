//! What was probably meant by a misspelt name: the nearest one, by how many letters differ.

use crate::language::Said;

/// The question whether the nearest of some names was meant, where one is near enough.
pub(crate) fn meant(
    written: &str,
    names: impl IntoIterator<Item = impl Into<String>>,
) -> Option<Said> {
    let name = nearest(written, names)?;
    Some(Said::new(format!("是不是“{name}”？"), format!("is it `{name}`?")))
}

/// The nearest of some names, where it is near enough to be meant.
pub(crate) fn nearest(
    written: &str,
    names: impl IntoIterator<Item = impl Into<String>>,
) -> Option<String> {
    let letters: Vec<char> = written.to_lowercase().chars().collect();
    let near = names.into_iter().map(Into::into).filter_map(|name: String| {
        let of: Vec<char> = name.to_lowercase().chars().collect();
        let distance = distance(&letters, &of);
        (distance <= bearable(&of)).then_some((distance, name))
    });
    near.min_by_key(|(distance, _)| *distance).map(|(_, name)| name)
}

/// How many letters may differ: half of a Chinese name, where each letter says much, else a third.
fn bearable(name: &[char]) -> usize {
    let part = if name.iter().any(|letter| !letter.is_ascii()) { 2 } else { 3 };
    (name.len() / part).max(1)
}

/// How many letters are to be put in, left out, exchanged or swapped with their neighbour.
pub(crate) fn distance(one: &[char], two: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=two.len()).collect();
    for (row, letter) in one.iter().enumerate() {
        let mut line = vec![row + 1];
        for (column, other) in two.iter().enumerate() {
            let exchanged = above[column] + usize::from(letter != other);
            let mut least = exchanged.min(above[column + 1] + 1).min(line[column] + 1);
            let is_swap =
                row > 0 && column > 0 && one[row - 1] == *other && two[column - 1] == *letter;
            if is_swap {
                least = least.min(before[column - 1] + 1);
            }
            line.push(least);
        }
        before = std::mem::replace(&mut above, line);
    }
    above[two.len()]
}

#[cfg(test)]
mod tests {
    use super::{distance, nearest};

    #[test]
    fn letters_that_differ_are_counted() {
        let between = |one: &str, two: &str| {
            distance(&one.chars().collect::<Vec<_>>(), &two.chars().collect::<Vec<_>>())
        };
        for (one, two, count) in [
            ("", "", 0),
            ("late", "late", 0),
            ("late", "", 4),
            ("late", "lte", 1),
            ("late", "lates", 1),
            ("late", "lane", 1),
            ("late", "alte", 1),
            ("迟到天数", "迟到次数", 1),
            ("kitten", "sitting", 3),
        ] {
            assert_eq!(between(one, two), count, "{one} {two}");
            assert_eq!(between(two, one), count, "{two} {one}");
        }
    }

    #[test]
    fn only_a_near_name_is_suggested_and_the_nearest_of_them() {
        let names = ["late", "absent", "迟到天数", "早退天数"];
        assert_eq!(nearest("lat", names).as_deref(), Some("late"));
        assert_eq!(nearest("Absnet", names).as_deref(), Some("absent"));
        assert_eq!(nearest("迟到天", names).as_deref(), Some("迟到天数"));
        assert_eq!(nearest("早腿天数", names).as_deref(), Some("早退天数"));
        assert_eq!(nearest("gossip", names), None);
        assert_eq!(nearest("闲话", names), None);
    }
}
