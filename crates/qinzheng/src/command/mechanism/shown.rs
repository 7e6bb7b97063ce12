//! A remark as a terminal shows it: where, what, the line with a caret under what is meant, and what to write.

use qz_mechanism::language::Language;
use qz_mechanism::{Diagnostic, Severity};
use unicode_width::UnicodeWidthStr;

/// The most columns of a line that are shown before what is meant.
const BEFORE: usize = 60;

/// A remark on a file, in a language.
pub fn shown((name, text): (&str, &str), remark: &Diagnostic, language: Language) -> String {
    let weight = language.of(match remark.severity {
        Severity::Error => ("错误", "error"),
        Severity::Warning => ("警告", "warning"),
        Severity::Note => ("提示", "note"),
    });
    let (line, column) = (remark.line, remark.column);
    let what = remark.what().within(language);
    let head = format!("{name}:{line}:{column}: {weight}{}{what}\n", language.of(("：", ": ")));
    let help = match remark.help().within(language) {
        "" => String::new(),
        help => format!("      = {help}\n"),
    };
    format!("{head}{}{help}", pointed(text, remark))
}

/// The line with a caret under what is meant.
fn pointed(text: &str, remark: &Diagnostic) -> String {
    let Some(line) = text.lines().nth(remark.line - 1).filter(|line| !line.trim().is_empty())
    else {
        return String::new();
    };
    let at = remark.column - 1;
    let meant = text.get(remark.at.clone()).unwrap_or_default();
    let meant: String = meant.lines().next().unwrap_or_default().chars().collect();
    let skipped = at.saturating_sub(BEFORE);
    let part: String = line.chars().skip(skipped).take(2 * BEFORE).collect();
    let before: String = line.chars().skip(skipped).take(at - skipped).collect();
    let blank = " ".repeat(width(&before));
    let caret = "^".repeat(width(&meant).clamp(1, 2 * BEFORE));
    format!("{:>5} | {}\n      | {blank}{caret}\n", remark.line, part.replace('\t', " "))
}

/// How many columns of a terminal a text takes.
fn width(text: &str) -> usize {
    text.width() + text.matches('\t').count()
}

#[cfg(test)]
mod tests {
    use super::shown;
    use qz_mechanism::check::check;
    use qz_mechanism::language::Language;

    #[test]
    fn the_caret_stands_under_the_word_however_wide_its_letters_are() {
        let text = "机制 甲 代号=\"a\" {\n    问 工作进展 截至=\"20日\"\n    单位 某镇\n}\n";
        let remarks = check(text).remarks;
        assert_eq!(
            shown(("a.kdl", text), &remarks[0], Language::Chinese),
            concat!(
                "a.kdl:2:12: 错误：“问”没有“截至”这个属性\n",
                "    2 |     问 工作进展 截至=\"20日\"\n",
                "      |                 ^^^^\n",
                "      = 是不是“截止”？\n"
            )
        );
    }
}
