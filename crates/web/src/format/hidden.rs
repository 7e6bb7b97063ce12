//! What must not be shown: names past their expiry (到期隐名), and the middle of numbers.

use crate::words::Words;
use std::fmt;

/// Something that was public once and is hidden now. Safe to put into a template as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hidden {
    text: String,
}

impl Words {
    /// In place of a name and a post whose publication has expired.
    pub fn hidden_name(self) -> Hidden {
        Hidden { text: self.say("format-hidden-name") }
    }
}

impl fmt::Display for Hidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, r#"<span class="hidden-name">{}</span>"#, self.text)
    }
}

impl askama::filters::HtmlSafe for Hidden {}

/// A number with its middle hidden: `masked("13800004321", 3, 4)` is `138••••4321`.
///
/// A text that would keep more than half of itself is hidden whole.
pub fn masked(text: &str, head: usize, tail: usize) -> String {
    let length = text.chars().count();
    if (head + tail) * 2 > length + 3 {
        return "•".repeat(length);
    }
    text.chars()
        .enumerate()
        .map(|(index, c)| if index < head || index >= length - tail { c } else { '•' })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_a_number_is_hidden() {
        assert_eq!(masked("13800004321", 3, 4), "138••••4321");
        assert_eq!(masked("4321", 3, 4), "••••");
        assert_eq!(masked("", 3, 4), "");
    }
}
