//! Sections and tables of Markdown.

use crate::language::Language;

/// A table under its heading, with a line before it where there is something to say.
pub(super) fn section<const N: usize>(
    (level, heading, says): (usize, &str, &str),
    columns: [&str; N],
    rows: impl IntoIterator<Item = [String; N]>,
) -> String {
    let mut section = format!("{} {heading}\n\n", "#".repeat(level));
    if !says.is_empty() {
        section.push_str(says);
        section.push_str("\n\n");
    }
    section.push_str(&row(&columns.map(str::to_owned)));
    section.extend(["|", &"---|".repeat(N), "\n"]);
    for cells in rows {
        section.push_str(&row(&cells));
    }
    section
}

fn row(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
    format!("| {} |\n", cells.join(" | "))
}

/// The heads of the two columns of names, that of the page's language first.
pub(super) const fn heads(language: Language) -> [&'static str; 2] {
    match language {
        Language::Chinese => ["中文", "英文"],
        Language::English => ["English", "Chinese"],
    }
}

/// Both names, that of the page's language first, as they are typed.
pub(super) fn names((zh, en): (&str, &str), language: Language) -> [String; 2] {
    let [zh, en] = [zh, en].map(typed);
    match language {
        Language::Chinese => [zh, en],
        Language::English => [en, zh],
    }
}

/// Something that is typed as it stands.
pub(super) fn typed(text: &str) -> String {
    format!("`{text}`")
}

/// Several names after one another, each as it is typed.
pub(super) fn list<'a>(names: impl IntoIterator<Item = &'a str>, language: Language) -> String {
    let names: Vec<String> = names.into_iter().map(typed).collect();
    names.join(language.of(("、", ", ")))
}
