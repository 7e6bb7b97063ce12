//! Text made safe for XML: element content and attribute values alike.

use std::fmt;

/// Shows text with the five characters of markup escaped and the characters XML forbids left out.
pub(crate) struct Escaped<'a>(pub &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write as _;
        self.0.chars().try_for_each(|c| match c {
            '&' => out.write_str("&amp;"),
            '<' => out.write_str("&lt;"),
            '>' => out.write_str("&gt;"),
            '"' => out.write_str("&quot;"),
            '\'' => out.write_str("&#39;"),
            '\t' | '\n' | '\r' => out.write_char(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => Ok(()),
            c => out.write_char(c),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Escaped;

    #[test]
    fn markup_is_escaped_and_control_characters_are_left_out() {
        insta::assert_snapshot!(
            Escaped("<b a=\"1\" c='2'>甲 & 乙\u{0}\u{ffff}</b>\n"),
            @"&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;甲 &amp; 乙&lt;/b&gt; "
        );
    }
}
