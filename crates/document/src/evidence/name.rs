//! The name of a file as it is shown, never as it is stored.

use super::{EvidenceRefusal, MediaType};

/// Characters of a shown name, extension included.
const LENGTH: usize = 80;
/// Extensions longer than this are taken for a part of the name.
const LONGEST_EXTENSION: usize = 10;

/// A name to show for a file of this kind; its extension must agree with the kind, and where there
/// is none it is added.
pub(super) fn display(file_name: &str, kind: MediaType) -> Result<String, EvidenceRefusal> {
    let last = file_name.rsplit(['/', '\\']).next().unwrap_or_default();
    let shown: String = last.chars().filter(|c| !hidden(*c)).collect();
    let shown = shown.trim().trim_end_matches(['.', ' ']);
    let stem = match shown.rsplit_once('.') {
        Some((stem, extension)) if is_extension(extension) => {
            if !kind.carries(extension) {
                let extension = extension.to_ascii_lowercase();
                return Err(EvidenceRefusal::NameMismatch { extension, found: kind });
            }
            stem
        }
        _ => shown,
    };
    let room = LENGTH - kind.extension().len() - 1;
    let stem: String = stem.trim_start_matches(['.', ' ']).chars().take(room).collect();
    let stem = stem.trim_end();
    let stem = if stem.is_empty() { "evidence" } else { stem };
    Ok(format!("{stem}.{}", kind.extension()))
}

fn is_extension(text: &str) -> bool {
    (1..=LONGEST_EXTENSION).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// Characters that show nothing or turn the text around them, and those no file system takes.
fn hidden(c: char) -> bool {
    c.is_control()
        || "<>:\"|?*".contains(c)
        || matches!(
            c,
            '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffd}'
        )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{display, hidden};
    use crate::evidence::MediaType;

    #[test]
    fn a_shown_name_has_no_folder_no_control_character_and_the_extension_of_its_kind() {
        let table = [
            ("窗口照片.JPG", "窗口照片.jpg"),
            ("C:\\Users\\a\\照片.jpeg", "照片.jpg"),
            ("../../etc/照片.jpg", "照片.jpg"),
            ("照\u{0}片\r\n.jpg", "照片.jpg"),
            ("\u{202e}gpj.照片.jpg", "gpj.照片.jpg"),
            ("2015.06.18 石桥镇", "2015.06.18 石桥镇.jpg"),
            (".jpg", "evidence.jpg"),
            ("", "evidence.jpg"),
            ("照片.jpg. .", "照片.jpg"),
            ("a<b>:\"|?*.jpg", "ab.jpg"),
        ];
        for (given, shown) in table {
            assert_eq!(display(given, MediaType::Jpeg).unwrap(), shown);
        }
    }

    #[test]
    fn a_name_that_says_another_kind_is_refused() {
        let refusal = display("报告.PDF", MediaType::Jpeg).unwrap_err();
        insta::assert_snapshot!(
            refusal,
            @"the name ends in `.pdf` but the file is image/jpeg: rename it to `.jpg`"
        );
        assert!(display("照片.jpg.exe", MediaType::Jpeg).is_err());
    }

    proptest! {
        /// Whatever a file is called, what is shown is short, flat and plain.
        #[test]
        fn any_name_is_made_safe(given in any::<String>()) {
            if let Ok(shown) = display(&given, MediaType::Webp) {
                prop_assert!(shown.chars().count() <= 80);
                prop_assert!(!shown.chars().any(hidden));
                prop_assert!(!shown.contains(['/', '\\']) && !shown.starts_with('.'));
                prop_assert_eq!(shown.rsplit('.').next(), Some("webp"));
            }
        }
    }
}
