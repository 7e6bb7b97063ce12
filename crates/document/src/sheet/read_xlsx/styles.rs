//! How cells show their numbers: as a number, a day, a time of day, a span, a code with zeros.

use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};

use super::archive::Archive;
use super::xml::{attribute, raw};
use crate::sheet::refusal::ReadError;

/// How a cell shows a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Look {
    /// As a number.
    #[default]
    Number,
    /// As a whole number filled up with zeros to this many digits.
    Code(u8),
    /// As a day.
    Day,
    /// As a day and a time, or as a time of day.
    Time,
    /// As hours that go past 24.
    Span,
}

/// The looks of a workbook in the order in which cells count them.
pub(super) fn read(archive: &mut Archive<'_>, part: &str) -> Result<Vec<Look>, ReadError> {
    let mut xml = archive.xml(part)?;
    let mut own = HashMap::new();
    let mut looks = Vec::new();
    let mut in_cell_formats = false;
    loop {
        match xml.step()?.1 {
            Event::Start(element) => match element.local_name().as_ref() {
                "numFmt" => drop(number_format(&element).map(|(id, look)| own.insert(id, look))),
                "cellXfs" => in_cell_formats = true,
                "xf" if in_cell_formats => {
                    let id = raw(&element, "numFmtId").and_then(|id| id.parse::<u32>().ok());
                    let id = id.unwrap_or_default();
                    looks.push(own.get(&id).copied().unwrap_or_else(|| built_in(id)));
                }
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => {
                in_cell_formats = false;
            }
            Event::Eof => return Ok(looks),
            _ => {}
        }
    }
}

fn number_format(element: &BytesStart<'_>) -> Option<(u32, Look)> {
    let id = raw(element, "numFmtId")?.parse().ok()?;
    Some((id, look(&attribute(element, "formatCode")?)))
}

/// The formats every program knows by number; those from 27 on are the Chinese ones.
fn built_in(id: u32) -> Look {
    match id {
        14..=17 | 27..=31 | 36 | 50..=54 | 57 | 58 => Look::Day,
        18..=22 | 32..=35 | 45 | 47 | 55 | 56 => Look::Time,
        46 => Look::Span,
        _ => Look::Number,
    }
}

/// What a format written out shows: the letters of its first section outside quotes decide.
fn look(code: &str) -> Look {
    let code = code.to_lowercase();
    if !code.is_empty() && code.bytes().all(|byte| byte == b'0') {
        return Look::Code(u8::try_from(code.len()).unwrap_or(u8::MAX));
    }
    let letters = bare(&code);
    if code == "general" || letters.contains("e+") || letters.contains("e-") {
        Look::Number
    } else if ["[h", "[m", "[s"].iter().any(|span| letters.contains(span)) {
        Look::Span
    } else if letters.contains(['h', 's']) {
        Look::Time
    } else if letters.contains(['y', 'm', 'd', 'e', 'a', 'g']) {
        Look::Day
    } else {
        Look::Number
    }
}

/// The first section of a format without its quoted and escaped signs and without its bracketed
/// colours and languages; a bracketed `[h]` stays as `[h`.
fn bare(code: &str) -> String {
    let mut kept = String::new();
    let mut signs = code.chars();
    while let Some(sign) = signs.next() {
        match sign {
            ';' => break,
            '"' => drop(signs.by_ref().find(|c| *c == '"')),
            '\\' | '_' | '*' => drop(signs.next()),
            '[' => {
                let inside: String = signs.by_ref().take_while(|c| *c != ']').collect();
                let first = inside.chars().next().unwrap_or_default();
                if matches!(first, 'h' | 'm' | 's') && inside.chars().all(|c| c == first) {
                    kept.push('[');
                    kept.push(first);
                }
            }
            sign => kept.push(sign),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::{Look, look};

    #[test]
    fn formats_are_told_apart_by_their_letters() {
        let table = [
            ("General", Look::Number),
            ("0.00", Look::Number),
            ("0.00E+00", Look::Number),
            ("#,##0_);[Red](#,##0)", Look::Number),
            ("@", Look::Number),
            ("0\"days\"", Look::Number),
            ("000000", Look::Code(6)),
            ("yyyy-mm-dd", Look::Day),
            ("yyyy\"年\"m\"月\"d\"日\"", Look::Day),
            ("[$-804]aaaa", Look::Day),
            ("[DBNum1][$-804]yyyy\"年\"m\"月\"", Look::Day),
            ("m/d/yy h:mm", Look::Time),
            ("[$-F400]h:mm:ss\\ AM/PM", Look::Time),
            ("mm:ss.0", Look::Time),
            ("上午/下午h\"时\"mm\"分\"", Look::Time),
            ("[h]:mm", Look::Span),
            ("[mm]:ss", Look::Span),
            ("[Magenta]0", Look::Number),
        ];
        for (code, expected) in table {
            assert_eq!(look(code), expected, "{code}");
        }
    }
}
