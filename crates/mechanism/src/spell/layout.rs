//! The layout of a file: four blanks a level, no blanks at the end of a line, one empty line at most, a newline at the end.

use crate::scan;

/// Lays a text out. What stands inside of strings and comments of several lines stays.
pub(super) fn lay_out(text: &str) -> String {
    let mut laid = String::with_capacity(text.len());
    let mut signs = scan::bare(text).peekable();
    let (mut depth, mut start, mut is_inside, mut was_empty) = (0_usize, 0, false, true);
    for line in text.split_inclusive('\n') {
        let begins_inside = is_inside;
        let end = start + line.len();
        let closes = usize::from(line.trim_start().starts_with('}'));
        let indent = depth.saturating_sub(closes);
        let mut last = None;
        while let Some((at, sign)) = signs.next_if(|(at, _)| *at < end) {
            last = Some(at);
            match sign {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        // A newline that is no bare sign stands inside of something that goes on.
        is_inside = line.ends_with('\n') && last != Some(end - 1);
        let kept = if begins_inside { line } else { line.trim_start() };
        let kept = if is_inside { kept.trim_end_matches('\n') } else { kept.trim_end() };
        let is_empty = kept.is_empty() && !begins_inside && !is_inside;
        if !(is_empty && was_empty) {
            if !begins_inside && !is_empty {
                laid.push_str(&"    ".repeat(indent));
            }
            laid.push_str(kept);
            laid.push('\n');
        }
        was_empty = is_empty;
        start = end;
    }
    laid.truncate(laid.trim_end().len());
    laid.push('\n');
    laid
}

#[cfg(test)]
mod tests {
    use super::lay_out;

    #[test]
    fn lines_stand_by_their_depth_and_nothing_inside_of_a_string_moves() {
        let text =
            "机制 甲 {\n问 乙 {   \n\n\n  栏 丙 // 丁 {\n   }\n/* 一\n   二 */\n\"a\n   b\"\n}\n\n";
        let laid = lay_out(text);
        let whole = "机制 甲 {\n    问 乙 {\n\n        栏 丙 // 丁 {\n    }\n    /* 一\n   二 */\n    \"a\n   b\"\n}\n";
        assert_eq!(laid, whole);
        assert_eq!(lay_out(&laid), laid);
    }
}
